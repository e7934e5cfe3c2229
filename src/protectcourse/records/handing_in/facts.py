"""What the body of an event says, checked: whoever signed it may have written anything."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from protectcourse.plain_text import find_unclean
from protectcourse.records.handing_in.form import HIGHEST_NUMBER, Facts

LONGEST_ID = 200
REMEMBERED = 4096
"""Days, names and learners that were found to be sound: a file has few of each."""
_KIND = re.compile(r"[a-z]+(-[a-z]+){0,5}")
_NUMBER = re.compile(r"[0-9a-f]{16}")


def read_facts(body: object) -> Facts:
    """Return what a body says. Raises ValueError, in words, for one that is none."""
    if not isinstance(body, dict):
        raise ValueError("it is not a list of parts")
    unit = body.get("unit")
    if unit is None:
        course, name = body.get("course"), None
        if course is not None:
            course = _sound_id(course)
    else:
        course, name = _split_unit(unit)
    attempt, score, passed = body.get("attempt"), body.get("score"), body.get("passed")
    for number in (attempt, score, passed):
        if number is not None and (type(number) is not int or not -1 <= number <= HIGHEST_NUMBER):
            raise ValueError("a number is not a whole one within bounds")
    if body.get("retry") == 1:
        score = None  # of what had been missed only: practice, which no report counts
    return Facts(
        _sound_kind(body.get("kind")),
        sound_number(body.get("learner")),
        sound_day(body.get("day")),
        course,
        name,
        attempt,
        score,
        passed,
    )


def voided_place(body: Mapping[str, Any]) -> tuple[str, int]:
    """Return the device and the number of the event that a correction takes back.

    Raises ValueError where it names none.
    """
    seq = body.get("seq")
    if type(seq) is not int or not 0 < seq <= HIGHEST_NUMBER:
        raise ValueError("it does not say which step it corrects")
    return sound_number(body.get("device")), seq


@lru_cache(REMEMBERED)
def sound_number(number: object) -> str:
    """Return the random number of a learner or a device. Raises ValueError."""
    if isinstance(number, str) and _NUMBER.fullmatch(number):
        return number
    raise ValueError("a learner or a device has no number of its own")


@lru_cache(REMEMBERED)
def sound_day(day: object) -> str:
    """Return a calendar day. Raises ValueError."""
    if isinstance(day, str) and len(day) == 10 and date.fromisoformat(day).isoformat() == day:
        return day
    raise ValueError("it has no day")


@lru_cache(REMEMBERED)
def _sound_kind(kind: object) -> str:
    if isinstance(kind, str) and len(kind) <= LONGEST_ID and _KIND.fullmatch(kind):
        return kind
    raise ValueError("it does not say what happened")


@lru_cache(REMEMBERED)
def _split_unit(unit: object) -> tuple[str, str]:
    course, _, name = _sound_id(unit).partition("/")
    return course, name


@lru_cache(REMEMBERED)
def _sound_id(name: object) -> str:
    if isinstance(name, str) and 0 < len(name) <= LONGEST_ID and not find_unclean(name):
        return name
    raise ValueError("a course or a unit has no name that could be one")
