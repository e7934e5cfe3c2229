import pytest
from course_files import COURSE

from protectcourse.authoring.beginning.course_entry import with_unit

COMMENTED = """\
# Ours, and no machine's.
course: demo   # the id
version: 1
title: A demonstration
language: en
modules:
  one:
    title: Visitors   # comes first
    units:
      - lesson: welcome   # for everybody
      # the heart of it
      - case:  the-door
        elective: true    # for now
      - quiz: visitors
  two:
    title: More
    units:
    - lesson: later
"""


def test_a_lesson_goes_before_the_quiz_and_nothing_else_changes() -> None:
    """A trainer's comments and blanks are theirs."""
    after = with_unit(COMMENTED, "one", "lesson", "keys")

    assert after is not None
    lines = after.split("\n")
    assert lines[13:15] == ["      - lesson: keys", "      - quiz: visitors"]
    assert lines[:13] + lines[14:] == COMMENTED.split("\n")


def test_a_quiz_goes_to_the_end_also_of_the_last_module() -> None:
    """The end of a file is where line counts go wrong."""
    for text in (COMMENTED, COMMENTED.rstrip("\n")):
        after = with_unit(text, "two", "quiz", "later-quiz")

        assert after is not None
        assert after.rstrip("\n").endswith("    - lesson: later\n    - quiz: later-quiz")


def test_a_unit_that_takes_several_lines_is_not_torn_apart() -> None:
    """`elective: true` belongs to the case above it."""
    text = COMMENTED.replace("      - quiz: visitors\n", "")

    after = with_unit(text, "one", "lesson", "keys")

    assert after is not None
    assert "        elective: true    # for now\n      - lesson: keys\n  two:" in after


def test_line_ends_of_windows_stay() -> None:
    """A file with two sorts of line ends shows as changed all over."""
    after = with_unit(COURSE.replace("\n", "\r\n"), "one", "lesson", "keys")

    assert after is not None
    assert after.count("\n") == after.count("\r\n") == COURSE.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        COURSE[: COURSE.index("    units:")] + "    units: [{lesson: welcome}, {quiz: visitors}]\n",
        COURSE.replace("- lesson", "-\n        lesson"),
        COURSE.replace("title: A", "title: a: b"),
        COURSE.replace("  one:", "  two:"),
        COURSE[: COURSE.index("      - lesson")],
        "",
        "- a list\n",
    ],
    ids=["brackets", "dash alone", "a fault", "no such module", "no units", "empty", "a list"],
)
def test_what_cannot_be_done_safely_is_not_done(text: str) -> None:
    """Then the author is told the line to add, and adds it."""
    assert with_unit(text, "one", "lesson", "keys") is None
