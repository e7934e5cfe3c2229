"""A certificate as an Open Badges 3.0 credential: written, and read with suspicion.

It names the organisation, the course and its version, the day of completion and how long that
holds. Of the learner it holds salted hashes alone. It says nothing of scores or answers, and
names no address where anything is to be fetched: what was withdrawn is told by a list in a file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from protectcourse.errors import RecordError
from protectcourse.plain_text import find_unclean
from protectcourse.records.certificates.did import did_of
from protectcourse.records.certificates.identity import Identity, IdentityKind

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
URN = "urn:uuid:"
"""What stands before the number of every certificate."""
DRAFT_TAG = "draft course"
LONGEST_TEXT = 2_000
HIGHEST_VERSION = 10**9
NOON, LAST_MOMENT = time(12, tzinfo=UTC), time(23, 59, 59, tzinfo=UTC)
NO_CREDENTIAL = "this is not a certificate of this program"
_ID = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_IRI = re.compile(r"(https://|urn:uuid:)[A-Za-z0-9._~:/\-]{1,500}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SALT, _HASH = re.compile(r"[0-9a-f]{32}"), re.compile(r"sha256\$[0-9a-f]{64}")
_KNOWN_WORLD = re.compile(
    r"https://www\.w3\.org/ns/credentials/v[0-9]{1,3}"
    r"|https://purl\.imsglobal\.org/spec/ob/v[0-9]{1,3}p[0-9]{1,3}/context-[0-9.]{1,20}\.json"
)


class NewerFormatError(RecordError):
    """A certificate is in a form that this version does not know."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What an organisation says of a completion."""

    id: str
    """`urn:uuid:` and the number of the certificate."""
    issuer_key: str
    """64 hex digits."""
    issuer: str
    """The name of the organisation."""
    course: str
    iri: str
    """What names the course to other programs."""
    title: str
    language: str
    """Of the title."""
    version: int
    """Of the course as it was when it was completed, as is whether it was a draft."""
    is_draft: bool
    day: str
    """The learner's own calendar day on which the course was completed."""
    until: str
    """The last day on which it holds; empty for no end."""
    identities: tuple[Identity, ...]
    """By which the learner can be recognised."""
    description: str
    criteria: str

    def is_for(self, said: str) -> bool:
        """Say whether a number or name is that of the learner."""
        return any(identity.is_of(said) for identity in self.identities)

    @property
    def number(self) -> str:
        """The number of the certificate, such as people read it out."""
        return self.id.removeprefix(URN)

    @property
    def has_name(self) -> bool:
        """Whether a name can be tested."""
        return any(identity.kind is IdentityKind.NAME for identity in self.identities)


def write_credential(certificate: Certificate) -> dict[str, Any]:
    """Return the credential of a certificate, with the claims that a token repeats."""
    did = did_of(certificate.issuer_key)
    achievement = _achievement(certificate)
    credential: dict[str, Any] = {
        "@context": list(CONTEXTS),
        "id": certificate.id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": achievement["name"],
        "issuer": {"id": did, "type": ["Profile"], "name": certificate.issuer},
        "validFrom": f"{certificate.day}T{NOON:%H:%M:%SZ}",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [_identity(one) for one in certificate.identities],
            "achievement": achievement,
        },
        "iss": did,
        "jti": certificate.id,
        "nbf": int(_moment(certificate.day, NOON).timestamp()),
    }
    if certificate.until:
        end = _moment(certificate.until, LAST_MOMENT)
        credential["validUntil"] = f"{certificate.until}T{LAST_MOMENT:%H:%M:%SZ}"
        credential["exp"] = int(end.timestamp())
    return credential


