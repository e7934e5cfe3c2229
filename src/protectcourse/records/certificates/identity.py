"""Whom a certificate is for, as salted hashes: neither number nor name stands in it.

Whoever has the certificate can test a name that they already know; nobody can read one out of it.
"""

import unicodedata
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest
from typing import NamedTuple

from protectcourse.plain_text import one_line

LONGEST_NAME = 200
HASH = "sha256$"


class IdentityKind(StrEnum):
    """What was hashed, in the words of Open Badges 3.0."""

    NUMBER = "identifier"
    """The random number that stands for the learner."""
    NAME = "name"


class Identity(NamedTuple):
    """One hash by which a learner can be recognised."""

    kind: IdentityKind
    salt: str
    hash: str
    """`sha256$` and 64 hex digits: SHA-256 of what identifies, followed by the salt."""

    def is_of(self, said: str) -> bool:
        """Say whether this is the hash of a number or name."""
        return compare_digest(self.hash, hash_of(said, self.salt))


def hash_of(said: str, salt: str) -> str:
    """Return the hash of a number or name, in the one spelling in which it is tested."""
    return HASH + sha256((spelled(said) + salt).encode("utf-8", "replace")).hexdigest()


def spelled(said: str) -> str:
    """Return a number or name in one spelling: composed, on one line, of bounded length."""
    return one_line(unicodedata.normalize("NFC", said))[:LONGEST_NAME].strip()
