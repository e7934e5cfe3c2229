"""A register in one file: SQLite, and all the SQL that only SQLite understands.

`synchronous=NORMAL`: should the power fail at the very worst moment, the newest files are collected
again; what nobody handed in, such as the roster, is imported again.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from protectcourse.errors import RecordError
from protectcourse.records.lrs.tables import OUTBOX_TABLES
from protectcourse.records.register.database import ENTRY_COLUMNS, Row

APPLICATION_ID = 0x50524547
"""“PREG”: says whose file this is."""
SQLITE_START = b"SQLite format 3\x00"
HEADER_SIZE = 100
PATIENCE_MILLISECONDS = 60_000
"""How long one collector waits for the others; each has the file for as long as one hand-in."""
PRAGMAS = (
    f"PRAGMA busy_timeout={PATIENCE_MILLISECONDS}",
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cache_size=-16384",
)
AT_ONCE = 500
"""Rows that a report is given at a time."""
OUTER = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
INNER = ("SAVEPOINT one", "RELEASE one", ("ROLLBACK TO one", "RELEASE one"))
"""How a transaction, and one inside another, begins, is kept, and is taken back."""
INSERT_ENTRY = (
    f"INSERT INTO entry ({', '.join(ENTRY_COLUMNS)})"
    f" VALUES ({', '.join('?' * len(ENTRY_COLUMNS))}) ON CONFLICT DO NOTHING"
)


def _create_tables(connection: sqlite3.Connection) -> None:
    """Version 1: the files that came in, what they hold, the roster."""
    for statement in TABLES.split(";\n"):
        connection.execute(statement)


def _create_certificates(connection: sqlite3.Connection) -> None:
    """Version 2: the certificates that were issued, and which of them were withdrawn."""
    connection.execute(CERTIFICATES)


TABLES = """\
CREATE TABLE handin (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  received_at TEXT NOT NULL, learner TEXT NOT NULL, public_key TEXT NOT NULL, level TEXT NOT NULL,
  day TEXT NOT NULL, verdict TEXT NOT NULL, called TEXT NOT NULL) STRICT;
