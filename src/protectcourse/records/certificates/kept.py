"""The certificates that a register keeps: those issued, and which of them were withdrawn."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol

from protectcourse.errors import RecordError
from protectcourse.plain_text import one_line
from protectcourse.records.certificates.completions import Completed, Rows
from protectcourse.records.certificates.credential import URN, Certificate
from protectcourse.records.certificates.revocation import Revocation

_COLUMNS = "id, learner, course, nth, version, day, until, issued_at, revoked_at, reason, jwt"
_SELECT = f"SELECT {_COLUMNS} FROM certificate"
_INSERT = (
    f"INSERT INTO certificate ({_COLUMNS}) VALUES ({', '.join('?' * 11)}) ON CONFLICT DO NOTHING"
)
_REVOKE = "UPDATE certificate SET revoked_at = ?, reason = ? WHERE id = ? AND revoked_at = ''"
LEAST_DIGITS = 8
"""Of a certificate's number: fewer do not name it."""


class Writable(Rows, Protocol):
    """A register that takes changes."""

    def change(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of parameters, together."""
        ...


class Kept(NamedTuple):
    """A certificate in a register, as a row of its table."""

    id: str
    """The number of the certificate."""
    learner: str
    """Empty where the learner was erased."""
    course: str
    nth: int
    version: int
    day: str
    until: str
    issued_at: str
    revoked_at: str
    """The day on which it was withdrawn; empty while it stands."""
    reason: str
    jwt: str


def kept_certificates(register: Rows) -> list[Kept]:
    """Return every certificate of a register, in the order of their numbers."""
    return [Kept(*row) for row in register.rows(f"{_SELECT} ORDER BY id")]


def keep(register: Writable, new: Iterable[Kept]) -> None:
    """Keep certificates together; one that is there already stays as it is."""
    register.change(_INSERT, list(new))


def new_row(certificate: Certificate, jwt: str, completed: Completed, now: datetime) -> Kept:
    """Return the row of a certificate that is being issued."""
    return Kept(
        id=certificate.number,
        learner=completed.learner,
        course=completed.course,
        nth=completed.nth,
        version=completed.version,
        day=completed.day,
        until=completed.until,
        issued_at=now.isoformat(timespec="seconds"),
        revoked_at="",
        reason="",
        jwt=jwt,
    )


def withdraw(register: Writable, number: str, today: date, reason: str) -> Kept:
    """Note that a certificate is withdrawn and return it as it then is; once it is, so it stays.

    `number` is that of the certificate, or its first 8 digits or more. Raises RecordError where it
    names none, or several.
    """
    found = _find(register, number)
    register.change(_REVOKE, [(today.isoformat(), reason, found.id)])
    return _find(register, found.id)


def revocations(register: Rows) -> list[Revocation]:
    """Return all that was withdrawn."""
    return [
        Revocation(URN + one.id, one.revoked_at, one.reason)
        for one in kept_certificates(register)
        if one.revoked_at
    ]


def _find(register: Rows, number: str) -> Kept:
    start = number.strip().lower().removeprefix(URN)
    found = [
        one
        for one in kept_certificates(register)
        if len(start) >= LEAST_DIGITS and one.id.startswith(start)
    ]
    if len(found) != 1:
        what = "no certificate" if not found else "more than one certificate"
        message = f"the register has {what} with the number {one_line(number)[:80]}"
        hint = "The number stands on the certificate and in the answer of `protectcourse verify`."
        raise RecordError(message, hint)
    return found[0]
