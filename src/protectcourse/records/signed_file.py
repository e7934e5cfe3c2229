"""The signed file of a completion record: made, read with suspicion, and judged.

It is one JSON object: the format, the record as one string of canonical JSON, the public key and
the signature over all three. The string is read only once the signature holds.
"""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from protectcourse.errors import RecordError
from protectcourse.records.completion_record import CompletionRecord, read_record, write_record
from protectcourse.signing import Signer, is_signed

NAME, VERSION = "protectcourse-completion", 1
FORMAT = f"{NAME}/{VERSION}"
LONGEST_FILE = 1_000_000
"""Bytes; a record of a large course takes a tenth of it."""
PARTS = {"format", "record", "public_key", "signature"}
_FORMAT = re.compile(rf"{NAME}/([1-9][0-9]{{0,5}})")
_KEY = re.compile(r"[0-9a-f]{64}")


class Verdict(Enum):
    """What is to be made of a file that is said to be a completion record (records.md §2)."""

    KNOWN = "valid and the key known"
    NEW = "valid, key new"
    CHANGED = "changed after signing"
    NEWER = "written by a newer version"
    NO_RECORD = "not a record"


@dataclass(frozen=True, slots=True)
class Verified:
    """The verdict on a file, and what it says if that can be relied on."""

    verdict: Verdict
    record: CompletionRecord | None = None
    """None unless the verdict is valid."""
    public_key: str = ""
    """64 hex digits; empty unless the verdict is valid."""

    @property
    def is_valid(self) -> bool:
        """Whether the record stands as it was signed."""
        return self.record is not None


def sign_record(record: CompletionRecord, signer: Signer) -> bytes:
    """Return the signed file of a record: ASCII, so that no mail program has a say in it."""
    text = write_record(record)
    signature = signer.sign(_signed_text(signer.public_key, text))
    parts = {"format": FORMAT, "record": text, "public_key": signer.public_key}
    return json.dumps(parts | {"signature": signature}, indent=1).encode() + b"\n"


def read_signed_file(path: Path) -> bytes:
    """Return what is in a file, as far as a record could reach. Raises RecordError."""
    try:
        if path.exists() and not path.is_file():
            raise RecordError(f"{path} is not a file")
        with path.open("rb") as file:
            return file.read(LONGEST_FILE + 1)
    except OSError as error:
        raise RecordError(f"{path} cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise RecordError(f"{path} cannot be the name of a file") from error


def verify(data: bytes, known_keys: Collection[str]) -> Verified:
    """Return the verdict on what is in a file, whatever that is."""
    try:
        parts = _parts(data)
        if parts["format"] != FORMAT:
            return Verified(Verdict.NEWER)
        key, text = parts["public_key"], parts["record"]
        if not is_signed(key, parts["signature"], _signed_text(key, text)):
            return Verified(Verdict.CHANGED)
        record = read_record(text)
    except RecordError:
        return Verified(Verdict.NO_RECORD)
    return Verified(Verdict.KNOWN if key in known_keys else Verdict.NEW, record, key)


def _signed_text(public_key: str, record: str) -> str:
    """Return what is signed: the format stands first, so that it signs nothing else."""
    return "\n".join((FORMAT, public_key, record))


def _parts(data: bytes) -> dict[str, str]:
    """Return the parts of a file; only `format` where that is newer. Raises RecordError.

    A byte order mark and other ends of lines, which mail programs add, do no harm.
    """
    if len(data) > LONGEST_FILE:
        raise RecordError("the file is larger than any record")
    try:
        parts = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise RecordError("the file is not a record") from error
    stated = parts.get("format") if isinstance(parts, dict) else None
    found = _FORMAT.fullmatch(stated) if isinstance(stated, str) else None
    if found is None:
        raise RecordError("the file is not a record")
    if int(found[1]) > VERSION:
        return {"format": found[0]}
    is_whole = set(parts) == PARTS and all(isinstance(part, str) for part in parts.values())
    if not (is_whole and _KEY.fullmatch(parts["public_key"])):
        raise RecordError("the file is not a record")
    return {name: str(part) for name, part in parts.items()}
