"""Empties an outbox into an LRS: in batches, again where it was busy, without what it refuses.

Each answer is noted before the next request, so that a program killed at any moment goes on where
it was: at worst a batch is sent twice, which changes nothing.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from protectcourse.clock import Clock
from protectcourse.errors import ExchangeError
from protectcourse.records.lrs.comparing import is_among
from protectcourse.records.lrs.outbox import Outbox, Waiting
from protectcourse.records.lrs.reply import NO_ANSWER, Reply

OK, NO_CONTENT, CONFLICT = 200, 204, 409
FAILING = 500
"""A server fell over: some do so over a statement that they should refuse."""
FORBIDDEN = frozenset({401, 403})
REFUSED = frozenset({400, CONFLICT, 413, 422})
"""One statement of a batch is not taken, and the others with it."""
BUSY = frozenset({NO_ANSWER, 408, 425, 429, *range(500, 600)})
MOST_REFUSED = 10
"""Statements set aside one after another before any was taken: then it is not the statements."""
NOTHING_LOST = "Nothing is lost: what was not sent waits. Run the command again to go on."
NOT_SAID = "it took the others of the request and did not say that it has this one"


class Store(Protocol):
    """What takes statements."""

    def store(self, statements: Sequence[str]) -> Reply:
        """Send statements in one request."""
        ...

    def find(self, statement_id: str) -> Reply:
        """Ask for a statement."""
        ...


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and how long a busy LRS is waited for."""

    sleep: Callable[[float], None]
    chance: Callable[[], float]
    """Gives a number from 0 to 1, so that many senders do not come back all at once."""
    tries: int = 6
    first: float = 1.0
    longest: float = 60.0

    def wait(self, tried: int, asked: int | None) -> None:
        """Wait after a number of tries, or as long as the LRS asks if that is longer."""
        usual = min(self.first * 2 ** (tried - 1), self.longest) * (0.5 + self.chance() / 2)
        self.sleep(min(max(usual, asked or 0), self.longest))


@dataclass(frozen=True, slots=True)
class Pushed:
    """How far a push has come."""

    sent: int = 0
    set_aside: int = 0


