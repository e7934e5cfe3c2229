"""What the register has of one learner: each unit, each step that counts, files, certificates."""

from collections.abc import Iterable
from typing import NamedTuple

from protectcourse.records.register.contents import PRESENT
from protectcourse.records.register.database import Row
from protectcourse.records.standing.contents import (
    ANY_VOIDED,
    BUT_VOIDED,
    CHECKED,
    COMPLETED,
    REFRESHED,
    Readable,
)

EVENTS = (
    "SELECT kind, day, course, unit, attempt, score, passed FROM entry"
    f" WHERE state = {PRESENT} AND learner = ?{{but}} AND device IN"
    " (SELECT s.device FROM sent s JOIN handin h ON h.id = s.handin WHERE h.learner = ?)"
)
FILES = "SELECT day, received_at, level, verdict FROM handin WHERE learner = ? ORDER BY day, sha256"
CERTIFICATES = (
    "SELECT course, day, until, issued_at, revoked_at FROM certificate"
    " WHERE learner = ? ORDER BY course, day"
)
SORTS = {
    "lesson-completed": "lesson",
    "quiz-begun": "quiz",
    "answer-given": "quiz",
    "quiz-finished": "quiz",
    "case-begun": "case",
    "decision-made": "case",
    "case-finished": "case",
}
"""Of which sort of unit each kind of event is."""
STEPS = {
    "course-begun": "begun",
    COMPLETED: "completed",
    REFRESHED: "refresher done",
    CHECKED: "later check passed",
}
"""The steps that count, in words."""


class Step(NamedTuple):
    """Something that counts in a course."""

    course: str
    day: str
    what: str
    score: int = -1


class UnitWork(NamedTuple):
    """What was done of a unit."""

    course: str
    sort: str
    unit: str
    is_done: bool
    best: int
    """The best score, from 0 to 10000; -1 where nothing was scored."""
    attempts: int
    """Those that were finished."""
    last: str


class Filed(NamedTuple):
    """A hand-in file."""

    day: str
    received: str
    """The day on which it came in."""
    level: str
    verdict: str


class Certified(NamedTuple):
    """A certificate of the organisation's."""

    course: str
    day: str
    until: str
    issued: str
    revoked: str


class History(NamedTuple):
    """All that the register has of a learner."""

    steps: tuple[Step, ...] = ()
    units: tuple[UnitWork, ...] = ()
    files: tuple[Filed, ...] = ()
    certificates: tuple[Certified, ...] = ()


def read_history(register: Readable, learner: str) -> History:
    """Return what a register has of a learner. Raises RecordError where it cannot be read."""
    if not learner:
        return History()
    but = BUT_VOIDED if any(register.rows(ANY_VOIDED)) else ""
    events = list(register.rows(EVENTS.format(but=but), (learner, learner)))
    return History(
        steps=tuple(sorted(set(_steps(events)))),
        units=tuple(sorted(_units(events))),
        files=tuple(
            Filed(day, received[:10], level, verdict)
            for day, received, level, verdict in register.rows(FILES, (learner,))
        ),
        certificates=tuple(
            Certified(course, day, until, issued[:10], revoked)
            for course, day, until, issued, revoked in register.rows(CERTIFICATES, (learner,))
        ),
    )


def _steps(events: Iterable[Row]) -> Iterable[Step]:
    for kind, day, course, _, _, score, _ in events:
        if kind in STEPS:
            yield Step(course, day, STEPS[kind], -1 if score is None else score)


def _units(events: Iterable[Row]) -> Iterable[UnitWork]:
    """Give what was done of each unit, from its events in whatever order."""
    units: dict[tuple[str, str], UnitWork] = {}
    for kind, day, course, unit, _, score, passed in events:
        sort = SORTS.get(kind)
        if sort is None or unit is None:
            continue
        is_end = kind in {"lesson-completed", "quiz-finished", "case-finished"}
        is_done = is_end and (sort == "lesson" or bool(passed))
        best = score if kind == "quiz-finished" and score is not None else -1
        before = units.get((course, unit), UnitWork(course, sort, unit, False, -1, 0, ""))
        units[course, unit] = before._replace(
            is_done=before.is_done or is_done,
            best=max(before.best, best),
            attempts=before.attempts + is_end,
            last=max(before.last, day),
        )
    return units.values()
