"""The completion record: what a learner's own computer says of a course that was completed."""

import calendar
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date

from protectcourse.course.outline import CourseOutline
from protectcourse.errors import RecordError
from protectcourse.plain_text import clean_text
from protectcourse.progress.chain import canonical
from protectcourse.progress.projections import Completion

LONGEST_TEXT = 500
LONGEST_NAME = 200
MOST_UNITS = 2000
HIGHEST_VERSION = 10**9
STATUSES = ("draft", "reviewed")
SORTS = ("lesson", "case", "quiz")
UNKNOWN_UNIT = ("", "")
"""Sort and title of a unit that the course no longer has."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class UnitDone:
    """A core unit that was done. Sort and title are empty where the course no longer has it."""

    id: str
    sort: str
    title: str


@dataclass(frozen=True, slots=True)
class CompletionRecord:
    """What was completed, when, and by whom as far as the program knows."""

    course: str
    title: str
    language: str
    """Of the title."""
    version: int
    """Of the course as it was when it was completed, as are status and score."""
    status: str
    """Draft or reviewed."""
    name: str
    """As the learner gave it: it may be empty or made up."""
    learner: str
    """The random number that stands for the learner."""
    device: str
    """The random number of the progress file."""
    day: str
    """The learner's own calendar day on which the course was completed."""
    score: int
    """From 0 to 10000; -1 where nothing was scored."""
    units: tuple[UnitDone, ...]
    """The core units that were done, in the order of the course."""
    valid_until: str
    """The last day on which it holds; empty for no end."""


def make_record(
    outline: CourseOutline, completion: Completion, *, name: str, learner: str, device: str
) -> CompletionRecord:
    """Return the record of a completion."""
    return CompletionRecord(
        course=outline.id,
        title=_clean(outline.title, LONGEST_TEXT),
        language=outline.language,
        version=completion.version,
        status=completion.status,
        name=_clean(" ".join(name.split()), LONGEST_NAME),
        learner=learner,
        device=device,
        day=completion.day,
        score=completion.score,
        units=tuple(_units_done(outline, completion)),
        valid_until=last_valid_day(completion.day, completion.valid_months),
    )


def last_valid_day(day: str, months: int) -> str:
    """Return the day some months after another, its last where the month is shorter.

    Empty where there is no end: for 0 months, and past the year 9999.
    """
    begun = date.fromisoformat(day)
    year, month = divmod(begun.year * 12 + begun.month - 1 + months, 12)
    if not months or year > date.max.year:
        return ""
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(begun.day, last)).isoformat()


def write_record(record: CompletionRecord) -> str:
    """Return the canonical text of a record, which is what is signed."""
    return canonical(asdict(record))


def read_record(text: str) -> CompletionRecord:
    """Return the record of a canonical text. Raises RecordError for any other text."""
    try:
        plain = json.loads(text)
        units = tuple(UnitDone(**unit) for unit in plain.pop("units"))
        record = CompletionRecord(units=units, **plain)
        sound = _is_sound(record) and write_record(record) == text
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RecordError("this is not a completion record") from error
    if not sound:
        raise RecordError("this is not a completion record")
    return record


def _units_done(outline: CourseOutline, completion: Completion) -> Iterator[UnitDone]:
    """Give the units that were done: first those that the course still has, in its order."""
    done = {name for name, is_done in completion.units.items() if is_done}
    for unit in outline.units():
        if unit.id in done:
            done.remove(unit.id)
            yield UnitDone(unit.id, unit.sort, _clean(unit.title, LONGEST_TEXT))
    for name in sorted(done):
        yield UnitDone(name, *UNKNOWN_UNIT)


def _clean(text: str, longest: int) -> str:
    """Return text as it stands in canonical JSON: composed before it is cut to its length."""
    return clean_text(unicodedata.normalize("NFC", text))[:longest]


def _is_sound(record: CompletionRecord) -> bool:
    """Say whether every part is of its kind and within bounds: what others wrote is not trusted."""
    words = (getattr(record, part.name) for part in fields(record) if part.type is str)
    return (
        all(_is_text(text) for text in words)
        and bool(record.course and record.learner)
        and record.status in STATUSES
        and _LANGUAGE.fullmatch(record.language) is not None
        and _is_number(record.version, 1, HIGHEST_VERSION)
        and _is_number(record.score, -1, 10_000)
        and _is_day(record.day)
        and (not record.valid_until or _is_day(record.valid_until))
        and len(record.units) <= MOST_UNITS
        and all(_is_unit(unit) for unit in record.units)
    )


def _is_unit(unit: UnitDone) -> bool:
    known = unit.sort in SORTS and _is_text(unit.title)
    return _is_text(unit.id) and (known or (unit.sort, unit.title) == UNKNOWN_UNIT)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT


def _is_number(value: object, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most


def _is_day(text: str) -> bool:
    return date.fromisoformat(text).isoformat() == text
