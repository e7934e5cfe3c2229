"""Answers as values, as what is kept, and as what may leave."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from question_strategies import answered_questions

from protectcourse.errors import AnswerError
from protectcourse.quiz.answers import (
    Answer,
    NumberAnswer,
    ReflectionAnswer,
    TextAnswer,
    answer_body,
    decode_answer,
    encode_answer,
    typed_text,
)
from protectcourse.quiz.questions import (
    NumberQuestion,
    Question,
    ReflectionQuestion,
    ShortTextQuestion,
)

WORD = ShortTextQuestion(stem="?", accept=("declaratory", "declarative"), rationale="Why.")
YEAR = NumberQuestion(stem="?", answer=Decimal(1977), tolerance=Decimal(2), rationale="Why.")
THOUGHT = ReflectionQuestion(stem="?")


@given(answered_questions())
def test_an_answer_survives_being_kept(both: tuple[Question, Answer]) -> None:
    """A learner who resumes must find what they answered."""
    _, answer = both

    kept = json.dumps(encode_answer(answer))

    assert decode_answer(json.loads(kept)) == answer


@given(answered_questions())
def test_what_may_leave_and_what_was_typed_make_the_answer(both: tuple[Question, Answer]) -> None:
    """The log keeps the two apart; together nothing is lost."""
    question, answer = both

    body = json.loads(json.dumps(answer_body(question, answer)))

    assert decode_answer(body, typed_text(answer)) == answer


@given(answered_questions("number", "short-text", "reflection"))
def test_nothing_that_was_typed_leaves(both: tuple[Question, Answer]) -> None:
    """People write names into boxes, whatever they are told."""
    question, answer = both

    assert answer_body(question, answer).keys() <= {"kind", "form"}


@pytest.mark.parametrize(
    ("question", "answer", "body"),
    [
        (WORD, TextAnswer("Declarative."), {"kind": "short-text", "form": 1}),
        (WORD, TextAnswer("Mr Kim"), {"kind": "short-text", "form": "other"}),
        (YEAR, NumberAnswer("1979"), {"kind": "number", "form": 0}),
        (YEAR, NumberAnswer("1980"), {"kind": "number", "form": "other"}),
        (THOUGHT, ReflectionAnswer("My line manager"), {"kind": "reflection"}),
    ],
)
def test_of_a_typed_answer_only_its_form_may_leave(
    question: Question, answer: Answer, body: dict[str, Any]
) -> None:
    """Reports count which form was given; they never need the words."""
    assert answer_body(question, answer) == body


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"kind": "essay"},
        {"kind": "choice"},
        {"kind": "choice", "chosen": 1},
        {"kind": "true-false", "value": "maybe"},
        {"kind": "match", "choices": ["a"]},
        {"kind": ["choice"]},
    ],
)
def test_a_damaged_answer_is_refused(body: dict[str, Any]) -> None:
    """A library's error must not reach the learner's screen."""
    with pytest.raises(AnswerError):
        decode_answer(body)
