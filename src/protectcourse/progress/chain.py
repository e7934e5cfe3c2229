"""Seals events into a chain, so that no change goes unnoticed (records.md §1).

digest = SHA-256(salt, body), hash = SHA-256(device, seq, prev, digest), seal = SHA-256(hash,
local); each part is preceded by its length. The body can be held back later: digest and chain
still verify.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

FIRST = "0" * 64
"""What stands before the first entry of a device."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event as the log keeps it. Body and local are canonical JSON."""

    device: str
    seq: int
    prev: str
    kind: str
    body: str
    salt: str
    """32 hex digits."""
    digest: str
    hash: str
    local: str
    seal: str

    @property
    def day(self) -> str:
        """The learner's own calendar day, such as 2026-11-24."""
        return str(json.loads(self.body)["day"])


def canonical(value: Mapping[str, Any]) -> str:
    """Return a mapping as canonical JSON: sorted keys, no blanks, NFC, "?" for half a character."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())


def seal_entry(
    device: str, seq: int, prev: str, kind: str, body: str, salt: str, local: str
) -> Entry:
    """Return an entry with its digest, hash and seal."""
    digest = _hash(salt, body)
    chained = _hash(device, str(seq), prev, digest)
    return Entry(device, seq, prev, kind, body, salt, digest, chained, local, _hash(chained, local))


class Head(NamedTuple):
    """The last entry of a device: its number and hash."""

    seq: int = 0
    hash: str = FIRST


def find_break(entries: Iterable[Entry], heads: dict[str, Head]) -> str | None:
    """Return what is wrong with the first entry that does not hold, or None if all do.

    `heads` has the last entry of each device that was checked before, and is brought up to date.
    """
    for entry in entries:
        head = heads.get(entry.device, Head())
        if wrong := _wrong_with(entry, head):
            return f"entry {entry.seq}: {wrong}"
        heads[entry.device] = Head(entry.seq, entry.hash)
    return None


def _wrong_with(entry: Entry, head: Head) -> str:
    if entry.seq != head.seq + 1:
        return f"entry {head.seq + 1} is missing"
    if entry.prev != head.hash:
        return "it does not follow the entry before"
    made = seal_entry(
        entry.device, entry.seq, entry.prev, entry.kind, entry.body, entry.salt, entry.local
    )
    if made.digest != entry.digest:
        return "its content was changed"
    if made.hash != entry.hash:
        return "its place in the chain was changed"
    if made.seal != entry.seal:
        return "what belongs to it on this computer was changed"
    if _kind_in(entry.body) != entry.kind:
        return "its kind was changed"
    return ""


def _kind_in(body: str) -> object:
    try:
        return json.loads(body).get("kind")
    except (ValueError, AttributeError):
        return None


def _hash(*parts: str) -> str:
    from hashlib import sha256  # a start whose file was closed in order has nothing to hash

    total = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        total.update(str(len(data)).encode() + b":" + data)
    return total.hexdigest()
