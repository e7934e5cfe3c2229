"""A report as values: its tables, what their columns hold, and which of their numbers are drawn.

Every writer shows a cell through `shown` or `figure`, so that a number is the same in all of them.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal, NamedTuple, assert_never

from protectcourse.plain_text import one_line
from protectcourse.records.undefined import Undefined


class Kind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    PERCENT = "percent"
    DAY = "day"


Cell = str | int | float | date | Undefined | None
"""A percent is a share, such as 0.25; None is a cell that has nothing to say."""
Row = tuple[Cell, ...]


class Column(NamedTuple):
    """A column of a table."""

    name: str
    kind: Kind = Kind.TEXT
    digits: int = 1
    """After the point, of a number or a percent as it is shown."""
    authored: bool = False
    """Whether its words are the course's own, in the language of the course."""
    heads: bool = False
    """Whether, in the terminal, its cell stands above the rows that share it; a first column."""
    spare: bool = False
    """Whether it is left out of what people read where it is empty, and of the terminal where
    there is no room for all columns."""


class Chart(NamedTuple):
    """A drawing of columns of the table above which it stands, so that the table has its numbers.

    `bars`: a bar for each row, perhaps with an interval. `stacked`: a bar for each row, made of
    the columns. `line`: the columns over the rows, such as months.
    """

    title: str
    form: Literal["bars", "stacked", "line"]
    label: str
    """The name of the column that says what a row is."""
    values: tuple[str, ...]
    """The names of the columns that are drawn."""
    axis: str
    """What the numbers are, such as "share of first attempts"."""
    people: str
    """Of how many, such as "n = 34 people"."""
    interval: tuple[str, str] | None = None
    """The names of the columns that hold the lower and the upper end."""


class Table(NamedTuple):
    """A table of a report, with what stands above and below it."""

    name: str
    """A short name for a file or a sheet, such as "questions"."""
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    about: tuple[str, ...] = ()
    """Paragraphs above the table."""
    notes: tuple[str, ...] = ()
    """Paragraphs below it."""
    charts: tuple[Chart, ...] = ()
    empty: str = "Nothing to show."
    """What is said where there is no row."""


class Report(NamedTuple):
    """A whole report. The course's own words are in `language`, the program's in English."""

    title: str
    about: tuple[str, ...]
    """Of what, of when: paragraphs at the beginning."""
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    """What a reader must know, at the end."""
    language: str = "en"


def figure(column: Column, cell: int | float) -> Decimal:
    """Return a number as every writer shows it: rounded, a percent in hundredths."""
    if column.kind is Kind.WHOLE:
        return Decimal(int(cell))
    times = 100 if column.kind is Kind.PERCENT else 1
    rounded = Decimal(f"{cell * times:.{column.digits}f}")
    return rounded if rounded else abs(rounded)


def shown(column: Column, cell: Cell) -> str:
    """Return a cell in words; of what is undefined, why."""
    match cell:
        case None:
            return ""
        case Undefined():
            return one_line(cell.why)
        case str():
            return one_line(cell)
        case date():
            return cell.isoformat()
        case int() | float():
            unit = " %" if column.kind is Kind.PERCENT else ""
            return f"{figure(column, cell)}{unit}"
        case _:
            assert_never(cell)


def all_rows(table: Table) -> tuple[Row, ...]:
    """Return the rows of a table, its total the last."""
    return table.rows if table.total is None else (*table.rows, table.total)


def read_places(table: Table) -> list[int]:
    """Return the places of the columns that people read: all but a spare one that says nothing."""
    return [
        place
        for place, column in enumerate(table.columns)
        if not column.spare or any(row[place] not in {None, ""} for row in table.rows)
    ]


def headings(table: Table) -> list[str]:
    """Return what stands above each row of a table, from its columns that head others."""
    places = [place for place, column in enumerate(table.columns) if column.heads]
    return [
        " · ".join(words for n in places if (words := shown(table.columns[n], row[n])))
        for row in table.rows
    ]


def reasons(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return why cells are undefined, each reason once, in the order of the table."""
    why = (cell.why for row in rows for cell in row if isinstance(cell, Undefined))
    return tuple(dict.fromkeys(why))


def mark(number: int) -> str:
    """Return the sign of a reason from 0 on: a to z, then aa and so on."""
    more, letter = divmod(number, 26)
    return (mark(more - 1) if more else "") + chr(ord("a") + letter)
