"""A learner's own copy of everything: one file, written whole and read back with suspicion."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from protectcourse.errors import StoreError
from protectcourse.progress.chain import Entry, find_break
from protectcourse.progress.database import (
    connect_to_look,
    connect_to_read,
    read_entries,
    read_header,
)
from protectcourse.progress.recovery import clear_log
from protectcourse.progress.store import FILE_NAME

START_ONCE = "Start the course once: it brings back what can be read. Then try again."


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """All that a progress file holds: every event, whole and in its chain, and what was chosen."""

    entries: Sequence[Entry]
    profile: dict[str, str]


def write_own_copy(folder: Path, target: Path) -> OwnCopy:
    """Copy the progress file of a folder to `target`, in place of a file there, and check the copy.

    Returns what is in it. Raises StoreError, and then leaves `target` as it was.
    """
    path = folder / FILE_NAME
    refuse_unless_ours(path)
    made = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        os.close(os.open(made, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
        with closing(connect_to_look(path)) as source, closing(sqlite3.connect(made)) as copy:
            source.backup(copy)
        held = read_log(made)
        if held is None:
            raise StoreError("your progress file is damaged", START_ONCE)
        made.replace(target)
    except OSError as error:
        message = f"{target} cannot be written ({error.strerror})"
        raise StoreError(message, "Name another place with --to.") from error
    except sqlite3.Error as error:
        raise StoreError(f"the copy could not be made ({error})", START_ONCE) from error
    finally:
        clear_log(made)
    return held


def read_own_copy(file: Path) -> OwnCopy:
    """Return what a copy holds, checked whole. The file is not changed. Raises StoreError."""
    try:
        state = read_header(file).state
    except OSError as error:
        raise StoreError(f"{file} cannot be read ({error.strerror})") from error
    match state:
        case "missing":
            raise StoreError(f"there is no file {file}")
        case "newer":
            message = f"{file} was written by a newer version of this program"
            raise StoreError(message, "Install that version. Nothing was changed.")
        case "empty" | "not-sqlite" | "foreign":
            hint = "Name the file that `protectcourse export-mine` wrote. Nothing was changed."
            raise StoreError(f"{file} is not a copy of a learner's progress", hint)
        case "ours":
            held = read_log(file)
    if held is None:
        hint = "Take another copy, or make one anew where it came from. Nothing was changed."
        raise StoreError(f"{file} is damaged", hint)
    return held


def read_log(path: Path) -> OwnCopy | None:
    """Return what a file of ours at rest holds; None unless every page and entry is sound."""
    try:
        with closing(connect_to_read(path)) as connection:
            return check_log(connection)
    except (OSError, sqlite3.Error, TypeError):
        return None


def check_log(connection: sqlite3.Connection) -> OwnCopy | None:
    """Return what an open file holds; None unless every page and entry is sound.

    Raises sqlite3.Error where it cannot be read at all.
    """
    if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        return None
    entries = [entry for _, entry in read_entries(connection)]
    if find_break(entries, {}):
        return None
    profile = connection.execute("SELECT key, value FROM profile").fetchall()
    return OwnCopy(entries, {str(key): str(value) for key, value in profile})


def refuse_unless_ours(path: Path) -> None:
    """Raise StoreError in words unless a file is a progress file that this version knows."""
    try:
        state = read_header(path).state
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror})") from error
    match state:
        case "ours":
            return
        case "newer":
            message = "your progress file was written by a newer version of this program"
            raise StoreError(message, "Install that version.")
        case "missing" | "empty":
            hint = "If you keep it elsewhere, name that folder with --data-dir."
            raise StoreError(f"{path.parent} has no progress yet", hint)
        case "not-sqlite" | "foreign":
            raise StoreError(f"{path} is not a progress file that can be read", START_ONCE)
