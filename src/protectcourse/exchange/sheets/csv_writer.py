"""Writes a bank as CSV that spreadsheets open, and of which no cell runs."""

import csv
from decimal import Decimal
from io import StringIO

from protectcourse.exchange.carried import CarriedOut
from protectcourse.exchange.sheets.sheet_rows import Cell, sheet_of
from protectcourse.formula_guard import guarded
from protectcourse.quiz.bank import Quiz


def write_csv(quiz: Quiz) -> CarriedOut:
    """Return a bank as CSV: UTF-8 with the mark that Excel knows it by, commas, all in quotes."""
    sheet = sheet_of(quiz)
    file = StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(sheet.header)
    writer.writerows([_cell(cell) for cell in row] for row in sheet.rows)
    return CarriedOut(data=file.getvalue().encode("utf-8-sig"), left_out=sheet.left_out)


def _cell(cell: Cell) -> str:
    return f"{cell:f}" if isinstance(cell, Decimal) else guarded(cell)
