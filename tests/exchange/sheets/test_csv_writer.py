"""Banks of ours as CSV."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from any_bank import any_banks
from hypothesis import example, given, settings
from hypothesis import strategies as st

from protectcourse.course.file_reading import read_file
from protectcourse.exchange.sheets.csv_reader import read_csv, unguarded
from protectcourse.exchange.sheets.csv_writer import write_csv
from protectcourse.formula_guard import guarded
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import TrueFalseQuestion

BANKS = sorted((Path(__file__).parents[3] / "quizzes" / "sent-back").glob("*.yaml"))
STARTS = tuple("=+-@\t\r＝＋－＠")
HOSTILE = st.text("=+-@;\t\n\"',a ＝", max_size=12)


@given(any_banks())
@settings(max_examples=80, deadline=None)
def test_nothing_is_lost_in_csv(quiz: Quiz) -> None:
    """The layout is our own, so there is no reason why anything should be."""
    carried = write_csv(quiz)

    back = read_csv(carried.data, quiz.quiz, quiz.title)

    assert back.quiz == quiz
    assert not [one for one in (*carried.left_out, *back.left_out) if one.lost]


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_a_shipped_bank_comes_back_with_its_settings(path: Path) -> None:
    """A trainer may work on a bank in a spreadsheet and put it back."""
    quiz = read_file(path, path.name).value
    assert isinstance(quiz, Quiz)

    back = read_csv(write_csv(quiz).data, quiz.quiz, quiz.title)

    assert back.quiz == quiz
    assert back.left_out == ()


@given(HOSTILE)
@example("'=1")
@example(';"=1')
@settings(max_examples=300, deadline=None)
def test_a_guard_is_taken_away_exactly(text: str) -> None:
    """A text that begins with the guard itself is nobody's loss either."""
    assert unguarded(guarded(text)) == text


@given(HOSTILE)
@settings(max_examples=200, deadline=None)
def test_no_cell_begins_like_a_formula_however_cells_are_divided(text: str) -> None:
    """A German Excel divides at semicolons, and a formula may run a program."""
    question = TrueFalseQuestion(stem=f"a{text}", answer=True, rationale=text or "x")
    quiz = Quiz(quiz="b", title="B", questions={"q": question})
    written = write_csv(quiz).data.decode("utf-8-sig")

    for separator in ",;\t":
        for row in csv.reader(StringIO(written, newline=""), delimiter=separator):
            assert not [cell for cell in row if cell.startswith(STARTS)]


def test_excel_is_told_that_it_is_utf_8() -> None:
    """Without the mark Excel shows the letters of most languages as rubbish."""
    question = TrueFalseQuestion(stem="돌아가다", answer=True, rationale="x")

    data = write_csv(Quiz(quiz="b", title="B", questions={"q": question})).data

    assert data.startswith(b"\xef\xbb\xbf")
    assert "돌아가다" in data.decode("utf-8-sig")
