"""Bytes of a text file of another system as text, whatever it was saved as."""

import codecs
from typing import NamedTuple

from protectcourse.errors import ExchangeError
from protectcourse.exchange.carried import LeftOut
from protectcourse.plain_text import UNCLEAN

LARGEST = 10_485_760
"""Bytes: ten times what one bank of a course may hold."""
MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The marks that a file may begin with, and what they say. UTF-32's begins as UTF-16's does."""
USUAL = "cp1252"
"""What most files are that are not UTF-8; too few letters to tell are taken for it."""
POSSIBLE = [
    *(USUAL, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("koi8_r", "cp932", "cp949", "gb18030", "big5", "mac_roman"),
]
FEW = 12
"""Bytes beyond ASCII: with fewer nobody can tell one code page from another."""
NAMES = {"cp1252": "Windows-1252, Western European"}
_HINT = "Open it in the program that wrote it, and save it as UTF-8 text."


class Decoded(NamedTuple):
    """A text with newlines only at its line ends, and what is to be said of how it was read."""

    text: str
    told: tuple[LeftOut, ...] = ()


def decode_text(data: bytes) -> Decoded:
    """Return a file's text without what cannot be shown. Raises ExchangeError where it is none."""
    if len(data) > LARGEST:
        limit = f"{LARGEST // 1_048_576} MB"
        raise ExchangeError(f"the file is larger than {limit}", "Make several files of it.")
    text, name = _decode(data)
    told = [
        _told(1, f"The file is not UTF-8: it was read as {name}. Look at its accented letters.")
    ]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), 1) if UNCLEAN.search(text) else ():
        if unseen := sorted(set(UNCLEAN.findall(line))):
            listed = ", ".join(f"U+{ord(sign):04X}" for sign in unseen[:5])
            told.append(_told(number, f"Characters that cannot be shown were taken out: {listed}."))
    return Decoded(UNCLEAN.sub("", text), tuple(told if name else told[1:]))


def _told(line: int, what: str) -> LeftOut:
    return LeftOut(line=line, item="the file", what=what, lost=False)


def _decode(data: bytes) -> tuple[str, str]:
    """Return the text, and what it was read as if that was a guess or is not UTF-8."""
    for mark, encoding in MARKED:
        if data.startswith(mark):
            name = "" if encoding == "utf-8" else encoding[:-3].upper()
            return _strictly(data.removeprefix(mark), encoding), name
    if b"\0" in data:
        return _without_mark(data)
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        encoding = _guess(data)
        return _strictly(data, encoding), NAMES.get(encoding, encoding.replace("_", "-").upper())


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place = error.object[: error.start].decode(encoding, "replace").count("\n") + 1
        message = f"line {place}: the file breaks off being text ({encoding.upper()})"
        raise ExchangeError(message, _HINT) from error


def _without_mark(data: bytes) -> tuple[str, str]:
    """Read UTF-16 that does not say so: every second byte of Western text is zero."""
    half = len(data) // 2
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if not len(data) % 2 and zeros.count(0) * 2 > half:
            return _strictly(data, encoding), "UTF-16"
    raise ExchangeError("line 1: this is not a text file", _HINT)


def _guess(data: bytes) -> str:
    """Return the most likely code page."""
    usual = _reads(data, USUAL)
    if usual and sum(byte > 0x7F for byte in data) < FEW:
        return USUAL
    try:
        from charset_normalizer import from_bytes
    except ImportError as error:
        message = "the file is not UTF-8, and telling what it is needs charset-normalizer"
        hint = "Save it as UTF-8, or: pip install 'protectcourse[banks]'"
        raise ExchangeError(message, hint) from error
    best = from_bytes(data, cp_isolation=POSSIBLE).best()
    if best is None or USUAL in best.could_be_from_charset:
        if usual:
            return USUAL
        raise ExchangeError("line 1: nobody can tell which letters this file holds", _HINT)
    return best.encoding


def _reads(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
