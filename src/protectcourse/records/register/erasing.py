"""Erases a learner from a register, so that the next file does not bring them back."""

from datetime import datetime

from protectcourse.records.lrs.tables import FORGET_ERASED
from protectcourse.records.register.contents import ERASED, LEARNER_ERASED
from protectcourse.records.register.database import Database
from protectcourse.records.register.settling import settle_devices, settle_key

NUMBER_IN_NAMES = 8
"""How many digits of a learner's number the usual name of a hand-in file has."""


def erase(database: Database, learner: str, now: datetime) -> int:
    """Drop all that is known of a learner and return how many events lost their content.

    The chain of each device still verifies. Runs in one transaction of the caller's.
    """
    keys = database.query("SELECT DISTINCT public_key FROM handin WHERE learner = ?", (learner,))
    devices = database.query(
        "SELECT DISTINCT s.device FROM sent s JOIN handin h ON h.id = s.handin WHERE h.learner = ?",
        (learner,),
    )
    (count,) = database.query("SELECT count(*) FROM entry WHERE learner = ?", (learner,))[0]
    _drop(database, learner, now)
    for sql in FORGET_ERASED:
        database.run(sql, [()])
    for (key,) in keys:
        settle_key(database, key)
    settle_devices(database, [int(device) for (device,) in devices])
    return int(count)


def _drop(database: Database, learner: str, now: datetime) -> None:
    erased_at = now.isoformat(timespec="seconds")
    database.run(
        "INSERT INTO learner (learner, name, erased_at) VALUES (?, '', ?)"
        " ON CONFLICT (learner) DO UPDATE SET name = '', erased_at = excluded.erased_at",
        [(learner, erased_at)],
    )
    database.run(
        f"UPDATE entry SET state = {ERASED}, kind = NULL, learner = NULL, day = NULL,"
        " course = NULL, unit = NULL, attempt = NULL, score = NULL, passed = NULL, body = NULL"
        " WHERE learner = ?",
        [(learner,)],
    )
    database.run(
        "UPDATE handin SET name = '', learner = '', public_key = '', day = '', called = '',"
        f" verdict = '{LEARNER_ERASED}' WHERE learner = ?",
        [(learner,)],
    )
    for table in ("voided", "roster"):
        database.run(f"DELETE FROM {table} WHERE learner = ?", [(learner,)])
    _drop_certificates(database, learner)
    named = f"%{learner[:NUMBER_IN_NAMES]}%"
    database.run("DELETE FROM set_aside WHERE lower(name) LIKE ?", [(named,)])


def _drop_certificates(database: Database, learner: str) -> None:
    """Drop a learner's certificates; of those withdrawn keep what the signed list says of them."""
    database.run(
        "DELETE FROM certificate WHERE learner = ? AND revoked_at = ''",
        [(learner,)],
    )
    database.run(
        "UPDATE certificate SET learner = '', course = '', nth = 0, version = 0, day = '',"
        " until = '', issued_at = '', jwt = '' WHERE learner = ?",
        [(learner,)],
    )
