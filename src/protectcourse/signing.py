"""Signs, checks signatures (Ed25519) and seals files to a key, over the PyNaCl library.

A signature shows that a text was not changed after it was signed, and which key signed it. It
does not show who sat at the keyboard. What is sealed to a key opens with that key alone.
"""

import re
from hashlib import sha256
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.public import SealedBox
from nacl.signing import SigningKey, VerifyKey

from protectcourse.atomic import write_whole
from protectcourse.errors import RecordError
from protectcourse.locations import KEY_FILE

_SEED = re.compile(rb"[0-9a-f]{64}\n?")
MOVE_KEY = "Move that file away: a new key is then made. Records already signed stay valid."


class Signer:
    """Signs with one key."""

    def __init__(self, seed: bytes) -> None:
        self._key = SigningKey(seed)

    @property
    def public_key(self) -> str:
        """What others check the signatures with, as 64 hex digits."""
        return bytes(self._key.verify_key).hex()

    def sign(self, text: str) -> str:
        """Return the signature of a text, as 128 hex digits."""
        return self._key.sign(text.encode()).signature.hex()

    def open_sealed(self, sealed: bytes) -> bytes:
        """Return what was sealed to this key. Raises RecordError."""
        try:
            return SealedBox(self._key.to_curve25519_private_key()).decrypt(sealed)
        except (CryptoError, ValueError, TypeError) as error:
            message = "the seal does not open: it was damaged, or made for another key"
            raise RecordError(message, "Ask for the file again.") from error


def seal(data: bytes, public_key: str) -> bytes:
    """Return data that only the holder of a key can open: no two seals are alike.

    Raises RecordError where nothing can be sealed to the key.
    """
    try:
        box = SealedBox(VerifyKey(bytes.fromhex(public_key)).to_curve25519_public_key())
        return box.encrypt(data)
    except (CryptoError, ValueError, TypeError) as error:
        message = "nothing can be sealed to the key of your organisation"
        raise RecordError(message, "Ask it for its settings again.") from error


def open_signer(folder: Path) -> Signer:
    """Return the signer of a data folder, making its key at first need. Raises RecordError.

    The key never leaves the folder: a copy of the progress does not carry it, and another computer
    makes its own.
    """
    return find_signer(folder) or make_key(folder / KEY_FILE)


def find_signer(folder: Path) -> Signer | None:
    """Return the signer of a data folder, None where it has no key yet. Raises RecordError."""
    return read_key(folder / KEY_FILE)


def make_key(path: Path) -> Signer:
    """Make a key in a file that only its owner can read. Raises RecordError."""
    try:
        write_whole(path, SigningKey.generate().encode().hex().encode() + b"\n")
    except OSError as error:
        message = f"the key for signing could not be written in {path.parent} ({error.strerror})"
        raise RecordError(message, "Check that the folder can be written.") from error
    made = read_key(path)  # what stands there now, should another window have made one too
    if made is None:
        raise RecordError(f"the key for signing in {path.parent} is gone again", "Try once more.")
    return made


def read_key(path: Path) -> Signer | None:
    """Return the signer whose key a file holds, None where there is none. Raises RecordError."""
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