def read_credential(plain: Mapping[str, Any], issuer_key: str) -> Certificate:
    """Return the certificate of a credential that a key has signed.

    Raises RecordError for what this program would not have written so, NewerFormatError where a
    later one may have.
    """
    _refuse_newer(plain.get("@context"))
    try:
        certificate = _certificate(plain, issuer_key)
        sound = _is_sound(certificate) and write_credential(certificate) == plain
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise RecordError(NO_CREDENTIAL) from error
    if not sound:
        raise RecordError(NO_CREDENTIAL)
    return certificate


def is_language(code: str) -> bool:
    """Say whether this is the code of a language, such as en or pt-BR."""
    return _LANGUAGE.fullmatch(code) is not None


def _achievement(certificate: Certificate) -> dict[str, Any]:
    drafted = f" ({DRAFT_TAG})" if certificate.is_draft else ""
    achievement: dict[str, Any] = {
        "id": certificate.iri,
        "type": ["Achievement"],
        "achievementType": "Course",
        "name": certificate.title + drafted,
        "humanCode": certificate.course,
        "version": str(certificate.version),
        "inLanguage": certificate.language,
        "description": certificate.description,
        "criteria": {"narrative": certificate.criteria},
    }
    return achievement | ({"tag": [DRAFT_TAG]} if certificate.is_draft else {})


def _identity(identity: Identity) -> dict[str, Any]:
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": identity.hash,
        "identityType": identity.kind.value,
        "salt": identity.salt,
    }


def _moment(day: str, hour: time) -> datetime:
    return datetime.combine(date.fromisoformat(day), hour)


def _refuse_newer(contexts: object) -> None:
    """Raise NewerFormatError where the contexts are others of the same two families."""
    if not isinstance(contexts, list) or contexts == list(CONTEXTS):
        return
    if len(contexts) == len(CONTEXTS) and all(
        isinstance(one, str) and _KNOWN_WORLD.fullmatch(one) for one in contexts
    ):
        raise NewerFormatError("the certificate is in another format", "Install a newer version.")


def _certificate(plain: Mapping[str, Any], issuer_key: str) -> Certificate:
    """Return the parts of a credential as they stand, sound or not."""
    subject = plain["credentialSubject"]
    achievement = subject["achievement"]
    is_draft = "tag" in achievement
    name = achievement["name"]
    return Certificate(
        id=plain["id"],
        issuer_key=issuer_key,
        issuer=plain["issuer"]["name"],
        course=achievement["humanCode"],
        iri=achievement["id"],
        title=name.removesuffix(f" ({DRAFT_TAG})") if is_draft else name,
        language=achievement["inLanguage"],
        version=int(achievement["version"]),
        is_draft=is_draft,
        day=plain["validFrom"][:10],
        until=plain.get("validUntil", "")[:10],
        identities=tuple(_read_identity(one) for one in subject["identifier"]),
        description=achievement["description"],
        criteria=achievement["criteria"]["narrative"],
    )


def _read_identity(plain: Mapping[str, Any]) -> Identity:
    return Identity(IdentityKind(plain["identityType"]), plain["salt"], plain["identityHash"])


def _is_sound(certificate: Certificate) -> bool:
    """Say whether every part is of its kind: a key of ours may have signed what we did not make."""
    words = (certificate.issuer, certificate.title, certificate.course)
    more = (certificate.description, certificate.criteria)
    kinds = [one.kind for one in certificate.identities]
    return (
        all(_is_line(text) and text for text in (*words, *more))
        and _ID.fullmatch(certificate.id) is not None
        and _IRI.fullmatch(certificate.iri) is not None
        and is_language(certificate.language)
        and 1 <= certificate.version <= HIGHEST_VERSION
        and all(_SALT.fullmatch(one.salt) for one in certificate.identities)
        and all(_HASH.fullmatch(one.hash) for one in certificate.identities)
        and kinds in ([IdentityKind.NUMBER], [IdentityKind.NUMBER, IdentityKind.NAME])
    )


def _is_line(text: object) -> bool:
    return (
        isinstance(text, str)
        and len(text) <= LONGEST_TEXT
        and "\n" not in text
        and find_unclean(text) is None
    )
