"""The first line of a hand-in file: read with suspicion, believed once its signature holds."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from protectcourse.plain_text import one_line
from protectcourse.progress.chain import FIRST, canonical
from protectcourse.records.handing_in.facts import sound_day, sound_number
from protectcourse.records.handing_in.form import (
    FORMAT,
    HIGHEST_NUMBER,
    LONGEST_NAME,
    LONGEST_TITLE,
    MOST_COURSES,
    MOST_DEVICES,
    MOST_LINES,
    NAME,
    STATUSES,
    VERSION,
    Fault,
    HandInError,
    NamedCourse,
    Span,
)
from protectcourse.records.handing_in.levels import Level
from protectcourse.signing import is_signed

_FORMAT = re.compile(rf"{NAME}/([1-9][0-9]{{0,5}})")
_HASH = re.compile(r"[0-9a-f]{64}")
_COURSE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._\-]{0,99}")
PARTS = {
    *("format", "learner", "name", "day", "level", "public_key", "made_with"),
    *("courses", "devices", "signature"),
}
COURSE_PARTS = {"version", "title", "status"}


class Header(NamedTuple):
    """What a file says of itself."""

    learner: str
    name: str
    day: str
    level: Level
    public_key: str
    made_with: str
    courses: tuple[NamedCourse, ...]
    spans: tuple[Span, ...]


def read_header(line: str, load: Callable[[str], Any]) -> Header:
    """Return the header in a first line, which `load` reads as JSON. Raises HandInError."""
    try:
        parts = load(line)
    except (ValueError, RecursionError) as error:
        raise _no_record() from error
    if not isinstance(parts, dict) or not isinstance(parts.get("format"), str):
        raise _no_record()
    _check_format(parts["format"])
    _check_signature(parts)
    try:
        return _sound(parts)
    except (ValueError, TypeError, KeyError) as error:
        message = "it is signed, and no version of this program writes it so"
        raise HandInError(Fault.UNSOUND, message, 1) from error


def _check_format(stated: str) -> None:
    if stated == FORMAT:
        return
    found = _FORMAT.fullmatch(stated)
    if found is not None and int(found[1]) > VERSION:
        raise HandInError(Fault.NEWER, f"its format is {stated}")
    raise _no_record()


def _check_signature(parts: Mapping[str, Any]) -> None:
    """Raise HandInError unless a header stands as it was signed, to the letter."""
    signed = {name: part for name, part in parts.items() if name != "signature"}
    key, signature = parts.get("public_key"), parts.get("signature")
    try:
        text = canonical(signed)
        as_signed = text.isascii() or json.loads(text) == signed
        holds = as_signed and isinstance(key, str) and is_signed(key, str(signature), text)
    except (ValueError, RecursionError):
        holds = False
    if not holds:
        raise HandInError(Fault.HEADER, "it is not as it was signed", 1)


def _sound(parts: Mapping[str, Any]) -> Header:
    """Return a header whose every part is within bounds. Raises ValueError, TypeError, KeyError."""
    _require(set(parts) == PARTS)
    _require(_HASH.fullmatch(parts["public_key"]))
    courses, devices = parts["courses"], parts["devices"]
    _require(isinstance(courses, dict) and len(courses) <= MOST_COURSES)
    _require(isinstance(devices, list) and len(devices) <= MOST_DEVICES)
    spans = tuple(_span(one) for one in devices)
    _require(len({span.device for span in spans}) == len(spans))
    _require(sum(span.count for span in spans) < MOST_LINES)
    return Header(
        learner=sound_number(parts["learner"]),
        name=_text(parts["name"], LONGEST_NAME),
        day=sound_day(parts["day"]),
        level=Level(parts["level"]),
        public_key=parts["public_key"],
        made_with=_text(parts["made_with"], LONGEST_NAME),
        courses=tuple(_course(name, one) for name, one in courses.items()),
        spans=spans,
    )


def _span(parts: Mapping[str, Any]) -> Span:
    span = Span(**parts)
    sound_number(span.device)
    _require(_HASH.fullmatch(span.prev) and _HASH.fullmatch(span.head))
    _require(all(type(n) is int for n in (span.first, span.last, span.count)))
    _require(1 <= span.first <= span.last <= HIGHEST_NUMBER)
    _require(span.count == span.last - span.first + 1)
    _require((span.first == 1) == (span.prev == FIRST))
    return span


def _course(name: str, parts: Mapping[str, Any]) -> NamedCourse:
    _require(_COURSE.fullmatch(name) and set(parts) == COURSE_PARTS)
    version, status = parts["version"], parts["status"]
    _require(type(version) is int and 1 <= version <= HIGHEST_NUMBER and status in STATUSES)
    return NamedCourse(name, version, _text(parts["title"], LONGEST_TITLE), status)


def _text(text: object, longest: int) -> str:
    if not isinstance(text, str) or len(text) > longest:
        raise ValueError("a text is none, or too long")
    return one_line(text)


def _require(holds: object) -> None:
    if not holds:
        raise ValueError("a part is not within bounds")


def _no_record() -> HandInError:
    return HandInError(Fault.NO_RECORD, "this is not a hand-in file of this program")
