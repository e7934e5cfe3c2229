"""Course text as blocks for reading: terms underlined, citations as the numbers of footnotes."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import assert_never

from protectcourse.blocks import Block, TableBlock, TextBlock
from protectcourse.course.prose import (
    BulletList,
    CiteSpan,
    LinkSpan,
    NumberedList,
    Paragraph,
    ProseBlock,
    Quotation,
    Spans,
    Table,
    TermSpan,
    TextSpan,
    parse_line,
    parse_prose,
)
from protectcourse.styled_text import Style, StyledText, join_text

BULLET, QUOTE = "• ", "│ "
STRESS: Mapping[tuple[bool, bool], Style] = {
    (False, False): "",
    (True, False): "strong",
    (False, True): "emphasis",
    (True, True): "strong emphasis",
}
"""The style of words that are strong, or emphasised, or both."""
Marks = Mapping[tuple[str, str], int | str]
"""What stands for each source and place cited: the number of its footnote, or a name."""
NONE: Marks = MappingProxyType({})


def prose_blocks(text: str, marks: Marks = NONE) -> list[Block]:
    """Return a text's blocks; `marks` has what stands for each (source, place) cited."""
    return [shown for block in parse_prose(text) for shown in _show(block, marks)]


def line_block(text: str, marks: Marks = NONE, *, gap: int = 1) -> TextBlock:
    """Return a text that is one run of words, such as an option or a reason."""
    return TextBlock(show_spans(parse_line(text), marks), gap=gap)


def choice_words(text: str) -> StyledText | str:
    """Return a choice as it is read; emphasis and terms stand in few, and are parsed only there."""
    return line_block(text).text if "*" in text or "[[" in text else text


def show_spans(spans: Spans, marks: Marks = NONE) -> StyledText:
    """Return a run of text in its styles. What has no mark shows the id of its source."""
    return join_text(*(part for span in spans for part in _show_span(span, marks)))


def _show_span(
    span: TextSpan | TermSpan | CiteSpan | LinkSpan, marks: Marks
) -> Iterator[tuple[str, Style]]:
    """Give the words of a span with their style."""
    match span:
        case TextSpan(text, strong, emphasis):
            yield text, STRESS[strong, emphasis]
        case TermSpan(name, wording):
            yield wording or name, "term"
        case CiteSpan(citations):
            shown = []
            for cited in citations:
                number = marks.get(cited)
                named = ", ".join(part for part in cited if part)
                shown.append(f"[{named if number is None else number}]")
            yield " ".join(shown), "muted"
        case LinkSpan(address):
            yield address, "link"
        case _:
            assert_never(span)


def _show(block: ProseBlock, marks: Marks) -> Iterator[Block]:
    """Give one block, or one for each item of a list."""
    match block:
        case Paragraph(spans):
            yield TextBlock(show_spans(spans, marks))
        case BulletList(items):
            yield from _show_items(items, [BULLET] * len(items), marks)
        case NumberedList(items, start):
            width = len(str(start + len(items) - 1))
            signs = [f"{start + n:>{width}}. " for n in range(len(items))]
            yield from _show_items(items, signs, marks)
        case Quotation(paragraphs):
            for number, spans in enumerate(paragraphs):
                if number:  # the line at the left goes on between paragraphs
                    yield TextBlock(StyledText(), "quotation", QUOTE.rstrip(), gap=0)
                words = show_spans(spans, marks)
                yield TextBlock(words, "quotation", QUOTE, QUOTE, gap=0 if number else 1)
        case Table(head, rows):
            shown = [tuple(show_spans(cell, marks) for cell in row) for row in (head, *rows)]
            yield TableBlock(shown[0], tuple(shown[1:]))
        case _:
            assert_never(block)


def _show_items(items: tuple[Spans, ...], signs: list[str], marks: Marks) -> Iterator[Block]:
    """Give the items of a list, each hanging under its sign."""
    for place, (spans, sign) in enumerate(zip(items, signs, strict=True)):
        rest = " " * len(sign)
        yield TextBlock(show_spans(spans, marks), "text", sign, rest, gap=0 if place else 1)
