"""Takes the events of a hand-in file into a register."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from protectcourse.records.handing_in.form import NO_FACTS, HandIn, Span
from protectcourse.records.register.contents import ERASED, HELD, PRESENT
from protectcourse.records.register.database import Database, Row
from protectcourse.records.register.taken import Stretch, stretches

FILL = (
    "UPDATE entry SET state = ?, kind = ?, learner = ?, day = ?, course = ?, unit = ?,"
    " attempt = ?, score = ?, passed = ?, body = ? WHERE device = ? AND seq = ? AND hash = ?"
)
STATE_ADDED, STATE_FILLED = 4, 0
"""Where the state stands in a row to be added, and in one to be filled in."""
NOTHING: Mapping[bytes, int] = {}
Known = dict[int, dict[bytes, int]]
"""What a register has of a device: for each number the state of each hash."""


class Device(NamedTuple):
    """A progress file as a register knows it."""

    id: int
    is_new: bool
    """Whether nothing had been heard of it."""


class Merged(NamedTuple):
    """What the events of a file came to."""

    new: int
    filled: int
    known: int
    refused: int
    forks: tuple[Stretch, ...]
    gaps: tuple[Stretch, ...]


def merge_entries(
    database: Database, hand_in: HandIn, devices: Sequence[Device], erased: set[str]
) -> Merged:
    """Add what is new, fill in what was held back, and say how the rest stands.

    `devices` are those of the file, `erased` the learners of whom nothing is kept.
    """
    known = [{} if one.is_new else _read_known(database, one.id) for one in devices]
    ids = [one.id for one in devices]
    added: list[Row] = []
    filled: list[Row] = []
    refused = 0
    for one in hand_in.entries:
        span, seq, hashed, digest, body, facts = one
        state = HELD if body is None else ERASED if facts.learner in erased else PRESENT
        if state == ERASED:
            refused, body, facts = refused + 1, None, NO_FACTS
        here = known[span].get(seq, NOTHING).get(hashed)
        if here is None:
            added.append((ids[span], seq, hashed, digest, state, *facts, body))
        elif here == HELD and state != HELD:
            filled.append((state, *facts, body, ids[span], seq, hashed))
    database.add_entries(added)
    database.run(FILL, filled)
    new = sum(row[STATE_ADDED] != ERASED for row in added)
    filled_in = sum(row[STATE_FILLED] != ERASED for row in filled)
    return Merged(
        new=new,
        filled=filled_in,
        known=len(hand_in.entries) - new - filled_in - refused,
        refused=refused,
        forks=tuple(_forks(hand_in, known)),
        gaps=tuple(_gaps(hand_in.spans, known)),
    )


def _read_known(database: Database, device: int) -> Known:
    known: Known = {}
    rows = database.query("SELECT seq, hash, state FROM entry WHERE device = ?", (device,))
    for seq, hashed, state in rows:
        known.setdefault(seq, {})[bytes(hashed)] = state
    return known


def _forks(hand_in: HandIn, known: Sequence[Known]) -> list[Stretch]:
    """Return where a file says something else than what is known, or both are known already."""
    found: list[list[int]] = [[] for _ in known]
    for one in hand_in.entries if any(known) else ():
        here = known[one.span].get(one.seq)
        if here and (len(here) > 1 or one.hash not in here):
            found[one.span].append(one.seq)
    return [
        stretch
        for span, numbers in zip(hand_in.spans, found, strict=True)
        for stretch in stretches(span.device, numbers)
    ]


def _gaps(spans: Sequence[Span], known: Sequence[Known]) -> list[Stretch]:
    """Return what is missing of each device, up to the last that is known of it."""
    found: list[Stretch] = []
    for span, here in zip(spans, known, strict=True):
        if not here and span.first == 1:
            continue
        there = set(here) | set(range(span.first, span.last + 1))
        missing = (number for number in range(1, max(there) + 1) if number not in there)
        found += stretches(span.device, missing)
    return found
