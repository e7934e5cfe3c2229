"""What a pack says of itself: the course it holds, and each file with its size and SHA-256.

The manifest is canonical JSON, so that the same course makes the same bytes. A signature is over
those bytes; through the digests it covers every file.
"""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from protectcourse.errors import ContentError
from protectcourse.organisation import ORGANISATION_FILE
from protectcourse.signing import Signer, is_signed

MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
NAME, VERSION = "protectcourse-pack", 1
FORMAT = f"{NAME}/{VERSION}"
NO_PACK = "Ask whoever sent it for the pack once more; it may have been damaged on its way."
_FORMAT = re.compile(rf"{NAME}/([1-9][0-9]{{0,5}})")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-]{0,63}")
_TEXTS = ("course", "title", "language", "status", "made_with")


class FileEntry(NamedTuple):
    """One file of a pack."""

    size: int
    """Bytes."""
    sha256: str


class Manifest(NamedTuple):
    """What a pack holds."""

    course: str
    version: int
    title: str
    language: str
    status: str
    made_with: str
    """The version of the program that made it."""
    files: Mapping[str, FileEntry]
    """Every file but the manifest and its signature, by its name in the pack."""

    @property
    def has_organisation(self) -> bool:
        """Whether an organisation's settings ride along."""
        return ORGANISATION_FILE in self.files


class Signature(NamedTuple):
    """Who signed a manifest."""

    public_key: str
    signature: str


def file_entry(data: bytes) -> FileEntry:
    """Return the entry of a file."""
    return FileEntry(len(data), sha256(data).hexdigest())


def write_manifest(manifest: Manifest) -> bytes:
    """Return a manifest as it stands in a pack."""
    files = {name: entry._asdict() for name, entry in manifest.files.items()}
    plain = {"format": FORMAT, **manifest._asdict(), "files": files}
    return json.dumps(plain, ensure_ascii=True, sort_keys=True, indent=1).encode() + b"\n"


def read_manifest(data: bytes) -> Manifest:
    """Return the manifest of a pack. Raises ContentError."""
    plain = _object(data, MANIFEST)
    stated = plain.get("format")
    found = _FORMAT.fullmatch(stated) if isinstance(stated, str) else None
    if found is None:
        raise ContentError(f"{MANIFEST} is not that of a course pack", NO_PACK)
    if int(found[1]) > VERSION:
        hint = "Install the newest version of the program, then add the pack again."
        raise ContentError("the pack was made by a newer version of protectcourse", hint)
    version = plain.get("version")
    files = plain.get("files")
    is_whole = (
        set(plain) == {"format", "files", "version", *_TEXTS}
        and all(isinstance(plain[key], str) and len(plain[key]) <= 500 for key in _TEXTS)
        and _ID.fullmatch(plain["course"])
        and type(version) is int
        and 0 < version < 10**9
        and isinstance(files, dict)
    )
    if not is_whole or not isinstance(files, dict):
        raise ContentError(f"{MANIFEST} does not say what a pack must say", NO_PACK)
    entries = {str(name): _entry(name, value) for name, value in files.items()}
    return Manifest(**{key: plain[key] for key in (*_TEXTS, "version")}, files=entries)


def sign_manifest(manifest: bytes, signer: Signer) -> bytes:
    """Return the signature of a manifest as it stands in a pack."""
    parts = {"public_key": signer.public_key, "signature": signer.sign(_signed_text(manifest))}
    return json.dumps(parts, sort_keys=True, indent=1).encode() + b"\n"


def check_signature(data: bytes, manifest: bytes) -> Signature:
    """Return who signed a manifest. Raises ContentError where the signature does not hold."""
    plain = _object(data, SIGNATURE)
    key, signature = plain.get("public_key"), plain.get("signature")
    if not (isinstance(key, str) and isinstance(signature, str) and set(plain) == _SIGNED):
        raise ContentError(f"{SIGNATURE} is not a signature", NO_PACK)
    if not is_signed(key, signature, _signed_text(manifest)):
        message = "the pack was changed after it was signed"
        raise ContentError(message, "Do not use it. Ask whoever signed it for the pack once more.")
    return Signature(key, signature)


_SIGNED = {"public_key", "signature"}


def _signed_text(manifest: bytes) -> str:
    """Return what is signed: the format stands first, so that it signs nothing else."""
    return f"{FORMAT}\n{sha256(manifest).hexdigest()}"


def _entry(name: object, value: Any) -> FileEntry:
    if isinstance(value, dict) and set(value) == {"size", "sha256"}:
        size, digest = value["size"], value["sha256"]
        if (
            type(size) is int
            and size >= 0
            and isinstance(digest, str)
            and _DIGEST.fullmatch(digest)
        ):
            return FileEntry(size, digest)
    raise ContentError(f"{MANIFEST} does not say how large `{name}` is and what it holds", NO_PACK)


def _object(data: bytes, name: str) -> dict[str, Any]:
    try:
        plain = json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise ContentError(f"{name} cannot be read", NO_PACK) from error
    if not isinstance(plain, dict):
        raise ContentError(f"{name} cannot be read", NO_PACK)
    return plain
