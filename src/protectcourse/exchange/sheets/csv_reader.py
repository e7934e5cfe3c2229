"""Reads a bank from CSV, as spreadsheets write it, whatever they divide the cells with."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from protectcourse.errors import ExchangeError
from protectcourse.exchange.carried import CarriedIn
from protectcourse.exchange.foreign.text_decoding import decode_text
from protectcourse.exchange.sheets.sheet_reading import NumberedRow, bank_of_rows, is_header

SEPARATORS = (",", ";", "\t")
_SAID = re.compile(r"\"?sep=(.)\"?", re.I)
"""A first line by which Excel is told what divides the cells."""
_GUARDED = re.compile(r"(\A|[;\t\n]\"*)'(?='*[=+\-@\t\r\n＝＋－＠])")
_HINT = "Open it in a spreadsheet and save it as CSV again."


def read_csv(data: bytes, bank_id: str, title: str) -> CarriedIn:
    """Return the bank in a CSV file. Raises ExchangeError where it cannot be read."""
    text, told = decode_text(data)
    first, _, rest = text.partition("\n")
    said = _SAID.fullmatch(first)
    body = rest if said else text
    rows = _rows(body, said[1] if said else _separator(body), after=1 if said else 0)
    carried = bank_of_rows(rows, bank_id, title)
    return CarriedIn(quiz=carried.quiz, left_out=(*told, *carried.left_out))


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given."""
    return _GUARDED.sub(r"\1", text)


def _separator(text: str) -> str:
    """Return what divides the cells, told by the row that names the columns."""
    for separator in SEPARATORS:
        header = next(csv.reader(StringIO(text, newline=""), delimiter=separator), [])
        if is_header(header):
            return separator
    return SEPARATORS[0]


def _rows(text: str, separator: str, after: int) -> Iterator[NumberedRow]:
    """Give the rows; `after` so many that stand before them."""
    number = after
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, after + 1):
            yield NumberedRow(number, [unguarded(cell) for cell in cells])
    except csv.Error as error:
        message = f"row {number + 1}: this is not CSV ({error})"
        raise ExchangeError(message, _HINT) from error
