"""Reports in the terminal."""

import pytest
from any_report import EMPTY, MONTHS, REPORT, TABLE

from protectcourse.records.reports.report import Column, Kind, Report, Table
from protectcourse.records.reports.text_writer import cells_wide, text_lines


def lines_of(*tables: Table, width: int = 80) -> list[str]:
    """Return the lines of a report with some tables."""
    return list(text_lines(Report("Title", (), tables), width))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """A line that wraps by itself takes the whole table apart."""
    found = list(text_lines(REPORT, width))

    assert max(map(cells_wide, found)) <= width
    assert not [line for line in found if "\x1b" in line]


def test_a_gap_says_below_why_it_is() -> None:
    """A dash alone could be a fault."""
    found = lines_of(TABLE, width=120)

    assert any("– (a)" in line for line in found)
    assert "(a) nobody got it wrong" in found
    assert "(b) fewer than 10 people" in found


def test_rows_that_belong_together_have_one_heading() -> None:
    """The name of the quiz before each of its questions takes the room of a number."""
    found = lines_of(TABLE, width=120)

    assert found.count("m1") == 1
    assert found.index("m1") < found.index("m2")


def test_numbers_stand_below_each_other() -> None:
    """A column of numbers that is not aligned cannot be read down."""
    found = lines_of(MONTHS)

    rows = [line for line in found if line.startswith("2026-")]
    assert len({len(line) for line in rows}) == 1


def test_a_table_that_is_too_wide_stands_row_by_row() -> None:
    """On a narrow terminal every number keeps its name."""
    found = lines_of(TABLE, width=40)

    assert "Right: 12.3 %" in found
    assert "People: 1200" in found


def test_what_can_be_spared_goes_first() -> None:
    """A column of words gives way before the table falls apart."""
    table = Table(
        "t",
        "T",
        (Column("Name"), Column("Words", spare=True), Column("N", Kind.WHOLE)),
        (("one", "long" * 8, 1),),
    )

    assert "longlong" in "".join(lines_of(table, width=60))
    assert "longlong" not in "".join(lines_of(table, width=20))
    assert any(line.split() == ["one", "1"] for line in lines_of(table, width=20))


def test_an_empty_table_says_so() -> None:
    """Nothing at all looks like a fault of the program."""
    assert "Nobody yet." in lines_of(EMPTY)


def test_wide_letters_take_two_cells() -> None:
    """A name in Korean would push its row to the right."""
    table = Table("t", "T", (Column("Name"), Column("N", Kind.WHOLE)), (("김민", 1), ("Ada", 2)))

    rows = [line for line in lines_of(table) if line.endswith(("1", "2"))]

    assert len({cells_wide(line) for line in rows}) == 1
