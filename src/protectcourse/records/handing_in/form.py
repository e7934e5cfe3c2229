"""The form of a hand-in file: gzip of JSON Lines, a signed header first, then one line an event.

A line is ``{"c", "d", "s", "b", "t"}``: the place of the device in the header, the number of the
event, the text of its body and the salt; or ``{"c", "d", "s", "g"}`` where it is held back, with
the digest alone. `c` is the beginning of the event's hash, so that a damaged line can be named;
what vouches for all of them is the whole hash of the last, in the header.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from protectcourse.errors import RecordError
from protectcourse.records.handing_in.levels import Level

NAME, VERSION = "protectcourse-handin", 1
FORMAT = f"{NAME}/{VERSION}"
SUFFIX = ".pcrec"
SEAL = b"protectcourse-sealed/1 "
"""How a sealed file begins; the key that opens it follows, then a line's end and what is sealed."""
CHECK_DIGITS = 8
"""How much of an event's hash stands in its line."""
LARGEST_FILE = 20_000_000
LARGEST_TEXT = 32_000_000
"""Bytes once unpacked: some 150,000 events, of which the busiest learner has a thirtieth."""
LONGEST_LINE = 1_000_000
MOST_LINES = 1_000_000
MOST_DEVICES = 1_000
MOST_COURSES = 1_000
LONGEST_NAME = 200
LONGEST_TITLE = 500
HIGHEST_NUMBER = 10**9
STATUSES = ("draft", "reviewed")


class Fault(StrEnum):
    """What can be wrong with a hand-in file."""

    NO_RECORD = "not a record"
    NEWER = "written by a newer version"
    SEALED = "sealed"
    OTHER_KEY = "sealed to another key"
    TOO_LARGE = "too large"
    DAMAGED = "cannot be unpacked"
    HEADER = "header changed"
    CHANGED = "changed"
    DROPPED = "dropped"
    DOUBLED = "doubled"
    REORDERED = "reordered"
    FOREIGN = "foreign line"
    UNSOUND = "unsound"
    CUT = "cut"


HINTS = {
    Fault.NO_RECORD: f"Name a file that `protectcourse handin` wrote: it ends in {SUFFIX}.",
    Fault.NEWER: "Install that version to read it.",
    Fault.SEALED: "Name the file with the key of your organisation with --key.",
    Fault.OTHER_KEY: "Name the file with that key with --key, or ask for the file again.",
    Fault.TOO_LARGE: "No learner's file is so large: ask where it came from.",
    Fault.UNSOUND: "Whoever signed it did so with another program: ask where it came from.",
}
ASK_AGAIN = "Ask for the file again: it was not taken in, nor any part of it."


class HandInError(RecordError):
    """A hand-in file cannot be relied on: what is wrong, and on which line if that can be told."""

    def __init__(self, fault: Fault, message: str, line: int = 0) -> None:
        where = f"line {line}: " if line else ""
        super().__init__(f"{fault}: {where}{message}", HINTS.get(fault, ASK_AGAIN))
        self.fault = fault
        self.line = line


@dataclass(frozen=True, slots=True)
class Span:
    """The events of one device that a file holds, without a gap."""

    device: str
    """The random number of the progress file."""
    first: int
    last: int
    count: int
    prev: str
    """The hash before the first."""
    head: str
    """The hash of the last."""


class NamedCourse(NamedTuple):
    """A course as the learner's computer has it."""

    course: str
    version: int
    title: str
    status: str


class Facts(NamedTuple):
    """What the body of an event says, as far as it is reported on; None for what it does not say.

    The unit is without its course.
    """

    kind: str | None
    learner: str | None
    day: str | None
    course: str | None
    unit: str | None
    attempt: int | None
    score: int | None
    passed: int | None


NO_FACTS = Facts(*[None] * len(Facts._fields))


class Filed(NamedTuple):
    """One event of a hand-in file, which was found to hold."""

    span: int
    """The place of its device among the spans."""
    seq: int
    hash: bytes
    digest: bytes
    body: str | None
    """None where it is held back."""
    facts: Facts


@dataclass(frozen=True, slots=True)
class HandIn:
    """A hand-in file that was read and found to stand as it was signed."""

    learner: str
    name: str
    """As the learner gave it, in one clean line: it may be empty or made up."""
    day: str
    level: Level
    public_key: str
    """64 hex digits: of the installation that signed it."""
    made_with: str
    courses: Sequence[NamedCourse]
    spans: Sequence[Span]
    entries: Sequence[Filed]
    sealed: bool = False
    """Whether it came sealed to a key."""
