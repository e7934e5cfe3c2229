"""Brings a learner's own copy onto a computer: beside what it has, never in its place."""

import contextlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from protectcourse.atomic import make_private_folder
from protectcourse.clock import Clock
from protectcourse.errors import StoreError
from protectcourse.progress.backups import Backups
from protectcourse.progress.chain import Entry
from protectcourse.progress.database import connect, read_header
from protectcourse.progress.opening import was_there
from protectcourse.progress.own_copy import (
    START_ONCE,
    OwnCopy,
    check_log,
    read_own_copy,
    refuse_unless_ours,
)
from protectcourse.progress.recovery import clear_log, write_log
from protectcourse.progress.sole_use import sole_use
from protectcourse.progress.store import FILE_NAME, LEARNER, Store, note_checked


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of bringing a copy in."""

    brought: int
    """How many steps were new here."""
    before: int
    """How many steps this computer had."""
    two_learners: bool = False
    """Whether the copy and this computer went by different random numbers."""


class Addition(NamedTuple):
    """What another log has that one's own has not."""

    fitting: list[Entry]
    """They go in as they are: their place in their chain is free."""
    forked: list[Entry]
    """Their place is taken by something else: the chain went on in two places."""

    @property
    def total(self) -> int:
        """How many there are of both."""
        return len(self.fitting) + len(self.forked)


def restore(folder: Path, file: Path, clock: Clock) -> Restored:
    """Bring a copy into the progress file of a folder, making one if there is none.

    All or nothing; what was there is backed up first; a copy brought in before changes nothing.
    From here on a chain of its own is written, so that the copy's goes on in one place only.
    Raises StoreError.
    """
    copy = read_own_copy(file)
    try:
        make_private_folder(folder)
        with sole_use(folder):
            return _bring_in(folder / FILE_NAME, copy, clock)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        hint = "Name another folder with --data-dir. Nothing was changed."
        raise StoreError(f"{folder} cannot be written ({reason})", hint) from error


def find_new(own: Sequence[Entry], other: Sequence[Entry]) -> Addition:
    """Return what another log has that one's own has not; both are sound."""
    hashes = {(entry.device, entry.seq): entry.hash for entry in own}
    contents = {(entry.body, entry.local) for entry in own}
    new = Addition([], [])
    two_ended: set[str] = set()
    for entry in other:
        here = hashes.get((entry.device, entry.seq))
        if here == entry.hash:
            continue
        if here is not None:
            two_ended.add(entry.device)
        if entry.device not in two_ended:
            new.fitting.append(entry)
        elif (entry.body, entry.local) not in contents:
            new.forked.append(entry)
    return new


def _bring_in(path: Path, copy: OwnCopy, clock: Clock) -> Restored:
    here = _read_here(path)
    new = find_new(here.entries, copy.entries)
    if new.total:
        if here.entries:
            _back_up(path, clock)
        _replace(path, here, copy, new, clock)
    learners = {one.profile.get(LEARNER) for one in (here, copy) if one.entries}
    return Restored(new.total, len(here.entries), len(learners) > 1)


def _read_here(path: Path) -> OwnCopy:
    """Return what this computer has; nothing where the course was never opened."""
    if read_header(path).state in {"missing", "empty"} and not was_there(path):
        return OwnCopy([], {})
    refuse_unless_ours(path)
    held = None
    with contextlib.suppress(sqlite3.DatabaseError), closing(connect(path)) as connection:
        held = check_log(connection)
    if held is None:
        raise _damaged()
    return held


def _back_up(path: Path, clock: Clock) -> None:
    with closing(connect(path)) as connection:
        version = read_header(path).version
        if not Backups(path.parent).make(connection, clock.today(), version):
            raise _damaged()


def _damaged() -> StoreError:
    return StoreError("the progress file of this computer is damaged", START_ONCE)


def _replace(path: Path, here: OwnCopy, copy: OwnCopy, new: Addition, clock: Clock) -> None:
    """Put a file with all of it in the place of the one that is there."""
    made = path.with_suffix(".new")
    clear_log(made)
    try:
        write_log(made, [*here.entries, *new.fitting], _choices(here, copy))
        with closing(connect(made)) as connection:
            store = Store(made, connection, clock, writable=True)
            store.begin_device()
            store.adopt(new.forked)
        note_checked(path, {}, clean=False)  # the next start checks all of it
        made.replace(path)
    finally:
        clear_log(made)


def _choices(here: OwnCopy, copy: OwnCopy) -> dict[str, str]:
    """Return what the learner chose; where the two differ, as it goes with the longer history."""
    if len(copy.entries) > len(here.entries):
        return {**here.profile, **copy.profile}
    return {**copy.profile, **here.profile}
