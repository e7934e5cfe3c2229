"""How a learner stands in a course on a day: pure, from what the register says of the two.

Days are texts such as "2026-03-28", which stand in order as they are; a clock that was wrong gives
a wrong day, never a failure.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from protectcourse.records.completion_record import last_valid_day

EXPIRING_DAYS = 60
"""How long before its end a completion counts as expiring (records.md §4)."""
UNSCORED = -1
NO_END = "9999-12-31"
"""Stands, where days are compared, for a completion that holds for ever."""
CLOCK_DAYS = 1
"""How far ahead of ours a learner's day may be: they may live further east."""


class State(StrEnum):
    """How somebody stands in a course."""

    NOT_BEGUN = "not begun"
    IN_PROGRESS = "in progress"
    OVERDUE = "overdue"
    COMPLETED = "completed"
    RETAINED = "retained"
    EXPIRING = "expiring"
    EXPIRED = "expired"


EXPLAINED: Mapping[State, str] = {
    State.NOT_BEGUN: "on the roster, and nothing of the course has been handed in",
    State.IN_PROGRESS: "begun, not completed",
    State.OVERDUE: "not completed, or no longer so, and the day it was due has passed",
    State.COMPLETED: "completed, by the rule that stood when the learner began",
    State.RETAINED: "completed, and the later check passed",
    State.EXPIRING: f"completed, and valid for {EXPIRING_DAYS} days more at most",
    State.EXPIRED: "completed once, and no longer valid: a refresher is due",
}
"""Each state in words."""
HOLDING = frozenset({State.COMPLETED, State.RETAINED, State.EXPIRING})
"""The states in which a completion holds."""


class Gained(NamedTuple):
    """A completion, or a refresher that renewed one; days first, so that they stand in order."""

    day: str
    score: int = UNSCORED
    """From 0 to 10000."""
    months: int = 0
    """How long it holds; 0 for no end."""
    version: int = 0
    """Of the course."""
    is_refresher: bool = False


class Work(NamedTuple):
    """What a register says of one learner in one course; the history, oldest first."""

    begun: str = ""
    """The first day of which anything is known; empty where nothing is."""
    last: str = ""
    """The latest day of which anything is known."""
    gained: tuple[Gained, ...] = ()
    checks: tuple[str, ...] = ()
    """Days on which the later check was passed."""

    def as_of(self, day: str) -> "Work | None":
        """Return what had happened by the end of a day; None where that is nothing."""
        if not self.begun or self.begun > day:
            return None
        gained = tuple(one for one in self.gained if one.day <= day)
        checks = tuple(one for one in self.checks if one <= day)
        return Work(self.begun, min(self.last, day), gained, checks)


NOTHING = Work()


class Standing(NamedTuple):
    """How a learner stands in a course on a day."""

    state: State
    begun: str = ""
    last: str = ""
    """The latest day of which anything is known."""
    completed: str = ""
    """The day of the first completion, or empty."""
    score: int = UNSCORED
    """The best of all completions, from 0 to 10000."""
    until: str = ""
    """The last day on which it holds; empty for no end, or where there is no completion."""
    is_ahead: bool = False
    """Whether something of it is dated in the future: a clock was wrong."""


def find_standing(work: Work | None, due: str, today: str) -> Standing:
    """Return how somebody stands on a day. `due` is empty where no day is set.

    The first completion is the earliest, the score the best; of several completions and refreshers
    the one that holds longest says until when. A refresher without a completion renews nothing.
    """
    work = work or NOTHING
    ahead = work.last > _day_ahead(today, CLOCK_DAYS)
    completions = [one for one in work.gained if not one.is_refresher]
    if not completions:
        state = _state_before(work, due, today)
        return Standing(state, work.begun, work.last, is_ahead=ahead)
    first = min(completions)
    since = [one for one in work.gained if one.day >= first.day]
    until = max([_last_day(one) for one in since])
    return Standing(
        _state_after(work, first.day, until, due, today),
        work.begun,
        work.last,
        first.day,
        max([one.score for one in since]),
        "" if until == NO_END else until,
        ahead,
    )


def day_after(day: str, days: int) -> str:
    """Return the day some days after another, or before it; the last or first that there is."""
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:
        return (date.max if days > 0 else date.min).isoformat()


def days_between(first: str, last: str) -> int:
    """Return how many days one day is after another; below 0 where it is before."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _state_before(work: Work, due: str, today: str) -> State:
    if due and due < today:
        return State.OVERDUE
    return State.IN_PROGRESS if work.begun else State.NOT_BEGUN


def _state_after(work: Work, first: str, until: str, due: str, today: str) -> State:
    """Return the state after a completion: what asks for something to be done goes first."""
    if until < today:
        return State.OVERDUE if until < due < today else State.EXPIRED
    if until <= _day_ahead(today, EXPIRING_DAYS):
        return State.EXPIRING
    return State.RETAINED if any(day >= first for day in work.checks) else State.COMPLETED


_day_ahead = lru_cache(maxsize=64)(day_after)


@lru_cache(maxsize=65_536)
def _last_valid(day: str, months: int) -> str:
    return last_valid_day(day, months) or NO_END


def _last_day(one: Gained) -> str:
    return _last_valid(one.day, one.months)