CREATE INDEX handin_key ON handin (public_key, day, sha256);
CREATE INDEX handin_learner ON handin (learner, day, sha256);
CREATE TABLE set_aside (sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, received_at TEXT NOT NULL,
  reason TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE device (id INTEGER PRIMARY KEY, device TEXT NOT NULL UNIQUE, learner TEXT NOT NULL,
  public_key TEXT NOT NULL) STRICT;
CREATE TABLE sent (device INTEGER NOT NULL, handin INTEGER NOT NULL,
  PRIMARY KEY (device, handin)) STRICT, WITHOUT ROWID;
CREATE INDEX sent_handin ON sent (handin);
CREATE TABLE learner (learner TEXT PRIMARY KEY, name TEXT NOT NULL, erased_at TEXT)
  STRICT, WITHOUT ROWID;
CREATE INDEX learner_erased ON learner (learner) WHERE erased_at IS NOT NULL;
CREATE TABLE course (course TEXT NOT NULL, version INTEGER NOT NULL, title TEXT NOT NULL,
  status TEXT NOT NULL, PRIMARY KEY (course, version)) STRICT, WITHOUT ROWID;
CREATE TABLE entry (device INTEGER NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL,
  digest BLOB NOT NULL, state INTEGER NOT NULL, kind TEXT, learner TEXT, day TEXT, course TEXT,
  unit TEXT, attempt INTEGER, score INTEGER, passed INTEGER, body TEXT,
  PRIMARY KEY (device, seq, hash)) STRICT, WITHOUT ROWID;
CREATE TABLE voided (device TEXT NOT NULL, seq INTEGER NOT NULL, learner TEXT NOT NULL,
  PRIMARY KEY (device, seq, learner)) STRICT, WITHOUT ROWID;
CREATE TABLE roster (learner TEXT NOT NULL, name TEXT NOT NULL, team TEXT NOT NULL,
  place TEXT NOT NULL, course TEXT NOT NULL, due TEXT NOT NULL) STRICT"""
"""What stands in them is said in `contents`."""
CERTIFICATES = """\
CREATE TABLE certificate (id TEXT PRIMARY KEY, learner TEXT NOT NULL, course TEXT NOT NULL,
  nth INTEGER NOT NULL, version INTEGER NOT NULL, day TEXT NOT NULL, until TEXT NOT NULL,
  issued_at TEXT NOT NULL, revoked_at TEXT NOT NULL, reason TEXT NOT NULL, jwt TEXT NOT NULL)
  STRICT, WITHOUT ROWID"""


def _create_outbox(connection: sqlite3.Connection) -> None:
    """Version 3: what waits for a learning record store, or was sent."""
    for statement in OUTBOX_TABLES:
        connection.execute(statement)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _create_tables,
    _create_certificates,
    _create_outbox,
)
"""Each brings the file from its place in the list to the next version."""
VERSION = len(MIGRATIONS)


class SqliteDatabase:
    """A register's database in one file."""

    def __init__(self, path: Path) -> None:
        """Open a file, or make it for its owner alone. Raises RecordError."""
        self._path = path
        with self._told():
            _refuse_others(path)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = _connect(path)
            try:
                _migrate(self._connection)
            except BaseException:
                self._connection.close()
                raise
        self._reader: sqlite3.Connection | None = None

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all changes made in it together; other collectors wait meanwhile.

        Inside another it takes its own changes back alone.
        """
        begin, keep, take_back = INNER if self._connection.in_transaction else OUTER
        self._execute(begin)
        try:
            yield
            self._execute(keep)
        except BaseException:
            if self._connection.in_transaction:
                self._execute(*take_back)
            raise

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of a query, seen from inside the transaction."""
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise self._refused(error) from error

    def run(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of parameters; with none of them do nothing."""
        if isinstance(rows, list) and not rows:
            return
        try:
            self._connection.executemany(sql, rows)
        except sqlite3.Error as error:
            raise self._refused(error) from error

    def add_entries(self, rows: Iterable[Row]) -> None:
        """Add rows of the table `entry`."""
        self.run(INSERT_ENTRY, rows)

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Row]:
        """Give the rows of a query for a report; nothing can be changed by it."""
        with self._told():
            if self._reader is None:
                self._reader = _connect_to_read(self._path)
            cursor = self._reader.execute(sql, parameters)
            while rows := cursor.fetchmany(AT_ONCE):
                yield from rows

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
        if self._reader is not None:
            self._reader.close()

    def _execute(self, *statements: str) -> None:
        for statement in statements:
            self.query(statement)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Say in words what the file or the disk refuses."""
        try:
            yield
        except OSError as error:
            message = f"the register {self._path} cannot be opened ({error.strerror})"
            raise RecordError(message, "Name another file with --register.") from error
        except sqlite3.Error as error:
            raise self._refused(error) from error

    def _refused(self, error: sqlite3.Error) -> RecordError:
        message = f"the register {self._path} cannot be used ({error})"
        return RecordError(message, "What was collected before stays as it was.")


def _refuse_others(path: Path) -> None:
    """Raise RecordError for a file that is no register, or of a newer version; OSError too."""
    if path.exists() and not path.is_file():
        raise RecordError(f"{path} is not a file", "Name another with --register.")
    try:
        with path.open("rb") as file:
            start = file.read(HEADER_SIZE)
    except FileNotFoundError:
        return
    if not start:
        return
    if not start.startswith(SQLITE_START) or int.from_bytes(start[68:72]) != APPLICATION_ID:
        message = f"{path} is not a register of this program"
        raise RecordError(message, "It was not touched. Name another with --register.")
    if int.from_bytes(start[60:64]) > VERSION:
        message = f"the register {path} was made by a newer version of this program"
        raise RecordError(message, "Install that version. It was not touched.")


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    return connection


def _connect_to_read(path: Path) -> sqlite3.Connection:
    name = path.absolute().as_uri() + "?mode=ro"
    connection = sqlite3.connect(name, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute(PRAGMAS[0])
    return connection


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring a file to the present version, whole or not at all, whoever else may be doing so."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for step in MIGRATIONS[version:]:
            step(connection)
        if version < VERSION:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
