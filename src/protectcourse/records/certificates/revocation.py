"""The list of certificates that an organisation has withdrawn: a signed file, passed on by hand.

Its number is how many it lists: none is ever taken off, so that a later list has a higher number.
Whoever checks a certificate by it learns what had been withdrawn when the list was made, and no
more.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from protectcourse.errors import RecordError
from protectcourse.plain_text import find_unclean, one_line
from protectcourse.records.certificates.did import did_of
from protectcourse.records.certificates.jwt import (
    LONGEST_TOKEN,
    read_payload,
    read_token,
    sign_token,
)
from protectcourse.signing import Signer

NAME, VERSION = "protectcourse-revoked", 1
FORMAT = f"{NAME}/{VERSION}"
SORT = f"{NAME}+jwt"
LONGEST_REASON = 200
NO_LIST = "is not a list of withdrawn certificates of this program"
HINT = "Ask the organisation for its list again."
_ID = re.compile(r"urn:uuid:[0-9a-f-]{36}")


class Revocation(NamedTuple):
    """A certificate that was withdrawn, when and why."""

    id: str
    day: str
    reason: str


class RevocationList(NamedTuple):
    """What an organisation has withdrawn."""

    issuer: str
    """Its name."""
    day: str
    """Of the latest entry; empty where there is none."""
    entries: tuple[Revocation, ...]

    @property
    def number(self) -> int:
        """Of this list: a later one has a higher number."""
        return len(self.entries)

    def find(self, certificate_id: str) -> Revocation | None:
        """Return the entry of a certificate; None where it is not listed."""
        return next((one for one in self.entries if one.id == certificate_id), None)


def make_list(issuer: str, entries: Iterable[Revocation]) -> RevocationList:
    """Return the list of some entries, in the order of their numbers."""
    ordered = tuple(sorted(entries))
    return RevocationList(issuer, max((one.day for one in ordered), default=""), ordered)


def clean_reason(reason: str) -> str:
    """Return a reason as it may stand in a list."""
    return one_line(reason)[:LONGEST_REASON]


def write_list(listed: RevocationList, signer: Signer) -> bytes:
    """Return the signed file of a list: the same list makes the same file."""
    return sign_token(_payload(listed, signer.public_key), SORT, signer).encode() + b"\n"


def read_list(data: bytes, issuer_key: str, name: str) -> RevocationList:
    """Return the list in a file called `name`, if a key has signed it. Raises RecordError."""
    try:
        token = read_token(data, SORT, LONGEST_TOKEN)
    except RecordError as error:
        raise RecordError(f"{name} {NO_LIST}", HINT) from error
    if not token.is_signed_by(issuer_key):
        who = "another than the organisation that is to have issued the certificate"
        what = f"was signed by {who}" if token.stated_key != issuer_key else "was changed"
        raise RecordError(f"{name} {what}: it says nothing about the certificate", HINT)
    try:
        plain = read_payload(token.payload)
    except RecordError as error:
        raise RecordError(f"{name} {NO_LIST}", HINT) from error
    stated = plain.get("format")
    if isinstance(stated, str) and stated != FORMAT and stated.startswith(f"{NAME}/"):
        raise RecordError(f"{name} was written by a newer version", "Install that version.")
    listed = _listed(plain, issuer_key)
    if listed is None:
        raise RecordError(f"{name} {NO_LIST}", HINT)
    return listed


def _payload(listed: RevocationList, issuer_key: str) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "iss": did_of(issuer_key),
        "name": listed.issuer,
        "number": listed.number,
        "day": listed.day,
        "revoked": [one._asdict() for one in listed.entries],
    }


def _listed(plain: dict[str, Any], issuer_key: str) -> RevocationList | None:
    """Return the list that a payload says; None where it is not sound."""
    try:
        listed = make_list(plain["name"], (Revocation(**one) for one in plain["revoked"]))
        words = (listed.issuer, *(one.reason for one in listed.entries))
        sound = (
            plain == _payload(listed, issuer_key)
            and all(_ID.fullmatch(one.id) for one in listed.entries)
            and all(date.fromisoformat(one.day) for one in listed.entries)
            and all("\n" not in text and find_unclean(text) is None for text in words)
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return listed if sound else None
