"""The escapes of GIFT, and text cut at its signs with the line of each piece."""

import re
from typing import NamedTuple

ESCAPED = "\\:#={}~n"
r"""What a backslash may stand before; `\n` is the end of a line."""
_FIRST = 0xD800
"""Halves of characters stand for escaped signs while a block is cut: no decoded text has any."""
_ESCAPES = re.compile(rf"\\([{re.escape(ESCAPED)}])")
_HIDDEN = {_FIRST + at: "\n" if sign == "n" else sign for at, sign in enumerate(ESCAPED)}
_ESCAPING = str.maketrans(
    {sign: f"\\{sign}" for sign in ESCAPED if sign != "n"} | {"\n": "\\n", "\r": ""}
)


class Piece(NamedTuple):
    """A piece of a block: the sign before it (none at the beginning), its text and its line."""

    sign: str
    text: str
    line: int


def hide_escapes(text: str) -> str:
    """Return a text in which no escaped sign can be taken for a sign."""
    return _ESCAPES.sub(lambda found: chr(_FIRST + ESCAPED.index(found[1])), text)


def show_escaped(text: str) -> str:
    """Return a text with its escaped signs as they are meant."""
    return text.translate(_HIDDEN)


def escape_signs(text: str) -> str:
    """Return a text in which no sign means anything to GIFT, on one line."""
    return text.translate(_ESCAPING)


def cut(text: str, line: int, signs: str) -> list[Piece]:
    """Return the pieces of a text that begin at any of the signs.

    Without the piece before the first sign where that is blank.
    """
    pieces, sign, start = [], "", 0
    for found in re.finditer(f"[{re.escape(signs)}]", text):
        pieces.append(_piece(sign, text, start, found.start(), line))
        sign, start = found.group(), found.end()
    pieces.append(_piece(sign, text, start, len(text), line))
    return pieces if pieces[0].text else pieces[1:]


def _piece(sign: str, text: str, start: int, end: int, line: int) -> Piece:
    inner = text[start:end]
    lead = len(inner) - len(inner.lstrip())
    return Piece(sign, inner.strip(), line + text.count("\n", 0, start + lead))
