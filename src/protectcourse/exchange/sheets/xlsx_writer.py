"""Writes a bank as an XLSX workbook: a sheet of questions, and one that explains its columns."""

import re
from collections.abc import Iterable
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from protectcourse.errors import ExchangeError
from protectcourse.exchange.carried import CarriedOut
from protectcourse.exchange.remarks import Remarks
from protectcourse.exchange.sheets.sheet_columns import AFTER, BEFORE, KINDS, OPTIONS
from protectcourse.exchange.sheets.sheet_rows import Cell, sheet_of
from protectcourse.quiz.bank import Quiz

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

QUESTIONS, EXPLANATION = "Questions", "How to fill it in"
LONGEST_CELL = 32_767
"""Characters; no spreadsheet holds more in a cell."""
NO_LIBRARY = "XLSX needs openpyxl, which is not here"
INSTALL = "Install it with: pip install 'protectcourse[banks]'"
_LAST_ROW = 2001
_WIDE, _NARROW = 44, 16
_WIDE_COLUMNS = frozenset({"question", "reason", "model answer"})
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""How XLSX writes a character by its number; a text that looks so is told apart."""


def write_xlsx(quiz: Quiz) -> CarriedOut:
    """Return a bank as a workbook. Raises ExchangeError where the library is missing."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise ExchangeError(NO_LIBRARY, INSTALL) from error
    sheet = sheet_of(quiz)
    remarks = Remarks(quiz.title, 0)
    book = Workbook()
    page: Worksheet = book.worksheets[0]
    page.title = QUESTIONS
    _fill(page, sheet.header, sheet.rows, remarks)
    _dress(page, sheet.header)
    _explain(book)
    data = BytesIO()
    book.save(data)
    return CarriedOut(data=data.getvalue(), left_out=(*sheet.left_out, *remarks.left_out))


def _fill(
    page: "Worksheet", header: Iterable[str], rows: Iterable[Iterable[Cell]], remarks: Remarks
) -> None:
    for row, cells in enumerate((header, *rows), 1):
        for column, value in enumerate(cells, 1):
            if value == "":
                continue
            cell: Any = page.cell(row, column)
            if isinstance(value, Decimal) and Decimal(repr(float(value))) == value:
                cell.value = int(value) if value == int(value) else float(value)
                continue
            text = value if isinstance(value, str) else f"{value:f}"
            if len(text) > LONGEST_CELL:
                remarks.lost(f"Row {row}: a text was cut after {LONGEST_CELL} characters.")
            cell.value = _ESCAPE.sub("_x005F_", text)[:LONGEST_CELL]
            cell.data_type = "s"  # "=1+1" is what somebody wrote, not what is to be reckoned
            cell.quotePrefix = text[0] in "=+-@"


def _dress(page: "Worksheet", header: Iterable[str]) -> None:
    """Make a sheet that people can fill in: heads that stay, lists to choose from."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    page.freeze_panes = "D2"
    for number, name in enumerate(header, 1):
        letter = get_column_letter(number)
        page.cell(1, number).font = Font(bold=True)
        is_wide = name in _WIDE_COLUMNS or name[-1].isdigit()
        page.column_dimensions[letter].width = _WIDE if is_wide else _NARROW
    for cells in page.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    kinds = DataValidation("list", formula1=f'"{",".join(KINDS)}"', allow_blank=True)
    kinds.error = "Choose one of the kinds that the second sheet explains."
    kinds.showErrorMessage = True
    kinds.errorStyle = "warning"
    kinds.add(f"A2:A{_LAST_ROW}")
    right = DataValidation("list", formula1='"1,2,3,4,5,6,true,false"', allow_blank=True)
    right.showErrorMessage = False  # several numbers, and numbers to be guessed, stand there too
    right.add(f"D2:D{_LAST_ROW}")
    page.add_data_validation(kinds)
    page.add_data_validation(right)


def _explain(book: "Workbook") -> None:
    from openpyxl.styles import Alignment, Font

    page = book.create_sheet(EXPLANATION)
    page.append(["Column", "What belongs there"])
    for names in (BEFORE, OPTIONS, AFTER):
        for name, what in names.items():
            page.append([name, what])
    page.append([])
    page.append(["Kind", "What a row of it holds"])
    heads = {1, page.max_row}
    for name, what in KINDS.items():
        page.append([name, what])
    for cells in page.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=cell.row in heads)
            if cell.value is not None:
                cell.data_type = "s"
    page.column_dimensions["A"].width = 24
    page.column_dimensions["B"].width = 90
