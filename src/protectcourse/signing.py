"""Signs with a key of this computer's own, and checks signatures: Ed25519, over the PyNaCl library.

A signature shows that a text was not changed after it was signed, and which key signed it. It
does not show who sat at the keyboard (records.md §2).
"""

import re
from hashlib import sha256
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from protectcourse.atomic import write_whole
from protectcourse.errors import RecordError
from protectcourse.locations import KEY_FILE

_SEED = re.compile(rb"[0-9a-f]{64}\n?")
MOVE_KEY = "Move that file away: a new key is then made. Records already signed stay valid."


class Signer:
    """Signs with the key of one data folder."""

    def __init__(self, seed: bytes) -> None:
        self._key = SigningKey(seed)

    @property
    def public_key(self) -> str:
        """What others check the signatures with, as 64 hex digits."""
        return bytes(self._key.verify_key).hex()

    def sign(self, text: str) -> str:
        """Return the signature of a text, as 128 hex digits."""
        return self._key.sign(text.encode()).signature.hex()


def open_signer(folder: Path) -> Signer:
    """Return the signer of a data folder, making its key at first need. Raises RecordError.

    The key never leaves the folder: a copy of the progress does not carry it, and another computer
    makes its own.
    """
    signer = find_signer(folder)
    if signer is not None:
        return signer
    try:
        write_whole(folder / KEY_FILE, SigningKey.generate().encode().hex().encode() + b"\n")
    except OSError as error:
        message = f"the key for signing could not be written in {folder} ({error.strerror})"
        raise RecordError(message, "Check that the folder can be written.") from error
    made = find_signer(folder)  # what stands there now, should another window have made one too
    if made is None:
        raise RecordError(f"the key for signing in {folder} is gone again", "Try once more.")
    return made


def find_signer(folder: Path) -> Signer | None:
    """Return the signer of a data folder, None where it has no key yet. Raises RecordError."""
    path = folder / KEY_FILE
    try:
        with path.open("rb") as file:
            kept = file.read(100)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise RecordError(f"the key {path} cannot be read ({error.strerror})", MOVE_KEY) from error
    if not _SEED.fullmatch(kept):
        raise RecordError(f"the key {path} is damaged", MOVE_KEY)
    return Signer(bytes.fromhex(kept.decode()))


def is_signed(public_key: str, signature: str, text: str) -> bool:
    """Say whether a signature is that of a text by a key; what is no key or signature is not."""
    try:
        VerifyKey(bytes.fromhex(public_key)).verify(text.encode(), bytes.fromhex(signature))
    except (CryptoError, ValueError, TypeError):
        return False
    return True


def fingerprint(public_key: str) -> str:
    """Return a short form of a key that people can compare, such as by telephone."""
    digits = sha256(bytes.fromhex(public_key)).hexdigest()[:24]
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
