"""The register: what an organisation has been handed in, in a database of its choice."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any, Self

from protectcourse.clock import Clock
from protectcourse.errors import RecordError
from protectcourse.plain_text import one_line
from protectcourse.records.handing_in.facts import sound_number
from protectcourse.records.handing_in.form import HandIn
from protectcourse.records.register.database import Database, Row
from protectcourse.records.register.erasing import erase
from protectcourse.records.register.merging import LONGEST_FILE_NAME, merge
from protectcourse.records.register.retaining import Dropped, drop_old, find_old
from protectcourse.records.register.taken import Taken

LONGEST_REASON = 500


class Register:
    """An open register. Each method that changes it does so whole or not at all.

    Every method raises RecordError where the database refuses.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def together(self) -> AbstractContextManager[None]:
        """Return what keeps the changes made in it with one wait for the disk.

        Each is still made whole or not at all; on an error all of them are taken back.
        """
        return self._database.transaction()

    def has(self, sha256: str) -> bool:
        """Say whether a file was taken in before, by the SHA-256 of its bytes."""
        return bool(self._database.query("SELECT 1 FROM handin WHERE sha256 = ?", (sha256,)))

    def take(self, hand_in: HandIn, name: str, sha256: str) -> Taken:
        """Take a hand-in file in and return what it brought; once more brings nothing."""
        with self._database.transaction():
            return merge(self._database, hand_in, name, sha256, self._clock.now())

    def set_aside(self, name: str, sha256: str, reason: str) -> None:
        """Note that a file was not taken in, and why."""
        received = self._clock.now().isoformat(timespec="seconds")
        row = (sha256, one_line(name)[:LONGEST_FILE_NAME], received, _short(reason))
        with self._database.transaction():
            self._database.run(
                "INSERT INTO set_aside (sha256, name, received_at, reason) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (sha256) DO UPDATE SET reason = excluded.reason",
                [row],
            )

    def erase(self, learner: str) -> int:
        """Erase a learner, by their number, and return how many events lost their content."""
        try:
            sound_number(learner)
        except ValueError as error:
            message = f"{one_line(learner)} is not the number of a learner"
            raise RecordError(message, "It has 16 digits from 0 to 9 and a to f.") from error
        with self._database.transaction():
            return erase(self._database, learner, self._clock.now())

    def set_roster(self, rows: Iterable[Row]) -> None:
        """Put a roster in place of the one there is; its columns as in the table `roster`."""
        with self._database.transaction():
            self._database.run("DELETE FROM roster", [()])
            self._database.run(
                "INSERT INTO roster (learner, name, team, place, course, due)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                rows,
            )

    def find_old(self, before: str, *, keep_completions: bool) -> Dropped:
        """Return what there is from before a day, and change nothing."""
        return find_old(self._database, before, keep_completions=keep_completions)

    def drop_old(self, before: str, *, keep_completions: bool) -> Dropped:
        """Drop the content of what is from before a day and return how much that was."""
        with self._database.transaction():
            return drop_old(self._database, before, keep_completions=keep_completions)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[Row]:
        """Give the rows of a query for a report, with `?` for what is filled in.

        The SQL is to be one that every database understands; nothing can be changed by it.
        """
        return self._database.read(sql, parameters)

    def change(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of parameters, in one transaction.

        For what nobody hands in: the roster, the certificates. The SQL is to be one that every
        database understands.
        """
        with self._database.transaction():
            self._database.run(sql, rows)

    def close(self) -> None:
        """Let the database go."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _short(reason: str) -> str:
    return one_line(reason)[:LONGEST_REASON]
