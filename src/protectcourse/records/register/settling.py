"""What is worked out anew from all files of a register: the first of a key, and of a device.

First is what has the earliest day in it, not what came first: the order in which files come then
makes no difference.
"""

from collections.abc import Iterable
from typing import NamedTuple

from protectcourse.records.register.contents import KEY_KNOWN, KEY_NEW
from protectcourse.records.register.database import Database

SET_VERDICT = "UPDATE handin SET verdict = ? WHERE id = ?"


class FirstFile(NamedTuple):
    """The file of a key with the earliest day in it."""

    day: str
    sha256: str
    id: int


def first_of_key(database: Database, public_key: str) -> FirstFile | None:
    """Return the first file of a key, None where there is none."""
    found = database.query(
        "SELECT day, sha256, id FROM handin WHERE public_key = ? ORDER BY day, sha256 LIMIT 1",
        (public_key,),
    )
    return FirstFile(*found[0]) if found else None


def verdict_beside(database: Database, first: FirstFile | None, day: str, sha256: str) -> str:
    """Return the verdict on a file beside the first of its key, which may be so no more."""
    if first is None:
        return KEY_NEW
    if (first.day, first.sha256) < (day, sha256):
        return KEY_KNOWN
    database.run(SET_VERDICT, [(KEY_KNOWN, first.id)])
    return KEY_NEW


def settle_key(database: Database, public_key: str) -> None:
    """Let the first file of a key have it new, after others were taken away."""
    first = first_of_key(database, public_key)
    if public_key and first is not None:
        database.run(SET_VERDICT, [(KEY_NEW, first.id)])


def settle_devices(database: Database, devices: Iterable[int]) -> None:
    """Let each device have learner and key of the first file that had it."""
    for device in devices:
        first = database.query(
            "SELECT h.learner, h.public_key FROM sent s JOIN handin h ON h.id = s.handin"
            " WHERE s.device = ? AND h.public_key <> '' ORDER BY h.day, h.sha256 LIMIT 1",
            (device,),
        )
        learner, key = first[0] if first else ("", "")
        database.run(
            "UPDATE device SET learner = ?, public_key = ? WHERE id = ?", [(learner, key, device)]
        )
