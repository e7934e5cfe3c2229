"""What an author has played in a preview, as a script says it."""

from collections.abc import Mapping
from typing import NamedTuple

from protectcourse.course.outline import UnitOutline
from protectcourse.progress.projections import QuizAttempt
from protectcourse.quiz.scripts import words_of
from protectcourse.study.enrolment import Enrolment
from protectcourse.study.preview_case import PreviewCase
from protectcourse.study.quiz_result import bank_of, given_answer

LONGEST = 200
"""Characters of what was typed: a script is read by people, and a reflection is not marked."""


class Played(NamedTuple):
    """A play that has come to its end."""

    played: tuple[str, ...] | Mapping[str, tuple[str, ...]]
    """The decisions of a case, a checklist by its result; the answers of a quiz, by question."""
    expect: str
    """The ending, or the percent."""


def read_script(enrolment: Enrolment, unit: UnitOutline) -> Played | None:
    """Return the latest play of a case, or attempt at a quiz, if it has ended.

    None where it has not, or where a question of the quiz was left without an answer.
    """
    if unit.sort == "case":
        return _read_play(enrolment, unit)
    finished = enrolment.progress.finished_attempts(enrolment.key(unit.id))
    kept = [one for one in finished if one.packed and not one.rule["retry_of"]]
    return _read_attempt(kept[-1]) if kept else None


def _read_play(enrolment: Enrolment, unit: UnitOutline) -> Played | None:
    session = PreviewCase(enrolment, unit)
    if not session.has_ended_play:
        return None
    session.open_finished()
    return Played(tuple(step.choice for step in session.steps), session.steps[-1].next)


def _read_attempt(attempt: QuizAttempt) -> Played | None:
    answers = {name: given_answer(attempt, name) for name in bank_of(attempt).questions}
    words = {name: _cut(words_of(one)) for name, one in answers.items() if one is not None}
    return Played(words, str(attempt.percent)) if len(words) == len(answers) else None


def _cut(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one[:LONGEST] for one in words)
