"""Drops from a register what is older than an organisation means to keep (records.md §8)."""

from collections.abc import Iterable
from typing import NamedTuple

from protectcourse.records.register.contents import ERASED, PRESENT
from protectcourse.records.register.database import Database

COMPLETIONS = ("course-completed", "refresher-done", "check-passed")
"""The kinds of event that say who has completed what."""


class Dropped(NamedTuple):
    """What a period of keeping drops, or has dropped."""

    events: int
    completions: int
    """Those of the events that say who has completed what."""
    names: int
    """Hand-in files whose learner's name goes."""


def find_old(database: Database, before: str, *, keep_completions: bool) -> Dropped:
    """Return what there is from before a day, and changes nothing."""
    ((events,),) = database.query(f"SELECT COUNT(*) FROM entry WHERE {_old(False)}", (before,))
    kinds = ", ".join(f"'{kind}'" for kind in COMPLETIONS)
    ((completions,),) = database.query(
        f"SELECT COUNT(*) FROM entry WHERE {_old(False)} AND kind IN ({kinds})", (before,)
    )
    ((names,),) = database.query(
        "SELECT COUNT(*) FROM handin WHERE called <> '' AND day <> '' AND day < ?", (before,)
    )
    if keep_completions:
        return Dropped(int(events) - int(completions), 0, 0)
    return Dropped(int(events), int(completions), int(names))


def drop_old(database: Database, before: str, *, keep_completions: bool) -> Dropped:
    """Drop the content of what is from before a day and return how much that was.

    Number, digest and hash of an event stay, so that the chain still verifies and the same file
    does not bring it back. Where completions are kept, so are the names of those who have them.
    Runs in one transaction of the caller's.
    """
    dropped = find_old(database, before, keep_completions=keep_completions)
    database.run(
        f"UPDATE entry SET state = {ERASED}, kind = NULL, learner = NULL, day = NULL,"
        " course = NULL, unit = NULL, attempt = NULL, score = NULL, passed = NULL, body = NULL"
        f" WHERE {_old(keep_completions)}",
        [(before,)],
    )
    if not keep_completions:
        _drop_names(database, before)
    return dropped


def _drop_names(database: Database, before: str) -> None:
    old = "day <> '' AND day < ?"
    learners = database.query(f"SELECT DISTINCT learner FROM handin WHERE {old}", (before,))
    database.run(f"UPDATE handin SET called = '', name = '' WHERE {old}", [(before,)])
    _settle_names(database, (str(learner) for (learner,) in learners))


def _settle_names(database: Database, learners: Iterable[str]) -> None:
    """Let each learner have the name that was given last, as far as it is still known."""
    for learner in learners:
        last = database.query(
            "SELECT called FROM handin WHERE learner = ? ORDER BY day DESC, sha256 DESC LIMIT 1",
            (learner,),
        )
        name = last[0][0] if last else ""
        database.run("UPDATE learner SET name = ? WHERE learner = ?", [(name, learner)])


def _old(keep_completions: bool) -> str:
    kinds = ", ".join(f"'{kind}'" for kind in COMPLETIONS)
    kept = f" AND kind NOT IN ({kinds})" if keep_completions else ""
    return f"state = {PRESENT} AND day < ?{kept}"
