"""What a learner answers, and how an answer is written into an event.

What is chosen is written as ids and may leave the laptop with a hand-in. What is typed stays: of it
`answer_body` says only whether it was one of the accepted forms, and which.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from protectcourse.errors import AnswerError
from protectcourse.quiz.questions import NumberQuestion, Question, ShortTextQuestion
from protectcourse.quiz.written import accepted_form, is_near_enough, parse_number

AnswerBody = dict[str, Any]
"""Texts, whole numbers, lists and mappings, as JSON carries them; `kind` says what they mean."""

OTHER = "other"
"""Stands for a typed answer that is none of the accepted forms."""


@dataclass(frozen=True, slots=True)
class ChoiceAnswer:
    """The options chosen, by id: one of them for a question with one right option."""

    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class TrueFalseAnswer:
    """Whether the statement is held to be true."""

    value: bool


@dataclass(frozen=True, slots=True)
class OrderAnswer:
    """All steps, by id, in the order chosen."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatchAnswer:
    """For each pair, by id, the id of the right-hand side chosen: of a pair or of an extra one."""

    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NumberAnswer:
    """A number as it was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class TextAnswer:
    """A word or a few as they were typed."""

    text: str


@dataclass(frozen=True, slots=True)
class ReflectionAnswer:
    """What somebody wrote for themselves."""

    text: str


Answer = (
    ChoiceAnswer
    | TrueFalseAnswer
    | OrderAnswer
    | MatchAnswer
    | NumberAnswer
    | TextAnswer
    | ReflectionAnswer
)


def encode_answer(answer: Answer) -> AnswerBody:
    """Return the whole answer, typed text included, for what never leaves the laptop."""
    match answer:
        case ChoiceAnswer(chosen):
            return {"kind": "choice", "chosen": sorted(chosen)}
        case TrueFalseAnswer(value):
            return {"kind": "true-false", "value": "true" if value else "false"}
        case OrderAnswer(steps):
            return {"kind": "order", "steps": list(steps)}
        case MatchAnswer(choices):
            return {"kind": "match", "choices": dict(choices)}
        case NumberAnswer(text):
            return {"kind": "number", "text": text}
        case TextAnswer(text):
            return {"kind": "short-text", "text": text}
        case ReflectionAnswer(text):
            return {"kind": "reflection", "text": text}
        case _:
            assert_never(answer)


def answer_body(question: Question, answer: Answer) -> AnswerBody:
    """Return the part of an answer that may leave: ids, and for typed text the accepted form.

    The `form` is the place of the form from 0 (of a number: 0 within the tolerance) or "other".
    """
    body = {key: value for key, value in encode_answer(answer).items() if key != "text"}
    form: int | None = None
    match question, answer:
        case ShortTextQuestion() as asked, TextAnswer(text):
            form = accepted_form(asked, text)
        case NumberQuestion() as asked, NumberAnswer(text):
            number = parse_number(text)
            form = 0 if number is not None and is_near_enough(asked, number) else None
        case _:
            return body
    return body | {"form": OTHER if form is None else form}


def typed_text(answer: Answer) -> str:
    """Return what was typed, which stays on the laptop; empty where something was chosen."""
    match answer:
        case NumberAnswer(text) | TextAnswer(text) | ReflectionAnswer(text):
            return text
        case ChoiceAnswer() | TrueFalseAnswer() | OrderAnswer() | MatchAnswer():
            return ""
        case _:
            assert_never(answer)


def decode_answer(body: Mapping[str, Any], typed: str = "") -> Answer:
    """Return the answer that `encode_answer` wrote, or `answer_body` with the text that was typed.

    Raises AnswerError where the body is none of theirs.
    """
    try:
        return _decode(body, str(body.get("text", typed)))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise AnswerError("an answer that was kept cannot be read", f"It says {body!r}.") from error


def _decode(body: Mapping[str, Any], text: str) -> Answer:
    match body["kind"]:
        case "choice":
            return ChoiceAnswer(frozenset(body["chosen"]))
        case "true-false":
            return TrueFalseAnswer({"true": True, "false": False}[body["value"]])
        case "order":
            return OrderAnswer(tuple(body["steps"]))
        case "match":
            return MatchAnswer(dict(body["choices"]))
        case "number":
            return NumberAnswer(text)
        case "short-text":
            return TextAnswer(text)
        case "reflection":
            return ReflectionAnswer(text)
        case kind:
            raise ValueError(kind)
