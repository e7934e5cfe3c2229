"""Opens connections to a PostgreSQL server, and says in words what it refuses.

Who may come in is settled between the server and libpq, which finds the password in the address, in
PGPASSWORD or in ~/.pgpass. It stands in no message.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager

from psycopg import Connection, Error, OperationalError, ProgrammingError, RawCursor, connect
from psycopg.conninfo import conninfo_to_dict
from psycopg.errors import InsufficientPrivilege, LockNotAvailable

from protectcourse.errors import RecordError
from protectcourse.plain_text import one_line
from protectcourse.records.register.address import Address, unreadable_address
from protectcourse.records.register.database import Row

CONNECT_SECONDS = "10"
OLDEST = 130_000
"""The version of PostgreSQL that is asked for at least, as the server says it."""
LONGEST_WORDS = 300
WHY_NOT = (
    ("password", "Is the password right? It stands in PGPASSWORD, in ~/.pgpass or in the address."),
    ("does not exist", "Is the name right? Whoever keeps the server makes it first."),
    ("pg_hba.conf", "Whoever keeps the server allows it, in pg_hba.conf."),
)
"""What to do about the words of a server, or of libpq, on opening a connection."""
USUAL_REASON = "Is the address right, and does the server run?"
AS_IT_WAS = "What was collected before stays as it was."
# what the library warns of is told in words of ours, or does not matter any more
logging.getLogger("psycopg").addHandler(logging.NullHandler())


class Server:
    """The server at an address. Every method raises RecordError."""

    def __init__(self, address: Address) -> None:
        self._url, self.shown = address
        settings = _settings_in(address.url)
        self._password = str(settings.get("password") or "")
        usual = os.environ.get("PGCONNECT_TIMEOUT", CONNECT_SECONDS)
        self._patience = str(settings.get("connect_timeout") or usual)

    def connect(self, settings: str) -> Connection[Row]:
        """Return a new connection, with some settings; each statement is kept by itself."""
        try:
            connection = connect(
                self._url,
                autocommit=True,
                cursor_factory=RawCursor,
                client_encoding="UTF8",
                application_name="protectcourse",
                connect_timeout=self._patience,
            )
        except Error as error:
            words = self._words(error)
            hint = next((hint for sign, hint in WHY_NOT if sign in words), USUAL_REASON)
            message = f"the database {self.shown} cannot be opened ({words})"
            raise RecordError(message, hint) from error
        try:
            self._refuse_unfit(connection)
            with self.told():
                connection.execute(settings)
        except BaseException:
            connection.close()
            raise
        return connection

    @contextmanager
    def told(self) -> Iterator[None]:
        """Say in words what the server refuses."""
        try:
            yield
        except LockNotAvailable as error:
            message = f"others have been changing the register {self.shown} all the time"
            raise RecordError(message, "Nothing was lost. Try it again later.") from error
        except Error as error:
            message = f"the register {self.shown} cannot be used ({self._words(error)})"
            raise RecordError(message, _what_to_do(error)) from error

    def not_kept(self) -> RecordError:
        """Return what is to be said of a transaction of which a part failed."""
        return RecordError(f"the register {self.shown} did not keep what was changed", AS_IT_WAS)

    def _refuse_unfit(self, connection: Connection[Row]) -> None:
        if connection.info.server_version < OLDEST:
            running = connection.info.parameter_status("server_version") or "of an unknown version"
            message = f"{self.shown} runs PostgreSQL {one_line(running)}, which is too old"
            raise RecordError(message, f"A register needs version {OLDEST // 10_000} or newer.")
        encoding = connection.info.parameter_status("server_encoding") or "unknown"
        if encoding != "UTF8":
            message = f"{self.shown} has the encoding {one_line(encoding)}, not UTF8"
            hint = "Name another: createdb --encoding=UTF8 --template=template0 NAME makes one."
            raise RecordError(message, hint)

    def _words(self, error: Error) -> str:
        """Return what the server or libpq says, on one line and without the password."""
        words = error.diag.message_primary or str(error)
        if self._password:
            words = words.replace(self._password, "…")
        return one_line(words)[:LONGEST_WORDS]


def _settings_in(url: str) -> dict[str, object]:
    """Return what an address says. Raises RecordError."""
    try:
        return dict(conninfo_to_dict(url))
    except ProgrammingError:
        # what libpq says here may have the password in it
        raise unreadable_address() from None


def _what_to_do(error: Error) -> str:
    match error:
        case InsufficientPrivilege():
            return "Whoever keeps the server grants it: on the schema, or on the tables."
        case OperationalError():
            return f"{AS_IT_WAS} Run it again to go on."
        case _:
            return AS_IT_WAS
