"""How a progress file is, found out without changing anything on the disk."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from protectcourse.progress.backups import Backups, day_of, is_sound
from protectcourse.progress.chain import Head, find_break
from protectcourse.progress.database import connect_to_look, read_entries, read_header
from protectcourse.progress.opening import DISK_CODES, was_there
from protectcourse.progress.recovery import RESTS
from protectcourse.progress.sole_use import is_in_use
from protectcourse.progress.store import FILE_NAME, read_checked


class Condition(StrEnum):
    """What a progress file is in."""

    NONE_YET = "none yet"
    WHOLE = "whole"
    INTERRUPTED = "interrupted"
    """A program ended while it wrote: the next start takes the half-written part back."""
    DAMAGED = "damaged"
    GONE = "gone"
    """There are signs that a file stood here."""
    NEWER = "newer"
    FOREIGN = "foreign"
    UNREADABLE = "unreadable"


class Finding(NamedTuple):
    """What a look at a progress file showed."""

    condition: Condition
    steps: int = 0
    """Of a whole file: how many events it holds."""
    fault: str = ""
    """What exactly is amiss, where that is known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Health:
    """How the progress file of a folder and its backups are."""

    file: Finding
    in_use: bool
    """Whether a program has the file open at this moment."""
    backups: int
    newest_backup: str
    """The day of it, such as 2026-11-24; empty without one."""
    newest_is_sound: bool


def examine(folder: Path) -> Health:
    """Look at all of the progress file of a folder, and at its newest backup."""
    copies = Backups(folder).newest_first()
    return Health(
        file=_look(folder / FILE_NAME),
        in_use=is_in_use(folder),
        backups=len(copies),
        newest_backup=day_of(copies[0]) if copies else "",
        newest_is_sound=bool(copies) and is_sound(copies[0]),
    )


def sqlite_version() -> str:
    """Return the version of the SQLite library in use."""
    return sqlite3.sqlite_version


def _look(path: Path) -> Finding:
    try:
        state = read_header(path).state
    except OSError as error:
        return Finding(Condition.UNREADABLE, fault=error.strerror or "")
    match state:
        case "missing" | "empty":
            return Finding(Condition.GONE if was_there(path) else Condition.NONE_YET)
        case "not-sqlite" | "foreign":
            return Finding(Condition.DAMAGED if was_there(path) else Condition.FOREIGN)
        case "newer":
            return Finding(Condition.NEWER)
        case "ours":
            return _check(path)


def _check(path: Path) -> Finding:
    """Check every page and every entry, and that none is missing at the end."""
    heads: dict[str, Head] = {}
    try:
        with closing(connect_to_look(path)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return Finding(Condition.DAMAGED, fault="its pages do not fit together")
            fault = find_break((entry for _, entry in read_entries(connection)), heads)
    except sqlite3.Error as error:
        return _refusal(path, error)
    noted = read_checked(path)
    if noted and any(heads.get(name, Head()).seq < head.seq for name, head in noted[0].items()):
        fault = fault or "entries are missing at its end"
    if fault:
        return Finding(Condition.DAMAGED, fault=fault)
    return Finding(Condition.WHOLE, steps=sum(head.seq for head in heads.values()))


def _refusal(path: Path, error: sqlite3.Error) -> Finding:
    """Say why SQLite would not read a file."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in DISK_CODES | {sqlite3.SQLITE_READONLY} and _is_half_written(path):
        return Finding(Condition.INTERRUPTED)
    condition = Condition.UNREADABLE if code in DISK_CODES else Condition.DAMAGED
    return Finding(condition, fault=str(error))


def _is_half_written(path: Path) -> bool:
    """Say whether SQLite has left notes on how to take back what was not finished."""
    notes = [path.with_name(path.name + rest) for rest in RESTS]
    return any(note.exists() and note.stat().st_size for note in notes)
