"""Where something stands in a file: by the keys that lead to it, and by its place in a text."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from protectcourse.course.yaml_faults import Place
from protectcourse.course.yaml_reader import Block, Series, Value
from protectcourse.findings import ValuePath

_ESCAPED = {"x": 2, "u": 4, "U": 8}
"""Digits that follow a backslash and a letter, within double quotes."""
_BLANK_ESCAPES = frozenset("nt rvfNLP_\n")
"""What stands for a blank behind a backslash."""


def place_of(tree: Value, path: ValuePath, *, at_key: bool = False) -> Place:
    """Return where the value at `path` stands, or the nearest thing above it."""
    return _reach(tree, path, at_key=at_key)[0]


def place_in_text(tree: Value, path: ValuePath, offset: int, written: str) -> Place:
    """Return where a character of the text at `path` stands in a file, which is `written` so.

    Blanks differ between a text and how it is written, by line ends and indentation; the other
    characters do not, so the place is found by counting them.
    """
    place, value = _reach(tree, path)
    if not isinstance(value, str):
        return place
    offsets, places = _matched(written, place, value)
    nth = bisect_left(offsets, offset)
    if nth >= len(places):
        return place
    ends = _line_ends(written)
    line = bisect_left(ends, places[nth])
    return Place(line + 1, places[nth] - (ends[line - 1] if line else -1))


@lru_cache(maxsize=1)
def _matched(written: str, place: Place, value: str) -> tuple[list[int], list[int]]:
    """Return where each character of a text stands that is no blank: in the text, in the file.

    The last answer is kept: what is wrong with a text is often wrong with it many times.
    """
    from_line = written.split("\n", place.line - 1)[-1]
    start = len(written) - len(from_line) + place.column - 1
    offsets = [at for at, char in enumerate(value) if not char.isspace()]
    shown = (at for char, at in _characters(written, start) if not char.isspace())
    return offsets, list(islice(shown, len(offsets)))


@lru_cache(maxsize=1)
def _line_ends(written: str) -> list[int]:
    return [found.start() for found in re.finditer("\n", written)]


def _reach(tree: Value, path: ValuePath, *, at_key: bool = False) -> tuple[Place, Value]:
    place = tree.place if isinstance(tree, Block | Series) else Place(1, 1)
    for step in path:
        if isinstance(tree, Block) and step in tree:
            places = tree.keys_at if at_key and step == path[-1] else tree.values_at
            place, tree = places[str(step)], tree[str(step)]
        elif isinstance(tree, Series) and isinstance(step, int) and step < len(tree):
            place, tree = tree.values_at[step], tree[step]
        else:
            break
    return place, tree


def _characters(written: str, start: int) -> Iterator[tuple[str, int]]:
    """Give what the characters of a text mean that begins at `start`, each with its index."""
    style = written[start : start + 1]
    if style in {"|", ">"}:
        body = written.find("\n", start)
        return zip(written[body:], range(body, len(written)), strict=True)
    if style == "'":
        return _in_quotes(written, start + 1)
    if style == '"':
        return _escaped(written, start + 1)
    return zip(written[start:], range(start, len(written)), strict=True)


def _in_quotes(written: str, at: int) -> Iterator[tuple[str, int]]:
    """Give the characters between single quotes; a doubled quote is one."""
    while at < len(written):
        yield written[at], at
        at += 2 if written.startswith("''", at) else 1


def _escaped(written: str, at: int) -> Iterator[tuple[str, int]]:
    """Give the characters between double quotes; what a backslash begins is one, or a blank."""
    while at < len(written):
        if written[at] != "\\":
            yield written[at], at
            at += 1
            continue
        sign = written[at + 1 : at + 2]
        yield " " if sign in _BLANK_ESCAPES else "?", at
        at += 2 + _ESCAPED.get(sign, 0)
