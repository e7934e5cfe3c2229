"""Makes the statements that an outbox does not have yet: of a learner's log, or of a register."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from protectcourse.errors import RecordError
from protectcourse.records.certificates.credential import URN
from protectcourse.records.lrs.outbox import Ledger, Made, Outbox
from protectcourse.records.lrs.tables import FORGET_ERASED
from protectcourse.records.lrs.takings import Takings
from protectcourse.records.register.contents import PRESENT, VOIDED
from protectcourse.records.xapi.activities import Activities
from protectcourse.records.xapi.sayings import SAYINGS
from protectcourse.records.xapi.statements import (
    Certificate,
    Happened,
    make_earned,
    make_statement,
    make_withdrawn,
)

AT_ONCE = 1_000
"""Events of a register that are held in memory together."""
BEGUN_AGAIN = (
    "SELECT d.device, e.seq, e.body FROM entry e JOIN device d ON d.id = e.device"
    f" WHERE e.kind = 'course-begun' AND e.state = {PRESENT} ORDER BY e.device, e.seq"
)
NEW = (
    "SELECT e.device, e.seq, d.device, e.body FROM entry e JOIN device d ON d.id = e.device"
    f" WHERE e.state = {PRESENT} AND e.kind IN ({', '.join('?' * len(SAYINGS))})"
    " AND (e.device, e.seq) > (?, ?) AND NOT EXISTS (SELECT 1 FROM statement s"
    " WHERE s.lrs = ? AND s.device = d.device AND s.seq = e.seq)"
    f" ORDER BY e.device, e.seq, e.hash LIMIT {AT_ONCE}"
)
OF_THE_SAME = (
    "SELECT 1 FROM entry e JOIN device d ON d.id = e.device"
    " WHERE d.device = ? AND e.seq = ? AND e.learner = ?"
)
CERTIFICATES = (
    "SELECT c.id, c.learner, c.course, c.version, c.day, c.until, c.revoked_at FROM certificate c"
    " WHERE c.learner <> '' ORDER BY c.id"
)
ISSUED, WITHDRAWN = range(2)
"""What stands for the number of an event where a certificate is meant."""


class Event(NamedTuple):
    """An event of which a statement is to be made."""

    device: str
    seq: int
    body: Mapping[str, Any]


class Gatherer:
    """Makes statements of events, and counts those of which it could make none."""

    def __init__(self, activities: Activities, takings: Takings) -> None:
        self._activities, self._takings = activities, takings
        self.unfit = 0
        """How many events hold what no event of this program holds."""
        self.doubled = 0
        """How many have the number of another: of a copied progress file."""

    def gather_log(self, events: Iterable[Event], outbox: Outbox) -> Iterator[list[Made]]:
        """Give the statements of a learner's own events that were not sent or set aside."""
        known: dict[str, set[int]] = {}
        for event in events:
            if event.device not in known:
                known[event.device] = outbox.known(event.device, settled=True)
            if event.seq not in known[event.device]:
                yield self._make(event)

    def gather_register(
        self, register: Ledger, outbox: Outbox, *, keep: bool
    ) -> Iterator[list[Made]]:
        """Give the statements of a register's events that its outbox does not have, in lots.

        With `keep`, what waits of events whose content was dropped since is forgotten before.
        """
        if keep:
            for sql in FORGET_ERASED:
                register.change(sql, [()])
        after = (-1, -1)
        while rows := list(register.rows(NEW, (*SAYINGS, *after, outbox.lrs))):
            lot: dict[tuple[str, int], str] = {}
            for _, seq, device, body in rows:
                lot.setdefault((device, seq), body)
            self.doubled += len(rows) - len(lot)
            events = [Event(*key, json.loads(body)) for key, body in lot.items()]
            own = (event for event in events if _is_of_its_own(event, register))
            yield [made for event in own for made in self._make(event)]
            after = rows[-1][:2]

    def gather_certificates(self, register: Ledger, outbox: Outbox) -> Iterator[list[Made]]:
        """Give the statements of a register's certificates that its outbox does not have."""
        for number, *parts, revoked_at in list(register.rows(CERTIFICATES)):
            certificate = Certificate(URN + number, *parts)
            known = outbox.known(number)
            if ISSUED not in known:
                made = make_earned(certificate, self._activities)
                yield [Made(number, ISSUED, "certificate-issued", made)]
            if revoked_at and WITHDRAWN not in known:
                made = make_withdrawn(certificate, revoked_at[:10], self._activities)
                yield [Made(number, WITHDRAWN, "certificate-withdrawn", made)]

    def _make(self, event: Event) -> list[Made]:
        """Return the statement of an event, if it has one."""
        taking = self._takings.count(*event)
        try:
            made = make_statement(Happened(*event, taking), self._activities)
        except RecordError:
            self.unfit += 1
            return []
        return [Made(event.device, event.seq, event.body["kind"], made)] if made else []


def _is_of_its_own(event: Event, register: Ledger) -> bool:
    """Say whether an event, should it take another back, takes back one of the same learner."""
    if event.body.get("kind") != VOIDED:
        return True
    meant = (event.body.get("device"), event.body.get("seq"), event.body.get("learner"))
    return bool(list(register.rows(OF_THE_SAME, meant)))


def takings_of(register: Ledger) -> Takings:
    """Return which time each learner of a register takes a course."""
    rows = register.rows(BEGUN_AGAIN)
    return Takings((device, seq, json.loads(body)) for device, seq, body in rows)


def titles_of(register: Ledger) -> dict[str, str]:
    """Return the titles of the courses that learners handed in from, the latest of each."""
    return dict(register.rows("SELECT course, title FROM course ORDER BY course, version"))
