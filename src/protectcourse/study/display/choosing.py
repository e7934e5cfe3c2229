"""Choosing among numbered rows, without a screen: what a key does to what is chosen so far."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from protectcourse.styled_text import StyledText

NOTHING_YET = "Nothing is chosen yet. Press a digit, then Enter."
OPEN_VALUE = "→ (open)"


class Mode(StrEnum):
    """What choosing means in a list."""

    SINGLE = "single"
    SEVERAL = "several"
    ORDER = "order"
    MATCH = "match"


class Row(NamedTuple):
    """One row of a list: an option, a heading, or something that cannot be chosen now."""

    id: str
    text: StyledText | str
    number: int | None = None
    """The digits that choose it."""
    sign: str = ""
    note: str = ""
    """A line below, such as why the row cannot be chosen."""
    disabled: bool = False
    heading: bool = False
    """Not for choosing at all: the highlight passes it by."""
    indent: int = 0
    """Levels, two columns each."""
    right: str = ""
    """Words at the right end of the first line, such as ``8 min``."""


class Choice(NamedTuple):
    """What is chosen so far."""

    ticked: frozenset[str] = frozenset()
    placed: tuple[str, ...] = ()
    """Ids in the order given so far."""
    matched: Mapping[str, int] = MappingProxyType({})
    """For each row that has one, the number of its value, from 1."""

    def toggle(self, row: str) -> "Choice":
        """Tick a row, or take its tick away."""
        return self._replace(ticked=self.ticked ^ {row})

    def place(self, row: str) -> "Choice":
        """Give a row the next place, if it has none."""
        return self if row in self.placed else self._replace(placed=(*self.placed, row))

    def take_back(self) -> "Choice":
        """Take the last place back."""
        return self._replace(placed=self.placed[:-1])

    def match(self, row: str, value: int) -> "Choice":
        """Give a row a value in place of what it had."""
        return self._replace(matched={**self.matched, row: value})

    def unmatch(self, row: str) -> "Choice":
        """Make a row open again."""
        return self._replace(matched={k: v for k, v in self.matched.items() if k != row})


class NumberTyping:
    """Digits typed one after another: they add up while a longer number exists."""

    def __init__(self) -> None:
        self._typed = ""

    @property
    def waits(self) -> bool:
        """Whether another digit could make a longer number."""
        return bool(self._typed)

    def forget(self) -> None:
        """Let the next digit begin a new number."""
        self._typed = ""

    def add(self, digit: str, numbers: Collection[int]) -> tuple[int | None, bool]:
        """Return the number that now stands there, and whether it replaces the one before."""
        words = {str(number) for number in numbers}
        longer = self._typed + digit
        goes_on = bool(self._typed) and any(word.startswith(longer) for word in words)
        self._typed = longer if goes_on else digit
        typed = self._typed
        if not any(word.startswith(typed) and word != typed for word in words):
            self._typed = ""
        return (int(typed) if typed in words else None), goes_on


def open_rows(rows: Sequence[Row], choice: Choice, mode: Mode) -> list[str]:
    """Return the ids of rows that still wait for a place or a value."""
    done: Collection[str] = choice.placed if mode is Mode.ORDER else choice.matched
    return [row.id for row in rows if not (row.heading or row.disabled or row.id in done)]


def arrange(rows: Sequence[Row], placed: Sequence[str]) -> list[Row]:
    """Return rows in the order given, those without a place after the others."""
    by_id = {row.id: row for row in rows}
    first = [by_id[name] for name in placed if name in by_id]
    return first + [row for row in rows if row.id not in set(placed)]


def number_rows(rows: Iterable[Row]) -> list[Row]:
    """Return rows with the digits that choose them, from 1."""
    return [row._replace(number=number) for number, row in enumerate(rows, 1)]


def numbered_rows(texts: Iterable[tuple[str, str]]) -> list[Row]:
    """Return rows, each of an id and its words, with the digits that choose them."""
    return number_rows(Row(id=name, text=words) for name, words in texts)


def box_words(row: Row, choice: Choice, mode: Mode) -> str:
    """Return ``[x]`` for a ticked row, ``[2.]`` for one with a place; empty where none is given."""
    if mode is Mode.SEVERAL:
        return "[x]" if row.id in choice.ticked else "[ ]"
    if mode is Mode.ORDER:
        place = f"{choice.placed.index(row.id) + 1}." if row.id in choice.placed else "  "
        return f"[{place}]"
    return ""


def value_words(row: Row, choice: Choice, values: Sequence[str]) -> str:
    """Return the value that a row to be matched has so far."""
    value = choice.matched.get(row.id)
    return OPEN_VALUE if value is None else f"→ {value}  {values[value - 1]}"


def words_on_open(rows: Sequence[Row], choice: Choice, mode: Mode) -> str:
    """Return why an order or a match cannot be handed in yet; empty where it can."""
    waiting = open_rows(rows, choice, mode)
    what = "a place" if mode is Mode.ORDER else "a value"
    return f"Rows still without {what}: {len(waiting)}." if waiting else ""
