"""A line of a file, cut to the width there is, and a mark below the place that is meant."""

import unicodedata
from typing import NamedTuple

from protectcourse.plain_text import clean_text

TAB_STOP = 4
"""Columns; a Tab is shown as the blanks up to the next."""
CUT = "…"
LEAD = 3
"""A line that is cut shows the place after at least a third of the width."""


class Excerpt(NamedTuple):
    """What can be seen of a line, and the line below it that marks a place by `^`."""

    text: str
    mark: str


class _Sign(NamedTuple):
    shown: str
    width: int
    """Columns: none for an accent of its own, two for most letters of East Asia."""


def excerpt(line: str, column: int, width: int) -> Excerpt:
    """Return the part of a line around a column, counted from 1, in at most `width` columns."""
    signs = _signs(clean_text(line.rstrip()))
    place = min(column - 1, len(signs))
    first, last = _window([sign.width for sign in signs], place, width)
    before = CUT if first > 0 else ""
    after = CUT if last < len(signs) else ""
    lead = len(before) + sum(sign.width for sign in signs[first:place])
    shown = "".join(sign.shown for sign in signs[first:last])
    return Excerpt(f"{before}{shown}{after}", f"{' ' * lead}^")


def _signs(line: str) -> list[_Sign]:
    signs: list[_Sign] = []
    at = 0
    for character in line:
        if character == "\t":
            blanks = TAB_STOP - at % TAB_STOP
            sign = _Sign(" " * blanks, blanks)
        else:
            sign = _Sign(character, _width(character))
        signs.append(sign)
        at += sign.width
    return signs


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _window(widths: list[int], place: int, width: int) -> tuple[int, int]:
    """Return the first sign to be shown and the one after the last."""
    if sum(widths) <= width:
        return 0, len(widths)
    room = width - 2 * len(CUT)
    first = place
    lead = 0
    while first > 0 and lead + widths[first - 1] <= max(room // LEAD, room - sum(widths[first:])):
        first -= 1
        lead += widths[first]
    last, taken = first, 0
    while last < len(widths) and taken + widths[last] <= room:
        taken += widths[last]
        last += 1
    return first, last
