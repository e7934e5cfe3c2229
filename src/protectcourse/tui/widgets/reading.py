"""A column of text for reading: paragraphs, lists, quotations and tables, drawn line by line."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple, assert_never

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from protectcourse.blocks import Block, Kind, TableBlock, TextBlock
from protectcourse.styled_text import StyledText
from protectcourse.tui.safe_text import as_content, join_content

WIDEST = 76
"""Columns of text at most: longer lines are hard to follow."""
NARROWEST_CELL = 8
CELL_GAP = "  "
EMPTY = as_content("")
HANGING = TextBlock(StyledText(), rest="  ")
"""How a cell stands where a table has become a list."""
_Cells = Sequence[Content]


class _Line(NamedTuple):
    """A line as drawn, without the margin."""

    text: Content
    kind: Kind


class Reading(Widget):
    """Text in a centred column of at most 76 characters. Its container scrolls it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reading--heading",
        "reading--quotation",
        "reading--beside",
    }
    DEFAULT_CSS = """
    Reading { width: 1fr; height: auto; color: $foreground; }
    Reading > .reading--heading { text-style: bold; }
    Reading > .reading--quotation { color: $foreground; }
    Reading > .reading--beside { color: $muted; }
    """

    def __init__(
        self,
        blocks: Sequence[Block] = (),
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._blocks = tuple(blocks)
        self._lines_kept: list[_Line] | None = None
        self._lines_width = 0

    def show(self, blocks: Sequence[Block]) -> None:
        """Show other text."""
        self._blocks = tuple(blocks)
        self._lines_kept = None
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the text needs at a width."""
        del container, viewport
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        lines = self._lines(width)
        base = self.visual_style
        if not 0 <= y < len(lines):
            return Strip.blank(width, base.rich_style)
        line = lines[y]
        style = base if line.kind == "text" else self.get_visual_style(f"reading--{line.kind}")
        segments = [Segment(" " * ((width - column_width(width)) // 2), base.rich_style)]
        for text, part in line.text.render(style, "", self.app.stylesheet.parse_style):
            segments.append(Segment(text, (style + part).rich_style))
        return Strip(segments).adjust_cell_length(width, base.rich_style)

    def _lines(self, width: int) -> list[_Line]:
        """Return the text as lines, wrapped once for each width."""
        if self._lines_kept is None or self._lines_width != width:
            self._lines_width = width
            self._lines_kept = list(_lay_out(self._blocks, column_width(width)))
        return self._lines_kept


def column_width(width: int) -> int:
    """Return the columns that text takes in a widget this wide."""
    return min(max(width, 1), WIDEST)


def _lay_out(blocks: Iterable[Block], width: int) -> Iterable[_Line]:
    """Give the lines of blocks, with blank lines between."""
    for number, block in enumerate(blocks):
        if number:
            yield from [_Line(EMPTY, "text")] * block.gap
        match block:
            case TextBlock():
                yield from _wrap(as_content(block.text), block, width)
            case TableBlock():
                yield from _lay_out_table(block, width)
            case _:
                assert_never(block)


def _wrap(text: Content, block: TextBlock, width: int) -> Iterable[_Line]:
    """Give the lines of a text, laid out as its block is."""
    room = max(width - max(cell_len(block.first), cell_len(block.rest)), 1)
    for number, line in enumerate(text.wrap(room)):
        before = block.rest if number else block.first
        yield _Line(join_content(before, line) if before else line, block.kind)


def _lay_out_table(table: TableBlock, width: int) -> Iterable[_Line]:
    """Give a table's lines: side by side if that leaves every column room, else as a list."""
    head, *rows = [[as_content(cell) for cell in row] for row in (table.head, *table.rows)]
    widths = _column_widths([head, *rows], width)
    if widths is None:
        yield from _table_as_list(head, rows, width)
        return
    for number, row in enumerate((head, *rows)):
        kind: Kind = "text" if number else "heading"
        cells = [cell.wrap(room) for cell, room in zip(row, widths, strict=True)]
        for part in range(max(len(cell) for cell in cells)):
            pieces = [
                (cell[part] if part < len(cell) else EMPTY).pad_right(
                    room - (cell[part].cell_length if part < len(cell) else 0)
                )
                for cell, room in zip(cells, widths, strict=True)
            ]
            yield _Line(as_content(CELL_GAP).join(pieces), kind)
        if not number:
            rule = CELL_GAP.join("─" * room for room in widths)
            yield _Line(as_content(rule, "$rule"), "text")


def _column_widths(rows: Sequence[_Cells], width: int) -> list[int] | None:
    """Return the width of each column, None when they cannot stand side by side."""
    columns = list(zip(*rows, strict=True))
    wanted = [max(cell.cell_length for cell in column) for column in columns]
    room = width - len(CELL_GAP) * (len(columns) - 1)
    if sum(wanted) <= room:
        return wanted
    fair = room // len(columns)
    if fair < NARROWEST_CELL * 2:
        return None
    spare = room - sum(min(one, fair) for one in wanted)
    wide = [one for one in wanted if one > fair]
    return [one if one <= fair else fair + spare // len(wide) for one in wanted]


def _table_as_list(head: _Cells, rows: Sequence[_Cells], width: int) -> Iterable[_Line]:
    """Give each row as its cells below one another, each after its column's heading."""
    for number, row in enumerate(rows):
        if number:
            yield _Line(EMPTY, "text")
        for name, cell in zip(head, row, strict=True):
            words = join_content(name.stylize("bold"), ": ", cell) if name else cell
            yield from _wrap(words, HANGING, width)
