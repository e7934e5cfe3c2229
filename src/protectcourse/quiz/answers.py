"""What a learner answers, as values; and the form in which the log keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from protectcourse.errors import AnswerError


@dataclass(frozen=True, slots=True)
class ChoiceAnswer:
    """The options chosen, by id."""

    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class TrueFalseAnswer:
    """True or false."""

    value: bool


@dataclass(frozen=True, slots=True)
class OrderAnswer:
    """The steps in the order given, by id."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatchAnswer:
    """For each pair's id the id of the right-hand side chosen: a pair's or an extra's."""

    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NumberAnswer:
    """A number as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class TextAnswer:
    """A word or two as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class ReflectionAnswer:
    """A thought as written; it never leaves the laptop."""

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


def encode_answer(answer: Answer) -> dict[str, Any]:
    """Return an answer as plain values, complete: for the learner's own file."""
    match answer:
        case ChoiceAnswer(chosen):
            return {"chosen": sorted(chosen)}
        case TrueFalseAnswer(value):
            return {"value": "true" if value else "false"}
        case OrderAnswer(steps):
            return {"steps": list(steps)}
        case MatchAnswer(choices):
            return {"pairs": dict(choices)}
        case NumberAnswer(text):
            return {"number": text}
        case TextAnswer(text):
            return {"text": text}
        case ReflectionAnswer(text):
            return {"thought": text}
        case _:
            assert_never(answer)


def decode_answer(plain: Mapping[str, Any]) -> Answer:
    """Return the answer that `encode_answer` made `plain` from. Raises AnswerError."""
    match dict(plain):
        case {"chosen": [*chosen]}:
            return ChoiceAnswer(frozenset(map(str, chosen)))
        case {"value": "true" | "false" as value}:
            return TrueFalseAnswer(value == "true")
        case {"steps": [*steps]}:
            return OrderAnswer(tuple(map(str, steps)))
        case {"pairs": dict(pairs)}:
            return MatchAnswer({str(k): str(v) for k, v in pairs.items()})
        case {"number": str(text)}:
            return NumberAnswer(text)
        case {"text": str(text)}:
            return TextAnswer(text)
        case {"thought": str(text)}:
            return ReflectionAnswer(text)
        case _:
            raise AnswerError("an answer in the log is of no known kind")
