"""Sheets of questions that somebody filled in by hand."""

from decimal import Decimal

import pytest

from protectcourse.errors import ExchangeError
from protectcourse.exchange.carried import NO_FEEDBACK, CarriedIn
from protectcourse.exchange.sheets.sheet_reading import NumberedRow, bank_of_rows
from protectcourse.quiz.questions import NumberQuestion, OneQuestion, SeveralQuestion

HEADER = ["Kind", "Question", "CORRECT", "Option 1", "Reason 1", "Option 2", "Reason 2", "Option_3"]


def read(*rows: list[str], header: list[str] = HEADER) -> CarriedIn:
    """Return what is read of rows below a header, the first of them in row 2."""
    numbered = [NumberedRow(number, row) for number, row in enumerate((header, *rows), 1)]
    return bank_of_rows(numbered, "gate", "At the gate")


def test_a_few_columns_are_enough() -> None:
    """A trainer fills in what they know; ids are made, and a missing reason says so."""
    carried = read(["one", "Who lets her in?", "2", "Nobody", "", "The guard", "He has the key."])

    assert carried.quiz is not None
    (name,) = carried.quiz.questions
    question = carried.quiz.questions[name]
    assert isinstance(question, OneQuestion)
    assert name == "who-lets-her-in"
    assert question.key == {"the-guard"}
    assert question.options["nobody"].rationale == NO_FEEDBACK
    assert not any(one.lost for one in carried.left_out)


@pytest.mark.parametrize("cell", ["1;3", "1; 3", "A; c", "1.0\n3"])
def test_several_right_options_are_named_by_number_or_letter(cell: str) -> None:
    """People write both, and spreadsheets add what they like."""
    carried = read(["several", "Which?", cell, "badge", "x", "flag", "y", "key"])

    assert carried.quiz is not None
    (question,) = carried.quiz.questions.values()
    assert isinstance(question, SeveralQuestion)
    assert question.key == {"badge", "key"}


def test_a_number_may_have_a_comma() -> None:
    """In most of Europe a half is 0,5."""
    carried = read(["number", "How much?", "0,5"])

    assert carried.quiz is not None
    (question,) = carried.quiz.questions.values()
    assert isinstance(question, NumberQuestion)
    assert question.answer == Decimal("0.5")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (["won", "Who?", "1", "a", "b", "c", "d"], "Did you mean `one`?"),
        (["", "Who?", "1", "a", "b", "c", "d"], "`kind` is empty"),
        (["one", "Who?", "", "a", "b", "c", "d"], "no option is marked"),
        (["one", "Who?", "9", "a", "b", "c", "d"], "“9” under `correct`"),
        (["one", "", "1", "a", "b", "c", "d"], "its question is empty"),
        (["number", "How many?", "many"], "“many” under `correct` is no number"),
        (["true-false", "It rains.", "perhaps"], "neither true nor false"),
    ],
)
def test_a_row_that_is_no_question_is_told_with_its_number(row: list[str], says: str) -> None:
    """The number is the one beside the row in the spreadsheet."""
    good = ["true-false", "It rains.", "TRUE"]

    carried = read(good, row)

    assert carried.quiz is not None
    assert len(carried.quiz.questions) == 1
    told = [one for one in carried.left_out if one.lost]
    assert {one.line for one in told} == {3}
    assert any(says in one.what for one in told)


def test_a_column_that_is_not_known_is_told() -> None:
    """Otherwise a mistyped name loses a column of work."""
    carried = read(
        ["true-false", "It rains.", "true", "O2"],
        header=["kind", "question", "correct", "objectiv"],
    )

    assert any("Did you mean `objective`?" in one.what for one in carried.left_out)


def test_settings_that_do_not_fit_the_questions_are_left_out() -> None:
    """`draw: 9` of one question would be an error in the course."""
    header = ["kind", "question", "correct", "more"]

    carried = read(
        ["quiz", "At the gate", "", "draw: 9"],
        ["true-false", "It rains.", "x"],
        ["true-false", "It rains.", "true"],
        header=header,
    )

    assert carried.quiz is not None
    assert carried.quiz.draw is None
    assert any("settings" in one.what for one in carried.left_out)


def test_marks_that_a_course_does_not_know_are_changed_and_told() -> None:
    """What import writes passes `check`."""
    carried = read(["true-false", "Is `ls` a <b>word</b>?", "true"])

    assert carried.quiz is not None
    (question,) = carried.quiz.questions.values()
    assert question.stem == "Is 'ls' a ‹b›word‹/b›?"
    assert [one for one in carried.left_out if "mark in a course" in one.what]


def test_a_sheet_without_the_columns_is_refused() -> None:
    """The first row says what the others hold."""
    with pytest.raises(ExchangeError, match="row 1"):
        read(header=["Name", "Price"])
