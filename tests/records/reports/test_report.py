"""A report as values, and that every writer says the same."""

import csv
from html.parser import HTMLParser
from io import BytesIO, StringIO

import pytest
from any_report import REPORT, TABLE
from openpyxl import load_workbook

from protectcourse.records.reports.csv_writer import table_text
from protectcourse.records.reports.html_writer import write_html
from protectcourse.records.reports.report import Column, Kind, mark, reasons, shown
from protectcourse.records.reports.text_writer import text_lines
from protectcourse.records.reports.xlsx_writer import write_xlsx
from protectcourse.records.undefined import FEWER

NUMBERS = {"1200", "40", "5", "1245", "12.3", "90.0", "50.0", "-0.34"}


class _Cells(HTMLParser):
    """The texts of the cells of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in {"td", "th"}:
            self.cells.append("")
        self._in_cell = tag in {"td", "th"}

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.cells[-1] += data


def _from_xlsx() -> set[str]:
    book = load_workbook(BytesIO(write_xlsx(REPORT)))
    found = set()
    for row in book["questions"].iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, int | float):
                digits = {"0": 0, "0.0%": 1, "0.00": 2}[cell.number_format]
                value = cell.value * 100 if "%" in cell.number_format else cell.value
                found.add(f"{value:.{digits}f}")
    return found


def _from_html() -> set[str]:
    parser = _Cells()
    parser.feed(write_html(REPORT))
    return {cell.strip().removesuffix(" %") for cell in parser.cells}


def _from_csv() -> set[str]:
    return {cell for row in csv.reader(StringIO(table_text(TABLE))) for cell in row}


def _from_text() -> set[str]:
    return {word for line in text_lines(REPORT, 120) for word in line.split()}


@pytest.mark.parametrize("read", [_from_text, _from_csv, _from_xlsx, _from_html])
def test_every_format_has_the_same_numbers(read: object) -> None:
    """Whoever compares the page with the sheet must not find two truths."""
    assert callable(read)

    assert read() >= NUMBERS


@pytest.mark.parametrize(
    ("kind", "cell", "words"),
    [
        (Kind.PERCENT, 0.12345, "12.3 %"),
        (Kind.PERCENT, -0.0004, "0.0 %"),
        (Kind.WHOLE, 3, "3"),
        (Kind.NUMBER, 2.25, "2.2"),
        (Kind.TEXT, " a\n\x1b[31mb ", "a \ufffd[31mb"),
        (Kind.PERCENT, FEWER, "fewer than 10 people"),
        (Kind.DAY, None, ""),
    ],
)
def test_a_cell_in_words(kind: Kind, cell: float | str | None, words: str) -> None:
    """No cell has minus nought, a line of its own, or a sign that steers the terminal."""
    assert shown(Column("x", kind), cell) == words


def test_reasons_are_lettered_in_order() -> None:
    """Letters go on after z, and each reason has but one."""
    assert reasons(TABLE.rows) == ("nobody got it wrong", "fewer than 10 people")
    assert [mark(n) for n in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]
