"""What came of taking a hand-in file in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Stretch(NamedTuple):
    """Events of one device from one number to another."""

    device: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file brought. Counts are of events."""

    seen: bool = False
    """Whether the very same file had been taken in before; nothing else is then said."""
    new: int = 0
    filled: int = 0
    """Held back before, and now there."""
    known: int = 0
    refused: int = 0
    """Not kept, since the learner was erased."""
    forks: tuple[Stretch, ...] = ()
    """Numbers that stand for two different events: a profile that was copied, or set back."""
    gaps: tuple[Stretch, ...] = ()
    """Numbers missing from devices of this file, whatever came before."""
    future: int = 0
    """Dated after the day on which they came in."""
    key_known: bool = False
    """Whether a file signed with this key had come before."""
    other_key: bool = False
    """Whether the learner had handed in with another key."""


def stretches(device: str, numbers: Iterable[int]) -> Iterator[Stretch]:
    """Give the runs of numbers in some that come in order."""
    first = last = 0
    for number in numbers:
        if first and number == last + 1:
            last = number
            continue
        if first:
            yield Stretch(device, first, last)
        first = last = number
    if first:
        yield Stretch(device, first, last)
