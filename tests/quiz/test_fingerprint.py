"""What changes the fingerprint of a question, and what does not."""

from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import given
from question_strategies import questions

from protectcourse.quiz.fingerprint import fingerprint
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    Option,
    OrderQuestion,
    Pair,
    Question,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)

A = Option(text="A", rationale="Why A.", correct=True)
B = Option(text="B", rationale="Why B.")
ONE = OneQuestion(stem="?", options={"a": A, "b": B})
ORDER = OrderQuestion(stem="?", steps={"a": "A", "b": "B", "c": "C"}, rationale="Why.")
MATCH = MatchQuestion(stem="?", pairs={"a": Pair(left="1", right="2")}, rationale="Why.")
YEAR = NumberQuestion(stem="?", answer=Decimal(1977), rationale="Why.")
WORD = ShortTextQuestion(stem="?", accept=("a", "b"), rationale="Why.")
CLAIM = TrueFalseQuestion(stem="?", answer=True, rationale="Why.")


@given(questions())
def test_a_fingerprint_is_sixteen_digits(question: Question) -> None:
    """Events and reports have just this room for it."""
    found = fingerprint(question)

    assert len(found) == 16
    assert int(found, 16) >= 0


@given(questions())
def test_what_is_said_about_a_question_does_not_change_it(question: Question) -> None:
    """A better reason or another source is no other question: statistics go on."""
    edited = replace(
        question, rationale="Another reason.", source=("conv-33",), objective="O9", bloom="apply"
    )

    assert fingerprint(edited) == fingerprint(question)


@given(questions())
def test_another_stem_is_another_question(question: Question) -> None:
    """What an old answer meant must never change under it."""
    assert fingerprint(replace(question, stem=question.stem + "!")) != fingerprint(question)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ONE, replace(ONE, options={"a": replace(A, text="A!"), "b": B})),
        (ONE, replace(ONE, options={"a": A, "c": B})),
        (
            ONE,
            replace(ONE, options={"a": replace(A, correct=False), "b": replace(B, correct=True)}),
        ),
        (ONE, replace(ONE, options={"a": replace(A, weight=Decimal(100)), "b": B})),
        (ONE, SeveralQuestion(stem="?", options=ONE.options)),
        (
            SeveralQuestion(stem="?", options=ONE.options),
            SeveralQuestion(stem="?", options=ONE.options, all_or_nothing=True),
        ),
        (ORDER, replace(ORDER, steps={"a": "A", "c": "C", "b": "B"})),
        (ORDER, replace(ORDER, steps={"a": "A", "b": "B", "c": "D"})),
        (MATCH, replace(MATCH, pairs={"a": Pair(left="1", right="3")})),
        (MATCH, replace(MATCH, pairs={"a": Pair(left="0", right="2")})),
        (MATCH, replace(MATCH, extra={"x": "3"})),
        (YEAR, replace(YEAR, answer=Decimal(1978))),
        (YEAR, replace(YEAR, tolerance=Decimal(1))),
        (YEAR, replace(YEAR, unit="BC")),
        (WORD, replace(WORD, accept=("a", "c"))),
        (WORD, replace(WORD, accept=("b", "a"))),
        (CLAIM, replace(CLAIM, answer=False)),
    ],
)
def test_another_choice_or_key_is_another_question(before: Question, after: Question) -> None:
    """An answer that was right must not be counted for a question where it is wrong."""
    assert fingerprint(before) != fingerprint(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ONE, replace(ONE, options={"b": B, "a": replace(A, rationale="Because.")})),
        (ONE, replace(ONE, options={"a": replace(A, misconception="m"), "b": B}, keep_order=True)),
        (YEAR, replace(YEAR, answer=Decimal("1977.0"), tolerance=Decimal("0.00"))),
        (replace(CLAIM, stem="caf\u00e9?"), replace(CLAIM, stem="cafe\u0301?")),
    ],
)
def test_the_same_written_otherwise_is_the_same_question(before: Question, after: Question) -> None:
    """Options are shuffled anyway, and an editor may write letters and figures in its own way."""
    assert fingerprint(before) == fingerprint(after)


def test_a_fingerprint_is_the_same_everywhere() -> None:
    """It stands in files that other machines and later versions read."""
    canonical = '{"key":true,"kind":"true-false","stem":"?"}'

    assert fingerprint(CLAIM) == sha256(canonical.encode()).hexdigest()[:16]
