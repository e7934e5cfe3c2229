"""One learner's work on one course: what every session is given."""

from functools import cached_property
from typing import TYPE_CHECKING
from zlib import crc32

from protectcourse.clock import Clock
from protectcourse.course.library import Course
from protectcourse.errors import StoreError
from protectcourse.progress.completion import Reached, find_completion, unit_key
from protectcourse.progress.keeping import keep_progress
from protectcourse.progress.projections import Progress
from protectcourse.progress.store import Store

if TYPE_CHECKING:
    from protectcourse.course.outline import UnitOutline
    from protectcourse.organisation import Organisation
    from protectcourse.progress.events import Event

COMPLETING = {"course-begun", "lesson-completed", "quiz-finished", "case-finished"}
"""Kinds of event with which a course may become complete."""
KEPT_EVERY = 500
"""Events after which what the log amounts to is kept, against an end that is not in order."""


class Enrolment:
    """A course, the log of what was done, and what the log amounts to."""

    def __init__(self, course: Course, store: Store, progress: Progress, clock: Clock) -> None:
        self.course = course
        self.store = store
        self.progress = progress
        self.clock = clock
        self.not_saved = ""
        """Why the latest step could not be saved yet, and what to do; empty where it was."""

    def key(self, unit_id: str) -> str:
        """Return how events name a unit: with its course, since a learner may take several."""
        return unit_key(self.course.outline.id, unit_id)

    def seed(self, name: str) -> int:
        """Return a seed that is the same for this learner and name whenever it is asked for."""
        return crc32(f"{self.store.learner} {name}".encode())

    @cached_property
    def organisation(self) -> "Organisation":
        """What the learner's organisation has set on this computer."""
        from protectcourse.organisation import load_organisation

        return load_organisation(self.store.path.parent)

    @property
    def support(self) -> str:
        """Whom to turn to after what weighs: as the organisation says, or else the course."""
        return self.organisation.support or self.course.outline.support

    @property
    def final_under_way(self) -> "UnitOutline | None":
        """The final that was begun and not handed in: until it is, the other units stay closed."""
        finals = (unit for unit in self.course.outline.units() if unit.pool == "final")
        open_attempt = self.progress.open_attempt
        return next((one for one in finals if open_attempt(self.key(one.id)) is not None), None)

    def begin(self) -> None:
        """Record once that the course was begun, with the rule for completing it."""
        if self.course.outline.id not in self.progress.courses:
            self._begin(again=0)

    def start_over(self) -> None:
        """Begin the course again: what was done before stays in the log and no longer counts."""
        self._begin(again=1)

    def _begin(self, *, again: int) -> None:
        from protectcourse.progress.events import CourseBegun

        outline = self.course.outline
        rule = {
            "needs": list(outline.needs),
            "valid_months": outline.valid_months,
            "version": outline.version,
        }
        self.record(CourseBegun(course=outline.id, version=outline.version, rule=rule, again=again))

    def record(self, *events: "Event") -> None:
        """Save events together before anything shows, and with them what they complete.

        What could not be saved is kept and saved with the next; the session goes on meanwhile, and
        `not_saved` says so.
        """
        from protectcourse.progress.folding import fold

        day = self.clock.today().isoformat()
        for event in events:
            fold(self.progress, day, event)
        reached = self._reached() if any(one.kind in COMPLETING for one in events) else None
        if reached is not None:
            completed = self._completed(reached)
            fold(self.progress, day, completed)
            events = (*events, completed)
        try:
            self.store.append(*events)
        except StoreError as error:
            self.not_saved = f"Not saved: {error.message}. {error.hint}"
            return
        self.not_saved = ""
        if self.store.last // KEPT_EVERY > (self.store.last - len(events)) // KEPT_EVERY:
            keep_progress(self.store, self.progress)

    def note_completion(self) -> None:
        """Record that the course is complete where no step of the learner's made it so.

        An edit may take away the last unit that was missing.
        """
        if (reached := self._reached()) is not None:
            self.record(self._completed(reached))

    def _reached(self) -> Reached | None:
        return find_completion(self.course.outline, self.progress)

    def _completed(self, reached: Reached) -> "Event":
        from protectcourse.progress.events import CourseCompleted

        outline = self.course.outline
        return CourseCompleted(
            course=outline.id,
            version=outline.version,
            score=reached.score,
            units=reached.units,
            status=outline.status,
            valid_months=reached.valid_months,
        )

    @property
    def words_on_saving(self) -> str:
        """What is to be said about saving; empty where all is saved."""
        return "" if self.all_saved else self.not_saved or self.store.notice

    @property
    def all_saved(self) -> bool:
        """Whether every step so far is in the file."""
        return self.store.writable and not self.store.pending
