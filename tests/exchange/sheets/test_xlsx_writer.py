"""Banks of ours as workbooks."""

import re
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from any_bank import any_banks
from hypothesis import given, settings
from openpyxl import load_workbook

from protectcourse.course.file_reading import read_file
from protectcourse.exchange.sheets.sheet_columns import AFTER, BEFORE, KINDS, OPTIONS
from protectcourse.exchange.sheets.xlsx_reader import read_xlsx
from protectcourse.exchange.sheets.xlsx_writer import EXPLANATION, QUESTIONS, write_xlsx
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import NumberQuestion, TrueFalseQuestion

BANKS = sorted((Path(__file__).parents[3] / "quizzes" / "sent-back").glob("*.yaml"))


@given(any_banks())
@settings(max_examples=40, deadline=None)
def test_nothing_is_lost_in_a_workbook(quiz: Quiz) -> None:
    """The layout is our own, so there is no reason why anything should be."""
    carried = write_xlsx(quiz)

    back = read_xlsx(carried.data, quiz.quiz, quiz.title)

    assert back.quiz == quiz
    assert not [one for one in (*carried.left_out, *back.left_out) if one.lost]


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_a_shipped_bank_comes_back_with_its_settings(path: Path) -> None:
    """A trainer may work on a bank in a spreadsheet and put it back."""
    quiz = read_file(path, path.name).value
    assert isinstance(quiz, Quiz)

    back = read_xlsx(write_xlsx(quiz).data, quiz.quiz, quiz.title)

    assert back.quiz == quiz
    assert back.left_out == ()


def test_numbers_are_numbers_and_nothing_is_a_formula() -> None:
    """`=HYPERLINK(…)` in a question is a text that somebody wrote."""
    questions = {
        "q": NumberQuestion(stem="=1+1", answer=Decimal(1977), rationale="@SUM(A1)"),
        "r": TrueFalseQuestion(stem='=HYPERLINK("x")', answer=True, rationale="-1"),
    }
    data = write_xlsx(Quiz(quiz="b", title="B", questions=questions)).data

    with zipfile.ZipFile(BytesIO(data)) as archive:
        sheets = [
            archive.read(name).decode() for name in archive.namelist() if "worksheets/" in name
        ]
    assert not [sheet for sheet in sheets if re.search(r"<f[ >/]", sheet)]
    page = load_workbook(BytesIO(data))[QUESTIONS]
    assert page["C2"].value == "=1+1"
    assert page["C2"].data_type == "s"
    assert page["C2"].quotePrefix
    assert page["D2"].value == 1977


def test_a_second_sheet_explains_every_column_and_kind() -> None:
    """Whoever gets the sheet by mail has no guide at hand."""
    question = TrueFalseQuestion(stem="It rains.", answer=True, rationale="Look.")

    book = load_workbook(
        BytesIO(write_xlsx(Quiz(quiz="b", title="B", questions={"q": question})).data)
    )

    named = {row[0] for row in book[EXPLANATION].iter_rows(values_only=True)}
    assert {*BEFORE, *OPTIONS, *AFTER, *KINDS} <= named
    lists = [one.formula1 for one in book[QUESTIONS].data_validations.dataValidation]
    assert f'"{",".join(KINDS)}"' in lists
