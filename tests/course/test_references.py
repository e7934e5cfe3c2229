"""What is said of a reference while the file that declares things cannot be read."""

from pathlib import Path

import pytest
from course_files import COURSE, LESSON, write_course

from protectcourse.course.loading import load_course

OBJECTIVES = COURSE.replace("modules:", "objectives:\n  O1:\n    text: Explain badges.\nmodules:")
SOURCES = """\
sources:
  house-rules:
    body: The house
    title: Rules for visitors
    date: 05.2024
    kind: course
    checked: 2026-11-20
    status: confirmed
"""
CITING = LESSON.replace("a badge", "a badge [@house-rules]")


@pytest.mark.parametrize(
    ("course", "lesson", "more", "code"),
    [
        (
            OBJECTIVES.replace("version: 1", "version: 1.1"),
            f"{LESSON}objectives: [O1]\n",
            {},
            "C012",
        ),
        (OBJECTIVES + "x: [\n", f"{LESSON}objectives: [O1]\n", {}, "C003"),
        (COURSE, CITING, {"sources": SOURCES}, "C012"),
        (COURSE, CITING, {"sources": f"{SOURCES}x: [\n"}, "C003"),
    ],
)
def test_a_slip_in_the_file_that_declares_is_told_once(
    tmp_path: Path, course: str, lesson: str, more: dict[str, str], code: str
) -> None:
    """Else one wrong date hides among forty references that are right."""
    problems = load_course(write_course(tmp_path, course=course, lesson=lesson, **more)).problems

    assert code in {one.code for one in problems}
    assert not {"C020", "C022"} & {one.code for one in problems}


def test_a_message_says_where_to_add_what_is_missing(tmp_path: Path) -> None:
    """`Declare it` is no word of somebody who has never declared anything."""
    lesson = f"{LESSON}objectives: [O9]\n"

    (problem,) = load_course(write_course(tmp_path, lesson=lesson)).problems

    assert problem.message == "`O9` is not an objective of this course"
    assert problem.hint.startswith("Add it below `objectives:` in course.yaml")
