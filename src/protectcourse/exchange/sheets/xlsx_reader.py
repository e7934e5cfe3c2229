"""Reads a bank from an XLSX workbook, with suspicion: it is an archive that somebody made."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from protectcourse.errors import ExchangeError
from protectcourse.exchange.carried import CarriedIn, LeftOut
from protectcourse.exchange.remarks import Remarks
from protectcourse.exchange.sheets.sheet_reading import NumberedRow, bank_of_rows, is_header
from protectcourse.exchange.sheets.xlsx_writer import EXPLANATION, INSTALL, NO_LIBRARY

if TYPE_CHECKING:
    from openpyxl import Workbook

LARGEST, LARGEST_UNPACKED = 10_485_760, 41_943_040
"""Bytes: of the file, and of all that is in it."""
MOST_PARTS = 500
MOST_ROWS, MOST_COLUMNS = 2_500, 250
HEAD_WITHIN = 5
"""The row that names the columns is one of the first."""
_NOT_A_BOOK = "this is not an XLSX workbook"
_HINT = "Open it in a spreadsheet and save it as .xlsx, or as CSV."
_HIDDEN = "it is hidden"
_ANOTHER = "another one holds the questions"
_NO_HEADER = "it does not name the columns of questions"
_BY_NUMBER = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_xlsx(data: bytes, bank_id: str, title: str) -> CarriedIn:
    """Return the bank in the first sheet that holds one. Raises ExchangeError."""
    _refuse_bomb(data)
    with _library_faults():
        book = _open(data)
        try:
            name, told = _choose(book)
            rows = list(_rows(book[name]))
        finally:
            book.close()
    if len(rows) > MOST_ROWS:
        raise ExchangeError(f"the sheet has more than {MOST_ROWS} rows", "Make several of it.")
    carried = bank_of_rows(_tidy(rows), bank_id, title)
    return CarriedIn(quiz=carried.quiz, left_out=(*told, *carried.left_out))


def _refuse_bomb(data: bytes) -> None:
    """Raise ExchangeError for an archive that would grow beyond what a bank can be."""
    if len(data) > LARGEST:
        raise ExchangeError(f"the file is larger than {LARGEST // 1_048_576} MB", _HINT)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ExchangeError(_NOT_A_BOOK, _HINT) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise ExchangeError("the workbook holds far more than a bank of questions", _HINT)
    if any(part.flag_bits & 1 for part in parts):
        raise ExchangeError("the workbook is locked with a password", "Save it without one.")


@contextmanager
def _library_faults() -> Iterator[None]:
    """Turn whatever a broken workbook makes the library raise into an ExchangeError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what the library leaves out, which is no matter
            yield
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ExchangeError(_NOT_A_BOOK, _HINT) from error
    except (AssertionError, OSError, RuntimeError, EOFError, MemoryError) as error:
        raise ExchangeError(_NOT_A_BOOK, _HINT) from error
    except (zipfile.BadZipFile, zlib.error, ParseError, NotImplementedError) as error:
        raise ExchangeError(_NOT_A_BOOK, _HINT) from error


def _open(data: bytes) -> "Workbook":
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError as error:
        raise ExchangeError(NO_LIBRARY, INSTALL) from error
    try:
        return load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except InvalidFileException as error:
        raise ExchangeError(_NOT_A_BOOK, _HINT) from error


def _choose(book: "Workbook") -> tuple[str, list[LeftOut]]:
    """Return the name of the sheet to read, and what is to be told of the others."""
    chosen = ""
    told: list[LeftOut] = []
    for page in book.worksheets:
        holds = any(is_header(row.cells) for row in _rows(page, HEAD_WITHIN))
        hidden = page.sheet_state != "visible"
        if holds and not chosen and not hidden:
            chosen = page.title
        elif holds or page.title != EXPLANATION:
            remarks = Remarks(f"sheet {page.title}", 1)
            why = _NO_HEADER if not holds else _HIDDEN if hidden else _ANOTHER
            remarks.changed(f"The sheet was not read: {why}.")
            told += remarks.left_out
    if not chosen:
        message = "no sheet of the workbook names the columns `kind` and `question`"
        raise ExchangeError(message, "Export a bank of a course: its first row shows the columns.")
    return chosen, told


def _rows(page: Any, most: int = MOST_ROWS + 1) -> Iterator[NumberedRow]:
    """Give the rows of a sheet, whatever size it says that it has."""
    if hasattr(page, "reset_dimensions"):
        page.reset_dimensions()
        rows = page.iter_rows(max_row=most, max_col=MOST_COLUMNS, values_only=True)
        for number, cells in enumerate(rows, 1):
            yield NumberedRow(number, [_cell(value) for value in cells])


def _tidy(rows: list[NumberedRow]) -> list[NumberedRow]:
    """Return the rows from the one that names the columns on."""
    first = next(at for at, row in enumerate(rows) if is_header(row.cells))
    return rows[first:]


def _cell(value: object) -> str:
    """Return what a cell shows, as text."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return f"{Decimal(repr(value)):f}".removesuffix(".0")
        case datetime():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case _:
            return _BY_NUMBER.sub(lambda found: chr(int(found[1], 16)), str(value))
