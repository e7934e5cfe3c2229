"""The examples of the format, given as the reader of YAML gives them: every scalar is text."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    OrderQuestion,
    Pair,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)

READER: TypeAdapter[Question] = TypeAdapter(Question)

WHY = "A reason that has as many as eight words here."
OPTIONS = {
    "wait": {"text": "Hold the van", "correct": "true", "rationale": WHY},
    "leave": {"text": "Go", "rationale": WHY, "misconception": "recognition-first"},
    "work": {"text": "Go, if he came to work", "rationale": WHY},
}
EXAMPLES: dict[str, dict[str, Any]] = {
    "one": {
        "kind": "one",
        "objective": "O2.2",
        "bloom": "apply",
        "claims": ["p09.b"],
        "source": "excom6, (c)",
        "stem": "Which answer should the officer give the driver?",
        "options": OPTIONS,
    },
    "several": {
        "kind": "several",
        "source": ["excom6, (c)", "conv-33"],
        "stem": "Choose all that apply:",
        "options": {**OPTIONS, "inside": {"text": "Inside", "correct": "true", "rationale": WHY}},
    },
    "true-false": {
        "kind": "true-false",
        "stem": "True or false: a person must be recognised first.",
        "answer": "false",
        "rationale": WHY,
        "misconception": "recognition-first",
    },
    "order": {
        "kind": "order",
        "source": "course",
        "stem": "Put the questions in order:",
        "rationale": WHY,
        "steps": {"who": "Who is it?", "harm": "What would happen?", "why": "For what reason?"},
    },
    "match": {
        "kind": "match",
        "stem": "Match each rule with its danger:",
        "rationale": WHY,
        "pairs": {
            "conv": {"left": "Article 33", "right": "A threat to life or freedom"},
            "cat": {"left": "Article 3", "right": "Torture"},
        },
        "extra": {"hardship": "Hardship in general"},
    },
    "number": {
        "kind": "number",
        "as_of": "1977",
        "stem": "In which year?",
        "answer": "1977",
        "tolerance": "2",
        "rationale": WHY,
    },
    "short-text": {
        "kind": "short-text",
        "stem": "Which word?",
        "accept": ["declaratory", "declarative"],
        "rationale": WHY,
    },
    "reflection": {
        "kind": "reflection",
        "stem": "What would help? Write no names:",
        "model_answer": "Someone to ring.",
    },
}
CLASSES = {
    "one": OneQuestion,
    "several": SeveralQuestion,
    "true-false": TrueFalseQuestion,
    "order": OrderQuestion,
    "match": MatchQuestion,
    "number": NumberQuestion,
    "short-text": ShortTextQuestion,
    "reflection": ReflectionQuestion,
}


@pytest.mark.parametrize("kind", CLASSES)
def test_every_kind_is_read_from_text(kind: str) -> None:
    """A trainer copies an example of the guide: it must be read as the kind that it says."""
    question = READER.validate_python(EXAMPLES[kind])

    assert type(question) is CLASSES[kind]
    assert question.stem == EXAMPLES[kind]["stem"]


def test_words_become_what_their_key_wants() -> None:
    """`1977` is a number as an answer and a text as a date; `false` is a no only as an answer."""
    number = READER.validate_python(EXAMPLES["number"])
    statement = READER.validate_python(EXAMPLES["true-false"])
    one = READER.validate_python(EXAMPLES["one"])

    assert isinstance(number, NumberQuestion)
    assert isinstance(statement, TrueFalseQuestion)
    assert isinstance(one, OneQuestion)
    assert (number.answer, number.tolerance, number.as_of) == (Decimal(1977), Decimal(2), "1977")
    assert statement.answer is False
    assert one.source == ("excom6, (c)",)
    assert one.key == {"wait"}


def test_what_is_left_out_has_its_usual_value() -> None:
    """The tables of the format promise these values."""
    question = READER.validate_python(EXAMPLES["several"])

    assert isinstance(question, SeveralQuestion)
    assert (question.sensitivity, question.contested, question.keep_order) == ("S0", False, False)
    assert question.all_or_nothing is False
    assert question.options["work"].correct is False
    assert question.options["work"].weight is None


@pytest.mark.parametrize("kind", CLASSES)
def test_an_unknown_key_is_refused(kind: str) -> None:
    """A misspelt key that is silently left out would change the question."""
    with pytest.raises(ValidationError) as caught:
        READER.validate_python({**EXAMPLES[kind], "objectiv": "O1"})

    assert caught.value.errors()[0]["loc"] == (kind, "objectiv")
    assert caught.value.errors()[0]["type"] == "unexpected_keyword_argument"


@pytest.mark.parametrize("kind", ["true-false", "order", "match", "number", "short-text"])
def test_a_question_without_options_gives_a_reason(kind: str) -> None:
    """A learner who is wrong and is not told why learns little."""
    bare = {key: value for key, value in EXAMPLES[kind].items() if key != "rationale"}

    with pytest.raises(ValidationError) as caught:
        READER.validate_python(bare)

    assert caught.value.errors()[0]["loc"] == (kind, "rationale")
    assert caught.value.errors()[0]["type"] == "missing"


def test_too_few_options_are_no_matter_of_shape() -> None:
    """The author is to read Q002 and Q003, which speak of questions, not of lists."""
    question = READER.validate_python({"kind": "one", "stem": "Why?", "options": {}})

    assert isinstance(question, OneQuestion)
    assert question.key == frozenset()


def test_a_right_hand_side_is_known_by_its_pair_or_its_own_id() -> None:
    """Marking and both front ends look texts up by these ids."""
    question = MatchQuestion(
        stem="Match:",
        pairs={"a": Pair(left="1", right="one")},
        extra={"b": "two"},
        rationale=WHY,
    )

    assert question.right_sides == {"a": "one", "b": "two"}
