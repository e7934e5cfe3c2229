"""The three questions before the first lesson, and their usual answers."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from protectcourse.blocks import Block, text_block
from protectcourse.study.display.choosing import Row, numbered_rows

LONGEST_NAME = 80
TITLE = "Before you begin"
QUESTIONS = ("name", "language", "plain")
"""In the order in which they are asked."""
NO, YES = "no", "yes"
NAME_WORDS = (
    "What name should stand on your completion record? It may be empty or made up. "
    "It is stored on this computer only."
)
LANGUAGE_WORDS = "Which language do you want?"
PLAIN_WORDS = (
    "Do you want plain mode? It prints lines and reads lines, without redrawing the screen, "
    "which suits screen readers."
)
PLAIN_MISSING_WORDS = (
    "Plain mode is not in this version yet. Your answer is kept for the version that has it; "
    "until then the course opens as it does now."
)
KEPT_WORDS = (
    "Your answers are kept in {folder} and nowhere else. To erase them: protectcourse erase"
)
LANGUAGES = {"en": "English", "fr": "français", "ko": "한국어"}
"""Names of languages, each in the language itself."""


class FirstAnswers(NamedTuple):
    """What the learner answered."""

    name: str
    language: str
    plain: bool


def question_blocks(step: int, *, plain_available: bool) -> list[Block]:
    """Return the words of a question, by its place from 0."""
    plain = PLAIN_WORDS if plain_available else f"{PLAIN_WORDS}\n\n{PLAIN_MISSING_WORDS}"
    return [text_block((NAME_WORDS, LANGUAGE_WORDS, plain)[step])]


def place_words(step: int) -> str:
    """Return which of the questions this is."""
    return f"question {step + 1} of {len(QUESTIONS)}"


def language_names(codes: Iterable[str]) -> dict[str, str]:
    """Return how languages are called, by code; by the code itself where no name is known."""
    return {code: LANGUAGES.get(code, code) for code in codes}


def language_rows(languages: Mapping[str, str]) -> list[Row]:
    """Return the languages, by code."""
    return numbered_rows(languages.items())


def yes_no_rows() -> list[Row]:
    """Return no, which is usual, and yes."""
    return numbered_rows([(NO, "No"), (YES, "Yes")])


def kept_words(folder: Path) -> str:
    """Return where answers are kept, and how they are erased."""
    return KEPT_WORDS.format(folder=folder)


def name_as_kept(typed: str) -> str:
    """Return a name as it is kept: without blanks at its ends, one between its words."""
    return " ".join(typed.split())
