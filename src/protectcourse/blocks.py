"""Text for reading, block by block: paragraphs, headings, items of lists, quotations, tables."""

from typing import Literal, NamedTuple

from protectcourse.styled_text import Style, StyledText, styled

Kind = Literal["text", "heading", "quotation", "beside"]


class TextBlock(NamedTuple):
    """Words that wrap. `first` stands before the first line, `rest` before the others."""

    text: StyledText
    kind: Kind = "text"
    first: str = ""
    rest: str = ""
    gap: int = 1
    """Blank lines above, unless it is the first block."""


class TableBlock(NamedTuple):
    """A table: aligned columns where they fit, otherwise each row as a short list."""

    head: tuple[StyledText, ...]
    rows: tuple[tuple[StyledText, ...], ...]
    gap: int = 1


Block = TextBlock | TableBlock


def text_block(words: str, kind: Kind = "text", *, style: Style = "", gap: int = 1) -> TextBlock:
    """Return a block of words in one style."""
    return TextBlock(styled(words, style), kind, gap=gap)
