"""The page: whole by itself, safe whatever names hold, plain about what it shows and does not."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest
from certified import ISSUER, LEARNER, NAME, certificate, completed, told
from html_page import Page, assert_sound

from protectcourse.records.certificates.making import make_certificate
from protectcourse.records.certificates.page import certificate_page, seal_path
from protectcourse.records.certificates.wording import (
    HOW_THE_NAME_STANDS,
    WHAT_IT_DOES_NOT_SHOW,
    WHAT_IT_SHOWS,
)
from protectcourse.records.wording import DRAFT, NO_DECIDER
from protectcourse.signing import fingerprint

FILE = "demo-2026-11-24-12345678.jwt"
HOSTILE = """"><script>alert(1)</script><img src=x onerror='alert(2)'>&lt; {{ key }} {% raise %}"""


def page(name: str = NAME, **changes: object) -> Page:
    """Return the page of a certificate, taken apart."""
    return Page(certificate_page(certificate(**changes), name, LEARNER, FILE))


def test_it_says_who_completed_what_and_when_and_how_to_check() -> None:
    """Whoever has only the paper must find the signed file and the key."""
    words = page().read

    for part in (NAME, "A demonstration", "version 3", "2026-11-24", "2028-11-24", "Example Aid"):
        assert part in words
    assert f"protectcourse verify {FILE} --issuer KEY" in words
    assert certificate().number in words
    assert fingerprint(ISSUER.signer.public_key) in words


def test_it_says_what_it_does_not_show() -> None:
    """No paper of this program may pass for a licence to decide."""
    words = page().read

    for said in (WHAT_IT_SHOWS, WHAT_IT_DOES_NOT_SHOW, NO_DECIDER, HOW_THE_NAME_STANDS):
        assert said in words


def test_a_draft_says_so_three_times() -> None:
    """In the heading, under the title, and in words."""
    words = page(is_draft=True).read

    assert "of a draft course" in words
    assert words.count("draft course") >= 2
    assert DRAFT in words
    assert "draft" not in page().read


def test_without_a_name_the_number_stands_there_and_only_there() -> None:
    """A name is never required; with a name the number is nobody's business."""
    assert f"number {LEARNER}" in page("").read
    assert LEARNER not in page().read


@pytest.mark.parametrize("part", ["name", "title", "issuer", "course"])
def test_hostile_words_are_words(part: str) -> None:
    """A name is typed by anybody."""
    made = certificate() if part == "name" else replace(certificate(), **{part: HOSTILE})
    name = HOSTILE if part == "name" else NAME
    found = Page(certificate_page(made, name, LEARNER, FILE))

    assert found.tags == page().tags
    assert {name for name, _ in found.attributes} == {name for name, _ in page().attributes}
    assert found.open == []


def test_it_needs_nothing_from_elsewhere() -> None:
    """It opens offline, without JavaScript, and tells nobody that it was opened."""
    assert_sound(page())
    source = certificate_page(certificate(), NAME, LEARNER, FILE)
    assert "url(" not in source
    assert "@import" not in source
    assert "http" not in source.replace('http-equiv="Content-Security-Policy"', "")


def test_each_name_stands_in_its_own_direction_and_the_title_in_its_language() -> None:
    """A name from right to left must not turn the words about it round."""
    attributes = page("ليلى بنت الأمثال").attributes

    assert attributes.count(("dir", "auto")) == 2
    assert ("lang", "en") in attributes


def test_the_seal_comes_from_the_number() -> None:
    """The same certificate has the same seal, another another."""
    assert seal_path(certificate()) == seal_path(certificate())
    assert seal_path(certificate()) != seal_path(certificate(nth=2))


LONG_TITLE = "What everybody at the desk of a small organisation should know of it. " * 7
SHEETS = {
    "usual": (NAME, "A demonstration"),
    "long": ("Maria-Alexandra Konstantinopoulou-Featherstonehaugh de la Cr.", LONG_TITLE[:150]),
    "without a blank": ("W" * 60, "A demonstration"),
    "longest": ("Konstantin " * 18, LONG_TITLE),
    "korean": ("한겨울 가나다", "되돌려 보냄"),
    "right to left": ("ليلى بنت الأمثال عبد الرحمن", "A demonstration"),
    "nameless": ("", "A demonstration"),
}


@pytest.mark.servers
@pytest.mark.skipif(which("chromium") is None, reason="there is no Chromium here")
@pytest.mark.parametrize(("name", "title"), SHEETS.values(), ids=SHEETS.keys())
def test_it_prints_on_one_sheet(tmp_path: Path, name: str, title: str) -> None:
    """A second sheet with two lines on it is what everybody throws away."""
    made = make_certificate(completed(is_draft=True), told(name=name, title=title), ISSUER)
    source, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    source.write_text(certificate_page(made, name, LEARNER, FILE), encoding="utf-8")

    subprocess.run(
        [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu"),
            *("--no-pdf-header-footer", f"--print-to-pdf={printed}", str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )

    data = printed.read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", data)) == 1
    assert re.search(rb"/MediaBox\s*\[0 0 84[12][.\d]* 59[45][.\d]*\]", data)
