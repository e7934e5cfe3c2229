"""What is said around the questions of a quiz."""

from dataclasses import replace
from pathlib import Path

from learners import Learner

from protectcourse.blocks import TextBlock
from protectcourse.study.display.quiz_words import (
    HAND_IN,
    hand_in_offer,
    place_words,
    sureness_rows,
    title_words,
)
from protectcourse.study.display.sheets import Offer
from protectcourse.study.quiz_session import QuestionLine


def words_of(offer: Offer) -> str:
    """Return what is said before the rows."""
    return " ".join(one.text.plain for one in offer.blocks if isinstance(one, TextBlock))


def test_flagged_and_unanswered_questions_come_first() -> None:
    """Before handing in, one looks at what is still to do."""
    lines = [
        QuestionLine(1, "First?", answered=True, flagged=False),
        QuestionLine(2, "Second?", answered=False, flagged=False),
        QuestionLine(3, "Third?", answered=True, flagged=True),
    ]

    offer = hand_in_offer(lines)

    assert [row.id for row in offer.rows] == ["3", "2", "1", HAND_IN]
    assert [row.right for row in offer.rows] == ["flagged", "no answer", "", ""]
    assert offer.chosen == "3"
    assert words_of(offer) == (
        "Without an answer: 1. These count as not right. Flagged for later: 1."
    )


def test_with_everything_answered_handing_in_is_offered() -> None:
    """One Enter is then enough, and no less."""
    offer = hand_in_offer([QuestionLine(1, "Word " * 30, answered=True, flagged=False)])

    assert offer.chosen == HAND_IN
    assert words_of(offer) == "Every question has an answer, and none is flagged."
    assert str(offer.rows[0].text).endswith(" …")
    assert len(str(offer.rows[0].text)) <= 63


def test_a_question_says_where_it_stands_and_what_it_takes(tmp_path: Path) -> None:
    """A retry says that it is for practice."""
    session = Learner(tmp_path / "data").quiz()
    question = session.begin()

    assert title_words(session.unit).startswith("Quiz: ")
    assert place_words(question) == f"question 1 of {question.total} · pass 80 %"
    assert "for practice" in place_words(replace(question, is_retry=True))
    assert place_words(replace(question, flagged=True)).startswith("flagged · ")


def test_how_sure_has_three_answers() -> None:
    """Their ids are what is recorded."""
    assert [(row.id, row.text) for row in sureness_rows()] == [
        ("1", "guessing"),
        ("2", "fairly"),
        ("3", "sure"),
    ]
