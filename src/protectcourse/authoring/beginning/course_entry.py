"""Adds a unit to course.yaml as its author would: one line, and nothing else is touched."""

import re
from typing import Any

from protectcourse.course.yaml_reader import Block, Series, read_yaml

DASH = re.compile(r"\s*- +")


def entry_line(kind: str, unit: str) -> str:
    """Return the line for a unit, without what stands before it."""
    return f"{kind}: {unit}"


def with_unit(text: str, module: str, kind: str, unit: str) -> str | None:
    """Return the text of a course.yaml with one more unit in a module.

    A lesson or a case comes before a quiz at the end. None where a line cannot be put in safely:
    where units stand in brackets, or where reading the result does not give just what was wanted.
    """
    before = read_yaml(text.encode())
    units = _units(before.root, module)
    if before.faults or units is None:
        return None
    at = len(units) - (kind != "quiz" and _is_quiz(units[-1]))
    lines = text.split("\n")
    line_at = _first_line(units, at) if at < len(units) else _last_line(units) + 1
    first = units.values_at[0]
    prefix = DASH.fullmatch(lines[first.line - 1][: first.column - 1])
    if prefix is None:
        return None
    ending = "\r" if lines[first.line - 1].endswith("\r") else ""
    lines.insert(line_at - 1, prefix[0] + entry_line(kind, unit) + ending)
    after = "\n".join(lines)
    return after if _adds_just(after, before.root, module, at, {kind: unit}) else None


def _units(root: Any, module: str) -> Series | None:
    """Return the units of a module, if there are some and each has its keys."""
    try:
        units = root["modules"][module]["units"]
    except (KeyError, TypeError):
        return None
    sound = isinstance(units, Series) and units and all(isinstance(one, Block) for one in units)
    return units if sound else None


def _is_quiz(entry: Any) -> bool:
    return "quiz" in entry


def _first_line(units: Series, at: int) -> int:
    """Return the line on which an entry begins."""
    return units.values_at[at].line


def _last_line(units: Series) -> int:
    """Return the line on which the last entry ends."""
    last = units[-1]
    assert isinstance(last, Block), "each unit has keys"
    return max(place.line for place in last.values_at.values())


def _adds_just(text: str, root: Any, module: str, at: int, entry: dict[str, str]) -> bool:
    """Say whether a text reads as it did before, with the entry at its place."""
    after = read_yaml(text.encode())
    units = _units(after.root, module)
    if after.faults or units is None or at >= len(units) or units.pop(at) != entry:
        return False
    return bool(after.root == root)
