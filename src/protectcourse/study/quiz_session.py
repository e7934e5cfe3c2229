"""Taking a quiz: one attempt, question by question.

Where a bank gives its feedback at once, an answer stands as given. Where feedback comes later,
answers may be changed and questions flagged until the attempt is handed in.
"""

import json
import secrets
from dataclasses import dataclass, replace

from protectcourse.course.outline import UnitOutline
from protectcourse.course.plain_form import encode
from protectcourse.errors import AnswerError
from protectcourse.progress.copies import pack_copy
from protectcourse.progress.events import (
    AnswerGiven,
    Event,
    QuestionFlagged,
    QuizBegun,
    QuizFinished,
)
from protectcourse.progress.projections import QuizAttempt
from protectcourse.quiz.answers import Answer, answer_body, typed_text
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.drawing import draw_questions
from protectcourse.quiz.fingerprint import fingerprint
from protectcourse.quiz.questions import ReflectionQuestion
from protectcourse.study.asking import Asked, Feedback, judge, put
from protectcourse.study.durations import whole_minutes
from protectcourse.study.enrolment import Enrolment
from protectcourse.study.quiz_result import (
    UNSCORED,
    QuizResult,
    Reviewed,
    bank_of,
    given_answer,
    outcome_of,
    read_result,
    review_questions,
)


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question of an attempt as it is shown."""

    asked: Asked
    number: int
    total: int
    pass_mark: int
    is_retry: bool
    given: Answer | None
    """The answer so far, which may be changed until the attempt is handed in."""
    flagged: bool
    asks_sureness: bool
    """Whether the learner is asked how sure they are: in practice, of what is scored."""


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in the list before handing in."""

    number: int
    stem: str
    answered: bool
    flagged: bool


