"""A register in PostgreSQL, for several collectors at once, and what only PostgreSQL understands.

Whoever changes anything locks the register first, so that collectors take turns; reading and
checking of files, which takes longer, goes on beside it. What is erased is gone from every query;
when it leaves the server's own files, its log and its backups is up to whoever keeps the server.
"""

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from functools import lru_cache
from itertools import count, islice
from typing import Any

from psycopg import Connection, capabilities
from psycopg.pq import TransactionStatus

from protectcourse.records.register.address import Address
from protectcourse.records.register.database import ENTRY_COLUMNS, Row
from protectcourse.records.register.postgres_server import Server
from protectcourse.records.register.postgres_tables import LOCK, check_version, prepare

PATIENCE_SECONDS = 60
"""How long one collector waits for the others; each has the register for a group of files."""
AT_ONCE = 500
"""Rows that a report is given at a time."""
SETTINGS = f"""\
SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED;
SET lock_timeout = '{PATIENCE_SECONDS}s'"""
READ_ONLY = "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"
INNER = ("SAVEPOINT one", "RELEASE one", "ROLLBACK TO one", "RELEASE one")
"""How a transaction inside another begins, is kept, and is taken back."""
_COLUMNS = ", ".join(ENTRY_COLUMNS)
COLUMN_TYPES = (
    *("int4", "int4", "bytea", "bytea", "int4"),
    *("text", "text", "text", "text", "text", "int4", "int4", "int4"),
    "text",
)
STAGE = "CREATE TEMPORARY TABLE IF NOT EXISTS staged_entry (LIKE entry) ON COMMIT DELETE ROWS"
COPY = f"COPY pg_temp.staged_entry ({_COLUMNS}) FROM STDIN (FORMAT BINARY)"
TAKE = (
    f"INSERT INTO entry ({_COLUMNS}) SELECT {_COLUMNS} FROM pg_temp.staged_entry"
    " ON CONFLICT DO NOTHING"
)
CLEAR = "TRUNCATE pg_temp.staged_entry"
_QUOTED_OR_HOLE = re.compile(r"'[^']*'|\?")


class PostgresDatabase:
    """A register's database at an address."""

    def __init__(self, address: Address, *, must_exist: bool = False) -> None:
        """Open a database, and make the tables where it is empty. Raises RecordError."""
        self._server = Server(address)
        self._readers: list[Connection[Row]] = []
        """Connections that no report is using just now."""
        self._waiting: list[Row] = []
        self._written = 0
        """How many of the waiting rows of `entry` are in the table, as the transaction sees it."""
        self._connection = self._server.connect(SETTINGS)
        self._cursor = self._connection.cursor()
        try:
            with self._server.told():
                prepare(self._connection, address.shown, must_exist=must_exist)
        except BaseException:
            self._connection.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all changes made in it together; other collectors wait meanwhile.

        Inside another it takes its own changes back alone.
        """
        with self._inside() if self._is_busy() else self._outermost():
            yield

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of a query, seen from inside the transaction."""
        self._write_before(sql)
        self._execute(numbered(sql), parameters)
        return self._cursor.fetchall() if self._cursor.description else []

    def run(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of parameters; with none of them do nothing."""
        several = list(rows)
        if several:
            self._write_before(sql)
        if len(several) == 1:
            self._execute(numbered(sql), several[0])
        elif several:
            with self._server.told():
                self._cursor.executemany(numbered(sql), several)

    def add_entries(self, rows: Iterable[Row]) -> None:
        """Add rows of the table `entry`: with all others of the transaction, by one COPY."""
        with nullcontext() if self._is_busy() else self.transaction():
            self._waiting += rows

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Row]:
        """Give the rows of a query for a report; nothing can be changed by it.

        Reports may be read side by side: each has a connection of its own meanwhile.
        """
        reader = self._readers.pop() if self._readers else self._server.connect(READ_ONLY)
        try:
            with self._server.told(), closing(_stream(reader, sql, parameters)) as found:
                while rows := list(islice(found, AT_ONCE)):
                    yield from rows
        finally:
            if self._connection.closed:
                reader.close()
            else:
                self._readers.append(reader)

    def close(self) -> None:
        """Close every connection."""
        for connection in (self._connection, *self._readers):
            connection.close()

    def _write_before(self, sql: str) -> None:
        """Let a statement see the rows of `entry` that were added before it."""
        if "entry" in sql:
            self._write_waiting()

    def _write_waiting(self) -> None:
        rows = self._waiting[self._written :]
        if not rows:
            return
        with self._server.told():
            self._cursor.execute(STAGE)
            with self._cursor.copy(COPY) as copy:
                copy.set_types(COLUMN_TYPES)
                for row in rows:
                    copy.write_row(row)
            self._cursor.execute(TAKE)
            self._cursor.execute(CLEAR)
        self._written = len(self._waiting)

    def _execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        with self._server.told():
            self._cursor.execute(sql, parameters)

    @contextmanager
    def _outermost(self) -> Iterator[None]:
        self._execute("BEGIN")
        try:
            check_version(self.query(LOCK), self._server.shown)
            yield
            self._write_waiting()
            self._execute("COMMIT")
            if self._cursor.statusmessage != "COMMIT":
                raise self._server.not_kept()
        except BaseException:
            if not self._connection.broken:
                self._execute("ROLLBACK")
            raise
        finally:
            self._waiting, self._written = [], 0

    @contextmanager
    def _inside(self) -> Iterator[None]:
        begin, keep, *take_back = INNER
        before, written = len(self._waiting), self._written
        self._execute(begin)
        try:
            yield
            self._execute(keep)
        except BaseException:
            del self._waiting[before:]
            self._written = written
            if not self._connection.broken:
                for statement in take_back:
                    self._execute(statement)
            raise

    def _is_busy(self) -> bool:
        """Say whether a transaction is going on."""
        return self._connection.info.transaction_status != TransactionStatus.IDLE


@lru_cache
def numbered(sql: str) -> str:
    """Return SQL with $1, $2 and so on in place of each `?`, but for those in quotation marks."""
    numbers = count(1)
    return _QUOTED_OR_HOLE.sub(
        lambda found: f"${next(numbers)}" if found[0] == "?" else found[0], sql
    )


def _stream(
    reader: Connection[Row], sql: str, parameters: Sequence[Any]
) -> Generator[Row, None, None]:
    """Give the rows of a query as they come from the server."""
    size = AT_ONCE if capabilities.has_stream_chunked() else 1
    with reader.cursor() as cursor:
        yield from cursor.stream(numbered(sql), parameters, size=size)
