"""A source or a term in plain brackets: what authors write who forget a sign."""

from pathlib import Path

import pytest
from course_files import LESSON, write_course

from protectcourse.course.loading import load_course
from protectcourse.findings import Severity

SOURCES = """\
sources:
  house-rules:
    body: The house
    title: Rules for visitors
    date: 2024-05
    kind: course
    checked: 2026-11-20
    status: confirmed
"""
GLOSSARY = """\
glossary:
  badge:
    term: badge
    forms: [badges]
    meaning: A card with a name and a picture that is worn in the house.
    source: house-rules
"""


def found(folder: Path, words: str) -> list[tuple[str, Severity, str]]:
    """Return code, severity and hint of what is found in a page with these words."""
    lesson = LESSON.replace("a badge", words)
    files = write_course(folder, lesson=lesson, sources=SOURCES, glossary=GLOSSARY)
    problems = load_course(files, deeply=True).problems
    return [(one.code, one.severity, one.hint) for one in problems if one.code in {"C020", "C023"}]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a badge [house-rules, 3]", ("C020", Severity.WARNING, "Write `[@house-rules, 3]`")),
        ("a badge [house-rules]", ("C020", Severity.WARNING, "Write `[@house-rules]`")),
        ("a [badge]", ("C023", Severity.INFO, "Write `[[badge]]`")),
        ("many [Badges]", ("C023", Severity.INFO, "Write `[[Badges]]`")),
    ],
)
def test_a_name_in_plain_brackets_is_told(
    tmp_path: Path, words: str, expected: tuple[str, Severity, str]
) -> None:
    """The learner would read the id of a source, and nobody would be cited."""
    ((code, severity, hint),) = found(tmp_path, words)

    assert (code, severity) == expected[:2]
    assert hint.startswith(expected[2])


@pytest.mark.parametrize(
    "words", ["a badge [@house-rules, 3]", "a [[badge]]", "a [[badge|card]]", "a [new] badge"]
)
def test_other_brackets_are_left_alone(tmp_path: Path, words: str) -> None:
    """Brackets also show what an editor has put into a quotation."""
    assert found(tmp_path, words) == []
