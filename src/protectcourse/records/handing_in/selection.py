"""What of a learner's log leaves, what is held back, and why."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from protectcourse.course.outline import CourseOutline
from protectcourse.errors import StoreError
from protectcourse.progress.chain import Entry, find_break
from protectcourse.progress.store import Store
from protectcourse.records.handing_in.levels import Level, Sort, leaves, open_cases, sort_of

ELSEWHERE = Sort(None, "step in other courses", "steps in other courses")
NOT_OF_LEARNING = {"device-begun"}


class Chosen(NamedTuple):
    """An entry of the log, and whether its body leaves."""

    entry: Entry
    body: Mapping[str, Any]
    sort: Sort
    leaves: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """A learner's whole log, each entry with what becomes of it."""

    learner: str
    name: str
    level: Level
    chosen: Sequence[Chosen]
    courses: Sequence[CourseOutline]
    """Those known of the courses that what leaves is about."""
    waiting: int
    """How many steps are not saved yet, and so are not in it."""

    @property
    def leaving(self) -> Sequence[Chosen]:
        """What leaves."""
        return [one for one in self.chosen if one.leaves]

    @property
    def is_empty(self) -> bool:
        """Whether nothing that leaves says anything of learning."""
        return all(one.entry.kind in NOT_OF_LEARNING for one in self.leaving)

    def count(self, *, leaving: bool) -> Mapping[Sort, int]:
        """Return how many entries of each sort leave, or stay."""
        return Counter(one.sort for one in self.chosen if one.leaves is leaving)

    @property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day of what leaves; None where nothing does."""
        days = [str(one.body["day"]) for one in self.leaving]
        return (min(days), max(days)) if days else None


def select_entries(
    store: Store, outlines: Iterable[CourseOutline], level: Level, course: str | None = None
) -> Selection:
    """Return what becomes of each entry of a learner's log at a level.

    With a course, only what belongs to it leaves. Steps that wait to be saved are left for the
    next time: were they lost, others would take their numbers. Raises StoreError where the log is
    damaged.
    """
    known = {outline.id: outline for outline in outlines}
    cases = open_cases(known.values())
    saved = store.holdings().saved
    if find_break(saved, {}) or len(saved) + store.pending < store.last:
        hint = "Start the course once: it brings back what can be read. Then try again."
        raise StoreError("your progress file is damaged", hint)
    chosen = [_choose(entry, cases, level, course) for entry in saved]
    about = {course_of(one.body) for one in chosen if one.leaves}
    return Selection(
        learner=store.learner,
        name=store.profile("name") or "",
        level=level,
        chosen=chosen,
        courses=[known[name] for name in sorted(known) if name in about],
        waiting=store.pending,
    )


def course_of(body: Mapping[str, Any]) -> str:
    """Return the course that an event belongs to; empty where it belongs to none."""
    return str(body.get("course") or str(body.get("unit", "")).partition("/")[0])


def _choose(entry: Entry, cases: frozenset[str], level: Level, course: str | None) -> Chosen:
    body = json.loads(entry.body)
    if course is not None and course_of(body) not in ("", course):
        return Chosen(entry, body, ELSEWHERE, leaves=False)
    sort = sort_of(body, cases)
    return Chosen(entry, body, sort, leaves(sort, level))
