"""Banks as CSV that spreadsheets wrote."""

import pytest

from protectcourse.errors import ExchangeError
from protectcourse.exchange.sheets.csv_reader import read_csv

ROWS = [
    ["kind", "question", "correct"],
    ["true-false", "It rains, or it snows; who knows?", "TRUE"],
    ["true-false", "A line\nand another", "false"],
]


def written(separator: str, first: str = "") -> str:
    """Return the rows with a separator between the cells, all in quotes."""
    lines = [separator.join(f'"{cell}"' for cell in row) for row in ROWS]
    return first + "\r\n".join(lines) + "\r\n"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_separator_and_unicode_is_understood(separator: str, encoding: str) -> None:
    """What divides the cells hangs on the country that a spreadsheet is set to."""
    carried = read_csv(written(separator).encode(encoding), "gate", "Gate")

    assert carried.quiz is not None
    stems = [question.stem for question in carried.quiz.questions.values()]
    assert stems == [ROWS[1][1], ROWS[2][1]]


def test_a_first_line_may_say_the_separator() -> None:
    """Excel writes and reads such a line; the rows are counted as Excel counts them."""
    text = written("|", "sep=|\r\n") + '"won"|"Who?"|"1"\r\n'

    carried = read_csv(text.encode(), "gate", "Gate")

    assert carried.quiz is not None
    assert len(carried.quiz.questions) == 2
    assert [one.line for one in carried.left_out if one.lost] == [5]


def test_windows_letters_are_read_and_that_is_told() -> None:
    """An old Excel writes accents in its own way; a guess must not pass for knowledge."""
    data = "kind;question;correct\r\ntrue-false;Réfugié à Orléans;true\r\n".encode("cp1252")

    carried = read_csv(data, "gate", "Gate")

    assert carried.quiz is not None
    (question,) = carried.quiz.questions.values()
    assert question.stem == "Réfugié à Orléans"
    assert any("1252" in one.what for one in carried.left_out)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "does not name the columns"),
        (b"\0\1\2\3", "not a text file"),
        (b'kind,question\n"one,Who?\n', "row 2: this is not CSV"),
        (b"kind,question\none," + b"x" * 200_000, "row 2: this is not CSV"),
    ],
)
def test_a_file_that_is_no_csv_of_questions_is_refused(data: bytes, says: str) -> None:
    """It is said where, and nothing is written."""
    with pytest.raises(ExchangeError, match=says):
        read_csv(data, "gate", "Gate")
