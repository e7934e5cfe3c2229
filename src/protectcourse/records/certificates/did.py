"""A public key as a `did:key`, the name by which other programs know an issuer.

It is `did:key:z` and, in base 58, two bytes that say Ed25519 and the key's 32: always 34 bytes that
do not begin with nought, for which a library of base 58 would be more code than the arithmetic.
"""

import re

_DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_ED25519 = b"\xed\x01"
_LENGTH = len(_ED25519) + 32
_START = "did:key:"
_DID = re.compile(rf"{_START}z([{_DIGITS}]{{40,50}})")


def did_of(public_key: str) -> str:
    """Return the did:key of a key in 64 hex digits."""
    number = int.from_bytes(_ED25519 + bytes.fromhex(public_key))
    digits = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return f"{_START}z{digits}"


def key_of(did: str) -> str | None:
    """Return the key of a did:key as 64 hex digits; None for what is no name of an Ed25519 key."""
    found = _DID.fullmatch(did)
    if found is None:
        return None
    number = 0
    for digit in found[1]:
        number = number * len(_DIGITS) + _DIGITS.index(digit)
    if number.bit_length() > 8 * _LENGTH:
        return None
    key = number.to_bytes(_LENGTH)[len(_ED25519) :].hex()
    return key if did_of(key) == did else None


def key_id(did: str) -> str:
    """Return how a signature names its key: the did:key and, after `#`, its last part."""
    return f"{did}#{did.removeprefix(_START)}"
