"""How rows fall into lines at a width: heights for all of them, words only for those looked at."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rich.cells import cell_len
from textual.content import Content

from protectcourse.study.display.choosing import Row
from protectcourse.tui.safe_text import as_content, as_line

NARROWEST_TEXT = 16
"""Columns that a row's text keeps at least; words at its right go below it sooner than that."""
MARKER_WIDTH = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a row: which row, which of its lines, and what stands there."""

    index: int
    part: int
    text: Content
    """Without the marks before it."""
    right: str = ""
    note: bool = False


class RowsLayout:
    """Rows at a width. Measures every row once; wraps a row only when it is drawn."""

    def __init__(
        self,
        rows: Sequence[Row],
        width: int,
        box_width: int,
        note_of: Callable[[Row], str],
    ) -> None:
        self._rows = rows
        self._width = max(width, 1)
        self._note_of = note_of
        numbers = [row.number for row in rows if row.number is not None]
        self.number_width = len(str(max(numbers))) if numbers else 0
        self.box_width = box_width
        self.sign_width = max(
            (cell_len(as_line(row.sign).plain) for row in rows if row.sign), default=0
        )
        self._lines: dict[int, list[Line]] = {}
        self._tops = [0, *accumulate(self._height(i) for i in range(len(rows)))]

    @property
    def height(self) -> int:
        """Lines of all rows together."""
        return self._tops[-1]

    def top(self, index: int) -> int:
        """Return the first line of a row."""
        return self._tops[index]

    def row_height(self, index: int) -> int:
        """Return how many lines a row has."""
        return self._tops[index + 1] - self._tops[index]

    def index_at(self, line: int) -> int:
        """Return the row that a line belongs to; -1 below the last."""
        return bisect_right(self._tops, line) - 1 if 0 <= line < self.height else -1

    def line(self, y: int) -> Line:
        """Return what stands on a line."""
        index = self.index_at(y)
        return self.lines(index)[y - self._tops[index]]

    def prefix_width(self, row: Row) -> int:
        """Return how many columns stand before a row's text."""
        if row.heading:
            return MARKER_WIDTH + 2 * row.indent
        width = MARKER_WIDTH + 2 * row.indent
        width += self.number_width + 2 if self.number_width else 0
        for part in (self.box_width, self.sign_width):
            width += part + 1 if part else 0
        return width

    def marks(self, row: Row, marker: str, box: str) -> str:
        """Return what stands before a row's text, each mark in its column."""
        width = self.prefix_width(row)
        marks = "  " * row.indent + marker + " "
        if not row.heading:
            number = "" if row.number is None else str(row.number)
            marks += number.rjust(self.number_width) + "  " if self.number_width else ""
            marks += box.ljust(self.box_width) + " " if self.box_width else ""
            marks += as_line(row.sign).plain
        return marks + " " * (width - cell_len(marks))

    def lines(self, index: int) -> list[Line]:
        """Return the lines of a row, wrapped once and kept."""
        if index not in self._lines:
            self._lines[index] = self._wrap(index)
        return self._lines[index]

    def _height(self, index: int) -> int:
        """Return a row's height, without wrapping a row that plainly fits on one line."""
        row = self._rows[index]
        text = row.text
        if isinstance(text, str) and text.isascii() and "\n" not in text and not self._note_of(row):
            room = self._width - self.prefix_width(row) - (len(row.right) + 2 if row.right else 0)
            if len(text) <= room and room >= NARROWEST_TEXT:
                return 1
        return len(self.lines(index))

    def _wrap(self, index: int) -> list[Line]:
        """Return a row's lines: its text, its words at the right, its note."""
        row = self._rows[index]
        room = max(self._width - self.prefix_width(row), 1)
        right_width = cell_len(row.right) + 2 if row.right else 0
        beside = room - right_width >= NARROWEST_TEXT
        wrapped = as_content(row.text).wrap(room - right_width if beside else room)
        lines = [
            Line(index, part, words, row.right if beside and not part else "")
            for part, words in enumerate(wrapped)
        ]
        below = [] if beside or not row.right else [row.right]
        note = self._note_of(row)
        for words in [*below, *([note] if note else [])]:
            for one in as_content(words).wrap(room):
                lines.append(Line(index, len(lines), one, note=True))
        return lines
