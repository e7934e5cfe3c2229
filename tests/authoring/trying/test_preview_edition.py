"""What is shown of files as they stand."""

from pathlib import Path

import pytest
from case_plays import FOLDER
from course_files import CASE, COURSE, LESSON, QUIZ, write_course

from protectcourse.authoring.trying.preview_edition import Edition, read_edition
from protectcourse.authoring.trying.preview_target import find_target
from protectcourse.authoring.watching import KeptFiles
from protectcourse.errors import ContentError

SOURCES = """\
sources:
  leaflet:
    author: The desk
    title: Who comes in
    date: 2024
    kind: course
    checked: 2026-11-20
    status: confirmed
"""
GLOSSARY = """\
glossary:
  badge:
    term: visitor's badge
    meaning: What a visitor wears.
    source: leaflet
"""
CITING = LESSON.replace("the desk.", "the desk, with a [[badge]] [@leaflet].")


def read(path: Path) -> Edition:
    """Return the edition at a path."""
    return read_edition(find_target(path), KeptFiles(deeply=False))


def codes(edition: Edition) -> list[str]:
    """Return the codes of its problems."""
    return [problem.code for problem in edition.problems]


@pytest.mark.parametrize(
    ("text", "unit", "sort"),
    [(LESSON, "welcome", "lesson"), (QUIZ, "visitors", "quiz"), (CASE, "first-case", "case")],
)
def test_a_file_that_stands_alone_is_shown(tmp_path: Path, text: str, unit: str, sort: str) -> None:
    """The first thing that a trainer writes is one file."""
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")

    edition = read(path)

    assert edition.course is not None
    assert (edition.unit, edition.problems) == (unit, ())
    assert [(one.id, one.sort) for one in edition.course.outline.units()] == [(unit, sort)]


def test_a_file_that_stands_alone_knows_its_own_sources(tmp_path: Path) -> None:
    """There is no sources.yaml beside it."""
    path = tmp_path / "mine.yaml"
    path.write_text(LESSON + SOURCES, encoding="utf-8")
    bank = tmp_path / "bank.yaml"
    bank.write_text(QUIZ + SOURCES, encoding="utf-8")

    for file in (path, bank):
        course = read(file).course
        assert course is not None
        assert course.sources["leaflet"].title == "Who comes in"


def test_a_file_of_a_course_knows_its_sources_and_glossary(tmp_path: Path) -> None:
    """Else every page would be full of faults that are none."""
    files = write_course(tmp_path, lesson=CITING, sources=SOURCES, glossary=GLOSSARY)

    edition = read(files.lessons / "01-welcome.yaml")

    assert edition.course is not None
    assert (edition.unit, edition.problems) == ("welcome", ())
    text = edition.course.lesson("welcome").pages["hello"].text
    assert text is not None
    assert "visitor's badge" in text
    assert "leaflet" in edition.course.sources


def test_a_unit_that_no_module_names_yet_is_shown(tmp_path: Path) -> None:
    """It is written first and named in course.yaml afterwards."""
    files = write_course(tmp_path, another=LESSON.replace("welcome", "second"))

    edition = read(files.lessons / "another.yaml")

    assert edition.is_shown
    assert edition.unit == "second"


def test_only_what_is_wrong_with_the_file_itself_is_told(tmp_path: Path) -> None:
    """A colleague's half-written quiz is not this author's business."""
    files = write_course(tmp_path, quiz=QUIZ.replace("kind: one", "kind: none"))

    assert read(files.lessons / "01-welcome.yaml").problems == ()
    assert "Q001" in codes(read(files.lessons))


def test_a_broken_file_shows_nothing_and_says_why(tmp_path: Path) -> None:
    """The screen keeps what it had."""
    files = write_course(tmp_path, lesson=LESSON.replace("minutes", "minute"))
    alone = tmp_path / "mine.yaml"
    alone.write_text(LESSON.replace("minutes", "minute"), encoding="utf-8")

    for path in (files.lessons / "01-welcome.yaml", alone):
        edition = read(path)
        assert not edition.is_shown
        assert "C010" in codes(edition)


def test_a_course_whose_own_file_is_broken_says_so_wherever_one_looks(tmp_path: Path) -> None:
    """A sound lesson cannot be shown, and its author has to know why."""
    files = write_course(tmp_path, course=COURSE.replace("title: A", "titel: A"))

    edition = read(files.lessons / "01-welcome.yaml")

    assert not edition.is_shown
    assert {Path(problem.file).name for problem in edition.problems} == {"course.yaml"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("expect: referred", "expect: delayed", "S017"), ("sound, options", "sound, opt", "S010")],
)
def test_a_script_gone_stale_keeps_nothing_from_being_shown(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    """The author looks at the new route before adapting the model plays."""
    text = (FOLDER / "river_post.yaml").read_text(encoding="utf-8")
    path = tmp_path / "river.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    edition = read(path)

    assert edition.is_shown
    assert codes(edition) == [code]


@pytest.mark.parametrize("name", ["sources.yaml", "course.yaml"])
def test_what_no_learner_opens_shows_the_course(tmp_path: Path, name: str) -> None:
    """A glossary is looked at in its course."""
    files = write_course(tmp_path, sources=SOURCES)

    edition = read(files.lessons / name)

    assert edition.is_shown
    assert edition.unit == ""


def test_what_cannot_be_shown_is_refused_in_words(tmp_path: Path) -> None:
    """A folder without a course, sources without one, two courses at once."""
    (tmp_path / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    write_course(tmp_path / "two")
    other = tmp_path / "two" / "lessons" / "other"
    other.mkdir()
    (other / "course.yaml").write_text(COURSE, encoding="utf-8")

    for path in (tmp_path, tmp_path / "sources.yaml", tmp_path / "two"):
        with pytest.raises(ContentError) as refused:
            find_target(path)
        assert refused.value.hint


def test_a_file_is_read_again_only_when_it_has_changed(tmp_path: Path) -> None:
    """A save in a course of hundreds of files must show within a second."""
    files = write_course(tmp_path)
    kept = KeptFiles(deeply=False)
    target = find_target(files.lessons)
    before = read_edition(target, kept)
    path = files.lessons / "01-welcome.yaml"
    path.write_text(LESSON.replace("Walk along", "Go along"), encoding="utf-8")

    after = read_edition(target, kept)

    assert before.course is not None
    assert after.course is not None
    assert "Walk along" in str(before.course.lesson("welcome"))
    assert "Go along" in str(after.course.lesson("welcome"))
