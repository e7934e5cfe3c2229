"""The page: whole by itself, safe whatever names and titles hold, and plain about what it is."""

from datetime import date

import pytest
from completed import SIGNER, make_sample
from contrast import contrast
from html_page import Page

from protectcourse.records.completion_page import completion_page
from protectcourse.records.completion_record import CompletionRecord, UnitDone
from protectcourse.records.wording import DRAFT, NO_DECIDER, WHAT_A_SIGNATURE_SHOWS, WHAT_IT_IS
from protectcourse.signing import fingerprint

TODAY = date(2026, 11, 25)
HOSTILE = (
    """"><script>alert(1)</script><img src=x onerror='alert(2)'>&lt;b&gt; $title ${key} {0} %s"""
    " {{ key }} {% raise %}"
)
HOSTILE_UNITS = (UnitDone(HOSTILE, "lesson", HOSTILE), UnitDone(HOSTILE, "", ""))


SOURCE = completion_page(make_sample(), SIGNER.public_key, TODAY)
"""The page of the sample, as it is written."""


def page_of(record: CompletionRecord) -> Page:
    """Return the page of a record, taken apart."""
    return Page(completion_page(record, SIGNER.public_key, TODAY))


def words_of(record: CompletionRecord) -> str:
    """Return the words of a page, with single blanks."""
    return " ".join(page_of(record).words.split())


def test_it_says_what_is_recorded() -> None:
    """A supervisor who has only the paper must find it all."""
    words = words_of(make_sample())

    for part in ("A demonstration", "version 1", "Ada", "00112233aabbccdd", "ffeeddccbbaa9988"):
        assert part in words
    for part in ("2026-11-24", "2028-11-24", "87 %", "1 lesson and 1 quiz", "lesson: Welcome"):
        assert part in words
    assert fingerprint(SIGNER.public_key) in words


def test_it_says_plainly_what_it_is_and_is_not() -> None:
    """No paper of this program may pass for a certificate or for a licence to decide."""
    words = words_of(make_sample())

    for statement in (WHAT_IT_IS, NO_DECIDER, WHAT_A_SIGNATURE_SHOWS, DRAFT):
        assert statement in words
    assert DRAFT not in words_of(make_sample(status="reviewed"))


@pytest.mark.parametrize("part", ["name", "title", "course", "language", "learner", "device"])
def test_hostile_words_are_words(part: str) -> None:
    """A name is typed by anybody, a title comes with any course."""
    plain, page = page_of(make_sample()), page_of(make_sample(**{part: HOSTILE}))

    assert page.tags == plain.tags
    assert {name for name, _ in page.attributes} == {name for name, _ in plain.attributes}
    if part != "language":
        assert HOSTILE in page.words
    assert page.open == []


def test_hostile_units_are_words() -> None:
    """The titles of units too, and the ids of those that are gone."""
    page = page_of(make_sample(units=HOSTILE_UNITS))

    assert "script" not in page.tags
    assert "img" not in page.tags
    assert page.words.count(HOSTILE) == 2
    assert page.open == []


def test_it_needs_nothing_from_elsewhere() -> None:
    """It opens offline, without JavaScript, and tells nobody that it was opened."""
    page = page_of(make_sample())

    assert not {"script", "link", "img", "iframe", "object", "form"} & set(page.tags)
    names = {name for name, _ in page.attributes}
    assert not {"src", "href", "action", "style"} & names
    assert not any(name.startswith("on") for name in names)
    assert "url(" not in SOURCE
    assert "@import" not in SOURCE
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes


def test_it_can_be_read_by_all() -> None:
    """The language of each part, headings in order, rows with a head, and a size to print."""
    page = page_of(make_sample(language="ko"))

    assert ("lang", "en") in page.attributes
    assert ("lang", "ko") in page.attributes
    headings = [tag for tag in page.tags if tag in {"h1", "h2", "h3"}]
    assert headings == ["h1", "h2", "h2", "h2"]
    assert page.tags.count("th") == page.attributes.count(("scope", "row")) == 9
    assert "main" in page.tags
    assert "size: A4" in SOURCE


def test_its_colours_can_be_told_apart() -> None:
    """Ink on white, with lines that show: no meaning hangs on a colour."""
    assert contrast("#111111", "#ffffff") > 7
    assert contrast("#777777", "#ffffff") > 3
    assert "color: #111; background: #fff" in SOURCE


def test_without_a_name_it_says_so() -> None:
    """An empty cell would look like a mistake."""
    assert "no name was given" in words_of(make_sample(name=""))
