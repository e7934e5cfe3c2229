"""A proof leaves nothing out: whoever signs for a course has read all of it."""

import dataclasses
import re
from itertools import pairwise
from pathlib import Path

import pytest
from course_of_everything import write_everything
from html_page import Page, assert_sound
from markdown_it import MarkdownIt
from paper import (
    DAY,
    HOSTILE,
    course_folder,
    said_in,
    shipped_material,
    shipped_proof,
    tree_of,
    unit_files,
    words_of,
)

from protectcourse.authoring.paper.html_document import as_html
from protectcourse.authoring.paper.markdown import as_markdown
from protectcourse.authoring.paper.material import choose, fingerprint, read_material
from protectcourse.authoring.paper.proof import proof_of
from protectcourse.course.problems import Problem
from protectcourse.findings import Severity

PROBLEM = Problem(
    file="lessons/x.yaml",
    line=12,
    column=3,
    code="Q101",
    severity=Severity.WARNING,
    message="the key is the longest option",
    hint="Shorten it.",
)
REVIEW = """\
status: reviewed
reviewers:
  - by: Mara Vell
    date: 2026-10-02
    checked: all law and dates
"""


@pytest.mark.parametrize("path", unit_files(), ids=lambda path: path.stem)
def test_every_text_of_a_shipped_unit_is_in_its_proof(path: Path) -> None:
    """A reason that is not printed is a reason that nobody reviewed."""
    words = shipped_proof(path)[1].read

    texts = list(said_in(path))

    assert len(texts) > 20
    assert [text for text in texts if text not in words] == []


@pytest.mark.parametrize("path", unit_files(), ids=lambda path: path.stem)
def test_every_source_of_a_shipped_unit_is_in_its_proof(path: Path) -> None:
    """With its name and place where it is cited, and in full at the end."""
    material = shipped_material(path)
    words = shipped_proof(path)[1].read
    at_the_end = words[words.rindex("Sources") :]
    cited = re.findall(r"\[@([^\]]+)\]", " ".join(path.read_text(encoding="utf-8").split()))
    listed = [part.strip().removeprefix("@") for one in cited for part in one.split(";")]
    listed += list(sources_in(tree_of(path)))

    assert listed
    for one in listed:
        name, _, place = one.partition(",")
        if name == "course":
            assert "the course's own frame" in words
            continue
        source = material.sources[name]
        shown = f"{source.name}, {place.strip()}" if place else source.name
        assert shown in words
        assert source.title in at_the_end
        assert not source.note or " ".join(source.note.split())[:40] in at_the_end


def sources_in(value: object) -> list[str]:
    """Return what stands under each `source` of a file."""
    if isinstance(value, list):
        return [source for one in value for source in sources_in(one)]
    if not isinstance(value, dict):
        return []
    found = [source for one in value.values() for source in sources_in(one)]
    own = value.get("source", [])  # an id may be called so too
    return [*found, *([own] if isinstance(own, str) else own if isinstance(own, list) else [])]


