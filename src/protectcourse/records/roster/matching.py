"""Who of the roster is who in the register: by number first, then by name, and never by a guess."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from protectcourse.records.roster.row import RosterRow, name_key


class Found(StrEnum):
    """How a person of the roster was found in the register."""

    BY_NUMBER = "by number"
    BY_NAME = "by name"
    NOT_YET = "nothing handed in"
    SEVERAL = "several learners of this name"


class Match(NamedTuple):
    """Who a row of the roster stands for."""

    learner: str
    """The learner's number; empty where nobody was found."""
    found: Found
    several: tuple[str, ...] = ()
    """The learners who may be meant, where a name is not enough."""


def match_roster(rows: Iterable[RosterRow], learners: Mapping[str, str]) -> list[Match]:
    """Return who each row stands for, in the order of the rows. `learners` are names by number.

    Whoever is on the roster by number for a course is not looked for by name in it.
    """
    every = list(rows)
    numbered = {(row.learner, row.course) for row in every if row.learner}
    by_name: dict[str, list[str]] = defaultdict(list)
    for learner, name in learners.items():
        if name:
            by_name[name_key(name)].append(learner)
    return [
        _by_number(row, learners) if row.learner else _by_name(row, numbered, by_name)
        for row in every
    ]


def _by_number(row: RosterRow, learners: Mapping[str, str]) -> Match:
    return Match(row.learner, Found.BY_NUMBER if row.learner in learners else Found.NOT_YET)


def _by_name(
    row: RosterRow, numbered: set[tuple[str, str]], by_name: Mapping[str, list[str]]
) -> Match:
    named = by_name.get(name_key(row.name))
    if named is None:
        return Match("", Found.NOT_YET)
    free = sorted([one for one in named if (one, row.course) not in numbered])
    if len(free) == 1:
        return Match(free[0], Found.BY_NAME)
    return Match("", Found.SEVERAL, tuple(free)) if free else Match("", Found.NOT_YET)
