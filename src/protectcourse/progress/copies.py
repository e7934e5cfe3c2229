"""Compressed copies of what a learner was given, kept with the attempt."""

import base64
import binascii
import zlib

LONGEST = 4_000_000
"""Characters that a copy may unfold to."""


def pack_copy(text: str) -> str:
    """Return a text compressed, as text."""
    return base64.b85encode(zlib.compress(text.encode(), 9)).decode()


def unpack_copy(packed: str) -> str:
    """Return the text of a copy. Raises ValueError if it is damaged."""
    try:
        unfolding = zlib.decompressobj()
        return unfolding.decompress(base64.b85decode(packed), LONGEST).decode()
    except (zlib.error, binascii.Error) as error:
        raise ValueError("the copy of what was asked is damaged") from error
