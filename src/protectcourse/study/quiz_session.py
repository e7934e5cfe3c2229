"""Taking a quiz: one attempt, question by question, and what came of it."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace

from protectcourse.course.outline import CourseOutline, UnitOutline
from protectcourse.course.plain_form import decode, encode
from protectcourse.errors import AnswerError
from protectcourse.progress.copies import pack_copy
from protectcourse.progress.events import AnswerGiven, Event, QuizBegun, QuizFinished
from protectcourse.progress.projections import QuizAttempt
from protectcourse.quiz.answers import Answer, answer_body, typed_text
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.drawing import draw_questions
from protectcourse.quiz.fingerprint import fingerprint
from protectcourse.quiz.outcome import Outcome, work_out
from protectcourse.study.asking import Asked, Feedback, judge, put
from protectcourse.study.durations import whole_minutes
from protectcourse.study.enrolment import Enrolment

UNSCORED = -1
"""What the log holds in place of a score for what is not scored."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question of an attempt as it is shown."""

    asked: Asked
    number: int
    total: int
    pass_mark: int
    is_retry: bool


@dataclass(frozen=True, slots=True)
class ObjectiveResult:
    """How it went with one objective, and which lessons teach it."""

    text: str
    right: int
    total: int
    lessons: tuple[UnitOutline, ...]


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """An earlier attempt in one line."""

    number: int
    day: str
    percent: int
    passed: bool
    is_retry: bool


@dataclass(frozen=True, slots=True)
class QuizResult:
    """What came of an attempt."""

    percent: int
    pass_mark: int
    passed: bool
    right: int
    total: int
    objectives: tuple[ObjectiveResult, ...]
    missed: tuple[str, ...]
    attempts: tuple[AttemptLine, ...]
    is_retry: bool


class QuizSession:
    """One sitting with a quiz. Every answer is saved before its feedback shows."""

    def __init__(self, enrolment: Enrolment, unit: UnitOutline) -> None:
        self.unit = unit
        self._enrolment = enrolment
        self._key = enrolment.key(unit.id)
        self._attempt: QuizAttempt | None = None
        self._bank: Quiz | None = None
        self._began = enrolment.clock.now()

    @property
    def not_saved(self) -> str:
        """Why the latest step could not be saved yet; empty where it was."""
        return self._enrolment.not_saved

    def open(self) -> QuestionView:
        """Go on with the attempt under way, or begin one."""
        attempt = self._enrolment.progress.open_attempt(self._key)
        if attempt is None:
            return self.begin()
        self._attempt, self._bank = attempt, _bank_of(attempt)
        return self.question()

    def begin(self) -> QuestionView:
        """Begin a new attempt, drawn from the bank as it is now."""
        bank = self._enrolment.course.quiz(self.unit.id)
        seed = secrets.randbits(32)
        seen = self._enrolment.progress.questions_seen(self._key)
        return self._begin(bank, draw_questions(bank, seed, seen), seed, retry_of=0)

    def retry_missed(self) -> QuestionView:
        """Begin an attempt with only what was missed; it is practice and changes no result."""
        finished = self._latest_finished()
        return self._begin(
            _bank_of(finished), self.result().missed, secrets.randbits(32), retry_of=finished.number
        )

    def question(self) -> QuestionView:
        """Return the first question that has no answer yet."""
        attempt, bank = self._under_way()
        names = list(bank.questions)
        name = next(name for name in names if name not in attempt.answers)
        return QuestionView(
            asked=put(name, bank.questions[name], attempt.seed),
            number=names.index(name) + 1,
            total=len(names),
            pass_mark=attempt.rule["pass"],
            is_retry=bool(attempt.rule["retry_of"]),
        )

    def submit(self, answer: Answer, seconds: int) -> Feedback:
        """Mark the answer, save it (with the result, if it was the last), then say how it was."""
        attempt, bank = self._under_way()
        view = self.question()
        question = view.asked.question
        feedback = judge(question, answer, self._enrolment.course.sources)
        given = AnswerGiven(
            unit=self._key,
            attempt=attempt.number,
            question=view.asked.id,
            fingerprint=fingerprint(question),
            answer=answer_body(question, answer),
            score=UNSCORED if feedback.score is None else feedback.score,
            typed=typed_text(answer),
            seconds=seconds,
        )
        events: list[Event] = [given]
        if view.number == view.total:
            scores = attempt.scores | {view.asked.id: given.score}
            events.append(self._finish(attempt, bank, scores))
        self._enrolment.record(*events)
        return replace(feedback, not_saved=self.not_saved)

    @property
    def has_open_attempt(self) -> bool:
        """Whether an attempt is under way."""
        return self._enrolment.progress.open_attempt(self._key) is not None

    @property
    def has_result(self) -> bool:
        """Whether the latest attempt is finished and its questions are still known."""
        finished = self._enrolment.progress.finished_attempts(self._key)
        return bool(finished) and bool(finished[-1].packed)

    @property
    def is_finished(self) -> bool:
        """Whether every question of the attempt has its answer."""
        attempt, bank = self._under_way()
        return len(attempt.answers) == len(bank.questions)

    def result(self) -> QuizResult:
        """Return what came of the attempt."""
        attempt = self._latest_finished()
        bank = _bank_of(attempt)
        outcome = self._outcome(attempt, bank, attempt.scores)
        outline = self._enrolment.course.outline
        return QuizResult(
            percent=outcome.percent,
            pass_mark=attempt.rule["pass"],
            passed=outcome.passed and not attempt.rule["retry_of"],
            right=outcome.right,
            total=outcome.total,
            objectives=_objectives(outcome, outline),
            missed=outcome.missed,
            attempts=self.attempts(),
            is_retry=bool(attempt.rule["retry_of"]),
        )

    def attempts(self) -> tuple[AttemptLine, ...]:
        """Return every finished attempt, the latest first."""
        finished = self._enrolment.progress.finished_attempts(self._key)
        return tuple(
            AttemptLine(one.number, one.day, one.percent, one.passed, bool(one.rule["retry_of"]))
            for one in reversed(finished)
        )

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
        self._bank = drawn
        return self.question()

    def _finish(self, attempt: QuizAttempt, bank: Quiz, scores: dict[str, int]) -> QuizFinished:
        outcome = self._outcome(attempt, bank, scores)
        return QuizFinished(
            unit=self._key,
            attempt=attempt.number,
            score=outcome.percent * 100,
            objectives={name: part.percent * 100 for name, part in outcome.parts.items()},
            passed=int(outcome.passed and not attempt.rule["retry_of"]),
            minutes=whole_minutes(self._enrolment.clock.now() - self._began),
        )

    def _outcome(self, attempt: QuizAttempt, bank: Quiz, scores: Mapping[str, int]) -> Outcome:
        points = {name: None if one == UNSCORED else one for name, one in scores.items()}
        return work_out(bank, points, attempt.rule["pass"], attempt.rule["floor"])

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


def _bank_of(attempt: QuizAttempt) -> Quiz:
    """Return the questions that an attempt was given, as they were then."""
    return decode(Quiz, json.loads(attempt.copy))


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
