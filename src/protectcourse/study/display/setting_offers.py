"""A learner's own settings, each as a choice to be made."""

from collections.abc import Iterable, Mapping

from protectcourse.blocks import text_block
from protectcourse.study.display.choosing import Row, numbered_rows
from protectcourse.study.display.first_questions import (
    LANGUAGE_WORDS,
    PLAIN_MISSING_WORDS,
    PLAIN_WORDS,
    language_rows,
    yes_no_rows,
)
from protectcourse.study.display.sheets import Offer

NAME_TITLE = "Your name"
COLOUR_WORDS = "The course can be read without colours: each sign has its word."


def language_offer(languages: Mapping[str, str], chosen: str | None) -> Offer:
    """Return the languages that the course is in, by code; `chosen` is the present one."""
    return _offer("Language", language_rows(languages), [LANGUAGE_WORDS], chosen)


def plain_offer(chosen: str | None) -> Offer:
    """Return the choice of plain mode."""
    return _offer("Plain mode", yes_no_rows(), [PLAIN_WORDS, PLAIN_MISSING_WORDS], chosen)


def colour_offer(themes: Iterable[tuple[str, str]], chosen: str | None) -> Offer:
    """Return the choice of colours: the name of each set, and how it is called."""
    return _offer("Colours", numbered_rows(themes), [COLOUR_WORDS], chosen)


def _offer(title: str, rows: list[Row], words: list[str], chosen: str | None) -> Offer:
    known = {row.id for row in rows}
    blocks = [text_block(one) for one in words]
    return Offer(title, rows, blocks, chosen=chosen if chosen in known else None)
