"""What the log amounts to: how far each lesson, quiz and case is, and what was touched last.

Worked out by taking the events in order (``folding``) and kept beside the log (``keeping``).
"""

from dataclasses import dataclass, field
from typing import Any

from protectcourse.progress.copies import unpack_copy


@dataclass(slots=True)
class LessonWork:
    """How far a lesson is."""

    items: list[str] = field(default_factory=list)
    """Pages opened, in the order of their first opening."""
    last_item: str = ""
    completed: str = ""
    """The day on which the last page was first shown; empty before."""
    minutes: int = 0
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The latest answer to each page's question."""


@dataclass(slots=True)
class QuizAttempt:
    """One attempt at a quiz."""

    number: int
    day: str
    rule: dict[str, int]
    questions: list[str]
    """Sorted by id; the order asked is that of the copy."""
    seed: int
    packed: str
    """The questions as they were; let go once a later attempt is begun."""
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    """What was typed, by question."""
    scores: dict[str, int] = field(default_factory=dict)
    """From 0 to 10000 by question; -1 for what is not scored."""
    flagged: list[str] = field(default_factory=list)
    """Questions to come back to before handing in."""
    finished: bool = False
    score: int = 0
    objectives: dict[str, int] = field(default_factory=dict)
    """From 0 to 10000 by objective."""
    passed: bool = False
    minutes: int = 0
    past: bool = False
    """Whether the learner has started the course over since."""

    @property
    def percent(self) -> int:
        """The score in whole percent."""
        return self.score // 100

    @property
    def copy(self) -> str:
        """The questions as they were, as JSON. Raises ValueError if they were let go."""
        return unpack_copy(self.packed)


@dataclass(slots=True)
class CaseAttempt:
    """One play of a case."""

    number: int
    day: str
    version: int
    flow: str
    seed: int
    packed: str
    decisions: list[list[Any]] = field(default_factory=list)
    """Node and choice of each decision."""
    mark: int = 0
    """Percent needed where the rubric of the case is silent; 0 if it was not recorded."""
    practice: bool = False
    """Whether it was taken up from the middle of an earlier play, and so counts for nothing."""
    ending: str = ""
    passed: bool = False
    minutes: int = 0
    past: bool = False
    """Whether the learner has started the course over since."""

    @property
    def copy(self) -> str:
        """The case as it was, as JSON. Raises ValueError if it was let go."""
        return unpack_copy(self.packed)


@dataclass(slots=True)
class Completion:
    """A course completed: it stays as it was, whatever becomes of the course."""

    day: str
    version: int
    """Of the course as it was then."""
    score: int
    """From 0 to 10000; -1 where the course had nothing that is scored."""
    status: str = "draft"
    """Of the course as it was then: draft or reviewed."""
    valid_months: int = 0
    """How long it holds; 0 for no end."""
    units: dict[str, int] = field(default_factory=dict)
    """Each core unit that the course then had, by id: 1 where it was done."""
    past: bool = False
    """Whether the learner has started the course over since; it stays valid all the same."""


@dataclass(slots=True)
class Progress:
    """What one learner's log amounts to. Units are named as events name them."""

    courses: dict[str, int] = field(default_factory=dict)
    """Version of each course begun, by id."""
    rules: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The rule for completing each course, as it stood when the learner began."""
    completions: dict[str, list[Completion]] = field(default_factory=dict)
    """The completions of each course, in order: one, and one more after each start over."""
    lessons: dict[str, LessonWork] = field(default_factory=dict)
    quizzes: dict[str, list[QuizAttempt]] = field(default_factory=dict)
    cases: dict[str, list[CaseAttempt]] = field(default_factory=dict)
    seen: dict[str, dict[str, int]] = field(default_factory=dict)
    """How often each question of each quiz was asked."""
    latest: list[str] = field(default_factory=list)
    """Units in the order of their latest touch, the latest last."""
    notes: dict[str, dict[str, str]] = field(default_factory=dict)
    """The learner's note on each page, by unit and page."""
    bookmarks: dict[str, list[str]] = field(default_factory=dict)
    """Pages marked, by unit."""

    def lesson(self, unit: str) -> LessonWork | None:
        """Return how far a lesson is, None if it was not begun."""
        return self.lessons.get(unit)

    def open_attempt(self, unit: str) -> QuizAttempt | None:
        """Return the attempt at a quiz that is under way: only the latest can be."""
        attempts = self.quizzes.get(unit, [])
        latest = attempts[-1] if attempts else None
        return None if latest is None or latest.finished or latest.past else latest

    def finished_attempts(self, unit: str) -> list[QuizAttempt]:
        """Return the finished attempts at a quiz, in order."""
        return [one for one in self.quizzes.get(unit, []) if one.finished]

    def open_case(self, unit: str) -> CaseAttempt | None:
        """Return the play of a case that is under way: only the latest can be."""
        plays = self.cases.get(unit, [])
        latest = plays[-1] if plays else None
        return None if latest is None or latest.ending or latest.past else latest

    def finished_case(self, unit: str) -> CaseAttempt | None:
        """Return the latest play that came to an ending since the learner last started over."""
        plays = reversed(self.cases.get(unit, []))
        return next((one for one in plays if one.ending and not one.past), None)

    def endings_seen(self, unit: str) -> set[str]:
        """Return the endings that a learner has come to."""
        return {one.ending for one in self.cases.get(unit, []) if one.ending}

    def questions_seen(self, unit: str) -> dict[str, int]:
        """Return how often each question of a quiz was asked."""
        return self.seen.get(unit, {})

    def is_passed(self, unit: str) -> bool:
        """Say whether some attempt at a quiz, or some play of a case, passed."""
        by_quiz = any(one.passed and not one.past for one in self.quizzes.get(unit, []))
        return by_quiz or any(one.passed and not one.past for one in self.cases.get(unit, []))

    def completion(self, course: str) -> Completion | None:
        """Return the latest completion of a course, None if it was never completed."""
        reached = self.completions.get(course)
        return reached[-1] if reached else None

    def next_attempt(self, unit: str) -> int:
        """Return the number of the next attempt or play, from 1."""
        return len(self.quizzes.get(unit, [])) + len(self.cases.get(unit, [])) + 1
