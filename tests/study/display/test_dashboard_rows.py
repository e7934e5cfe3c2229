"""The dashboard, and the list of courses, as rows."""

from pathlib import Path

import pytest
from learners import LESSON, QUIZ, Learner, four_units, read_through

from protectcourse.study.dashboard import Dashboard, read_dashboard
from protectcourse.study.display.choosing import Row
from protectcourse.study.display.dashboard_rows import (
    CONTINUE,
    MODULE,
    UNIT,
    course_rows,
    dashboard_rows,
    latest_course,
    modules_to_unfold,
    notice_blocks,
)


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    """Return somebody at the beginning of two modules of two units."""
    return Learner(tmp_path / "data", four_units(tmp_path / "course"))


def words_of(row: Row) -> str:
    """Return a row as one reads it."""
    return f"{row.sign} {row.text} {row.right}".strip()


def test_what_comes_next_comes_first_and_its_module_is_open(learner: Learner) -> None:
    """One key begins; what is further off takes one line."""
    board = read_dashboard(learner.enrolment)

    rows = dashboard_rows(board, modules_to_unfold(board))

    assert [row.id for row in rows] == [
        CONTINUE,
        MODULE + "m2",
        UNIT + LESSON,
        UNIT + QUIZ,
        MODULE + "m3",
    ]
    assert words_of(rows[0]) == "Begin   2.1 The rule against return Enter"
    assert words_of(rows[1]).startswith("▾ 2  ")
    assert words_of(rows[1]).endswith("░░░░░░░░░░  0 of 2")
    assert words_of(rows[2]).startswith("· lesson  2.1 The rule against return ")
    assert "pass at 80 %" in rows[3].right


def test_what_was_begun_is_gone_on_with_and_what_is_done_is_ticked(learner: Learner) -> None:
    """The word says which of the two it is, and where it was left."""
    session = learner.lesson()
    session.open()
    begun = dashboard_rows(read_dashboard(learner.enrolment), {"m2"})
    read_through(session)
    done = dashboard_rows(read_dashboard(learner.enrolment), {"m2"})

    assert str(begun[0].text).startswith("Continue   2.1 The rule against return · ")
    assert (begun[2].sign, done[2].sign) == ("▸", "✓")
    assert done[1].right.endswith("1 of 2")


def test_with_nothing_left_it_says_so() -> None:
    """There is then nothing to open, and the row takes no Enter."""
    board = Dashboard("T", "", None, is_begun=False, modules=(), notices=("Read-only.",))

    (row,) = dashboard_rows(board, modules_to_unfold(board))

    assert row.disabled
    assert row.text == "Everything here is done."
    assert [block.text.plain for block in notice_blocks(board)] == ["Read-only."]  # type: ignore[union-attr]


def test_a_locked_unit_says_why(learner: Learner) -> None:
    """It can be read and not be opened."""
    board = read_dashboard(learner.enrolment)
    module = board.modules[1]
    locked = type(module.units[0].state)("locked")
    line = module.units[0]._replace(state=locked, where="opens later")
    shut = board._replace(modules=(module._replace(state=locked, units=(line,)),))

    rows = dashboard_rows(shut, {module.module.id})

    assert (rows[2].disabled, rows[2].note) == (True, "opens later")
    assert [row.sign for row in rows[1:]] == ["–", "–"]


def test_each_course_says_how_far_it_is(learner: Learner) -> None:
    """So that one need not open it to see."""
    (row,) = course_rows({"sent-back": learner.enrolment})

    assert (row.id, row.number, row.text) == ("sent-back", 1, "Sent Back?")
    assert "0 of 4 done" in row.note


def test_the_course_touched_last_is_offered_first() -> None:
    """Units are known by their course; a course that is gone is passed over."""
    assert latest_course(["a", "b"], ["a/one", "b/two", "gone/three"]) == "b"
    assert latest_course(["a", "b"], []) == "a"
