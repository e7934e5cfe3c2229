"""Registers for tests: filled with files, and written out so that two can be compared."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from fake_clock import FakeClock

from protectcourse.records.handing_in.form import HandIn
from protectcourse.records.handing_in.reading import read_hand_in
from protectcourse.records.register.opening import open_register
from protectcourse.records.register.register import Register
from protectcourse.records.register.taken import Taken

TABLES = {
    "handin": "SELECT sha256, name, learner, public_key, level, day, verdict, called FROM handin",
    "device": "SELECT device, learner, public_key FROM device",
    "sent": (
        "SELECT d.device, h.sha256 FROM sent s JOIN device d ON d.id = s.device"
        " JOIN handin h ON h.id = s.handin"
    ),
    "learner": "SELECT learner, name, erased_at IS NOT NULL FROM learner",
    "course": "SELECT course, version, title, status FROM course",
    "entry": (
        "SELECT d.device, e.seq, e.hash, e.digest, e.state, e.kind, e.learner, e.day, e.course,"
        " e.unit, e.attempt, e.score, e.passed, e.body"
        " FROM entry e JOIN device d ON d.id = e.device"
    ),
    "voided": "SELECT device, seq, learner FROM voided",
    "set_aside": "SELECT sha256, name, reason FROM set_aside",
}
"""All that stands in a register, without ids and the time at which it came in."""


def open_at(folder: Path, clock: FakeClock | None = None) -> Register:
    """Open the register of a folder."""
    return open_register(str(folder / "register.db"), clock or FakeClock())


def take_in(register: Register, data: bytes, name: str = "") -> Taken:
    """Take a file in, under a name that is always the same for it."""
    digest = sha256(data).hexdigest()
    return register.take(read_hand_in(data, None), name or f"{digest[:8]}.pcrec", digest)


def take_all(register: Register, files: Iterable[tuple[HandIn, str]]) -> None:
    """Take files in that were read before, each with its SHA-256."""
    with register.together():
        for hand_in, digest in files:
            register.take(hand_in, f"{digest[:8]}.pcrec", digest)


def dump(register: Register) -> dict[str, list[tuple[object, ...]]]:
    """Return all that stands in a register, in an order of its own."""
    return {
        table: sorted(map(tuple, register.rows(sql)), key=repr) for table, sql in TABLES.items()
    }
