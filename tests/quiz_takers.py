"""People who take quizzes for tests: what of it they hand in, as steps."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from coordinated import Step

from protectcourse.quiz.answers import (
    Answer,
    ChoiceAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    TextAnswer,
    TrueFalseAnswer,
    answer_body,
)
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.drawing import draw_questions
from protectcourse.quiz.fingerprint import fingerprint
from protectcourse.quiz.marking import mark
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

Given = tuple[str, str, int, Mapping[str, Any]]
"""Question, fingerprint, score and what was answered."""


def chose(*options: str) -> dict[str, Any]:
    """Return the answer of somebody who chose options."""
    return {"kind": "choice", "chosen": sorted(options)}


def attempt_steps(
    unit: str,
    asked: Sequence[tuple[str, str]],
    given: Sequence[Given],
    *,
    day: str = "2026-10-01",
    attempt: int = 1,
    finished: bool = True,
) -> list[Step]:
    """Return an attempt at a quiz (course/quiz) with its questions and their fingerprints."""
    rule = {"pass": 80, "floor": 0, "retry_of": 0}
    head = {"unit": unit, "attempt": attempt}
    steps: list[Step] = [("quiz-begun", day, head | {"questions": dict(asked), "rule": rule})]
    for question, wording, score, answer in given:
        body = {"question": question, "fingerprint": wording, "answer": dict(answer)}
        steps.append(("answer-given", day, head | body | {"score": score, "sureness": 0}))
    if finished:
        body = {"score": 5000, "objectives": {}, "passed": 0, "minutes": 5}
        steps.append(("quiz-finished", day, head | body))
    return steps


def scored_steps(unit: str, row: Sequence[int], *, attempt: int = 1) -> list[Step]:
    """Return an attempt with so many points for each of the questions q1, q2 and so on."""
    names = [f"q{number}" for number in range(1, len(row) + 1)]
    asked = [(name, f"print of {name}") for name in names]
    given = [
        (name, wording, score, chose("right" if score == 10_000 else "wrong"))
        for (name, wording), score in zip(asked, row, strict=True)
    ]
    return attempt_steps(unit, asked, given, attempt=attempt)


def bank_steps(
    unit: str, bank: Quiz, lot: Random, ability: float, lures: Mapping[str, str]
) -> list[Step]:
    """Return an attempt at a real bank by somebody of some ability, 0 to 1.

    `lures` are wrong options by the question at which all who do not know choose them.
    """
    names = draw_questions(bank, lot.randrange(2**32), {})
    given: list[Given] = []
    for name in names:
        question = bank.questions[name]
        if isinstance(question, ReflectionQuestion):
            continue  # it never leaves the laptop
        answer = _answer(question, lot, ability, lures.get(name))
        score = mark(question, answer).score
        body = answer_body(question, answer)
        given.append((name, fingerprint(question), score or 0, body))
    asked = [(name, fingerprint(bank.questions[name])) for name in names]
    return attempt_steps(unit, asked, given)


def _answer(question: Question, lot: Random, ability: float, lure: str | None) -> Answer:
    knows = lot.random() < (ability / 3 if lure else ability)
    match question:
        case OneQuestion():
            options = list(question.options)
            wrong = lure or lot.choice(options)
            return ChoiceAnswer(question.key if knows else frozenset({wrong}))
        case SeveralQuestion():
            some = frozenset(lot.sample(list(question.options), lot.randint(1, 3)))
            return ChoiceAnswer(question.key if knows else some)
        case TrueFalseQuestion():
            return TrueFalseAnswer(question.answer if knows else lot.random() < 0.5)
        case OrderQuestion():
            steps = list(question.steps)
            return OrderAnswer(tuple(steps if knows else lot.sample(steps, len(steps))))
        case MatchQuestion():
            sides = list(question.right_sides)
            return MatchAnswer({p: p if knows else lot.choice(sides) for p in question.pairs})
        case NumberQuestion():
            return NumberAnswer(f"{question.answer:f}" if knows else "7")
        case ShortTextQuestion():
            return TextAnswer(question.accept[0] if knows else "something else")
        case _:
            raise NotImplementedError(type(question))


def people(count: int, seed: int = 1) -> Iterator[tuple[str, Random, float]]:
    """Give people by name, each with a lot of their own and an ability."""
    lot = Random(seed)
    for number in range(count):
        ability = min(0.98, max(0.1, lot.gauss(0.7, 0.2)))
        yield f"Person {number}", Random(f"{seed} {number}"), ability
