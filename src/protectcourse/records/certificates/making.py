"""Makes the certificate of a completion: the same completion, name and key make the same one.

What must not be guessed in it, its number and the salts, comes out of the organisation's key: an
Ed25519 signature that is never shown, hashed. A register that was lost and collected again so
gives the very certificates that were issued before.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from protectcourse.organisation import Organisation
from protectcourse.plain_text import one_line
from protectcourse.progress.chain import canonical
from protectcourse.records.certificates.completions import Completed
from protectcourse.records.certificates.credential import Certificate, write_credential
from protectcourse.records.certificates.identity import Identity, IdentityKind, hash_of, spelled
from protectcourse.records.certificates.jwt import sign_token
from protectcourse.records.certificates.verifying import SORT
from protectcourse.records.certificates.wording import DESCRIPTION, criteria
from protectcourse.signing import Signer

LONGEST_TITLE = 500


class Issuer(NamedTuple):
    """An organisation that signs."""

    organisation: Organisation
    signer: Signer


class Told(NamedTuple):
    """What the register says beside a completion."""

    title: str
    """Of the course."""
    language: str
    """Of the title."""
    name: str
    """Of the learner; empty where none was given."""
    again: int = 0
    """How many certificates of the same completion were withdrawn before."""


def make_certificate(completed: Completed, told: Told, issuer: Issuer) -> Certificate:
    """Return the certificate of a completion."""
    return Certificate(
        id=UUID(bytes=_secret(issuer, "id", completed, told)[:16], version=4).urn,
        issuer_key=issuer.signer.public_key,
        issuer=one_line(issuer.organisation.name),
        course=completed.course,
        iri=course_iri(issuer, completed.course),
        title=one_line(told.title)[:LONGEST_TITLE].strip() or completed.course,
        language=told.language,
        version=completed.version,
        is_draft=completed.is_draft,
        day=completed.day,
        until=completed.until,
        identities=tuple(_identities(completed, told, issuer)),
        description=DESCRIPTION,
        criteria=criteria(is_draft=completed.is_draft),
    )


def sign_certificate(certificate: Certificate, signer: Signer) -> str:
    """Return the signed token of a certificate."""
    return sign_token(write_credential(certificate), SORT, signer)


def course_iri(issuer: Issuer, course: str) -> str:
    """Return what names a course to other programs: under the organisation's address if it has one.

    It is without version and language, as in the records for other systems.
    """
    if base := issuer.organisation.xapi_base:
        return f"{base.rstrip('/')}/courses/{course}"
    data = sha256(f"{issuer.signer.public_key}/courses/{course}".encode()).digest()
    return UUID(bytes=data[:16], version=5).urn


def _identities(completed: Completed, told: Told, issuer: Issuer) -> Iterator[Identity]:
    for kind, said in ((IdentityKind.NUMBER, completed.learner), (IdentityKind.NAME, told.name)):
        if spelled(said):
            salt = _secret(issuer, f"salt of {kind}", completed, told)[:16].hex()
            yield Identity(kind, salt, hash_of(said, salt))


def _secret(issuer: Issuer, what: str, completed: Completed, told: Told) -> bytes:
    """Return 32 bytes that only the holder of the key can work out, the same each time."""
    about = {"learner": completed.learner, "course": completed.course, "nth": completed.nth}
    about |= {"what": what, "again": told.again}
    text = f"protectcourse-certificate-secret/1\n{canonical(about)}"
    return sha256(issuer.signer.sign(text).encode()).digest()