@pytest.mark.parametrize("path", [course_folder(), *unit_files()], ids=lambda path: path.stem)
def test_a_proof_is_a_sound_page_and_sound_markdown(path: Path) -> None:
    """It is mailed, printed and read aloud, on machines that we do not know."""
    document, page = shipped_proof(path)
    text = as_markdown(document)

    assert_sound(page)
    assert {one.type for one in MarkdownIt().parse(text)}.isdisjoint({"html_block", "code_block"})
    levels = [len(found) for found in re.findall(r"^(#+) ", text, re.M)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_whole_course_has_all_of_its_units_and_its_own_rules() -> None:
    """Nobody proofs thirty files one by one."""
    material = shipped_material(course_folder())
    words = shipped_proof(course_folder())[1].read

    for unit in material.units:
        assert unit.value.title in words
        assert fingerprint(unit.reading) in words
    for text in said_in(course_folder() / "course.yaml"):
        assert text in words
    for source in material.sources.values():
        assert source.title in words


def test_the_top_says_which_wording_was_read(tmp_path: Path) -> None:
    """A remark without a version cannot be answered."""
    files = write_everything(tmp_path)
    path = files.lessons / "01-visitors.yaml"
    material = read_material(choose(path))

    words = words_of(proof_of(material, [], DAY))

    top = words[: words.index("Question 1")]
    for part in (str(path), fingerprint(material.units[0].reading), "2026-11-27", "version 1"):
        assert part in top
    assert "draft: nobody has reviewed it yet" in top
    assert "3 pages, 4 questions; about " in top


def test_whoever_reviewed_is_named_with_the_day_and_what_they_read(tmp_path: Path) -> None:
    """And of a unit that they did not read they are not named."""
    files = write_everything(tmp_path)
    path = files.lessons / "scenarios" / "river-post.yaml"
    path.write_text(path.read_text(encoding="utf-8") + REVIEW, encoding="utf-8")

    case = words_of(proof_of(read_material(choose(path)), [], DAY))
    lesson = words_of(proof_of(read_material(choose(files.lessons / "02-fire.yaml")), [], DAY))

    assert "reviewed by Mara Vell, 2026-10-02, checked all law and dates" in case
    assert "Mara Vell" not in lesson


def test_a_place_has_a_number_and_its_line(tmp_path: Path) -> None:
    """A reviewer names "decision 2.b"; whoever mends it goes to the line."""
    files = write_everything(tmp_path)
    path = files.lessons / "scenarios" / "river-post.yaml"
    line = path.read_text(encoding="utf-8").splitlines().index("      form:") + 1

    words = words_of(proof_of(read_material(choose(path)), [], DAY))

    assert "2.b Read the consent form aloud, answer what she asks" in words
    assert f"(form, line {line})" in words


def test_conditions_effects_and_routes_are_in_words(tmp_path: Path) -> None:
    """And none of them as the atoms of the file."""
    files = write_everything(tmp_path)
    material = read_material(choose(files.lessons / "scenarios" / "river-post.yaml"))

    words = words_of(proof_of(material, [], DAY))

    assert "Only if: trust is at least 2 (talking)" in words
    assert "Otherwise: it is shown with the reason: She shakes her head. Not yet." in words
    assert "Effects: trust goes down by 1; from now on “The sergeant heard what she said.”" in words
    assert (
        "ending D (exposed) if it is so that “The sergeant heard what she said.”; ending B"
        " (delayed) if it is not so that “After an explanation, she agreed to talk and to have a"
        " referral made.”; otherwise ending A (referred)"
    ) in words
    assert "met, if it is known that “Varnia sends people who left" in words
    assert "From 5 right answers on: decision 5 (advise)" in words
    for atom in ("trust >= 2", "learn photo", "set overheard", "not agreed"):
        assert atom not in words


def test_what_the_check_finds_stands_at_the_end(tmp_path: Path) -> None:
    """A reviewer must not spend an hour on what the program knows to be wrong."""
    files = write_everything(tmp_path)
    material = read_material(choose(files.lessons / "02-fire.yaml"))

    faulty = words_of(proof_of(material, [PROBLEM], DAY))
    sound = words_of(proof_of(material, [], DAY))

    assert "lessons/x.yaml, line 12, column 3 warning Q101: the key is the longest option" in faulty
    assert "1 warning; listed at the end" in faulty
    assert "None: the check finds nothing wrong." in sound


def test_hostile_words_are_words(tmp_path: Path) -> None:
    """A course is anybody's file, and a proof is opened in a browser."""
    plain = write_everything(tmp_path / "plain", lambda text: f"{text.rstrip()} Q{'q' * 9}")
    hostile = write_everything(tmp_path / "hostile", lambda text: f"{text.rstrip()} {HOSTILE}")

    expected = proof_of(read_material(choose(plain.lessons)), [], DAY)
    document = proof_of(read_material(choose(hostile.lessons)), [], DAY)

    page = Page(as_html(document))
    assert_sound(page)
    assert set(page.tags) <= set(Page(as_html(expected)).tags) | {"code", "small"}
    assert page.read.count("<script>alert(1)</script>") > 100
    assert "{{ 7*7 }}" in page.read
    found = [
        child.type
        for token in MarkdownIt().parse(as_markdown(document))
        for child in (token, *(token.children or ()))
    ]
    assert {"html_inline", "html_block", "link_open", "image", "code_inline"}.isdisjoint(found)


def test_words_in_another_language_say_so(tmp_path: Path) -> None:
    """A screen reader would read Korean with an English voice."""
    files = write_everything(tmp_path)
    material = read_material(choose(files.lessons / "02-fire.yaml"))
    assert material.head is not None
    korean = dataclasses.replace(material, head=dataclasses.replace(material.head, language="ko"))

    page = as_html(proof_of(korean, [], DAY))

    assert '<span lang="ko">Alarms and smoke</span>' in page
    assert '<span lang="ko">Everyone leaves by the nearest stairs' in page
    assert 'lang="en"' in page
    assert 'lang="ko"' not in as_html(proof_of(material, [], DAY))
