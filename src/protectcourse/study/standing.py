"""How a learner stands: each objective, time spent, every attempt, and what is completed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from protectcourse.course.outline import UnitOutline
from protectcourse.progress.projections import CaseAttempt, QuizAttempt
from protectcourse.study.enrolment import Enrolment


class Mastery(StrEnum):
    """How far an objective is."""

    NOT_SEEN = "not seen"
    SEEN = "seen"
    PRACTISED = "practised"
    MASTERED = "mastered"


MASTERY_SIGNS = {
    Mastery.NOT_SEEN: "·",
    Mastery.SEEN: "▸",
    Mastery.PRACTISED: "~",
    Mastery.MASTERED: "✓",
}


@dataclass(frozen=True, slots=True)
class ObjectiveLine:
    """One objective: how far it is, and the latest result on it."""

    text: str
    mastery: Mastery
    percent: int | None
    """Of the latest quiz that asked about it; None before."""


@dataclass(frozen=True, slots=True)
class TriedLine:
    """One finished attempt at a quiz, or one play of a case."""

    unit: UnitOutline
    number: int
    day: str
    outcome: str
    """In words, with figures where there are any."""
    is_past: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """All that *my progress* shows."""

    objectives: tuple[ObjectiveLine, ...]
    tried: tuple[TriedLine, ...]
    minutes: int
    """Spent on lessons, quizzes and cases that were finished."""


def read_standing(enrolment: Enrolment) -> Standing:
    """Return how the learner stands in this course."""
    return Standing(
        objectives=tuple(_objectives(enrolment)),
        tried=tuple(sorted(_tried(enrolment), key=lambda one: (one.day, one.number), reverse=True)),
        minutes=_minutes(enrolment),
    )


def _objectives(enrolment: Enrolment) -> Iterator[ObjectiveLine]:
    outline, progress = enrolment.course.outline, enrolment.progress
    seen = {
        objective
        for unit in outline.units()
        if progress.lesson(enrolment.key(unit.id)) is not None
        for objective in unit.objectives
    }
    latest: dict[str, tuple[int, int]] = {}
    for unit, attempt in _attempts(enrolment):
        if unit.pass_mark and not attempt.past and not attempt.rule["retry_of"]:
            for name, score in attempt.objectives.items():
                latest[name] = score // 100, unit.pass_mark
    for name, text in outline.objectives.items():
        percent, pass_mark = latest.get(name, (None, 0))
        if percent is not None:
            mastery = Mastery.MASTERED if percent >= pass_mark else Mastery.PRACTISED
        else:
            mastery = Mastery.SEEN if name in seen else Mastery.NOT_SEEN
        yield ObjectiveLine(text, mastery, percent)


def _tried(enrolment: Enrolment) -> Iterator[TriedLine]:
    for unit, attempt in _attempts(enrolment):
        word = "retry" if attempt.rule["retry_of"] else _passed_words(attempt.passed)
        word = word if unit.pass_mark else "not graded"
        outcome = f"{attempt.percent} %, {word}"
        yield TriedLine(unit, attempt.number, attempt.day, outcome, attempt.past)
    for unit, play in _plays(enrolment):
        yield TriedLine(unit, play.number, play.day, _passed_words(play.passed), play.past)


def _passed_words(passed: bool) -> str:
    return "passed" if passed else "not passed"


def _minutes(enrolment: Enrolment) -> int:
    lessons = (
        work.minutes
        for unit in enrolment.course.outline.units()
        if (work := enrolment.progress.lesson(enrolment.key(unit.id))) is not None
    )
    attempts = (attempt.minutes for _, attempt in _attempts(enrolment))
    plays = (play.minutes for _, play in _plays(enrolment))
    return sum(lessons) + sum(attempts) + sum(plays)


def _attempts(enrolment: Enrolment) -> Iterator[tuple[UnitOutline, QuizAttempt]]:
    """Give the finished attempts at every quiz of the course."""
    for unit in enrolment.course.outline.units():
        for attempt in enrolment.progress.finished_attempts(enrolment.key(unit.id)):
            yield unit, attempt


def _plays(enrolment: Enrolment) -> Iterator[tuple[UnitOutline, CaseAttempt]]:
    """Give the plays of every case that came to an ending."""
    for unit in enrolment.course.outline.units():
        for play in enrolment.progress.cases.get(enrolment.key(unit.id), []):
            if play.ending:
                yield unit, play
