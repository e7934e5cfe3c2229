from pathlib import Path

import pytest
from lint_examples import COURSE, SOURCES

from protectcourse.course.folders import CourseFiles
from protectcourse.course.loading import load_course
from protectcourse.course.problems import Problem
from protectcourse.findings import Severity

REASON = "A bank this small cannot do otherwise."
BANK = """\
quiz: asked
title: Asked
{bank}questions:
  judged:
    kind: true-false
    objective: O1
    bloom: remember
    source: house-rules, 4
    contested: true
    {question}
    stem: "True or false: a visitor without a badge should wait in the hall, as Ada Smith argues."
    answer: true
    rationale: She says so in the second of her rules for the house.
"""
LESSON = """\
lesson: read
title: To be read
minutes: 1
objectives: [O1]
{lesson}pages:
  only:
    title: How many come
    {page}
    text: The desk counted 1,250 visitors, as its report says.
"""


def problems_of(folder: Path, **places: str) -> list[Problem]:
    """Return what `check` says of a course with exceptions at these places."""
    lessons, quizzes = folder / "lessons" / "demo", folder / "quizzes" / "demo"
    lessons.mkdir(parents=True)
    quizzes.mkdir(parents=True)
    places = {"bank": "", "question": "", "lesson": "", "page": ""} | places
    units = "      - lesson: read\n      - quiz: asked"
    objectives = "objectives:\n  O1:\n    text: Name it.\n    bloom: remember\n"
    (lessons / "course.yaml").write_text(
        COURSE.format(objectives=objectives, units=units), encoding="utf-8"
    )
    (lessons / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (lessons / "01-read.yaml").write_text(LESSON.format(**places), encoding="utf-8")
    (quizzes / "bank.yaml").write_text(BANK.format(**places), encoding="utf-8")
    return load_course(CourseFiles(lessons, quizzes), deeply=True).problems


def allow(code: str) -> str:
    """Return the line by which an author allows a code."""
    return f"lint_allow:\n{{indent}}  {code}: {REASON}"


@pytest.mark.parametrize(
    ("place", "indent", "code"),
    [
        ("bank", "", "Q125"),
        ("question", "    ", "Q125"),
        ("lesson", "", "Q127"),
        ("page", "    ", "Q127"),
    ],
)
def test_what_is_allowed_is_listed_with_its_reason(
    tmp_path: Path, place: str, indent: str, code: str
) -> None:
    """An exception that nobody sees becomes the rule."""
    line = allow(code).format(indent=indent) + ("\n" if place in {"bank", "lesson"} else "")
    before = [one for one in problems_of(tmp_path / "before") if one.code == code]

    after = [one for one in problems_of(tmp_path / "after", **{place: line}) if one.code == code]

    allowed = [one for one in after if one.severity is Severity.INFO]
    assert [one for one in before if one.severity is Severity.ERROR]
    assert len(after) == len(before)
    assert allowed
    for problem in allowed:
        assert problem.message.startswith("allowed: ")
        assert REASON in problem.hint


def test_an_exception_holds_where_it_stands_and_no_further(tmp_path: Path) -> None:
    """A question's own exception must not excuse the bank."""
    line = allow("Q125").format(indent="    ")

    problems = [one for one in problems_of(tmp_path, question=line) if one.code == "Q125"]

    assert {(one.line, one.severity) for one in problems} == {
        (3, Severity.WARNING),
        (5, Severity.INFO),
    }


def test_another_code_is_not_excused(tmp_path: Path) -> None:
    """An exception is for one rule."""
    line = allow("Q126").format(indent="") + "\n"

    problems = problems_of(tmp_path, bank=line)

    assert [one for one in problems if one.code == "Q125" and one.severity is Severity.ERROR]
