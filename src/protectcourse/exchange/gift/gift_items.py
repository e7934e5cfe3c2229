"""What a GIFT file holds, just as it says it: titles, weights, feedback, formats and lines.

The names are GIFT's own (Moodle's documentation of the format). What of it a bank of ours can
carry is decided in ``gift_questions``.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from protectcourse.exchange.foreign.foreign_text import TextFormat

FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, unescaped, and the format that it or its question has."""

    text: str
    format: TextFormat = "moodle"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer after `=` or `~`."""

    line: int
    right: bool
    """Whether it stands after `=`."""
    text: Marked
    weight: Decimal | None = None
    """Percent, where written between `%`."""
    feedback: Marked | None = None


@dataclass(frozen=True, slots=True)
class NumberAnswer:
    """A number, a number and how far from it, or a range."""

    line: int
    sort: Literal["exact", "margin", "range"]
    first: Decimal
    """The number, or the lower end of the range."""
    second: Decimal = Decimal(0)
    """The margin, or the upper end."""
    weight: Decimal | None = None
    feedback: Marked | None = None


@dataclass(frozen=True, slots=True)
class MatchPair:
    """Two things that belong together; without a left-hand side, one that belongs to nothing."""

    line: int
    left: Marked
    right: str


@dataclass(frozen=True, slots=True)
class Description:
    """No braces: text to read, and nothing to answer."""


@dataclass(frozen=True, slots=True)
class Essay:
    """Empty braces: text to write."""


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """`{T}` or `{F}`, with what is said of a wrong and of a right answer."""

    truth: bool
    wrong: Marked | None = None
    right: Marked | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """Options to choose from."""

    answers: tuple[Answer, ...]

    @property
    def single(self) -> bool:
        """Whether just one can be chosen: where any stands after `=`."""
        return any(answer.right for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Accepted:
    """Words that are accepted."""

    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers that are accepted, and what is said of all others."""

    answers: tuple[NumberAnswer, ...]
    wrong: Marked | None = None
    listed: bool = False
    """Whether the answers stand after `=`; a lone one need not."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Things to be matched."""

    pairs: tuple[MatchPair, ...]


Answers = Description | Essay | TrueFalse | Choices | Accepted | Numbers | Pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftQuestion:
    """One question, or a description."""

    line: int
    stem: Marked
    answers: Answers
    title: str | None = None
    idnumber: str | None = None
    tags: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    """The ids of its answers, which our own writer puts into a comment."""
    feedback: Marked | None = None
    """What is said whatever the answer was."""
    embedded: bool = False
    """Whether the stem goes on after the answers; a gap stands in their place."""


@dataclass(frozen=True, slots=True)
class Category:
    """What follows belongs to this category."""

    line: int
    name: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A block that is no question, and why."""

    line: int
    item: str
    why: str


GiftItem = GiftQuestion | Category | Unreadable
