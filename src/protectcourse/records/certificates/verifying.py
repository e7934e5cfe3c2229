"""Whether a certificate stands: who signed it, whether it was changed, withdrawn, or has ended.

Whoever asks says whose signature they expect. The key that a certificate names is compared with
that and never taken for it.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from protectcourse.errors import RecordError
from protectcourse.records.certificates.credential import (
    Certificate,
    NewerFormatError,
    read_credential,
)
from protectcourse.records.certificates.jwt import Token, read_payload, read_token
from protectcourse.records.certificates.revocation import Revocation, RevocationList

SORT = "JWT"
LONGEST_FILE = 65_536
"""Bytes; a certificate has about three thousand."""


class CertificateVerdict(Enum):
    """What is to be made of a file that is said to be a certificate."""

    VALID = "valid"
    EXPIRED = "expired"
    NOT_YET = "not yet valid"
    REVOKED = "revoked"
    UNPINNED = "signed by somebody who is not known here"
    OTHER_ISSUER = "signed by another"
    CHANGED = "changed after signing"
    NEWER = "in a newer format"
    NO_CREDENTIAL = "not a credential"


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on a certificate, and what it says where its signature can be relied on."""

    verdict: CertificateVerdict
    certificate: Certificate | None = None
    revocation: Revocation | None = None
    stated_key: str = ""
    """The key that the file names, where it is not the expected one: a claim, and no more."""


def judge(
    data: bytes, issuer_key: str, today: date, revoked: RevocationList | None = None
) -> Judged:
    """Return the verdict on what is in a file. `issuer_key` is empty where none is expected.

    A list of what was revoked must be one that the same key has signed.
    """
    try:
        token = read_token(data, SORT, LONGEST_FILE)
        if not token.is_signed_by(issuer_key or token.stated_key):
            return _judge_unsigned(token)
        certificate = read_credential(read_payload(token.payload), token.stated_key)
    except NewerFormatError:
        return Judged(CertificateVerdict.NEWER)
    except RecordError:
        return Judged(CertificateVerdict.NO_CREDENTIAL)
    if not issuer_key:
        return Judged(CertificateVerdict.UNPINNED, stated_key=token.stated_key)
    found = revoked.find(certificate.id) if revoked is not None else None
    if found is not None:
        return Judged(CertificateVerdict.REVOKED, certificate, found)
    return Judged(_verdict_of_days(certificate, today.isoformat()), certificate)


def _judge_unsigned(token: Token) -> Judged:
    """Tell a certificate of another issuer from one that nobody signed as it stands."""
    if token.is_signed_by(token.stated_key):
        return Judged(CertificateVerdict.OTHER_ISSUER, stated_key=token.stated_key)
    return Judged(CertificateVerdict.CHANGED)


def _verdict_of_days(certificate: Certificate, today: str) -> CertificateVerdict:
    if today < certificate.day:
        return CertificateVerdict.NOT_YET
    if certificate.until and today > certificate.until:
        return CertificateVerdict.EXPIRED
    return CertificateVerdict.VALID
