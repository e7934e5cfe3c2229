"""A document as Markdown that reads well as plain text, with every mark of a course's escaped."""

import re
from collections.abc import Iterator
from typing import assert_never

from protectcourse.authoring.paper.document import (
    Block,
    Box,
    Document,
    Entries,
    Facts,
    Grid,
    Heading,
    Items,
    Line,
    Paragraph,
    Piece,
    Quote,
    WriteLines,
    headings,
)
from protectcourse.plain_text import clean_text

RULE = "---"
WRITE_LINE = "_" * 60
_MARKS = re.compile(r"[\\`*\[\]<~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#|\w+;)")
_AT_START = re.compile(r"(?P<sign>>|[-+=#](?=\s|$|#|-|=)|:(?=-))|(?P<digits>\d{1,9})(?=[.)](\s|$))")


def as_markdown(document: Document) -> str:
    """Return the document as one text, without what could steer a terminal."""
    parts = [part for block in document.blocks for part in _block(block)]
    if document.has_contents:
        listed = [
            f"{'  ' * (heading.level - 2)}- {_words(heading.words)}"
            for heading in headings(document)
        ]
        parts.insert(1, "\n".join(listed))
    return clean_text("\n\n".join(part for part in parts if part)) + "\n"


def _block(block: Block) -> Iterator[str]:
    """Give the paragraphs of a block."""
    match block:
        case Heading():
            yield f"{'#' * block.level} {_words(block.words)}"
        case Paragraph(words=words, role="place"):
            yield f"*{_words(words)}*"
        case Paragraph(words=words):
            yield _paragraph(words)
        case Items(items=items, start=start):
            yield "\n".join(_item(words, number, start) for number, words in enumerate(items))
        case Quote(paragraphs=paragraphs):
            yield "\n>\n".join(f"> {_paragraph(words)}" for words in paragraphs)
        case Grid():
            yield _grid(block)
        case Facts(rows=rows):
            # two blanks end a line; a list would run into a list that stands beside it
            yield "  \n".join(f"**{_escaped(label)}:** {_words(words)}" for label, words in rows)
        case Entries(entries=entries):
            yield from (_entry(blocks) for blocks in entries)
        case Box(blocks=blocks):
            yield RULE
            for inside in blocks:
                yield from _block(inside)
            yield RULE
        case WriteLines(number=number):
            yield from [WRITE_LINE] * number
        case _:
            assert_never(block)


def _item(words: Line, number: int, start: int | None) -> str:
    sign = "-" if start is None else f"{start + number}."
    return f"{sign} {_paragraph(words)}"


def _entry(blocks: tuple[Block, ...]) -> str:
    """Return an entry of a list, its blocks under a bullet that is not that of `Items`."""
    text = "\n\n".join(part for block in blocks for part in _block(block))
    return "* " + re.sub(r"\n(?=[^\n])", "\n  ", text)


def _grid(grid: Grid) -> str:
    rows = [_row(grid.head), "|" + " --- |" * len(grid.head)]
    return "\n".join([*rows, *(_row(row) for row in grid.rows)])


def _row(cells: tuple[Line, ...]) -> str:
    return "| " + " | ".join(_words(cell) for cell in cells) + " |"


def _paragraph(words: Line) -> str:
    """Return a run of text that cannot be taken for a heading, a list or a rule."""
    text = _words(words)
    return _AT_START.sub(_escaped_start, text, count=1) if _AT_START.match(text) else text


def _escaped_start(found: re.Match[str]) -> str:
    return f"{found['digits']}\\" if found["digits"] else f"\\{found['sign']}"


def _words(words: Line) -> str:
    """Return a run of text on one line."""
    return re.sub(r"\s+", " ", "".join(_piece(piece) for piece in words)).strip()


def _piece(piece: Piece) -> str:
    text = _escaped(piece.words)
    match piece.style:
        case "strong":
            return _marked(text, "**")
        case "emphasis":
            return _marked(text, "*")
        case "strong emphasis":
            return _marked(text, "***")
        case "" | "term" | "cited" | "link" | "small":
            return text
        case _:
            assert_never(piece.style)


def _marked(text: str, mark: str) -> str:
    """Return text between marks, which must stand beside what is no blank."""
    bare = text.strip()
    if not any(sign.isalnum() for sign in bare):  # marks around a full stop would be shown
        return text
    before, _, after = text.partition(bare)
    return f"{before}{mark}{bare}{mark}{after}"


def _escaped(words: str) -> str:
    """Return words in which nothing is a mark."""
    return _MARKS.sub(lambda found: f"\\{found[0]}", words)
