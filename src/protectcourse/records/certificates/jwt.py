"""Signed tokens: JWS in its compact form, made and read with suspicion.

Three texts in base64url with dots between: a header, a payload, and the Ed25519 signature of the
two. Of a header only one form counts: the algorithm, the did:key of the signer, and the sort of the
token. Every other header is refused, so that none can choose an algorithm, bring a key along, or
ask for anything. Each text has one spelling: base64url without padding or spare bits, over
canonical JSON.
"""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from protectcourse.errors import RecordError
from protectcourse.progress.chain import canonical
from protectcourse.records.certificates.did import did_of, key_id, key_of
from protectcourse.signing import Signer, is_signed

ALGORITHM = "EdDSA"
LONGEST_TOKEN = 4_000_000
"""Bytes; a list of ten thousand certificates withdrawn has half of it."""
SIGNATURE_LENGTH = 64
_TOKEN = re.compile(rb"([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)")
_MAIL = b" \t\r\n"
"""What mail programs add at the ends of a file."""
NO_TOKEN = "this is not a signed token of this program"


@dataclass(frozen=True, slots=True)
class Token:
    """A token that was taken apart. Nothing in it can be relied on before its signature holds."""

    stated_key: str
    """The key that the token names: 64 hex digits. It says who claims to have signed."""
    payload: str
    signed: str
    signature: str

    def is_signed_by(self, public_key: str) -> bool:
        """Say whether the token stands as a key signed it."""
        return is_signed(public_key, self.signature, self.signed)


def sign_token(payload: Mapping[str, Any], sort: str, signer: Signer) -> str:
    """Return the token of a payload. `sort` keeps one sort from passing for another."""
    header = _header(did_of(signer.public_key), sort)
    signed = f"{_encode(header.encode())}.{_encode(canonical(payload).encode())}"
    return f"{signed}.{_encode(bytes.fromhex(signer.sign(signed)))}"


def read_token(data: bytes, sort: str, longest: int) -> Token:
    """Return the token in a file. Raises RecordError where there is none of that sort.

    A byte order mark and white space at its ends do no harm.
    """
    found = None
    if len(data) <= longest:
        found = _TOKEN.fullmatch(data.removeprefix(b"\xef\xbb\xbf").strip(_MAIL))
    if found is None:
        raise RecordError(NO_TOKEN)
    header, payload, signature = (_decode(part.decode()) for part in found.groups())
    key = _stated_key(_text(header), sort)
    if len(signature) != SIGNATURE_LENGTH:
        raise RecordError(NO_TOKEN)
    signed = f"{found[1].decode()}.{found[2].decode()}"
    return Token(key, _text(payload), signed, signature.hex())


def read_payload(text: str) -> dict[str, Any]:
    """Return what a payload says, once its signature holds. Raises RecordError.

    Only canonical JSON counts: two readers then read the same, and no name stands twice.
    """
    try:
        plain = json.loads(text)
        sound = isinstance(plain, dict) and canonical(plain) == text
    except (ValueError, RecursionError) as error:
        raise RecordError(NO_TOKEN) from error
    if not sound:
        raise RecordError(NO_TOKEN)
    return dict(plain)


def looks_like_token(data: bytes) -> bool:
    """Say whether the content of a file begins as a token does."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip(_MAIL).startswith(b"eyJ")


def _header(did: str, sort: str) -> str:
    return canonical({"alg": ALGORITHM, "kid": key_id(did), "typ": sort})


def _stated_key(header: str, sort: str) -> str:
    """Return the key that a header names, if it is the one form that counts."""
    try:
        plain = json.loads(header)
        did = plain["kid"].partition("#")[0]
        key = key_of(did)
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise RecordError(NO_TOKEN) from error
    if key is None or header != _header(did, sort):
        raise RecordError(NO_TOKEN)
    return key


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    """Return the bytes of a text in base64url, if that is how it is spelled. Raises RecordError."""
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error as error:
        raise RecordError(NO_TOKEN) from error
    if _encode(data) != text:
        raise RecordError(NO_TOKEN)
    return data


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise RecordError(NO_TOKEN) from error
