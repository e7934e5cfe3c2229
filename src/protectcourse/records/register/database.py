"""What a register asks of the database that it stands in.

SQL that every database understands stands beside what needs it, with `?` for what is filled in.
What differs from one database to the other stands in one module for each.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Row = tuple[Any, ...]

ENTRY_COLUMNS = (
    *("device", "seq", "hash", "digest", "state"),
    *("kind", "learner", "day", "course", "unit", "attempt", "score", "passed"),
    "body",
)


class Database(Protocol):
    """One open database. Every method raises RecordError where the database refuses."""

    def transaction(self) -> AbstractContextManager[None]:
        """Return what keeps all changes made in it together, and on an error takes them back.

        No other program changes anything meanwhile. Inside another it takes back its own alone.
        """
        ...

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of a query, seen from inside the transaction."""
        ...

    def run(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of parameters; with none of them do nothing."""
        ...

    def add_entries(self, rows: Iterable[Row]) -> None:
        """Add rows of the table `entry`, in the order of ENTRY_COLUMNS, as fast as can be."""
        ...

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Row]:
        """Give the rows of a query for a report; nothing can be changed by it."""
        ...

    def close(self) -> None:
        """Let the database go."""
        ...
