"""What is put before a learner whole: a sheet to read, or an offer to choose from."""

from collections.abc import Sequence
from typing import NamedTuple

from protectcourse.blocks import Block
from protectcourse.study.display.choosing import Row


class Sheet(NamedTuple):
    """Something to read, under a title."""

    title: str
    place: str
    """What stands beside the title: where this is, or how much there is of it."""
    blocks: Sequence[Block]


class Offer(NamedTuple):
    """A choice to be made among numbered rows, with a few words before them."""

    title: str
    rows: Sequence[Row]
    blocks: Sequence[Block]
    place: str = ""
    """What stands beside the title."""
    chosen: str | None = None
    """The row that is chosen now, or offered first; None for the first of all."""
    does: str = "choose"
    """What confirming a row does, in a word."""
