"""Reports as CSV."""

import csv
from io import StringIO

from any_report import HOSTILE, TABLE

from protectcourse.records.reports.csv_writer import table_text, write_csv


def test_numbers_are_numbers_and_days_are_iso() -> None:
    """A sheet must be able to add them up, whatever its country."""
    rows = list(csv.DictReader(StringIO(table_text(TABLE))))

    assert rows[0]["Right (%)"] == "12.3"
    assert rows[0]["Skewness"] == "-0.34"
    assert rows[0]["Since"] == "2026-03-01"
    assert rows[-1]["People"] == "1245"


def test_no_cell_runs() -> None:
    """What somebody called themselves must not reckon on the coordinator's computer."""
    rows = list(csv.reader(StringIO(table_text(TABLE))))

    assert rows[1][1] == f"'{HOSTILE}"
    assert not [cell for row in rows for cell in row if cell[:1] in {"=", "+", "@", "\t", "\r"}]


def test_a_gap_says_why() -> None:
    """There is no room for a note below a file."""
    assert "nobody got it wrong" in table_text(TABLE)


def test_excel_knows_its_letters() -> None:
    """Without the mark Excel reads names in UTF-8 as nonsense."""
    assert write_csv(TABLE).startswith(b"\xef\xbb\xbf")
