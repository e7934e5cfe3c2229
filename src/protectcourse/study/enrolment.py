"""One learner's work on one course: what every session is given."""

from typing import TYPE_CHECKING
from zlib import crc32

from protectcourse.clock import Clock
from protectcourse.course.library import Course
from protectcourse.errors import StoreError
from protectcourse.progress.keeping import keep_progress
from protectcourse.progress.projections import Progress
from protectcourse.progress.store import Store

if TYPE_CHECKING:
    from protectcourse.progress.events import Event

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
        return f"{self.course.outline.id}/{unit_id}"

    def seed(self, name: str) -> int:
        """Return a seed that is the same for this learner and name whenever it is asked for."""
        return crc32(f"{self.store.learner} {name}".encode())

    def begin(self) -> None:
        """Record once that the course was begun, with the rule for completing it."""
        from protectcourse.progress.events import CourseBegun

        outline = self.course.outline
        if outline.id in self.progress.courses:
            return
        rule = {"needs": list(outline.needs), "version": outline.version}
        self.record(CourseBegun(course=outline.id, version=outline.version, rule=rule))

    def record(self, *events: "Event") -> None:
        """Save events together before anything shows.

        What could not be saved is kept and saved with the next; the session goes on meanwhile, and
        `not_saved` says so.
        """
        from protectcourse.progress.folding import fold

        day = self.clock.today().isoformat()
        for event in events:
            fold(self.progress, day, event)
        try:
            self.store.append(*events)
        except StoreError as error:
            self.not_saved = f"Not saved: {error.message}. {error.hint}"
            return
        self.not_saved = ""
        if self.store.last // KEPT_EVERY > (self.store.last - len(events)) // KEPT_EVERY:
            keep_progress(self.store, self.progress)

    @property
    def all_saved(self) -> bool:
        """Whether every step so far is in the file."""
        return self.store.writable and not self.store.pending
