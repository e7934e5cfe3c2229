"""Banks as workbooks that somebody made, well or ill meant."""

import sys
import zipfile
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from protectcourse.errors import ExchangeError
from protectcourse.exchange.moodle.moodle_reader import read_moodle_xml
from protectcourse.exchange.sheets.xlsx_reader import read_xlsx
from protectcourse.exchange.sheets.xlsx_writer import write_xlsx
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import NumberQuestion, TrueFalseQuestion

BANK = Quiz(
    quiz="b",
    title="B",
    questions={"q": TrueFalseQuestion(stem="It rains.", answer=True, rationale="Look.")},
)


def saved(book: Workbook) -> bytes:
    """Return a workbook as a file."""
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def test_cells_of_every_sort_are_read_as_they_look() -> None:
    """A spreadsheet makes numbers, dates and truths of what people type."""
    book = Workbook()
    page = book.worksheets[0]
    page.append(["Kind", "Question", "Correct", "Tolerance", "Reason"])
    page.append(["number", "In which year?", 1977.0, 0.5, datetime(2012, 3, 28)])
    page.append(["true-false", "It rains.", False])

    carried = read_xlsx(saved(book), "b", "B")

    assert carried.quiz is not None
    number, truth = carried.quiz.questions.values()
    assert isinstance(number, NumberQuestion)
    assert (f"{number.answer}", f"{number.tolerance}") == ("1977", "0.5")
    assert number.rationale == "2012-03-28"
    assert isinstance(truth, TrueFalseQuestion)
    assert truth.answer is False


def test_other_and_hidden_sheets_are_told() -> None:
    """Questions on a sheet that nobody sees are not asked, and not passed over in silence."""
    book = Workbook()
    for name in ("Old", "Now", "More", "Notes"):
        page = book.create_sheet(name)
        page.append(["kind", "question", "correct"] if name != "Notes" else ["To do"])
        page.append(["true-false", f"It is {name}.", True])
    book["Old"].sheet_state = "hidden"
    book.remove(book.worksheets[0])

    carried = read_xlsx(saved(book), "b", "B")

    assert carried.quiz is not None
    assert [one.stem for one in carried.quiz.questions.values()] == ["It is Now."]
    told = {one.item: one.what for one in carried.left_out}
    assert "hidden" in told["sheet Old"]
    assert set(told) >= {"sheet More", "sheet Notes"}


def test_a_bomb_is_not_unpacked() -> None:
    """A few kilobytes may hold gigabytes."""
    data = BytesIO(write_xlsx(BANK).data)
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.bin", b"\0" * 50_000_000)

    with pytest.raises(ExchangeError, match="far more than a bank"):
        read_xlsx(data.getvalue(), "b", "B")


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("xl/workbook.xml", "<workbook/>"),
        ("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='x'><c/></row>"),
        ("[Content_Types].xml", "no"),
    ],
)
def test_a_broken_workbook_is_refused_in_words(part: str, text: str) -> None:
    """Whatever the library stumbles over, the trainer reads what to do."""
    source = zipfile.ZipFile(BytesIO(write_xlsx(BANK).data))
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, text if name == part else source.read(name))

    with pytest.raises(ExchangeError) as refused:
        read_xlsx(data.getvalue(), "b", "B")

    assert refused.value.hint


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"kind,question"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    """A CSV file whose name ends in .xlsx is still CSV."""
    with pytest.raises(ExchangeError, match="not an XLSX workbook"):
        read_xlsx(data, "b", "B")


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A learner does not need these libraries, so a trainer may not have them yet."""
    data = write_xlsx(BANK).data
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.setitem(sys.modules, "defusedxml", None)

    for attempt in (
        lambda: read_xlsx(data, "b", "B"),
        lambda: write_xlsx(BANK),
        lambda: read_moodle_xml(b"<quiz/>", "b", "B"),
    ):
        with pytest.raises(ExchangeError) as refused:
            attempt()
        assert "protectcourse[banks]" in refused.value.hint
