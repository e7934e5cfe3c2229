"""The outbox: statements that wait for an LRS, were sent, or were set aside with its words.

It stands in the register, or on a laptop in a file of its own. What an LRS has taken is not made a
second time; its text is dropped, its number stays.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from protectcourse.records.xapi.statements import Statement

MOST_STATEMENTS, MOST_BYTES = 100, 500_000
"""Of one request."""
WAITING, SENT, SET_ASIDE = range(3)


class Ledger(Protocol):
    """The database that an outbox stands in."""

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a query; nothing is changed before the last was taken."""
        ...

    def change(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement for each of some rows, all of them durably or none."""
        ...


class Made(NamedTuple):
    """A statement with the event that it is made of."""

    device: str
    seq: int
    kind: str
    statement: Statement


class Waiting(NamedTuple):
    """A statement that is to be sent."""

    device: str
    seq: int
    id: str
    kind: str
    json: str


class SetAside(NamedTuple):
    """A statement that an LRS does not take, and what it said."""

    device: str
    seq: int
    id: str
    kind: str
    told: str


class Counts(NamedTuple):
    """How many statements there are of each state."""

    waiting: int = 0
    sent: int = 0
    set_aside: int = 0


class Outbox:
    """The statements for one LRS."""

    def __init__(self, ledger: Ledger, lrs: str) -> None:
        self._ledger, self.lrs = ledger, lrs

    def add(self, made: Iterable[Made]) -> None:
        """Let statements wait; those that are there already stay as they are."""
        self._ledger.change(
            "INSERT INTO statement (lrs, device, seq, id, kind, json, state, told, sent_at)"
            f" VALUES (?, ?, ?, ?, ?, ?, {WAITING}, '', '') ON CONFLICT DO NOTHING",
            [
                (self.lrs, one.device, one.seq, one.statement.id, one.kind, one.statement.json)
                for one in made
            ],
        )

    def known(self, device: str, *, settled: bool = False) -> set[int]:
        """Return the numbers of the events of a device that have a statement here.

        With `settled`, only of those that were sent or set aside.
        """
        sql = "SELECT seq FROM statement WHERE lrs = ? AND device = ?"
        sql += f" AND state <> {WAITING}" if settled else ""
        return {seq for (seq,) in self._ledger.rows(sql, (self.lrs, device))}

    def next_batch(self) -> list[Waiting]:
        """Return what goes into the next request."""
        batch: list[Waiting] = []
        size = 2
        for one in list(self.waiting(MOST_STATEMENTS)):
            size += len(one.json.encode()) + 1
            if batch and size > MOST_BYTES:
                break
            batch.append(one)
        return batch

    def waiting(self, most: int | None = None) -> Iterator[Waiting]:
        """Give what waits, in the order of the events."""
        sql = f"SELECT device, seq, id, kind, json FROM statement WHERE lrs = ? AND {_is(WAITING)}"
        sql += " ORDER BY device, seq" + (f" LIMIT {most}" if most is not None else "")
        return (Waiting(*row) for row in self._ledger.rows(sql, (self.lrs,)))

    def forget_waiting(self) -> None:
        """Forget what waits: on a laptop it is made anew, of what may leave at that time."""
        sql = f"DELETE FROM statement WHERE lrs = ? AND {_is(WAITING)}"
        self._ledger.change(sql, [(self.lrs,)])

    def note_sent(self, batch: Iterable[Waiting], at: str) -> None:
        """Note that the LRS has statements."""
        self._ledger.change(
            f"UPDATE statement SET state = {SENT}, json = '', told = '', sent_at = ?"
            " WHERE lrs = ? AND device = ? AND seq = ?",
            [(at, self.lrs, one.device, one.seq) for one in batch],
        )

    def set_aside(self, one: Waiting, told: str) -> None:
        """Note that the LRS does not take a statement, and what it said."""
        self._ledger.change(
            f"UPDATE statement SET state = {SET_ASIDE}, told = ?"
            " WHERE lrs = ? AND device = ? AND seq = ?",
            [(told, self.lrs, one.device, one.seq)],
        )

    def take_back(self) -> None:
        """Forget what was set aside, so that it is made and sent anew."""
        sql = f"DELETE FROM statement WHERE lrs = ? AND {_is(SET_ASIDE)}"
        self._ledger.change(sql, [(self.lrs,)])

    def those_set_aside(self) -> Iterator[SetAside]:
        """Give what was set aside."""
        rows = self._ledger.rows(
            "SELECT device, seq, id, kind, told FROM statement"
            f" WHERE lrs = ? AND {_is(SET_ASIDE)} ORDER BY device, seq",
            (self.lrs,),
        )
        return (SetAside(*row) for row in rows)

    def counts(self) -> Counts:
        """Return how many statements wait, were sent and were set aside."""
        sql = "SELECT state, count(*) FROM statement WHERE lrs = ? GROUP BY state"
        found = [0, 0, 0]
        for state, count in self._ledger.rows(sql, (self.lrs,)):
            found[state] = count
        return Counts(*found)


def _is(state: int) -> str:
    return f"state = {state}"
