"""Opens what was sent as a hand-in file: seal and compression, with suspicion."""

import contextlib
import io
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from protectcourse.errors import RecordError
from protectcourse.records.handing_in.form import (
    LARGEST_FILE,
    LARGEST_TEXT,
    LONGEST_LINE,
    SEAL,
    Fault,
    HandInError,
)
from protectcourse.signing import Signer, fingerprint

GZIP = b"\x1f\x8b"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
AUTO_GZIP = 16 + zlib.MAX_WBITS
PIECE, STEP = 1 << 20, 16
_SEALED_TO = re.compile(rb"([0-9a-f]{64})\r?\n")
_SEALED_VERSION = re.compile(rb"protectcourse-sealed/[0-9]{1,6} ")


class Unpacked(NamedTuple):
    """The text of a file."""

    text: bytes
    sealed: bool


def unpack(data: bytes, key: Signer | None) -> Unpacked:
    """Return the text of a file, of one that is sealed with the key that opens it.

    Raises HandInError.
    """
    if len(data) > LARGEST_FILE:
        raise HandInError(Fault.TOO_LARGE, f"it is larger than {LARGEST_FILE} bytes")
    if _SEALED_VERSION.match(data):
        return Unpacked(_decompress(_open_seal(data, key)), sealed=True)
    return Unpacked(_decompress(data), sealed=False)


def numbered_lines(text: bytes) -> Iterator[tuple[int, str]]:
    """Give each line that is not blank with its number.

    A byte order mark and other ends of lines, which mail programs add, do no harm. Raises
    HandInError.
    """
    for number, line in enumerate(io.BytesIO(text.removeprefix(BYTE_ORDER_MARK)), 1):
        if len(line) > LONGEST_LINE:
            raise HandInError(Fault.TOO_LARGE, f"it is longer than {LONGEST_LINE} bytes", number)
        try:
            words = line.decode().strip()
        except UnicodeDecodeError as error:
            raise HandInError(Fault.CHANGED, "it is no longer text", number) from error
        if words:
            yield number, words


def _open_seal(data: bytes, key: Signer | None) -> bytes:
    if not data.startswith(SEAL):
        raise HandInError(Fault.NEWER, "its seal is of a later form")
    found = _SEALED_TO.match(data, len(SEAL))
    if found is None:
        raise HandInError(Fault.DAMAGED, "it is sealed, and does not say to which key")
    wanted = found[1].decode()
    if key is None:
        message = f"it opens with the key {fingerprint(wanted)} alone"
        raise HandInError(Fault.SEALED, message)
    if key.public_key != wanted:
        message = f"it opens with the key {fingerprint(wanted)}, not {fingerprint(key.public_key)}"
        raise HandInError(Fault.OTHER_KEY, message)
    try:
        return key.open_sealed(data[found.end() :])
    except RecordError as error:
        raise HandInError(Fault.DAMAGED, "its seal does not open: it was changed") from error


def _decompress(data: bytes) -> bytes:
    """Return what was compressed; text that a program on the way unpacked is taken as it is."""
    if not data.startswith(GZIP):
        if len(data) > LARGEST_TEXT:
            raise _too_large()
        return data
    unfolding = zlib.decompressobj(AUTO_GZIP)
    try:
        text = b"".join(_unfold(unfolding, data))
    except zlib.error as error:
        message = f"it was damaged on the way, in line {_first_damage(data)} or after"
        raise HandInError(Fault.DAMAGED, message) from error
    if not unfolding.eof:
        raise HandInError(Fault.CUT, "the file breaks off here", text.count(b"\n") + 1)
    if unfolding.unused_data:
        raise HandInError(Fault.FOREIGN, "something was added behind the end of the file")
    return text


def _unfold(unfolding: "zlib._Decompress", data: bytes) -> Iterator[bytes]:
    """Give the text in pieces, as far as it goes. Raises zlib.error, HandInError."""
    size = 0
    while not unfolding.eof:
        piece = unfolding.decompress(data, PIECE)
        data = unfolding.unconsumed_tail
        size += len(piece)
        if size > LARGEST_TEXT:
            raise _too_large()
        if not (piece or data):
            return
        yield piece


def _first_damage(data: bytes) -> int:
    """Return the line up to which a damaged file can be unpacked."""
    unfolding, lines = zlib.decompressobj(AUTO_GZIP), 1
    with contextlib.suppress(zlib.error):
        for start in range(0, len(data), STEP):
            lines += unfolding.decompress(data[start : start + STEP]).count(b"\n")
    return lines


def _too_large() -> HandInError:
    return HandInError(Fault.TOO_LARGE, f"unpacked it is larger than {LARGEST_TEXT} bytes")