class Push:
    """One run of sending what waits."""

    def __init__(self, outbox: Outbox, lrs: Store, clock: Clock, patience: Patience) -> None:
        self._outbox, self._lrs, self._clock, self._patience = outbox, lrs, clock, patience
        self._pushed = Pushed()

    def run(self) -> Iterator[Pushed]:
        """Send what waits; give how far it has come after each batch.

        Raises ExchangeError where the LRS cannot be reached or does not let us in.
        """
        while batch := self._outbox.next_batch():
            self._send(batch)
            yield self._pushed

    def _send(self, batch: Sequence[Waiting]) -> None:
        reply = self._store(batch)
        if reply.status == FAILING:
            self._sift(batch, reply)
        else:
            self._note(batch, reply)

    def _note(self, batch: Sequence[Waiting], reply: Reply) -> None:
        """Note what an answer says of a batch; where one may spoil it for all, send it in halves.

        Raises ExchangeError for an answer that no LRS gives.
        """
        if reply.status == NO_CONTENT:
            self._note_sent(batch)
        elif reply.status == OK and isinstance(reply.content, list | dict):
            self._note_named(batch, reply)
        elif reply.status in REFUSED and len(batch) > 1:
            for half in _halves(batch):
                self._send(half)
        elif reply.status in REFUSED:
            self._note_refused(batch[0], reply)
        else:
            raise _strange(reply)

    def _sift(self, batch: Sequence[Waiting], reply: Reply) -> None:
        """Send in parts what a server falls over: if it takes some, it is the others' doing.

        Raises ExchangeError where it takes none.
        """
        sent, failed = self._pushed.sent, []
        for one, said in self._failing_in(batch):
            failed.append((one, said))
            if len(failed) == MOST_REFUSED and self._pushed.sent == sent:
                break
        if self._pushed.sent == sent:
            raise _no_answer(reply, self._patience.tries)
        for one, said in failed:
            self._note_refused(one, said)

    def _failing_in(self, batch: Sequence[Waiting]) -> Iterator[tuple[Waiting, Reply]]:
        """Give the statements that a server falls over, each alone; note what becomes of others."""
        for half in _halves(batch):
            reply = self._store(half, once=True)
            if reply.status != FAILING:
                self._note(half, reply)
            elif len(half) == 1:
                yield half[0], reply
            else:
                yield from self._failing_in(half)

    def _note_named(self, batch: Sequence[Waiting], reply: Reply) -> None:
        """Note as sent what the LRS names; ask for what it does not: it may have had that."""
        named = set(map(str, reply.content)) if isinstance(reply.content, list) else set()
        self._note_sent([one for one in batch if one.id in named])
        for one in batch:
            if one.id not in named:
                said = NOT_SAID if isinstance(reply.content, list) else reply.words
                self._note_refused(one, Reply(CONFLICT, said))

    def _note_refused(self, one: Waiting, reply: Reply) -> None:
        """Set a statement aside, unless it turns out to be there already."""
        if reply.status == CONFLICT and self._is_there(one):
            self._note_sent([one])
            return
        self._outbox.set_aside(one, reply.words)
        self._pushed = replace(self._pushed, set_aside=self._pushed.set_aside + 1)
        if self._pushed.set_aside == MOST_REFUSED and not self._pushed.sent:
            raise ExchangeError(
                f"the LRS takes none of what is sent; of the last it says: {reply.words}",
                f"{MOST_REFUSED} statements were set aside, the others wait. Once the LRS is set"
                " right, add --retry to send those as well.",
            )

    def _is_there(self, one: Waiting) -> bool:
        reply = self._ask(lambda: self._lrs.find(one.id))
        return reply.status == OK and is_among(json.loads(one.json), reply.content)

    def _note_sent(self, batch: Sequence[Waiting]) -> None:
        self._outbox.note_sent(batch, self._clock.now().isoformat(timespec="seconds"))
        self._pushed = replace(self._pushed, sent=self._pushed.sent + len(batch))

    def _store(self, batch: Sequence[Waiting], *, once: bool = False) -> Reply:
        return self._ask(lambda: self._lrs.store([one.json for one in batch]), once=once)

    def _ask(self, request: Callable[[], Reply], *, once: bool = False) -> Reply:
        """Return the answer to a request, made again while the LRS is busy.

        That a server fails is an answer as well: after all tries, or, with `once`, at once.
        """
        failing: Reply | None = None
        for tried in range(1, self._patience.tries + 1):
            reply = request()
            if reply.status in FORBIDDEN:
                raise _not_let_in(reply)
            failing = reply if reply.status == FAILING else failing
            if reply.status not in BUSY or (failing and once):
                return reply
            if tried < self._patience.tries:
                self._patience.wait(tried, reply.wait)
        if failing:
            return failing
        raise _no_answer(reply, self._patience.tries)


def _halves(batch: Sequence[Waiting]) -> Iterator[Sequence[Waiting]]:
    half = len(batch) // 2
    return (part for part in (batch[:half], batch[half:]) if part)


def _no_answer(reply: Reply, tries: int) -> ExchangeError:
    what = f"is not ready ({reply.status})" if reply.status else "did not answer"
    return ExchangeError(f"the LRS {what}, asked {tries} times: {reply.words}", NOTHING_LOST)


def _not_let_in(reply: Reply) -> ExchangeError:
    message = f"the LRS does not let us in ({reply.status}): {reply.words}"
    return ExchangeError(message, f"Check user and password, or the token. {NOTHING_LOST}")


def _strange(reply: Reply) -> ExchangeError:
    message = f"no LRS takes statements at this address ({reply.status}): {reply.words}"
    return ExchangeError(message, f"Check --endpoint. {NOTHING_LOST}")
