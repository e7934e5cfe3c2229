"""What came of a quiz, and what can be done next."""

from dataclasses import replace
from pathlib import Path

import pytest
from learners import LESSON, QUIZ, SECOND_LESSON, Learner, four_units, take_quiz

from protectcourse.blocks import Block, TextBlock
from protectcourse.study.dashboard import next_after
from protectcourse.study.display.quiz_result_blocks import (
    attempt_blocks,
    choice_after_result,
    result_blocks,
    result_rows,
    review_sheet,
)
from protectcourse.study.quiz_result import QuizResult


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    """Return somebody who takes a small course."""
    return Learner(tmp_path / "data", four_units(tmp_path / "course"))


def result_with(learner: Learner, missing: int) -> QuizResult:
    """Return the result of an attempt with some answers wrong."""
    session = learner.quiz()
    session.begin()
    take_quiz(session, missing)
    return session.result()


def words_of(blocks: list[Block]) -> str:
    """Return all words of blocks."""
    return " | ".join(one.text.plain for one in blocks if isinstance(one, TextBlock))


def test_a_pass_offers_what_comes_next_first(learner: Learner) -> None:
    """After finishing something the next step is offered, not the menu."""
    result, upcoming = result_with(learner, 0), next_after(learner.enrolment, QUIZ)

    rows = result_rows(result, upcoming, None)

    assert words_of(result_blocks(result, None, "")).startswith("✓ passed: 100 %")
    assert [row.id for row in rows] == ["next", "review", "again", "home"]
    assert [row.number for row in rows] == [1, 2, 3, 4]
    what = choice_after_result("next", result, upcoming)
    assert what.unit is not None
    assert (what.action, what.unit.id) == ("open", upcoming and upcoming.unit.id)


def test_a_miss_offers_what_to_read_again_first(learner: Learner) -> None:
    """What helps comes before another try."""
    result, upcoming = result_with(learner, 3), next_after(learner.enrolment, QUIZ)

    rows = result_rows(result, upcoming, None)

    assert words_of(result_blocks(result, None, "")).startswith("✗ not yet passed: ")
    assert rows[0].id == f"read {LESSON}"
    assert [row.id for row in rows][-5:] == ["review", "retry", "again", "next", "home"]
    what = choice_after_result(rows[0].id, result, upcoming)
    assert what.unit is not None
    assert (what.action, what.unit.id) == ("open", LESSON)
    assert upcoming is not None
    assert upcoming.unit.id in {LESSON, SECOND_LESSON}


@pytest.mark.parametrize("row_id", ["retry", "again", "review", "home"])
def test_each_row_means_what_it_says(learner: Learner, row_id: str) -> None:
    """Both front ends do the same with it."""
    assert choice_after_result(row_id, result_with(learner, 1), None).action == row_id


def test_attempts_left_today_are_told(learner: Learner) -> None:
    """Without one left nothing may promise another."""
    result = result_with(learner, 1)

    assert "attempts left today: 2" in str(result_rows(result, None, 2)[-2].text)
    assert "again" not in [row.id for row in result_rows(result, None, 0)]
    assert "No attempt is left today" in words_of(result_blocks(result, 0, ""))


def test_what_is_not_saved_comes_before_all(learner: Learner) -> None:
    """A result on the screen only is none."""
    blocks = result_blocks(result_with(learner, 0), None, "Not saved: the disk is full.")

    assert isinstance(blocks[0], TextBlock)
    assert blocks[0].text.pieces == (("Not saved: the disk is full.", "wrong"),)


def test_a_retry_is_not_called_a_pass(learner: Learner) -> None:
    """It is for practice, and a list of attempts says so."""
    result = replace(result_with(learner, 0), is_retry=True)

    assert words_of(result_blocks(result, None, "")).startswith("Retry: 100 %")
    assert words_of(attempt_blocks(result)).startswith("Attempts so far | 1.  ")


def test_rules_beside_the_mark_are_told(learner: Learner) -> None:
    """Who reached the mark and did not pass must learn why."""
    result = replace(result_with(learner, 1), floor=2, below_floor=("Law",), is_open=False)

    words = words_of(result_blocks(result, None, ""))

    assert "At least 2 right are needed in each part. | Too few in: Law." in words
    assert "shown once the quiz is passed" in words


def test_looking_back_shows_each_question_with_its_answer(learner: Learner) -> None:
    """One without an answer is told to have none."""
    result_with(learner, 1)
    first, *others = learner.quiz().review()

    sheet = review_sheet("A quiz", [replace(first, answer=None, feedback=None), *others])

    words = words_of(list(sheet.blocks))
    assert sheet.place == f"{1 + len(others)} questions"
    assert words.count("Question ") == 1 + len(others)
    assert words.count("✗ not answered") == 1
    assert words.count("✓ right") >= len(others)
