"""What can be wrong with the form of a file: where, and in words that an author can act on."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from protectcourse.findings import Severity
from protectcourse.plain_text import UNCLEAN

MOST_FAULTS = 20
"""Of one sort in one file: beyond that the file is of another kind than thought."""
ODD_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Characters that look like a space and are none: word processors put them in."""

_BEGINS_ODD = re.compile(rf"^[ \t]*(?=[{ODD_BLANKS}])[{ODD_BLANKS} \t]*")
_ODD_BEGINNING = (
    "this line begins with a non-breaking space, which only looks like a space",
    "Delete what stands before the first letter, and type spaces.",
)


class Place(NamedTuple):
    """Line and column in a file, from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that keeps a file from being read, or that was surely not meant."""

    code: str
    place: Place
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


def place_in(before: str) -> Place:
    """Return the place that follows a text."""
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))


def find_unclean_characters(text: str) -> list[Fault]:
    """Return a fault for each character that could steer a terminal or hide text."""
    faults: list[Fault] = []
    if text.replace("\n", "").isprintable():  # most are, and that is soon known
        return faults
    for found in UNCLEAN.finditer(text):
        name = unicodedata.name(found.group(), "a control character").lower()
        message = f"the character U+{ord(found.group()):04X} ({name}) does not belong in a text"
        hint = "Delete it; it may be invisible in your editor: then type the words around it again."
        faults.append(Fault("C005", place_in(text[: found.start()]), message, hint))
        if len(faults) == MOST_FAULTS:
            break
    return faults


def find_odd_beginnings(lines: Sequence[str]) -> list[Fault]:
    """Return a fault for each line that begins with what only looks like a space."""
    return [
        Fault("C005", Place(number, found.end()), *_ODD_BEGINNING)
        for number, line in enumerate(lines, 1)
        if (found := _BEGINS_ODD.match(line))
    ][:MOST_FAULTS]
