"""A laptop's own outbox: one small SQLite file in the data folder."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from protectcourse.atomic import make_private_folder
from protectcourse.errors import StoreError
from protectcourse.locations import OUTBOX_FILE
from protectcourse.records.lrs.tables import OUTBOX_TABLES

APPLICATION_ID = 0x50524F58
"""“PROX”: says whose file this is."""
VERSION = 1
PRAGMAS = (
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA busy_timeout=5000",
)
HINT = "Move the file away: what it notes is then worked out and sent again, which changes nothing."


class OutboxFile:
    """The open file, closed at the end of a `with`. Raises StoreError where it cannot be used."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection, self._name = connection, name

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a query."""
        with _told(self._name):
            yield from self._connection.execute(sql, parameters)

    def change(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement for each of some rows, all of them durably or none."""
        with _told(self._name):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.executemany(sql, rows)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def open_outbox_file(folder: Path) -> OutboxFile:
    """Return the outbox of a data folder, made at first need. Raises StoreError."""
    path = folder / OUTBOX_FILE
    with _told(str(path)):
        try:
            make_private_folder(folder)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            raise StoreError(f"{path} cannot be written ({error.strerror})", HINT) from error
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            _check(connection, path)
            for pragma in PRAGMAS:
                connection.execute(pragma)
        except BaseException:
            connection.close()
            raise
    return OutboxFile(connection, str(path))


def outbox_in_memory() -> OutboxFile:
    """Return an outbox that leaves nothing behind."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _create(connection)
    return OutboxFile(connection, "the outbox")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Take a new file into use; refuse one that is not ours, or of a later version."""
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    if not path.stat().st_size:
        _create(connection)
    elif not pages or owner != APPLICATION_ID:
        raise StoreError(f"{path} is not an outbox of this program", HINT)
    elif version > VERSION:
        message = f"{path} was written by a newer version of this program"
        raise StoreError(message, "Install that version.")


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for table in OUTBOX_TABLES:
        connection.execute(table)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Say what SQLite objects to in words of ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{name} cannot be used ({error})", HINT) from error
