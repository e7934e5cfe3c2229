"""Writes a report for the terminal: aligned tables that wrap, whose gaps say below why they are."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from textwrap import wrap
from unicodedata import combining, east_asian_width

from protectcourse.plain_text import one_line
from protectcourse.records.reports.report import (
    Cell,
    Column,
    Kind,
    Report,
    Row,
    Table,
    all_rows,
    headings,
    mark,
    read_places,
    reasons,
    shown,
)
from protectcourse.records.undefined import Undefined

GAP = 2
NARROWEST_TEXT, WIDEST_WORD = 12, 24
"""A column of text is no narrower than the one; a word no wider than the other is not broken."""
NO_VALUE = "–"

Lines = Sequence[str]


def text_lines(report: Report, width: int) -> Iterator[str]:
    """Give the lines of a report that are no longer than a width."""
    yield from _title(report.title, "=", width)
    for words in report.about:
        yield from _paragraph(words, width)
    for table in report.tables:
        yield ""
        yield from _table_lines(table, width)
    if report.notes:
        yield ""
    for words in report.notes:
        yield from _paragraph(words, width)


def cells_wide(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(c) in "WF" else 0 if combining(c) else 1 for c in text)


def _title(words: str, line: str, width: int) -> Iterator[str]:
    lines = wrap(one_line(words), width)
    yield from lines
    yield line * min(width, max((cells_wide(one) for one in lines), default=0))


def _paragraph(words: str, width: int, indent: str = "") -> list[str]:
    return wrap(one_line(words), width, initial_indent=indent, subsequent_indent=indent)


def _table_lines(table: Table, width: int) -> Iterator[str]:
    yield from _title(table.title, "-", width)
    for words in table.about:
        yield from _paragraph(words, width)
    rows = all_rows(table)
    if rows:
        yield ""
        marks = {why: mark(number) for number, why in enumerate(reasons(rows))}
        yield from _grid(table, rows, marks, width)
        for why, letter in marks.items():
            yield from wrap(f"({letter}) {one_line(why)}", width, subsequent_indent="    ")
    else:
        yield from _paragraph(table.empty, width)
    for words in table.notes:
        yield from _paragraph(words, width)


def _grid(table: Table, rows: Sequence[Row], marks: Mapping[str, str], width: int) -> Iterator[str]:
    """Give the table in columns, or where they do not fit, its rows one below another."""
    words = [
        [_words(*pair, marks) for pair in zip(table.columns, row, strict=True)] for row in rows
    ]
    room = _room(table, words, width)
    if room is None:
        yield from _cards(table.columns, words, width)
        return
    places, widths = room
    columns = [table.columns[n] for n in places]
    rule = (" " * GAP).join("-" * one for one in widths)
    yield from _row_lines([column.name for column in columns], columns, widths)
    yield rule
    above = ""
    for number, (row, heading) in enumerate(zip_longest(words, headings(table), fillvalue="")):
        if heading != above:
            yield from [""] * bool(number and heading)
            yield from _paragraph(heading, width)
            above = heading
        yield from [rule] * (number == len(table.rows))
        yield from _row_lines([row[n] for n in places], columns, widths)


def _room(table: Table, words: Sequence[Lines], width: int) -> tuple[list[int], list[int]] | None:
    """Return which columns stand beside each other, and how wide; None where they cannot."""
    columns = table.columns
    places = [n for n in read_places(table) if not columns[n].heads]
    for beside in (places, [n for n in places if not columns[n].spare]):
        cells = [[row[n] for n in beside] for row in words]
        widths = _widths([columns[n] for n in beside], cells, width)
        if widths is not None:
            return beside, widths
    return None


def _words(column: Column, cell: Cell, marks: Mapping[str, str]) -> str:
    if isinstance(cell, Undefined):
        return f"{NO_VALUE} ({marks[cell.why]})"
    return shown(column, cell)


def _widths(columns: Sequence[Column], words: Sequence[Lines], width: int) -> list[int] | None:
    """Return how wide each column is; None where they cannot stand beside each other."""
    heads = [max((len(word) for word in one.name.split()), default=0) for one in columns]
    whole = [max((cells_wide(row[n]) for row in words), default=0) for n in range(len(columns))]
    widths = [max(pair) for pair in zip(whole, heads, strict=True)]
    least = [
        max(heads[n], _least(words, n)) if column.kind is Kind.TEXT else widths[n]
        for n, column in enumerate(columns)
    ]
    room = width - GAP * (len(columns) - 1)
    if sum(least) > room:
        return None
    while (over := sum(widths) - room) > 0:
        slack = [wide - small for wide, small in zip(widths, least, strict=True)]
        widest = max((n for n in range(len(widths)) if slack[n]), key=lambda n: widths[n])
        widths[widest] -= min(over, slack[widest], max(1, over // 4))
    return widths


def _least(words: Sequence[Lines], place: int) -> int:
    """Return how narrow a column of text may be: its longest word, within bounds, stays whole."""
    cells = [row[place] for row in words]
    longest_cell = max(map(cells_wide, cells), default=0)
    longest_word = max((cells_wide(word) for one in cells for word in one.split()), default=0)
    return max(min(longest_cell, NARROWEST_TEXT), min(longest_word, WIDEST_WORD))


def _row_lines(
    cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]
) -> Iterator[str]:
    """Give the lines of one row; a head stands above its column as the cells do."""
    parts = [_folded(cell, wide) for cell, wide in zip(cells, widths, strict=True)]
    for number in range(max(len(part) for part in parts)):
        line = [
            _aligned(part[number] if number < len(part) else "", wide, column)
            for part, wide, column in zip(parts, widths, columns, strict=True)
        ]
        yield (" " * GAP).join(line).rstrip()


def _folded(text: str, width: int) -> list[str]:
    """Return a text in lines of a width in cells; a long word is broken."""
    lines = [""]
    for word in text.split():
        if lines[-1] and cells_wide(lines[-1]) + 1 + cells_wide(word) <= width:
            lines[-1] += f" {word}"
            continue
        lines += [""] if lines[-1] else []
        for sign in word:
            if cells_wide(lines[-1]) + cells_wide(sign) > width:
                lines.append("")
            lines[-1] += sign
    return lines


def _aligned(text: str, width: int, column: Column) -> str:
    blanks = " " * (width - cells_wide(text))
    return text + blanks if column.kind in {Kind.TEXT, Kind.DAY} else blanks + text


def _cards(columns: Sequence[Column], words: Sequence[Lines], width: int) -> Iterator[str]:
    for number, row in enumerate(words):
        if number:
            yield ""
        for column, text in zip(columns, row, strict=True):
            if text:
                yield from wrap(f"{column.name}: {text}", width, subsequent_indent="  ")
