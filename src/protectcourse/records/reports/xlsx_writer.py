"""Writes a report as an XLSX workbook: a sheet for each table, and one of what is said beside them.

The only module of the records that knows the library of workbooks, an extra.
"""

import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from protectcourse.errors import ExchangeError
from protectcourse.plain_text import one_line
from protectcourse.records.reports.report import (
    Cell,
    Column,
    Kind,
    Report,
    Table,
    all_rows,
    figure,
    shown,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NO_LIBRARY = "XLSX needs openpyxl, which is not here"
INSTALL = "Install it with: pip install 'protectcourse[reports]', or take --format csv."
ABOUT = "About"
LONGEST_NAME, LONGEST_CELL = 31, 32_767
"""Characters; no spreadsheet holds more in the name of a sheet, or in a cell."""
_WIDEST, _NARROWEST = 60, 8
_NO_NAME = re.compile(r"[\[\]:*?/\\']")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""How XLSX writes a character by its number; a text that looks so is told apart."""


def write_xlsx(report: Report) -> bytes:
    """Return a report as a workbook. Raises ExchangeError where the library is missing."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise ExchangeError(NO_LIBRARY, INSTALL) from error
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in report.tables:
        _fill(book.create_sheet(_sheet_name(book, table.name)), table)
    _explain(book.create_sheet(_sheet_name(book, ABOUT)), report)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _sheet_name(book: "Workbook", name: str) -> str:
    """Return the name of a sheet that the book does not have yet."""
    usual = _NO_NAME.sub("-", one_line(name))[:LONGEST_NAME] or "table"
    there = {one.lower() for one in book.sheetnames}
    names = (usual if n == 1 else f"{usual[: LONGEST_NAME - 3]} {n}" for n in range(1, 100))
    return next(one for one in names if one.lower() not in there)


def _fill(page: "Worksheet", table: Table) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(table.columns, 1):
        head = page.cell(1, number)
        _put_text(head, column.name)
        head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        width = _width(column, [row[number - 1] for row in table.rows])
        page.column_dimensions[get_column_letter(number)].width = width
    for place, row in enumerate(all_rows(table), 2):
        is_total = place == len(table.rows) + 2
        for number, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
            cell = page.cell(place, number)
            _put(cell, column, value)
            cell.alignment = Alignment(wrap_text=column.kind is Kind.TEXT, vertical="top")
            cell.font = Font(bold=is_total)
    page.freeze_panes = "B2"
    page.print_title_rows = "1:1"


def _put(cell: Any, column: Column, value: Cell) -> None:
    if isinstance(value, int | float):
        number = figure(column, value)
        if column.kind is Kind.PERCENT:
            number /= 100
        cell.value = int(number) if column.kind is Kind.WHOLE else float(number)
        cell.number_format = _format(column)
    elif isinstance(value, date):
        cell.value, cell.number_format = value, "yyyy-mm-dd"
    else:
        _put_text(cell, shown(column, value))


def _put_text(cell: Any, text: str) -> None:
    """Write a text as one: "=1+1" is what somebody wrote, not what is to be reckoned."""
    if text:
        cell.value = _ESCAPE.sub("_x005F_", text)[:LONGEST_CELL]
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@"


def _format(column: Column) -> str:
    if column.kind is Kind.WHOLE:
        return "0"
    point = "." + "0" * column.digits if column.digits else ""
    return f"0{point}%" if column.kind is Kind.PERCENT else f"0{point}"


def _width(column: Column, cells: Sequence[Cell]) -> int:
    longest = max((len(shown(column, cell)) for cell in cells), default=0)
    words = max((len(word) for word in column.name.split()), default=0)
    return min(_WIDEST, max(_NARROWEST, longest, words) + 2)


def _explain(page: "Worksheet", report: Report) -> None:
    from openpyxl.styles import Alignment, Font

    lines: list[tuple[str, bool]] = [(report.title, True), *((one, False) for one in report.about)]
    for table in report.tables:
        lines += [("", False), (table.title, True)]
        lines += [(one, False) for one in (*table.about, *table.notes)]
        lines += [] if table.rows else [(table.empty, False)]
    lines += [("", False), *((one, False) for one in report.notes)]
    for place, (text, is_head) in enumerate(lines, 1):
        cell = page.cell(place, 1)
        _put_text(cell, one_line(text))
        cell.font, cell.alignment = Font(bold=is_head), Alignment(wrap_text=True, vertical="top")
    page.column_dimensions["A"].width = 90
