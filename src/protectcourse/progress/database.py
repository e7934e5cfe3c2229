"""The SQLite file: how it is opened, what stands in it, how it came to its present form."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Literal, NamedTuple

from protectcourse.progress.chain import Entry

APPLICATION_ID = 0x50524F54
"""“PROT”: says whose file this is."""
SQLITE_START = b"SQLite format 3\x00"
HEADER_SIZE = 100
ENTRY_COLUMNS = "device, seq, prev, kind, body, salt, digest, hash, local, seal"

PRAGMAS = (
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA busy_timeout=5000",
)

FileState = Literal["missing", "empty", "ours", "newer", "foreign", "not-sqlite"]


class Header(NamedTuple):
    """What the first bytes of a file say."""

    state: FileState
    version: int = 0


def _create_entries(connection: sqlite3.Connection) -> None:
    """Version 1: the log, and what the learner chose for themselves."""
    connection.execute(
        "CREATE TABLE entry (position INTEGER PRIMARY KEY, device TEXT NOT NULL,"
        " seq INTEGER NOT NULL, prev TEXT NOT NULL, kind TEXT NOT NULL,"
        " body TEXT NOT NULL, salt TEXT NOT NULL,"
        " digest TEXT NOT NULL, hash TEXT NOT NULL, local TEXT NOT NULL, seal TEXT NOT NULL,"
        " UNIQUE (device, seq)) STRICT"
    )
    connection.execute(
        "CREATE TABLE profile (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )


def _create_kept(connection: sqlite3.Connection) -> None:
    """Version 2: what the log amounts to, kept so that a start need not work it out again."""
    connection.execute(
        "CREATE TABLE kept (name TEXT PRIMARY KEY, upto INTEGER NOT NULL,"
        " state TEXT NOT NULL) STRICT"
    )


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_create_entries, _create_kept)
"""Each brings the file from its place in the list to the next version."""
VERSION = len(MIGRATIONS)


def read_header(path: Path) -> Header:
    """Return what a file is, from its first bytes alone. Raises OSError other than "not there"."""
    try:
        with path.open("rb") as file:
            start = file.read(HEADER_SIZE)
    except FileNotFoundError:
        return Header("missing")
    if not start:
        return Header("empty")
    if len(start) < HEADER_SIZE or not start.startswith(SQLITE_START):
        return Header("not-sqlite")
    version = int.from_bytes(start[60:64])
    if int.from_bytes(start[68:72]) != APPLICATION_ID:
        return Header("foreign", version)
    return Header("newer" if version > VERSION else "ours", version)


def connect(path: Path) -> sqlite3.Connection:
    """Open a file for writing, with everything set as the log needs it. Raises sqlite3.Error."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a file that is not to be touched. Raises sqlite3.Error."""
    name = path.absolute().as_uri() + "?mode=ro&immutable=1"
    return sqlite3.connect(name, uri=True, isolation_level=None, check_same_thread=False)


def copy_to_memory(path: Path) -> sqlite3.Connection:
    """Return a copy of a file as it stands between two writes of another program.

    Where no lock can be had (a journal is left behind that may not be rolled back) its bytes are
    taken as they are. Raises sqlite3.Error.
    """
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        try:
            _copy_locked(path, copy)
        except sqlite3.OperationalError:
            with contextlib.closing(connect_to_read(path)) as source:
                source.backup(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def _copy_locked(path: Path, copy: sqlite3.Connection) -> None:
    name = path.absolute().as_uri() + "?mode=ro"
    with contextlib.closing(sqlite3.connect(name, uri=True, isolation_level=None)) as source:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # takes the lock
        source.backup(copy)


def connect_to_look(path: Path) -> sqlite3.Connection:
    """Open a file that another program may be writing, and change nothing. Raises sqlite3.Error."""
    name = path.absolute().as_uri() + "?mode=ro"
    return sqlite3.connect(name, uri=True, isolation_level=None)


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a file to the present version, each step whole or not at all. Raises sqlite3.Error."""
    for number, step in enumerate(MIGRATIONS[version:], version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            step(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def insert_entries(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Add entries in one durable transaction; those already there stay. Raises sqlite3.Error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.executemany(
            f"INSERT OR IGNORE INTO entry ({ENTRY_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?)",
            [astuple(entry) for entry in entries],
        )
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def read_entries(connection: sqlite3.Connection, *, after: int = 0) -> Iterator[tuple[int, Entry]]:
    """Give every entry after a position, with its position, in order.

    Raises sqlite3.Error, also where a column holds what it never held.
    """
    rows = connection.execute(
        f"SELECT position, {ENTRY_COLUMNS} FROM entry WHERE position > ? ORDER BY position",
        (after,),
    )
    for position, device, seq, *texts in rows:
        if not isinstance(seq, int) or not all(isinstance(one, str) for one in (device, *texts)):
            raise sqlite3.DatabaseError("a column holds what it never held")
        yield position, Entry(device, seq, *texts)
