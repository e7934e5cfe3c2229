"""Course text as blocks for reading: terms underlined, citations as the numbers of footnotes."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import assert_never

from textual.content import Content

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
from protectcourse.tui.safe_text import join_content
from protectcourse.tui.widgets.reading import Block, TableBlock, TextBlock

BULLET, QUOTE = "• ", "│ "
NONE: Mapping[tuple[str, str], int] = MappingProxyType({})


def prose_blocks(text: str, numbers: Mapping[tuple[str, str], int] = NONE) -> list[Block]:
    """Return a text's blocks; `numbers` has the footnote of each (source, place) cited."""
    return [shown for block in parse_prose(text) for shown in _show(block, numbers)]


def line_block(
    text: str, numbers: Mapping[tuple[str, str], int] = NONE, *, gap: int = 1
) -> TextBlock:
    """Return a text that is one run of words, such as an option or a reason."""
    return TextBlock(show_spans(parse_line(text), numbers), gap=gap)


def show_spans(spans: Spans, numbers: Mapping[tuple[str, str], int] = NONE) -> Content:
    """Return a run of text as content. What has no footnote shows its source by name."""
    return join_content(*(part for span in spans for part in _show_span(span, numbers)))


def _show_span(
    span: TextSpan | TermSpan | CiteSpan | LinkSpan, numbers: Mapping[tuple[str, str], int]
) -> Iterator[tuple[str, str]]:
    """Give the words of a span with their style."""
    match span:
        case TextSpan(text, strong, emphasis):
            yield text, " ".join(["bold"] * strong + ["italic"] * emphasis)
        case TermSpan(name, wording):
            yield wording or name, "underline"
        case CiteSpan(citations):
            shown = []
            for cited in citations:
                number = numbers.get(cited)
                named = ", ".join(part for part in cited if part)
                shown.append(f"[{named if number is None else number}]")
            yield " ".join(shown), "$muted"
        case LinkSpan(address):
            yield address, "$link-text"
        case _:
            assert_never(span)


def _show(block: ProseBlock, numbers: Mapping[tuple[str, str], int]) -> Iterator[Block]:
    """Give one block, or one for each item of a list."""
    match block:
        case Paragraph(spans):
            yield TextBlock(show_spans(spans, numbers))
        case BulletList(items):
            yield from _show_items(items, [BULLET] * len(items), numbers)
        case NumberedList(items, start):
            width = len(str(start + len(items) - 1))
            marks = [f"{start + n:>{width}}. " for n in range(len(items))]
            yield from _show_items(items, marks, numbers)
        case Quotation(paragraphs):
            for number, spans in enumerate(paragraphs):
                if number:  # the line at the left goes on between paragraphs
                    yield TextBlock(join_content(""), "quotation", QUOTE.rstrip(), gap=0)
                words = show_spans(spans, numbers)
                yield TextBlock(words, "quotation", QUOTE, QUOTE, gap=0 if number else 1)
        case Table(head, rows):
            shown = [tuple(show_spans(cell, numbers) for cell in row) for row in (head, *rows)]
            yield TableBlock(shown[0], tuple(shown[1:]))
        case _:
            assert_never(block)


def _show_items(
    items: tuple[Spans, ...], marks: list[str], numbers: Mapping[tuple[str, str], int]
) -> Iterator[Block]:
    """Give the items of a list, each hanging under its mark."""
    for place, (spans, mark) in enumerate(zip(items, marks, strict=True)):
        rest = " " * len(mark)
        yield TextBlock(show_spans(spans, numbers), "text", mark, rest, gap=0 if place else 1)
