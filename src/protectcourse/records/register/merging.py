"""Takes one hand-in file into a register: a union by device, number and hash (records.md §3).

All of it runs in one transaction of the caller's. What is settled anew after each file is worked
out from all files, so that their order makes no difference.
"""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from protectcourse.plain_text import one_line
from protectcourse.records.handing_in.facts import voided_place
from protectcourse.records.handing_in.form import HandIn, NamedCourse
from protectcourse.records.register.contents import LEARNER_ERASED, VOIDED
from protectcourse.records.register.database import Database
from protectcourse.records.register.entries import Device, merge_entries
from protectcourse.records.register.settling import (
    FirstFile,
    first_of_key,
    settle_devices,
    verdict_beside,
)
from protectcourse.records.register.taken import Taken

ONE_DAY = timedelta(days=1)
"""What the learner's own calendar may be ahead by."""
LONGEST_FILE_NAME = 200


class Arrival(NamedTuple):
    """A file as it comes in."""

    name: str
    sha256: str
    moment: datetime
    first: FirstFile | None
    """Which file of its key was the first until now."""


def merge(database: Database, hand_in: HandIn, name: str, sha256: str, now: datetime) -> Taken:
    """Take a file called `name` in, unless it was before, and return what it brought."""
    if database.query("SELECT 1 FROM handin WHERE sha256 = ?", (sha256,)):
        return Taken(seen=True)
    erased = _erased_learners(database)
    first = first_of_key(database, hand_in.public_key)
    other_key = _has_other_key(database, hand_in)
    number = _add_file(database, hand_in, Arrival(name, sha256, now, first), erased)
    _add_learners(database, hand_in, erased)
    _add_courses(database, hand_in.courses)
    devices = _add_devices(database, hand_in, number, erased)
    merged = merge_entries(database, hand_in, devices, erased)
    _add_voided(database, hand_in, erased)
    database.run("DELETE FROM set_aside WHERE sha256 = ?", [(sha256,)])
    limit = (now + ONE_DAY).date().isoformat()
    return Taken(
        new=merged.new,
        filled=merged.filled,
        known=merged.known,
        refused=merged.refused,
        forks=merged.forks,
        gaps=merged.gaps,
        future=sum((one.facts.day or "") > limit for one in hand_in.entries),
        key_known=first is not None,
        other_key=other_key,
    )


def _erased_learners(database: Database) -> set[str]:
    rows = database.query("SELECT learner FROM learner WHERE erased_at IS NOT NULL")
    return {str(learner) for (learner,) in rows}


def _has_other_key(database: Database, hand_in: HandIn) -> bool:
    """Say whether the learner of a file had handed in with another key."""
    sql = "SELECT 1 FROM handin WHERE learner = ? AND public_key <> ? LIMIT 1"
    return bool(database.query(sql, (hand_in.learner, hand_in.public_key)))


def _add_file(database: Database, hand_in: HandIn, arrival: Arrival, erased: set[str]) -> int:
    """Note a file and return its number; of an erased learner, no more than that it came."""
    sha256 = arrival.sha256
    if hand_in.learner in erased:
        parts = ("", "", "", "", LEARNER_ERASED, "")
    else:
        verdict = verdict_beside(database, arrival.first, hand_in.day, sha256)
        named = one_line(arrival.name)[:LONGEST_FILE_NAME]
        parts = (named, hand_in.learner, hand_in.public_key, hand_in.day, verdict, hand_in.name)
    received = arrival.moment.isoformat(timespec="seconds")
    found = database.query(
        "INSERT INTO handin (sha256, received_at, level,"
        " name, learner, public_key, day, verdict, called)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (sha256, received, hand_in.level.value, *parts),
    )
    return int(found[0][0])


def _add_learners(database: Database, hand_in: HandIn, erased: set[str]) -> None:
    """Note everybody that a file is about, and the name that was given last."""
    about = {one.facts.learner for one in hand_in.entries} - {None, hand_in.learner}
    insert = "INSERT INTO learner (learner, name) VALUES (?, ?) ON CONFLICT"
    if hand_in.learner in erased:
        about.add(hand_in.learner)
    else:
        database.run(
            f"{insert} (learner) DO UPDATE SET name = (SELECT called FROM handin h"
            " WHERE h.learner = excluded.learner ORDER BY day DESC, sha256 DESC LIMIT 1)",
            [(hand_in.learner, hand_in.name)],
        )
    database.run(f"{insert} DO NOTHING", [(learner, "") for learner in sorted(map(str, about))])


def _add_courses(database: Database, courses: Sequence[NamedCourse]) -> None:
    """Note the courses that a file names; of two that differ the one said to be reviewed."""
    database.run(
        "INSERT INTO course (course, version, title, status) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (course, version) DO UPDATE"
        " SET title = excluded.title, status = excluded.status"
        " WHERE excluded.status > course.status"
        " OR (excluded.status = course.status AND excluded.title > course.title)",
        courses,
    )


def _add_devices(
    database: Database, hand_in: HandIn, number: int, erased: set[str]
) -> list[Device]:
    """Note the devices of a file and return them in its order."""
    whose = (hand_in.learner, hand_in.public_key)
    if hand_in.learner in erased:
        whose = ("", "")
    devices = [_add_device(database, span.device, whose) for span in hand_in.spans]
    sent = [(device.id, number) for device in devices]
    database.run("INSERT INTO sent (device, handin) VALUES (?, ?)", sent)
    settle_devices(database, [device.id for device in devices if not device.is_new])
    return devices


def _add_device(database: Database, name: str, whose: tuple[str, str]) -> Device:
    """Return a device, which is noted as that of a learner and a key if it is new."""
    made = database.query(
        "INSERT INTO device (device, learner, public_key) VALUES (?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING id",
        (name, *whose),
    )
    if made:
        return Device(int(made[0][0]), is_new=True)
    found = database.query("SELECT id FROM device WHERE device = ?", (name,))
    return Device(int(found[0][0]), is_new=False)


def _add_voided(database: Database, hand_in: HandIn, erased: set[str]) -> None:
    """Note which events are taken back by later ones: neither is edited, both stay."""
    rows = [
        (*voided_place(json.loads(one.body)), one.facts.learner)
        for one in hand_in.entries
        if one.facts.kind == VOIDED and one.body and one.facts.learner not in erased
    ]
    insert = "INSERT INTO voided (device, seq, learner) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
    database.run(insert, rows)
