"""Reads the body of an event with suspicion: it may come out of somebody else's file."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from protectcourse.errors import RecordError

FULL_SCORE = 10_000
MOST_PARTS = 200
"""Of an answer, such as the steps that were put in order."""
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._\-]{0,63}")
_NUMBER = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class UnitName(NamedTuple):
    """A lesson, quiz or case of a course, by their ids."""

    course: str
    unit: str


class Body:
    """The fields of an event. Each is given as what it should be, or RecordError is raised."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self._fields = fields

    def identifier(self, name: str) -> str:
        """Return an id: letters and signs that may stand in an address."""
        return _identifier(self._fields.get(name), name)

    def number(self, name: str) -> str:
        """Return the number of a certificate, which is an address as well."""
        value = self._fields.get(name)
        if not (isinstance(value, str) and _NUMBER.fullmatch(value)):
            raise _unfit(name)
        return value

    def day(self, name: str = "day") -> str:
        """Return a calendar day, such as 2026-11-24."""
        value = self._fields.get(name)
        if not (isinstance(value, str) and _DAY.fullmatch(value)):
            raise _unfit(name)
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError as error:
            raise _unfit(name) from error

    def whole(self, name: str, least: int, most: int, *, usual: int | None = None) -> int:
        """Return a whole number within bounds; the usual one where none is said."""
        value = self._fields.get(name, usual)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise _unfit(name)
        return value

    def choice(self, name: str, *known: str) -> str:
        """Return one of some words."""
        value = self._fields.get(name)
        if not (isinstance(value, str) and value in known):
            raise _unfit(name)
        return value

    def unit(self) -> UnitName:
        """Return the unit that the event is about."""
        value = self._fields.get("unit")
        course, slash, unit = value.partition("/") if isinstance(value, str) else ("", "", "")
        if not slash:
            raise _unfit("unit")
        return UnitName(_identifier(course, "unit"), _identifier(unit, "unit"))

    def part(self, name: str) -> "Body":
        """Return a field that holds fields."""
        value = self._fields.get(name)
        if not isinstance(value, Mapping):
            raise _unfit(name)
        return Body(value)

    def identifiers(self, name: str) -> list[str]:
        """Return a list of different ids."""
        value = self._fields.get(name)
        if not isinstance(value, list) or len(value) > MOST_PARTS:
            raise _unfit(name)
        found = [_identifier(one, name) for one in value]
        if len(set(found)) < len(found):
            raise _unfit(name)
        return found

    def pairs(self, name: str) -> dict[str, str]:
        """Return ids by ids."""
        value = self._fields.get(name)
        if not isinstance(value, Mapping) or len(value) > MOST_PARTS:
            raise _unfit(name)
        return {_identifier(key, name): _identifier(one, name) for key, one in value.items()}

    def has_word(self, name: str, word: str) -> bool:
        """Say whether a field holds a word."""
        return bool(self._fields.get(name) == word)

    def has_pairs(self, name: str) -> bool:
        """Say whether a field holds ids by ids, and not one id."""
        return isinstance(self._fields.get(name), Mapping)

    def has(self, name: str) -> bool:
        """Say whether there is anything in a field."""
        return self._fields.get(name) not in (None, "")


def _identifier(value: object, name: str) -> str:
    if not (isinstance(value, str) and _ID.fullmatch(value)):
        raise _unfit(name)
    return value


def _unfit(name: str) -> RecordError:
    return RecordError(f"an event holds no fit `{name}`", "It was not written by this program.")
