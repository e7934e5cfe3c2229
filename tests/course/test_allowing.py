from pathlib import Path

import pytest
from course_files import CASE, write_course
from course_files import LESSON as PLAIN_LESSON
from lint_examples import COURSE, SOURCES

from protectcourse.course.folders import CourseFiles
from protectcourse.course.loading import check_single, load_course
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


def stale(problems: list[Problem]) -> list[tuple[str, int]]:
    """Return severity and line of each exception that is good for nothing."""
    return [(str(one.severity), one.line) for one in problems if one.code == "C032"]


@pytest.mark.parametrize(
    ("place", "indent", "line"),
    [("bank", "", 4), ("question", "    ", 11), ("lesson", "", 6), ("page", "    ", 9)],
)
def test_an_exception_that_allows_nothing_is_told(
    tmp_path: Path, place: str, indent: str, line: int
) -> None:
    """It would hide the next mistake of its kind."""
    exception = allow("Q131").format(indent=indent) + ("\n" if place in {"bank", "lesson"} else "")

    assert stale(problems_of(tmp_path, **{place: exception})) == [("warning", line)]


def test_an_exception_that_allows_something_is_not_told(tmp_path: Path) -> None:
    """Else no exception could stand."""
    line = allow("Q125").format(indent="") + "\n"

    assert stale(problems_of(tmp_path, bank=line)) == []


def test_an_exception_to_no_rule_is_an_error_with_the_nearest_code(tmp_path: Path) -> None:
    """A code mistyped allows nothing, and its author thinks that it does."""
    line = allow("Q1125").format(indent="") + "\n"

    problems = problems_of(tmp_path, bank=line)

    assert stale(problems) == [("error", 4)]
    assert next(one for one in problems if one.code == "C032").hint.startswith("Did you mean `Q1")


@pytest.mark.parametrize("code", ["C030", "Q003"])
def test_a_mistake_of_form_cannot_be_allowed(tmp_path: Path, code: str) -> None:
    """What cannot be read or answered stays so, whatever the reason."""
    line = allow(code).format(indent="") + "\n"

    (problem,) = (one for one in problems_of(tmp_path, bank=line) if one.code == "C032")

    assert "cannot be allowed" in problem.message


def test_a_slow_page_can_be_allowed(tmp_path: Path) -> None:
    """T002 is a warning: a long table may be worth the wait."""
    page = allow("T002").format(indent="    ")
    text = LESSON.replace("The desk", "The desk counted them. " * 100 + "It")
    files = write_course(tmp_path, lesson=text.format(lesson="", page=page))

    problems = load_course(files, deeply=True).problems

    slow = [one for one in problems if one.code == "T002"]
    assert [one.severity for one in slow] == [Severity.INFO]
    assert stale(problems) == []


def test_a_question_in_a_lesson_and_a_node_of_a_case_have_exceptions_too(tmp_path: Path) -> None:
    """They are written where the thing is that they excuse."""
    node = "    lint_allow: {Q131: None.}\n    text: A landlord"
    prompt = '\n    recall:\n      kind: reflection\n      stem: "Why:"\n'
    prompt += "      model_answer: For a reason.\n      lint_allow: {Q131: None.}\n"
    files = write_course(
        tmp_path,
        course=COURSE.format(
            objectives="objectives:\n  O1:\n    text: Name it.\n    bloom: remember\n",
            units="      - lesson: welcome\n      - case: first-case",
        ),
        lesson=PLAIN_LESSON.rstrip() + prompt,
        case=CASE.replace("    text: A landlord", node),
    )

    told = [one for one in load_course(files, deeply=True).problems if one.code == "C032"]

    assert sorted(Path(one.file).name for one in told) == ["01-welcome.yaml", "case.yaml"]


def test_without_the_checks_of_writing_their_exceptions_are_not_judged(tmp_path: Path) -> None:
    """A first course is not held to them yet; nor is a file that stands alone."""
    lesson = PLAIN_LESSON.replace("minutes: 1", "minutes: 1\nlint_allow: {Q131: Later.}")
    files = write_course(tmp_path, lesson=lesson)

    assert stale(load_course(files, deeply=True).problems) == []
    assert stale(check_single(files.lessons / "01-welcome.yaml")) == []
