"""Issues certificates for what a register says was completed; the same one when asked again."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from protectcourse.records.certificates.completions import (
    Completed,
    completions,
    names,
    titles,
)
from protectcourse.records.certificates.credential import Certificate, read_credential
from protectcourse.records.certificates.identity import spelled
from protectcourse.records.certificates.jwt import read_payload, read_token
from protectcourse.records.certificates.kept import (
    Kept,
    Writable,
    keep,
    kept_certificates,
    new_row,
)
from protectcourse.records.certificates.making import (
    Issuer,
    Told,
    make_certificate,
    sign_certificate,
)
from protectcourse.records.certificates.verifying import LONGEST_FILE, SORT
from protectcourse.records.standing.states import CLOCK_DAYS

NOT_COME = "the day of its completion has not come: a clock was wrong"
WITHDRAWN = "its certificate was withdrawn; --again issues another"
OTHER_NAME = (
    "its certificate was issued to another name: withdraw that with `revoke`, then issue it --again"
)


class Wanted(NamedTuple):
    """Which certificates are asked for, and how they are to be made."""

    course: str = ""
    """Empty for every course."""
    learners: tuple[str, ...] = ()
    """Numbers or names; empty for everybody."""
    again: bool = False
    """Whether another is made in place of one that was withdrawn."""
    language: str = "en"
    """Of the titles of the courses."""
    names: Mapping[str, str] = {}
    """Names by the learner's number, before those handed in."""


class Issued(NamedTuple):
    """A certificate that stands."""

    certificate: Certificate
    jwt: str
    learner: str
    name: str
    """For the page; empty where none was given, or none that the certificate knows."""
    is_new: bool


class NotIssued(NamedTuple):
    """A completion for which there is no certificate now, and why."""

    completed: Completed
    name: str
    reason: str


Outcome = Issued | NotIssued


def issue(register: Writable, issuer: Issuer, wanted: Wanted, now: datetime) -> list[Outcome]:
    """Issue what is wanted and return what came of each completion. Raises RecordError."""
    handed_in, known = names(register), titles(register)
    kept = _by_completion(kept_certificates(register))
    outcomes: list[Outcome] = []
    rows = []
    for completed in completions(register):
        name = wanted.names.get(completed.learner) or handed_in.get(completed.learner, "")
        if not _is_wanted(completed, name, wanted):
            continue
        before = kept.get(_key(completed), [])
        title = known.get((completed.course, completed.version), completed.course)
        told = Told(title, wanted.language, name, sum(bool(one.revoked_at) for one in before))
        outcome = _outcome(completed, told, before, issuer, wanted, now.date())
        if isinstance(outcome, Issued) and outcome.is_new:
            rows.append(new_row(outcome.certificate, outcome.jwt, completed, now))
        outcomes.append(outcome)
    keep(register, rows)
    return outcomes


def read_kept(jwt: str) -> Certificate:
    """Return the certificate of a token that a register keeps. Raises RecordError."""
    token = read_token(jwt.encode(), SORT, LONGEST_FILE)
    return read_credential(read_payload(token.payload), token.stated_key)


def _outcome(
    completed: Completed,
    told: Told,
    before: list[Kept],
    issuer: Issuer,
    wanted: Wanted,
    today: date,
) -> Outcome:
    standing = next((one for one in before if not one.revoked_at), None)
    if standing is not None:
        return _as_before(completed, told, standing)
    if before and not wanted.again:
        return NotIssued(completed, told.name, WITHDRAWN)
    if completed.day > (today + timedelta(days=CLOCK_DAYS)).isoformat():
        return NotIssued(completed, told.name, NOT_COME)
    certificate = make_certificate(completed, told, issuer)
    jwt = sign_certificate(certificate, issuer.signer)
    return Issued(certificate, jwt, completed.learner, told.name, is_new=True)


def _as_before(completed: Completed, told: Told, standing: Kept) -> Outcome:
    """Return the certificate that was issued, unless its page would name somebody else."""
    certificate = read_kept(standing.jwt)
    fits = not told.name or certificate.is_for(told.name)
    if certificate.has_name and not fits:
        return NotIssued(completed, told.name, OTHER_NAME)
    name = told.name if certificate.has_name else ""
    return Issued(certificate, standing.jwt, completed.learner, name, is_new=False)


def _is_wanted(completed: Completed, name: str, wanted: Wanted) -> bool:
    if wanted.course and completed.course != wanted.course:
        return False
    said = {spelled(one) for one in wanted.learners}
    return not said or completed.learner in said or (bool(name) and spelled(name) in said)


def _key(one: Completed | Kept) -> tuple[str, str, int]:
    return one.learner, one.course, one.nth


def _by_completion(kept: list[Kept]) -> dict[tuple[str, str, int], list[Kept]]:
    found: dict[tuple[str, str, int], list[Kept]] = {}
    for one in kept:
        found.setdefault(_key(one), []).append(one)
    return found
