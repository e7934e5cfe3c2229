"""The order in which choices are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from question_strategies import order_questions, questions

from protectcourse.quiz.presentation import shown_order
from protectcourse.quiz.questions import (
    MatchQuestion,
    OneQuestion,
    Option,
    OrderQuestion,
    Pair,
    Question,
    TrueFalseQuestion,
)

SEEDS = st.integers(0, 2**32 - 1)
OPTIONS = {name: Option(text=name, rationale="Why.", correct=name == "a") for name in "abcdef"}


@given(questions("one", "several", "order"), SEEDS)
def test_every_choice_is_shown_once(question: Question, seed: int) -> None:
    """An option that is lost in shuffling could be the right one."""
    known = question.steps if isinstance(question, OrderQuestion) else question.options  # type: ignore[union-attr]

    assert sorted(shown_order("q", question, seed)) == sorted(known)


@given(questions(), SEEDS)
def test_the_order_is_the_same_after_a_resume(question: Question, seed: int) -> None:
    """A learner who comes back must not find option 2 where option 1 was."""
    assert shown_order("q", question, seed) == shown_order("q", question, seed)


@given(order_questions(), SEEDS)
def test_steps_are_never_shown_in_the_right_order(question: OrderQuestion, seed: int) -> None:
    """Pressing 1 2 3 4 must not be an answer that happens to be right."""
    assert shown_order("q", question, seed) != tuple(question.steps)


@pytest.mark.parametrize("differs", ["seed", "question"])
def test_another_attempt_or_question_has_another_order(differs: str) -> None:
    """Otherwise learners learn that the second one is right."""
    question = OneQuestion(stem="?", options=OPTIONS)

    orders = {
        shown_order("q", question, n) if differs == "seed" else shown_order(f"q{n}", question, 1)
        for n in range(20)
    }

    assert len(orders) > 10


def test_the_order_is_the_same_on_every_machine() -> None:
    """An attempt outlives an update of the program and of Python."""
    assert "".join(shown_order("q", OneQuestion(stem="?", options=OPTIONS), 7)) == "bfcead"


def test_options_keep_their_order_where_the_author_says_so() -> None:
    """Figures and dates read best in order."""
    question = OneQuestion(stem="?", options=OPTIONS, keep_order=True)

    assert {shown_order("q", question, seed) for seed in range(10)} == {tuple("abcdef")}


def test_true_stands_before_false() -> None:
    """Two words that everybody expects in this order."""
    question = TrueFalseQuestion(stem="?", answer=False, rationale="Why.")

    assert {shown_order("q", question, seed) for seed in range(10)} == {("true", "false")}


def test_equal_right_hand_sides_are_shown_once() -> None:
    """Two equal lines look like a mistake, and either would do."""
    pairs = {"a": Pair(left="1", right="Same"), "b": Pair(left="2", right="Same")}
    question = MatchQuestion(stem="?", pairs=pairs, extra={"x": "Other"}, rationale="Why.")

    assert sorted(shown_order("q", question, 1)) == ["a", "x"]
