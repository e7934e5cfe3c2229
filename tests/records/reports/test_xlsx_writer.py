"""Reports as workbooks."""

from datetime import datetime
from io import BytesIO

from any_report import HOSTILE, REPORT
from openpyxl import load_workbook

from protectcourse.records.reports.report import Column, Report, Table
from protectcourse.records.reports.xlsx_writer import write_xlsx


def test_numbers_are_numbers_and_days_are_days() -> None:
    """What is text in a sheet cannot be added up or sorted."""
    page = load_workbook(BytesIO(write_xlsx(REPORT)))["questions"]

    people, right, since = (page.cell(2, place) for place in (3, 4, 8))
    assert (people.value, people.number_format) == (1200, "0")
    assert (right.value, right.number_format) == (0.123, "0.0%")
    assert since.value == datetime(2026, 3, 1)
    assert page.cell(3, 7).value == "nobody got it wrong"


def test_no_cell_runs() -> None:
    """A formula in a name would run when the workbook is opened."""
    book = load_workbook(BytesIO(write_xlsx(REPORT)))

    cell = book["questions"].cell(2, 2)
    assert (cell.value, cell.data_type) == (HOSTILE, "s")
    assert not [c for page in book for row in page.iter_rows() for c in row if c.data_type == "f"]


def test_every_table_has_a_sheet_of_its_own_name() -> None:
    """Long, doubled and forbidden names are no reason to lose a table."""
    names = ("a" * 40, "a" * 41, "q/1", "About")
    tables = tuple(Table(name, "T", (Column("One"),), (("x",),)) for name in names)

    book = load_workbook(BytesIO(write_xlsx(Report("R", (), tables))))

    assert len(book.sheetnames) == 5
    assert "q-1" in book.sheetnames


def test_what_is_said_beside_the_tables_is_there_too() -> None:
    """A number without its caveats is half the truth."""
    page = load_workbook(BytesIO(write_xlsx(REPORT)))["About"]

    said = {page.cell(row, 1).value for row in range(1, page.max_row + 1)}
    assert {"What the table says.", "What stands below it.", "What to know."} <= said