class QuizSession:
    """One sitting with a quiz. Every answer is saved before anything is said of it."""

    def __init__(self, enrolment: Enrolment, unit: UnitOutline) -> None:
        self.unit = unit
        self._enrolment = enrolment
        self._key = enrolment.key(unit.id)
        self._attempt: QuizAttempt | None = None
        self._bank: Quiz | None = None
        self._at = 0
        self._began = enrolment.clock.now()

    @property
    def not_saved(self) -> str:
        """Why the latest step could not be saved yet; empty where it was."""
        return self._enrolment.not_saved

    # beginning and going on

    @property
    def has_open_attempt(self) -> bool:
        """Whether an attempt is under way."""
        return self._enrolment.progress.open_attempt(self._key) is not None

    @property
    def about(self) -> str:
        """What the quiz is about, as it stands in the course."""
        return self._enrolment.course.quiz(self.unit.id).about or ""

    @property
    def has_result(self) -> bool:
        """Whether the latest attempt is finished and its questions are still known."""
        finished = self._enrolment.progress.finished_attempts(self._key)
        return bool(finished) and bool(finished[-1].packed) and not finished[-1].past

    @property
    def attempts_left(self) -> int | None:
        """How many attempts may be begun today; None for as many as one likes."""
        if not self.unit.attempts_per_day:
            return None
        today = self._enrolment.clock.today().isoformat()
        attempts = self._enrolment.progress.quizzes.get(self._key, [])
        begun = sum(one.day == today and not one.rule["retry_of"] for one in attempts)
        return max(self.unit.attempts_per_day - begun, 0)

    def open(self) -> QuestionView:
        """Go on with the attempt under way, or begin one."""
        attempt = self._enrolment.progress.open_attempt(self._key)
        if attempt is None:
            return self.begin()
        self._attempt, self._bank = attempt, bank_of(attempt)
        self._at = self._first_open()
        return self.question()

    def begin(self) -> QuestionView:
        """Begin a new attempt, drawn from the bank as it is now.

        Raises AnswerError where no attempt is left today.
        """
        if self.attempts_left == 0:
            raise AnswerError("no attempt is left today")
        bank = self._enrolment.course.quiz(self.unit.id)
        seed = secrets.randbits(32)
        seen = self._enrolment.progress.questions_seen(self._key)
        domains = self._enrolment.course.outline.domain_of
        return self._begin(bank, draw_questions(bank, seed, seen, domains), seed, retry_of=0)

    def retry_missed(self) -> QuestionView:
        """Begin an attempt with only what was missed; it is practice and changes no result."""
        finished = self._latest_finished()
        bank = replace(bank_of(finished), feedback="now")
        seed = secrets.randbits(32)
        return self._begin(bank, self.result().missed, seed, retry_of=finished.number)

    # one question after another

    @property
    def can_change(self) -> bool:
        """Whether answers may be changed until the attempt is handed in."""
        return self._under_way()[1].feedback != "now"

    def question(self) -> QuestionView:
        """Return the question that is open."""
        attempt, bank = self._under_way()
        name = list(bank.questions)[self._at]
        question = bank.questions[name]
        return QuestionView(
            asked=put(name, question, attempt.seed),
            number=self._at + 1,
            total=len(bank.questions),
            pass_mark=attempt.rule["pass"],
            is_retry=bool(attempt.rule["retry_of"]),
            given=given_answer(attempt, name),
            flagged=name in attempt.flagged,
            asks_sureness=(
                bank.pool == "practice"
                and not self.can_change
                and not isinstance(question, ReflectionQuestion)
            ),
        )

    def go_to(self, number: int) -> QuestionView | None:
        """Open the question of a number from 1; None where there is none."""
        if not 1 <= number <= len(self._under_way()[1].questions):
            return None
        self._at = number - 1
        return self.question()

    def next(self) -> QuestionView | None:
        """Open the next question; None after the last."""
        if self.can_change:
            return self.go_to(self._at + 2)
        return None if self.is_finished else self.question()

    def submit(self, answer: Answer, seconds: int, sureness: int = 0) -> Feedback:
        """Mark the answer and save it, then say how it was.

        Where feedback comes at once, the last answer brings the result with it. `sureness` is 1
        guessing, 2 fairly, 3 sure; 0 not said. Raises AnswerError for what does not fit.
        """
        attempt, bank = self._under_way()
        view = self.question()
        question = view.asked.question
        if view.given is not None and not self.can_change:
            raise AnswerError("this question has its answer")
        feedback = judge(question, answer, self._enrolment.course.sources)
        given = AnswerGiven(
            unit=self._key,
            attempt=attempt.number,
            question=view.asked.id,
            fingerprint=fingerprint(question),
            answer=answer_body(question, answer),
            score=UNSCORED if feedback.score is None else feedback.score,
            sureness=sureness,
            typed=typed_text(answer),
            seconds=seconds,
        )
        events: list[Event] = [given]
        scores = attempt.scores | {view.asked.id: given.score}
        if not self.can_change and len(scores) == len(bank.questions):
            events.append(self._finish(attempt, bank, scores))
        self._enrolment.record(*events)
        if not self.can_change:
            self._at = self._first_open()
        return replace(feedback, not_saved=self.not_saved)

    def flag(self) -> QuestionView:
        """Flag the open question for later, or take the flag away."""
        attempt, _ = self._under_way()
        view = self.question()
        flagged = int(not view.flagged)
        event = QuestionFlagged(
            unit=self._key, attempt=attempt.number, question=view.asked.id, flagged=flagged
        )
        self._enrolment.record(event)
        return self.question()

    # handing in

    def overview(self) -> tuple[QuestionLine, ...]:
        """Return every question of the attempt, for the list before handing in."""
        attempt, bank = self._under_way()
        return tuple(
            QuestionLine(number, question.stem, name in attempt.answers, name in attempt.flagged)
            for number, (name, question) in enumerate(bank.questions.items(), 1)
        )

    def hand_in(self) -> None:
        """End the attempt; what has no answer counts as not right."""
        attempt, bank = self._under_way()
        self._enrolment.record(self._finish(attempt, bank, attempt.scores))

    @property
    def is_finished(self) -> bool:
        """Whether the attempt has its result."""
        return self._under_way()[0].finished

    def result(self) -> QuizResult:
        """Return what came of the latest attempt. Raises AnswerError if none is finished."""
        enrolment = self._enrolment
        attempt = self._latest_finished()
        return read_result(enrolment.progress, self._key, attempt, enrolment.course.outline)

    def review(self) -> tuple[Reviewed, ...]:
        """Return the questions of the latest attempt with answers and feedback, as it allows."""
        if not self.result().is_open:
            return ()
        return review_questions(self._latest_finished(), self._enrolment.course.sources)

    def _begin(self, bank: Quiz, names: tuple[str, ...], seed: int, retry_of: int) -> QuestionView:
        drawn = replace(bank, questions={name: bank.questions[name] for name in names}, draw=None)
        event = QuizBegun(
            unit=self._key,
            attempt=self._enrolment.progress.next_attempt(self._key),
            questions={name: fingerprint(one) for name, one in drawn.questions.items()},
            rule={"pass": self.unit.pass_mark, "floor": bank.floor or 0, "retry_of": retry_of},
            seed=seed,
            copy=pack_copy(json.dumps(encode(drawn), ensure_ascii=False)),
        )
        self._enrolment.record(event)
        self._began = self._enrolment.clock.now()
        self._attempt = self._enrolment.progress.open_attempt(self._key)
        self._bank, self._at = drawn, 0
        return self.question()

    def _finish(self, attempt: QuizAttempt, bank: Quiz, scores: dict[str, int]) -> QuizFinished:
        outcome = outcome_of(attempt, bank, scores, self._enrolment.course.outline)
        return QuizFinished(
            unit=self._key,
            attempt=attempt.number,
            score=outcome.percent * 100,
            objectives={name: part.percent * 100 for name, part in outcome.parts.items()},
            passed=int(outcome.passed and not attempt.rule["retry_of"]),
            minutes=whole_minutes(self._enrolment.clock.now() - self._began),
            retry=int(bool(attempt.rule["retry_of"])),
        )

    def _first_open(self) -> int:
        """Return the place of the first question without an answer; 0 if each has one."""
        attempt, bank = self._under_way()
        return next((n for n, name in enumerate(bank.questions) if name not in attempt.answers), 0)

    def _under_way(self) -> tuple[QuizAttempt, Quiz]:
        if self._attempt is None or self._bank is None:
            raise AnswerError("no attempt is under way")
        return self._attempt, self._bank

    def _latest_finished(self) -> QuizAttempt:
        """Return the attempt just finished, else the latest one.

        Raises AnswerError if there is none.
        """
        finished = self._enrolment.progress.finished_attempts(self._key)
        if not finished:
            raise AnswerError("no attempt is finished")
        return finished[-1]
