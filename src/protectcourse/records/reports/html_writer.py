"""Writes a report as one HTML page: for A4, offline, without JavaScript, its charts drawn in it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, pairwise
from typing import NamedTuple

from protectcourse.html_pages import make_page
from protectcourse.records.reports.charts import draw
from protectcourse.records.reports.report import (
    Cell,
    Chart,
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

ROWS_OF_A_FIGURE = 16


class ShownCell(NamedTuple):
    """A cell as the page has it."""

    words: str
    reason: str
    """The letter of the reason why there is no value; empty where there is one."""
    is_number: bool
    authored: bool


class ShownTable(NamedTuple):
    """A table as the page has it: its charts drawn, its gaps lettered."""

    table: Table
    figures: tuple[tuple[Chart, str], ...]
    """Each chart with its drawing, an SVG element; a long one in parts that fit a page."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, tuple[ShownCell, ...]], ...]
    """Each row with the heading above it; empty where it is the same as that of the row before."""
    total: tuple[ShownCell, ...] | None
    reasons: tuple[tuple[str, str], ...]


def write_html(report: Report) -> str:
    """Return the report as a page that needs nothing beside it."""
    numbers = count()
    tables = [_shown_table(table, numbers) for table in report.tables]
    return make_page("report.html", report=report, tables=tables)


def _shown_table(table: Table, numbers: Iterator[int]) -> ShownTable:
    marks = {why: mark(place) for place, why in enumerate(reasons(all_rows(table)))}
    places = [n for n in read_places(table) if not table.columns[n].heads]
    rows = tuple(_shown_row(table, row, places, marks) for row in table.rows)
    return ShownTable(
        table=table,
        columns=tuple(table.columns[n] for n in places),
        figures=tuple(one for chart in table.charts for one in _figures(chart, table, numbers)),
        rows=tuple(zip(_new_only(headings(table)), rows, strict=True)),
        total=_shown_row(table, table.total, places, marks) if table.total is not None else None,
        reasons=tuple((letter, why) for why, letter in marks.items()),
    )


def _figures(chart: Chart, table: Table, numbers: Iterator[int]) -> Iterator[tuple[Chart, str]]:
    """Give a chart with its drawing, in as many parts as fit a page each."""
    size = len(table.rows) if chart.form == "line" else ROWS_OF_A_FIGURE
    starts = range(0, len(table.rows), max(1, size))
    for part, start in enumerate(starts, 1):
        title = f"{chart.title} ({part} of {len(starts)})" if len(starts) > 1 else chart.title
        one = chart._replace(title=title)
        yield one, draw(one, table, table.rows[start : start + size], next(numbers))


def _new_only(above: Sequence[str]) -> Iterator[str]:
    """Give each heading where it differs from the one before."""
    for before, heading in pairwise(("", *above)):
        yield heading if heading != before else ""


def _shown_row(
    table: Table, row: Row, places: Sequence[int], marks: Mapping[str, str]
) -> tuple[ShownCell, ...]:
    return tuple(_shown_cell(table.columns[n], row[n], marks) for n in places)


def _shown_cell(column: Column, cell: Cell, marks: Mapping[str, str]) -> ShownCell:
    is_number = column.kind not in {Kind.TEXT, Kind.DAY}
    if isinstance(cell, Undefined):
        return ShownCell("–", marks[cell.why], is_number, authored=False)
    return ShownCell(shown(column, cell), "", is_number, column.authored)
