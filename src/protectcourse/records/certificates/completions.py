"""Which completions an organisation's register holds, and for whom.

Of one learner and course the first counts, and then the first after each fresh start: what two
computers of one learner each recorded is the same completion.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple, Protocol

from protectcourse.plain_text import one_line
from protectcourse.records.completion_record import HIGHEST_VERSION, last_valid_day

MOST_MONTHS = 12_000
_COURSE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._\-]{0,99}")
_BEGUN, _COMPLETED = "course-begun", "course-completed"
_EVENTS = """\
SELECT entry.learner, entry.course, entry.day, device.device, entry.seq, entry.kind, entry.body
FROM entry JOIN device ON device.id = entry.device
WHERE entry.kind IN (?, ?) AND entry.state = 1 AND entry.body IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM voided
    WHERE voided.device = device.device AND voided.seq = entry.seq
      AND voided.learner = entry.learner)
ORDER BY entry.learner, entry.course, entry.day, device.device, entry.seq, entry.hash"""
_TITLES = "SELECT course, version, title FROM course ORDER BY course, version"
_NAMES = "SELECT learner, name FROM learner WHERE erased_at IS NULL"


class Rows(Protocol):
    """Answers questions in SQL: a register."""

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Give the rows of an answer."""
        ...


class Completed(NamedTuple):
    """A completion in the register."""

    learner: str
    course: str
    version: int
    is_draft: bool
    day: str
    until: str
    """The last day on which it holds; empty for no end."""
    nth: int
    """1 for the first of this learner and course, 2 for that after a fresh start, and so on."""


def completions(register: Rows) -> list[Completed]:
    """Return every completion that counts, by learner, course and day."""
    events = register.rows(_EVENTS, (_BEGUN, _COMPLETED))
    return [
        completed
        for (learner, course), rows in groupby(events, lambda row: (row[0], row[1]))
        for completed in _of_one(learner, course, ((day, body) for _, _, day, *_, body in rows))
    ]


def titles(register: Rows) -> dict[tuple[str, int], str]:
    """Return the title of each course in each version that was handed in."""
    return {(course, version): title for course, version, title in register.rows(_TITLES)}


def names(register: Rows) -> dict[str, str]:
    """Return the name of each learner as last handed in; it may be empty."""
    return {learner: one_line(name or "") for learner, name in register.rows(_NAMES)}


def _of_one(learner: str, course: str, events: Iterable[tuple[str, str]]) -> Iterator[Completed]:
    is_done, nth = False, 0
    for day, text in events:
        body = json.loads(text)
        if body["kind"] == _BEGUN:
            is_done = is_done and not body.get("again")
        elif not is_done and _is_sound(course, body):
            is_done, nth = True, nth + 1
            yield Completed(
                learner=learner,
                course=course,
                version=body["version"],
                is_draft=body.get("status") != "reviewed",
                day=day,
                until=last_valid_day(day, body.get("valid_months", 0)),
                nth=nth,
            )


def _is_sound(course: str, body: Mapping[str, Any]) -> bool:
    """Say whether a completion is one that the program could have written: it came from outside."""
    version, months = body.get("version"), body.get("valid_months", 0)
    return (
        _COURSE.fullmatch(course) is not None
        and type(version) is int
        and 1 <= version <= HIGHEST_VERSION
        and type(months) is int
        and 0 <= months <= MOST_MONTHS
    )
