"""The head of a bank."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from protectcourse.quiz.bank import Quiz

READER = TypeAdapter(Quiz)
HEAD: dict[str, Any] = {
    "quiz": "final",
    "title": "Final assessment",
    "questions": {"why": {"kind": "reflection", "stem": "Why?"}},
}


def test_the_head_of_a_final_is_read_from_text() -> None:
    """It is the example of the format, key by key."""
    rules = {
        "pool": "final",
        "minutes": "40",
        "draw": "40",
        "spread": "domain",
        "pass": "80",
        "floor": "2",
        "feedback": "after-pass",
        "attempts_per_day": "2",
    }

    quiz = READER.validate_python(HEAD | rules)

    assert (quiz.pool, quiz.minutes, quiz.draw, quiz.spread) == ("final", 40, 40, "domain")
    assert (quiz.pass_, quiz.floor, quiz.feedback) == (80, 2, "after-pass")
    assert quiz.attempts_per_day == 2


def test_a_bank_without_rules_is_a_practice_quiz_of_all_its_questions() -> None:
    """The smallest bank of the guide has three keys."""
    quiz = READER.validate_python(HEAD)

    assert (quiz.pool, quiz.draw, quiz.spread, quiz.feedback) == (
        "practice",
        None,
        "objective",
        "now",
    )
    assert (quiz.pass_, quiz.floor, quiz.attempts_per_day) == (None, None, None)


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("pass", "101", "less_than_equal"),
        ("pass_", "80", "unexpected_keyword_argument"),
        ("passs", "80", "unexpected_keyword_argument"),
    ],
)
def test_an_error_names_the_key_as_it_is_written(key: str, value: str, kind: str) -> None:
    """`pass` is a word of Python's; an author must never meet the underscore that hides it."""
    with pytest.raises(ValidationError) as caught:
        READER.validate_python({**HEAD, key: value})

    assert [(e["loc"], e["type"]) for e in caught.value.errors()] == [((key,), kind)]


def test_a_bank_that_stands_alone_may_declare_its_sources() -> None:
    """A trainer tries out a bank before there is a course around it."""
    sources = {"conv-33": {"title": "Article 33", "date": "1951"}}

    quiz = READER.validate_python(HEAD | {"sources": sources})

    assert set(quiz.sources) == {"conv-33"}
