"""A quiz as its author tries it out while editing it.

The log of a preview is thrown away, so what it amounts to is changed in place.
"""

import json
import secrets
from collections.abc import Sequence
from dataclasses import replace

from protectcourse.course.outline import UnitOutline
from protectcourse.course.plain_form import encode
from protectcourse.progress.copies import pack_copy
from protectcourse.progress.projections import QuizAttempt
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.drawing import draw_questions
from protectcourse.quiz.fingerprint import fingerprint
from protectcourse.study.asking import Feedback, judge
from protectcourse.study.enrolment import Enrolment
from protectcourse.study.quiz_result import bank_of, given_answer, outcome_of
from protectcourse.study.quiz_session import QuestionView, QuizSession


class PreviewQuiz(QuizSession):
    """A sitting with a quiz that is being edited; it may be tried as often as one likes.

    The attempt that is there goes over to the quiz as it stands now: an answer stays where its
    question asks what it asked.
    """

    def __init__(
        self, enrolment: Enrolment, unit: UnitOutline, *, first: str = "", seed: int | None = None
    ) -> None:
        """Take a quiz, the question that attempts are to begin with, and the seed of each."""
        super().__init__(enrolment, unit)
        self._first, self._seed = first, seed
        self._newest = enrolment.course.quiz(unit.id)
        attempts = enrolment.progress.quizzes.get(self._key, [])
        self._latest = attempts[-1] if attempts and not attempts[-1].past else None
        if self._latest is not None:
            self._carry_over(self._latest)

    @property
    def attempts_left(self) -> int | None:
        """None: there is no limit."""
        return None

    def begin(self) -> QuestionView:
        """Begin a new attempt, at the question that was asked for."""
        seed = secrets.randbits(32) if self._seed is None else self._seed
        seen = {} if self._seed is not None else self._enrolment.progress.questions_seen(self._key)
        domains = self._enrolment.course.outline.domain_of
        drawn = draw_questions(self._newest, seed, seen, domains)
        return self._begin(self._newest, self._from_first(drawn), seed, retry_of=0)

    def return_to(self, question: str) -> QuestionView:
        """Open a question of the latest attempt; where it is gone, the first without an answer.

        Where no attempt is there to return to, one is begun.
        """
        if self._latest is None:
            return self.begin()
        self._attempt, self._bank = self._latest, bank_of(self._latest)
        names = list(self._bank.questions)
        self._at = names.index(question) if question in names else self._first_open()
        return self.question()

    def feedback(self) -> Feedback | None:
        """Return what is said of the answer to the open question; None where it has none yet."""
        view = self.question()
        if view.given is None:
            return None
        return judge(view.asked.question, view.given, self._enrolment.course.sources)

    def _from_first(self, drawn: Sequence[str]) -> tuple[str, ...]:
        """Return the questions drawn, from the one asked for round to the one before it."""
        first = self._first
        if first not in self._newest.questions:
            return tuple(drawn)
        if first not in drawn:
            return (first, *drawn[:-1])
        at = drawn.index(first)
        return (*drawn[at:], *drawn[:at])

    def _carry_over(self, attempt: QuizAttempt) -> None:
        """Bring an attempt over to the quiz as it stands now."""
        old, new = bank_of(attempt), self._newest
        names = _asked_now(old, new, is_retry=bool(attempt.rule["retry_of"]))
        feedback = old.feedback if attempt.rule["retry_of"] else new.feedback
        questions = {name: new.questions[name] for name in names}
        bank = replace(new, questions=questions, draw=None, feedback=feedback)
        for name in [*attempt.answers]:
            if not _asks_the_same(old, bank, name):
                for kept in (attempt.answers, attempt.typed, attempt.scores):
                    kept.pop(name, None)
        attempt.questions = sorted(names)
        attempt.rule |= {"pass": self.unit.pass_mark, "floor": new.floor or 0}
        attempt.packed = pack_copy(json.dumps(encode(bank), ensure_ascii=False))
        if attempt.finished:
            self._finish_again(attempt, bank)

    def _finish_again(self, attempt: QuizAttempt, bank: Quiz) -> None:
        """Open a finished attempt where a question of it wants an answer; else mark it anew."""
        if any(given_answer(attempt, name) is None for name in bank.questions):
            attempt.finished = attempt.passed = False
            return
        outcome = outcome_of(attempt, bank, attempt.scores, self._enrolment.course.outline)
        attempt.score = outcome.percent * 100
        attempt.passed = outcome.passed and not attempt.rule["retry_of"]


def _asked_now(old: Quiz, new: Quiz, *, is_retry: bool) -> list[str]:
    """Return the questions that an attempt asks now: those it asked that are left, then others."""
    kept = [name for name in old.questions if name in new.questions]
    if is_retry and kept:
        return kept
    wanted = new.draw or len(new.questions)
    others = [name for name in new.questions if name not in kept]
    return [*kept, *others][:wanted]


def _asks_the_same(old: Quiz, new: Quiz, name: str) -> bool:
    if name not in old.questions or name not in new.questions:
        return False
    return fingerprint(old.questions[name]) == fingerprint(new.questions[name])
