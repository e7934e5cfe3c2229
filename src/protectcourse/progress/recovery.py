"""A damaged or vanished progress file: what can still be read is brought together in a new one."""

import contextlib
import shutil
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from protectcourse.progress.backups import Backups
from protectcourse.progress.chain import Entry, Head, find_break
from protectcourse.progress.database import (
    connect,
    connect_to_read,
    insert_entries,
    migrate,
    read_entries,
)

RESTS = ("-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Recovered:
    """What could be brought back."""

    entries: tuple[Entry, ...]
    profile: dict[str, str]
    from_copy: str
    """Name of the backup that it rests on; empty without one."""
    set_aside: Path | None
    """Where the damaged file now is; None if there was none."""
    counted: int | None = None
    """How many entries the damaged file had; None where that cannot be told any more."""

    def known(self, heads: Mapping[str, Head]) -> int:
        """Return how many entries there were, given the last known one of some devices."""
        last = dict.fromkeys((entry.device for entry in self.entries), 0)
        last |= {device: head.seq for device, head in heads.items()}
        for entry in self.entries:
            last[entry.device] = max(last[entry.device], entry.seq)
        return sum(last.values())

    def notice(self, known: int) -> str:
        """Return in words what happened, given how many entries there are known to have been."""
        lost = max(0, known - len(self.entries))
        what = f"{len(self.entries)} saved steps were brought back"
        if self.counted is not None:
            what += f", {lost} could not be." if lost else "; none is known to be lost."
        elif lost:
            what += f", at least {lost} could not be."
        else:
            what += "; whether others are lost cannot be told."
        kept = f" The damaged file is kept as {self.set_aside.name}." if self.set_aside else ""
        return f"Your progress file was damaged or missing. {what}{kept}"


def recover(path: Path, backups: Backups, today: date) -> Recovered:
    """Set a damaged file aside and put a new one, with all that can be read, in its place.

    Raises OSError or sqlite3.Error where the folder cannot be written.
    """
    copy = backups.newest_sound()
    entries, profile = _read_sound(copy, []) if copy else ([], {})
    later, later_profile = _read_sound(path, entries)
    entries = entries + later
    profile |= later_profile
    counted = _count(path)
    made = path.with_suffix(".new")
    clear_log(made)
    try:
        write_log(made, entries, profile)
        set_aside = _set_aside(path, today) if path.exists() else None
        made.replace(path)
    finally:
        clear_log(made)
    return Recovered(tuple(entries), profile, copy.name if copy else "", set_aside, counted)


def write_log(path: Path, entries: list[Entry], profile: dict[str, str]) -> None:
    """Write a new progress file. Raises OSError or sqlite3.Error."""
    path.touch(0o600)
    with contextlib.closing(connect(path)) as connection:
        migrate(connection, 0)
        insert_entries(connection, entries)
        for item in profile.items():
            connection.execute("INSERT OR REPLACE INTO profile VALUES (?, ?)", item)


def clear_log(path: Path) -> None:
    """Remove a file with what SQLite may have left beside it."""
    for rest in ("", *RESTS):
        with contextlib.suppress(OSError):
            path.with_name(path.name + rest).unlink()


def _count(path: Path) -> int | None:
    """Return how many entries a damaged file had, None if that cannot be told."""
    with (
        contextlib.suppress(sqlite3.Error, OSError),
        contextlib.closing(connect_to_read(path)) as c,
    ):
        return int(c.execute("SELECT count(*) FROM entry").fetchone()[0])
    return None


def _read_sound(path: Path, known: list[Entry]) -> tuple[list[Entry], dict[str, str]]:
    """Return the entries of a file that follow the known ones and hold, and its profile."""
    entries: list[Entry] = []
    profile: dict[str, str] = {}
    heads = {entry.device: Head(entry.seq, entry.hash) for entry in known}
    try:
        with contextlib.closing(connect_to_read(path)) as connection:
            with contextlib.suppress(sqlite3.Error, TypeError):
                for _, entry in read_entries(connection):
                    if entry.seq <= heads.get(entry.device, Head()).seq:
                        continue
                    if find_break([entry], heads) is None:
                        entries.append(entry)
            with contextlib.suppress(sqlite3.Error, TypeError, ValueError):
                rows = connection.execute("SELECT key, value FROM profile").fetchall()
                texts = [row for row in rows if all(isinstance(part, str) for part in row)]
                profile = dict(texts)
    except (sqlite3.Error, OSError):
        pass
    return entries, profile


def _set_aside(path: Path, today: date) -> Path:
    """Keep a damaged file under another name; it stays in its place until the new one takes it."""
    number = 1
    while (aside := path.with_name(f"damaged-{today.isoformat()}-{number}.db")).exists():
        number += 1
    try:
        aside.hardlink_to(path)
    except OSError:  # a stick may know no links; a copy needs room
        shutil.copyfile(path, aside)
        aside.chmod(0o600)
    for rest in RESTS:
        with contextlib.suppress(OSError):
            path.with_name(path.name + rest).unlink()
    return aside
