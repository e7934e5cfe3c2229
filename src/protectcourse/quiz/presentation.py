"""The order in which the choices of a question are shown: by lot, and the same after a resume."""

from collections.abc import Iterable
from random import Random
from typing import assert_never

from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    OrderQuestion,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)


def shown_order(question_id: str, question: Question, seed: int) -> tuple[str, ...]:
    """Return the ids of options, steps or right-hand sides as they are shown in an attempt.

    True stands before false; steps are never shown in the right order; right-hand sides with equal
    texts are shown once. Empty where words are to be written.
    """
    match question:
        case OneQuestion() | SeveralQuestion():
            names = tuple(question.options)
            return names if question.keep_order else _shuffled(names, question_id, seed)
        case TrueFalseQuestion():
            return ("true", "false")
        case OrderQuestion():
            return _out_of_order(tuple(question.steps), question_id, seed)
        case MatchQuestion():
            return _shuffled(_distinct(question.right_sides), question_id, seed)
        case NumberQuestion() | ShortTextQuestion() | ReflectionQuestion():
            return ()
        case _:
            assert_never(question)


def _shuffled(names: Iterable[str], question_id: str, seed: int) -> tuple[str, ...]:
    # of a seeded Random, only random() is promised to stay the same in later versions of Python
    lot = Random(f"{seed}/{question_id}")
    return tuple(sorted(names, key=lambda _: lot.random()))


def _out_of_order(steps: tuple[str, ...], question_id: str, seed: int) -> tuple[str, ...]:
    shown = _shuffled(steps, question_id, seed)
    return (*shown[1:], *shown[:1]) if shown == steps else shown


def _distinct(texts: dict[str, str]) -> list[str]:
    """Return the first id of each text."""
    first: dict[tuple[str, ...], str] = {}
    for name, text in texts.items():
        first.setdefault(tuple(text.split()), name)
    return list(first.values())
