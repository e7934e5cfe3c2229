"""A roster as spreadsheets write it."""

import pytest

from protectcourse.errors import ExchangeError
from protectcourse.records.roster.file_reading import read_roster
from protectcourse.records.roster.file_writing import write_roster
from protectcourse.records.roster.row import RosterRow

NUMBER = "0011223344556677"
ADA = RosterRow("", "Chloé Berg", "North", "Hill", "demo", "2026-12-31")
PLAIN = "name,team,place,course,due\nChloé Berg,North,Hill,demo,2026-12-31\n"


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode(),
        ("sep=;\n" + PLAIN.replace(",", ";")).encode(),
        PLAIN.replace("2026-12-31", "31.12.2026").encode(),
        "Due date,Full Name,Duty station,Course ID,Department\n"
        "2026-12-31, Chloé  Berg ,Hill,demo,North\n\n,,,,\n".encode(),
    ],
    ids=["plain", "bom", "utf-16", "crlf", "semicolon", "tab", "sep", "points", "other heads"],
)
def test_a_roster_is_read_however_it_was_saved(data: bytes) -> None:
    """Nobody should have to know what a delimiter is."""
    read = read_roster(data)

    assert read.rows == (ADA,)
    assert (read.faults, read.remarks) == ((), ())


def test_an_old_code_page_is_read_and_told() -> None:
    """Accents that were guessed want looking at."""
    read = read_roster(PLAIN.encode("cp1252"))

    assert read.rows == (ADA,)
    assert "Windows-1252" in read.remarks[0]


def test_a_column_that_no_roster_has_is_told_and_left_out() -> None:
    """A list from the personnel office holds more than is needed here."""
    read = read_roster(b"name,salary,team\nAda,1,North\n")

    assert read.rows == (RosterRow("", "Ada", "North"),)
    assert "`salary`" in read.remarks[0]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("12,,North,,demo,", "not the number of a learner"),
        (",,North,,demo,", "does not say who"),
        (",Bob,,,demo,12/11/2026", "is not a day"),
        (",Bob,,,demo,2026-02-30", "is not a day"),
        (",Bob,,,demo,31.02.2026", "is not a day"),
        (",Bob,,,de mo,", "is not the id of a course"),
        (f",{'B' * 201},,,demo,", "longer than 200"),
        (",Ada,South,,demo,", "line 2 has the name `Ada` and the same course, with another team"),
        (f"{NUMBER},,,,demo,\n{NUMBER.upper()},,East,,demo,", "the same learner"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_with_its_line_and_the_others_are_taken(
    line: str, why: str
) -> None:
    """One wrong date must not keep four hundred people off the roster."""
    head = "learner,name,team,place,course,due"
    data = f"{head}\n,Ada,North,,demo,\n{line}\n,Zoë,North,,demo,\n"

    read = read_roster(data.encode())

    (fault,) = read.faults
    assert why in fault.why
    assert fault.line == 2 + line.count("\n") + 1
    assert {row.name for row in read.rows} >= {"Ada", "Zoë"}


def test_the_line_told_is_that_of_the_file_though_cells_hold_lines() -> None:
    """A spreadsheet's cell may hold several lines."""
    read = read_roster(b'name,team\n"Ada",\n"Bob\nRay",\n,North\n')

    assert read.faults[0].line == 5
    assert [row.name for row in read.rows] == ["Ada", "Bob Ray"]


def test_the_very_same_row_twice_is_one() -> None:
    """Lists are put together from lists."""
    read = read_roster(b"name,team\nAda,North\nAda,North\n")

    assert (len(read.rows), read.faults) == (1, ())


def test_the_course_of_the_command_stands_where_a_row_names_none() -> None:
    """Most rosters are for one course, and do not say so."""
    read = read_roster(b"name,course\nAda,\nBob,other\n", "demo")

    assert [row.course for row in read.rows] == ["demo", "other"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "no column says who"),
        (b"team,place\nNorth,Hill\n", "no column says who"),
        (b"name,Full name\nAda,Ada\n", "two columns say the name"),
        (b'name,team\n"Ada,North\n', "line 2: this is not CSV"),
        (b"\x81\x8d\x8f\x90", "which letters"),
        (b"name\n" + b"a" * 20_000_001, "larger than 20 MB"),
    ],
)
def test_a_file_that_is_no_roster_is_refused_with_what_to_do(data: bytes, what: str) -> None:
    """A wrong file must change nothing."""
    with pytest.raises(ExchangeError, match=what) as error:
        read_roster(data)

    assert error.value.hint


def test_what_steers_a_terminal_is_not_kept() -> None:
    """Names are shown in lists and reports for years."""
    read = read_roster("name\n\x1b[31mAda\u202e\n".encode())

    assert read.rows[0].name.isprintable()
    assert "\x1b" not in read.rows[0].name


def test_a_written_roster_reads_as_it_was_and_none_of_its_cells_runs() -> None:
    """Export, edit in a spreadsheet, import: that is how a roster is kept."""
    rows = (RosterRow(NUMBER, "=1+1", "@team", "-", "demo", "2026-12-31"), ADA)

    data = write_roster(rows)

    assert read_roster(data).rows == rows
    assert not [cell for cell in data.decode("utf-8-sig").split(",") if cell[:1] in "=+-@"]
