"""Opens a learner's progress file, whatever state it is in, and says plainly what is amiss.

Backups and recovery are imported when something is amiss, so that a usual start is quick.
"""

import contextlib
import os
import sqlite3
from pathlib import Path

from protectcourse.atomic import make_private_folder
from protectcourse.clock import Clock
from protectcourse.errors import StoreError
from protectcourse.progress.chain import Head, find_break
from protectcourse.progress.database import (
    VERSION,
    Header,
    connect,
    copy_to_memory,
    migrate,
    read_entries,
    read_header,
)
from protectcourse.progress.lock import FileLock
from protectcourse.progress.reserve import keep_reserve
from protectcourse.progress.store import (
    DISK_FULL,
    FILE_NAME,
    Store,
    checked_path,
    note_checked,
    read_checked,
)

LOCK_NAME = "progress.lock"
NOT_SAVED = "Nothing is being saved"
DISK_CODES = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
}


class _DamagedError(Exception):
    """The file does not hold what it should."""


def open_store(folder: Path, clock: Clock) -> Store:
    """Open the progress file in a folder, making or mending it as needed.

    Raises StoreError only where a file that is not ours stands in its place: that is left as it is.
    """
    path = folder / FILE_NAME
    lock = FileLock(folder / LOCK_NAME)
    try:
        make_private_folder(folder)
        if not lock.take():
            words = "another window of this program has your progress open. Close that one first"
            return _read_only(path, clock, words)
        store = _open_locked(path, clock, lock)
        if store.writable:
            keep_reserve(folder)
        return store
    except (OSError, sqlite3.OperationalError) as error:
        lock.release()
        reason = getattr(error, "strerror", None) or str(error)
        words = f"{folder} cannot be written ({reason}). Name another folder with --data-dir"
        return _read_only(path, clock, words)


def _open_locked(path: Path, clock: Clock, lock: FileLock) -> Store:
    header = read_header(path)
    match header.state:
        case "newer":
            lock.release()
            words = "your progress file was written by a newer version. Install that version"
            return _read_only(path, clock, words)
        case "ours":
            try:
                return _open_ours(path, header, clock, lock)
            except (_DamagedError, sqlite3.DatabaseError) as error:
                if _is_about_the_disk(error, path):
                    raise
                return _recovered(path, clock, lock)
        case "missing" | "empty" if not was_there(path):
            return _new(path, clock, lock)
        case "missing" | "empty" | "not-sqlite" | "foreign" if was_there(path):
            return _recovered(path, clock, lock)
        case _:
            lock.release()
            hint = "Move it away, or name another folder with --data-dir. It was not touched."
            raise StoreError(f"{path} is not a progress file of this program", hint)


def was_there(path: Path) -> bool:
    """Say whether there are signs that a file of ours has stood here."""
    from protectcourse.progress.backups import Backups

    return checked_path(path).exists() or bool(Backups(path.parent).newest_first())


def _new(path: Path, clock: Clock, lock: FileLock) -> Store:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    connection = connect(path)
    try:
        migrate(connection, 0)
        store = Store(path, connection, clock, writable=True, lock=lock)
        store.begin_device()
    except (sqlite3.Error, StoreError) as error:
        connection.close()
        with contextlib.suppress(OSError):
            path.unlink()
        raise OSError(str(error)) from error
    note_checked(path, {}, clean=False)
    return store


def _open_ours(path: Path, header: Header, clock: Clock, lock: FileLock) -> Store:
    connection = connect(path)
    try:
        heads = _check(connection, path)
        if header.version < VERSION:
            from protectcourse.progress.backups import Backups

            if not Backups(path.parent).make(connection, clock.today(), header.version):
                raise _DamagedError
            migrate(connection, header.version)
        notice = "" if _has_room(connection) else DISK_FULL
        store = Store(path, connection, clock, writable=True, notice=notice, lock=lock)
    except BaseException:
        connection.close()
        raise
    if not store.last:  # its making was cut short
        with contextlib.suppress(StoreError):
            store.begin_device()
    note_checked(path, heads, clean=False)
    return store


def _has_room(connection: sqlite3.Connection) -> bool:
    """Begin to write and take it back: what cannot be written says so now, not at an answer.

    A full disk may have room again at any time. Raises sqlite3.Error for anything else.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
            raise
        return False
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return True


def _is_about_the_disk(error: Exception, path: Path) -> bool:
    """Say whether room, right or peace is wanting, rather than the file being damaged."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if (
        code == sqlite3.SQLITE_READONLY
    ):  # a flipped header says so too, of a file that can be written
        return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    return code in DISK_CODES


def _check(connection: sqlite3.Connection, path: Path) -> dict[str, Head]:
    """Check the chain from where it was last checked; all of the file after an unclean end."""
    if path.stat().st_size < _size_by_header(connection):
        raise _DamagedError
    noted = read_checked(path)
    heads: dict[str, Head] = {}
    after = 0
    if noted is not None and noted[1] and (position := _position_of(connection, noted[0])):
        heads, after = dict(noted[0]), position
    elif connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        raise _DamagedError
    if find_break((entry for _, entry in read_entries(connection, after=after)), heads):
        raise _DamagedError
    if noted is not None and any(heads.get(d, Head()).seq < h.seq for d, h in noted[0].items()):
        raise _DamagedError
    return heads


def _size_by_header(connection: sqlite3.Connection) -> int:
    """Return how long the file should be; SQLite fills a last page that was cut with zeros."""
    names = ("page_size", "page_count")
    size, count = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
    return int(size) * int(count)


def _position_of(connection: sqlite3.Connection, heads: dict[str, Head]) -> int | None:
    """Return the position of the entry up to which all was checked, if it is still the same."""
    query = "SELECT position FROM entry WHERE device = ? AND seq = ? AND hash = ?"
    found = [connection.execute(query, (d, h.seq, h.hash)).fetchone() for d, h in heads.items()]
    return max(row[0] for row in found) if found and all(found) else None


def _recovered(path: Path, clock: Clock, lock: FileLock) -> Store:
    from protectcourse.progress.backups import Backups
    from protectcourse.progress.recovery import recover

    noted = read_checked(path)
    found = recover(path, Backups(path.parent), clock.today())
    known = max(found.counted or 0, found.known(noted[0] if noted else {}))
    connection = connect(path)
    store = Store(path, connection, clock, writable=True, notice=found.notice(known), lock=lock)
    with contextlib.suppress(StoreError):
        store.begin_device()
    note_checked(path, {}, clean=False)
    return store


def _read_only(path: Path, clock: Clock, why: str) -> Store:
    """Return a store that shows what is there and keeps what is new in memory only."""
    connection = None
    with contextlib.suppress(OSError, sqlite3.Error):
        if read_header(path).state in {"ours", "newer"}:
            opened = copy_to_memory(path)
            try:
                for _ in read_entries(opened):
                    pass
                connection = opened
            finally:
                if connection is None:
                    opened.close()
    return Store(path, connection, clock, writable=False, notice=f"{NOT_SAVED}: {why}.")
