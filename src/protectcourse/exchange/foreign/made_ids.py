"""Ids for what comes from elsewhere: made from its words, so that it keeps them when moved."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from protectcourse.shapes import PART_ID, UNIT_ID

LONGEST_UNIT, LONGEST_PART = 40, 24
_WORD = re.compile(r"[a-z0-9]+")
_WITHIN_WORDS = re.compile("['’ʼ]")


class Named(NamedTuple):
    """What an id is to be made for."""

    words: str
    content: str = ""
    """What tells it apart from another of the same words."""
    given: str = ""
    """The id that it brings along; used where it is one and free."""


def unit_ids(entries: Sequence[Named]) -> list[str]:
    """Return an id for each question, all different."""
    return _ids(entries, UNIT_ID, LONGEST_UNIT, "q")


def part_ids(entries: Sequence[Named]) -> list[str]:
    """Return an id for each option, pair or step of a question, all different."""
    return _ids(entries, PART_ID, LONGEST_PART, "o")


def slug(text: str, longest: int = LONGEST_UNIT) -> str:
    """Return the first words of a text as an id; empty where it has no Latin letters or digits."""
    folded = unicodedata.normalize("NFKD", _WITHIN_WORDS.sub("", text)).casefold()
    bare = "".join(sign for sign in folded if not unicodedata.combining(sign))
    made = ""
    for word in _WORD.findall(bare):
        longer = f"{made}-{word}" if made else word[:longest]
        if len(longer) > longest:
            break
        made = longer
    return made


def _ids(entries: Sequence[Named], form: re.Pattern[str], longest: int, letter: str) -> list[str]:
    made: dict[int, str] = {}
    for at, entry in enumerate(entries):
        if form.fullmatch(entry.given) and entry.given not in made.values():
            made[at] = entry.given
    taken = set(made.values())
    for at, entry in enumerate(entries):
        if at not in made:
            made[at] = next(one for one in _tries(entry, longest, letter) if one not in taken)
            taken.add(made[at])
    return [made[at] for at in range(len(entries))]


def _tries(entry: Named, longest: int, letter: str) -> Iterator[str]:
    """Give ids for an entry, the plainest first."""
    mark = sha256(f"{entry.words}\0{entry.content}".encode(errors="replace")).hexdigest()
    words = slug(entry.words, longest)
    if words:
        yield words
    stem = words or letter
    yield f"{stem}-{mark[:4]}"
    yield f"{stem}-{mark[:8]}"
    number = 2
    while True:
        yield f"{stem}-{mark[:4]}-{number}"
        number += 1
