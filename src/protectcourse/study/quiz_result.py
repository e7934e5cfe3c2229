"""What came of a quiz: the latest attempt in words and figures, and every attempt before."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from protectcourse.course.models import Source
from protectcourse.course.outline import CourseOutline, UnitOutline
from protectcourse.course.plain_form import decode
from protectcourse.errors import AnswerError
from protectcourse.progress.projections import Progress, QuizAttempt
from protectcourse.quiz.answers import Answer, decode_answer
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.outcome import Outcome, work_out
from protectcourse.study.asking import Asked, Feedback, judge, put

UNSCORED = -1
"""What the log holds in place of a score for what is not scored."""


@dataclass(frozen=True, slots=True)
class ObjectiveResult:
    """How it went with one objective, and which lessons teach it."""

    text: str
    right: int
    total: int
    lessons: tuple[UnitOutline, ...]


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """An attempt in one line."""

    number: int
    day: str
    percent: int
    passed: bool
    is_retry: bool
    is_past: bool
    """Whether it was made before the learner started the course over."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A question of a finished attempt, looked back on."""

    asked: Asked
    answer: Answer | None
    """None where it was handed in without an answer."""
    feedback: Feedback | None


@dataclass(frozen=True, slots=True)
class QuizResult:
    """What came of an attempt."""

    percent: int
    pass_mark: int
    passed: bool
    right: int
    total: int
    below_floor: tuple[str, ...]
    """The objectives or domains, in words, with too few right answers."""
    floor: int
    objectives: tuple[ObjectiveResult, ...]
    missed: tuple[str, ...]
    attempts: tuple[AttemptLine, ...]
    is_retry: bool
    can_retry: bool
    """Whether what was missed may be tried again at once: never in the final."""
    is_open: bool
    """Whether the questions may be looked back on."""


def read_result(
    progress: Progress, key: str, attempt: QuizAttempt, outline: CourseOutline
) -> QuizResult:
    """Return what came of a finished attempt at the quiz that events name `key`."""
    bank = bank_of(attempt)
    outcome = outcome_of(attempt, bank, attempt.scores, outline)
    is_retry = bool(attempt.rule["retry_of"])
    passed = outcome.passed and not is_retry
    names = {**outline.objectives, **outline.domains}
    return QuizResult(
        percent=outcome.percent,
        pass_mark=attempt.rule["pass"],
        passed=passed,
        right=outcome.right,
        total=outcome.total,
        below_floor=tuple(names.get(name, name) for name in outcome.below_floor),
        floor=attempt.rule["floor"],
        objectives=_objectives(outcome, outline),
        missed=outcome.missed,
        attempts=_attempts(progress, key),
        is_retry=is_retry,
        can_retry=bool(outcome.missed) and bank.pool == "practice",
        is_open=bank.feedback != "after-pass" or passed,
    )


def review_questions(attempt: QuizAttempt, sources: Mapping[str, Source]) -> tuple[Reviewed, ...]:
    """Return every question of a finished attempt with the answer given and what is said of it."""
    return tuple(
        _review(attempt, put(name, question, attempt.seed), sources)
        for name, question in bank_of(attempt).questions.items()
    )


def given_answer(attempt: QuizAttempt, question: str) -> Answer | None:
    """Return the answer that a question of an attempt has so far."""
    body = attempt.answers.get(question)
    return None if body is None else decode_answer(body, attempt.typed.get(question, ""))


def bank_of(attempt: QuizAttempt) -> Quiz:
    """Return the questions that an attempt was given, as they were then."""
    return decode(Quiz, json.loads(attempt.copy))


def outcome_of(
    attempt: QuizAttempt, bank: Quiz, scores: Mapping[str, int], outline: CourseOutline
) -> Outcome:
    """Return what comes of an attempt with these scores, by the rule that it was begun under."""
    points = {name: None if one == UNSCORED else one for name, one in scores.items()}
    rule = attempt.rule
    return work_out(bank, points, rule["pass"], rule["floor"], outline.domain_of)


def _review(attempt: QuizAttempt, asked: Asked, sources: Mapping[str, Source]) -> Reviewed:
    answer = given_answer(attempt, asked.id)
    if answer is None:
        return Reviewed(asked, None, None)
    try:
        return Reviewed(asked, answer, judge(asked.question, answer, sources))
    except AnswerError:  # typed text that was never kept
        return Reviewed(asked, None, None)


def _attempts(progress: Progress, key: str) -> tuple[AttemptLine, ...]:
    """Return every finished attempt, the latest first."""
    finished = progress.finished_attempts(key)
    return tuple(
        AttemptLine(
            one.number, one.day, one.percent, one.passed, bool(one.rule["retry_of"]), one.past
        )
        for one in reversed(finished)
    )


def _objectives(outcome: Outcome, outline: CourseOutline) -> tuple[ObjectiveResult, ...]:
    """Return the result of each objective with the lessons that teach it, weakest first."""
    found = [
        ObjectiveResult(
            text=outline.objectives.get(name, name),
            right=part.right,
            total=part.total,
            lessons=tuple(u for u in outline.units() if name in u.objectives),
        )
        for name, part in outcome.parts.items()
    ]
    return tuple(sorted(found, key=lambda one: one.right / one.total if one.total else 1))
