"""What a search found, as rows, and what is said before and instead."""

from collections.abc import Callable, Sequence

from protectcourse.blocks import Block, text_block
from protectcourse.course.index import Entry
from protectcourse.course.outline import CourseOutline
from protectcourse.study.display.choosing import Row
from protectcourse.study.searching import Hit

TITLE = "Search"
HOW = "Write one word or several; what has all of them is listed. Lessons, terms, sources, titles."
NOTHING = "Nothing in the course has all of these words."


def hit_rows(hits: Sequence[Hit], place_of: Callable[[Entry], str]) -> list[Row]:
    """Return what was found, each with its place in the course; ids are places in `hits`."""
    return [
        Row(id=str(number), text=hit.entry.title, right=place_of(hit.entry), note=hit.snippet)
        for number, hit in enumerate(hits)
    ]


def search_blocks(typed: str, hits: Sequence[Hit]) -> list[Block]:
    """Return how to search, or that nothing was found; nothing where something was."""
    if hits:
        return []
    return [text_block(NOTHING if typed.strip() else HOW)]


def found_words(typed: str, hits: Sequence[Hit]) -> str:
    """Return how much was found; empty before anything was typed."""
    return f"{len(hits)} found" if typed.strip() else ""


def place_words(entry: Entry, outline: CourseOutline) -> str:
    """Return where something that was found stands."""
    unit = outline.unit(entry.name)
    match entry.sort:
        case "page" | "unit" if unit is not None:
            return f"{unit.sort} {unit.number}".strip()
        case "term":
            return "glossary"
        case _:
            return entry.sort
