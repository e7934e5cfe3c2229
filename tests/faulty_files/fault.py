"""What a fault is: an edit of a sound file, and what must be said of it, where."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

FIRST_LINE = "(the first line)"
"""Where a problem of a whole file stands, whatever its first line says."""


class Fault(NamedTuple):
    """One fault in one file."""

    code: str
    at: str
    """Words of the line, as it stands in the faulty file, on which it must be reported."""
    edits: tuple[tuple[str, str], ...]
    save: Callable[[str], bytes] = str.encode
    """How the file gets its bytes; else as UTF-8."""

    def put_into(self, text: str) -> str:
        """Return a text with the fault: each edit replaces the first place that it fits."""
        for old, new in self.edits:
            assert old in text, old
            text = text.replace(old, new, 1)
        return text


Faults = Mapping[str, Fault]
"""Faults of one file, by what is wrong in a few words."""


def fault(
    code: str, at: str, *edits: tuple[str, str], save: Callable[[str], bytes] = str.encode
) -> Fault:
    """Return a fault."""
    return Fault(code, at, edits, save)
