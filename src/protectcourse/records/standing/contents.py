"""What reports need of a register: read by one pass over its events, whatever database it is in."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from protectcourse.records.register.contents import PRESENT
from protectcourse.records.register.database import Row
from protectcourse.records.roster.row import RosterRow
from protectcourse.records.standing.states import UNSCORED, Gained, Work

COMPLETED, REFRESHED, CHECKED = "course-completed", "refresher-done", "check-passed"
BEST_SCORE = 10_000
MOST_MONTHS = 12_000
NOT_SAID = -1
Key = tuple[str, str]
"""A learner's number and the id of a course."""

_GAINED = f"'{COMPLETED}', '{REFRESHED}', '{CHECKED}'"
WORK = (
    f"SELECT learner, course, CASE WHEN kind IN ({_GAINED}) THEN body END AS gained,"
    " MIN(day), MAX(day)"
    " FROM entry WHERE kind IN ('course-begun', 'lesson-completed', 'quiz-finished',"
    f" 'case-finished', {_GAINED}) AND state = {PRESENT} AND course IS NOT NULL{{but}}"
    " GROUP BY learner, course, gained"
)
"""One pass: for each learner and course the days of all results, and each of them that counts.

Answers and decisions say nothing here: how somebody stands does not hang on the level handed in.
"""
BUT_VOIDED = (
    " AND (device, seq, learner) NOT IN"
    " (SELECT d.id, v.seq, v.learner FROM voided v JOIN device d ON d.device = v.device)"
)
ANY_VOIDED = "SELECT 1 FROM voided LIMIT 1"
LEARNERS = "SELECT learner, name FROM learner WHERE erased_at IS NULL"
ERASED = "SELECT COUNT(*) FROM learner WHERE erased_at IS NOT NULL"
ROSTER = "SELECT learner, name, team, place, course, due FROM roster"
TITLES = "SELECT course, title FROM course ORDER BY version, title"


class Readable(Protocol):
    """What gives the rows of a query: a register."""

    def rows(self, sql: str, parameters: tuple[object, ...] = ()) -> Iterator[Row]:
        """Give the rows of a query."""
        ...


class Contents(NamedTuple):
    """What a register says, as far as it is reported on."""

    works: Mapping[Key, Work]
    learners: Mapping[str, str]
    """The name last handed in by each learner's number; the erased are not among them."""
    roster: tuple[RosterRow, ...]
    titles: Mapping[str, str]
    """Of each course heard of, by its id: that of the newest version."""
    erased: int = 0
    """How many learners were erased."""


def read_contents(register: Readable) -> Contents:
    """Return what a register says now. Raises RecordError where it cannot be read."""
    but = BUT_VOIDED if any(register.rows(ANY_VOIDED)) else ""
    (erased,) = next(iter(register.rows(ERASED)))
    return Contents(
        works=gather_works(register.rows(WORK.format(but=but))),
        learners=read_learners(register),
        roster=read_rows(register),
        titles={str(course): str(title) for course, title in register.rows(TITLES)},
        erased=int(erased),
    )


def read_learners(register: Readable) -> dict[str, str]:
    """Return the name last handed in by each learner's number, perhaps empty."""
    return {str(learner): str(name) for learner, name in register.rows(LEARNERS)}


def read_rows(register: Readable) -> tuple[RosterRow, ...]:
    """Return the roster of a register, in no order."""
    return tuple(RosterRow(*row) for row in register.rows(ROSTER))


def gather_works(rows: Iterable[Row]) -> dict[Key, Work]:
    """Return the work of each learner in each course, from the rows of WORK in whatever order."""
    begun: dict[Key, str] = {}
    last: dict[Key, str] = {}
    gained: dict[Key, list[tuple[str, str]]] = defaultdict(list)
    for learner, course, body, first, latest in rows:
        key = (learner, course)
        begun[key] = min(begun.get(key, first), first)
        last[key] = max(last.get(key, latest), latest)
        if body is not None:
            gained[key].append((first, body))
    return {
        key: _read_work(day, last[key], gained[key]) if key in gained else Work(day, last[key])
        for key, day in begun.items()
    }


def _read_work(begun: str, last: str, bodies: Iterable[tuple[str, str]]) -> Work:
    gained: list[Gained] = []
    checks = []
    for day, text in bodies:
        body = json.loads(text)
        if body["kind"] == CHECKED:
            checks.append(day)
        else:
            gained.append(_read_gained(day, body))
    return Work(begun, last, tuple(_with_months(sorted(gained))), tuple(sorted(checks)))


def _read_gained(day: str, body: Mapping[str, object]) -> Gained:
    """Return a completion or a refresher; what is out of bounds counts as not said."""
    return Gained(
        day,
        _within(body.get("score"), BEST_SCORE, UNSCORED),
        _within(body.get("valid_months"), MOST_MONTHS, NOT_SAID),
        _within(body.get("version"), 10**9, 0),
        body["kind"] == REFRESHED,
    )


def _within(value: object, most: int, otherwise: int) -> int:
    return value if type(value) is int and 0 <= value <= most else otherwise


def _with_months(gained: list[Gained]) -> Iterator[Gained]:
    """Give all with how long they hold: a refresher that does not say as long as what it renews."""
    months = 0
    for one in gained:
        usual = months if one.is_refresher else 0
        said = one if one.months != NOT_SAID else one._replace(months=usual)
        months = months if one.is_refresher else said.months
        yield said
