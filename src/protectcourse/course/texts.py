"""Goes through every value of a file: what it cites, what it refers to, what it says."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, NamedTuple

from protectcourse.findings import ValuePath
from protectcourse.shapes import yaml_key

LONG_TEXT_OWNERS = frozenset(
    {"TextPage", "ExamplePage", "BoxPage", "Lesson", "CourseFile", "Quiz", "Case"}
    | {"Scene", "Hub", "Checklist", "Ending", "ExtraText"}
)
"""The classes whose texts are paragraphs, lists, quotations and tables.

All other texts are one run.
"""
NOT_PROSE = frozenset(
    {"title", "as_of", "date", "address", "symbol", "author", "body", "term", "language", "goto"}
    | {"accept", "licence", "checked", "unit", "bloom", "say", "expect", "before"}
)
"""Keys whose text is shown just as it stands."""
SCRIPTS = "tests"
"""The key of plays and attempts that an author has written down: no text of the course."""


class Leaf(NamedTuple):
    """One value that holds no others: where it stands, whose it is, under which key."""

    path: ValuePath
    owner: str
    key: str
    value: str | tuple[str, ...]


def leaves(value: Any, path: ValuePath = ()) -> Iterator[Leaf]:
    """Give every text, and every list of texts, inside a value of a file, in order."""
    owner = type(value).__name__
    for name, key in _keys(type(value)):  # type: ignore[arg-type]
        part = getattr(value, name)
        if type(part) is str:
            yield Leaf((*path, key), owner, key, part)
        elif part and part is not True:  # most parts are left out: nothing to look into
            yield from _inside(part, (*path, key), owner, key)


def _inside(value: Any, path: ValuePath, owner: str, key: str) -> Iterator[Leaf]:
    if isinstance(value, str):
        yield Leaf(path, owner, key, value)
    elif isinstance(value, tuple):
        if value and all(isinstance(entry, str) for entry in value):
            yield Leaf(path, owner, key, value)
            return
        for index, entry in enumerate(value):
            yield from _inside(entry, (*path, index), owner, key)
    elif isinstance(value, Mapping):
        for name, entry in value.items():
            yield from _inside(entry, (*path, name), owner, key)
    elif is_dataclass(value):
        yield from leaves(value, path)


@cache
def _keys(owner: Any) -> tuple[tuple[str, str], ...]:
    """Return field and key of each part of a dataclass."""
    keys = ((part.name, yaml_key(part.name)) for part in fields(owner))
    return tuple((name, key) for name, key in keys if key != SCRIPTS)
