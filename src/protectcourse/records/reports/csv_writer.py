"""Writes the tables of a report as CSV: a file each, numbers as numbers, and no cell that runs.

A text that a spreadsheet would take for a formula gets an apostrophe before it. A number is rounded
as on the screen; a percent is written in hundredths, which the head of its column says.
"""

import csv
from datetime import date
from io import StringIO

from protectcourse.formula_guard import guarded
from protectcourse.records.reports.report import (
    Cell,
    Column,
    Kind,
    Table,
    all_rows,
    figure,
    shown,
)


def write_csv(table: Table) -> bytes:
    """Return a table as CSV: UTF-8 with the mark that Excel knows it by, commas, all rows."""
    return table_text(table).encode("utf-8-sig")


def table_text(table: Table) -> str:
    """Return a table as the text of a CSV file."""
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(_head(column) for column in table.columns)
    for row in all_rows(table):
        writer.writerow(_cell(*pair) for pair in zip(table.columns, row, strict=True))
    return file.getvalue()


def _head(column: Column) -> str:
    return guarded(f"{column.name} (%)" if column.kind is Kind.PERCENT else column.name)


def _cell(column: Column, cell: Cell) -> str:
    if isinstance(cell, int | float):
        return f"{figure(column, cell):f}"
    text = shown(column, cell)
    return text if isinstance(cell, date) else guarded(text)
