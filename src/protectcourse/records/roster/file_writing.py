"""Writes a roster as CSV, as it is read: no cell of it runs in a spreadsheet."""

import csv
from collections.abc import Iterable
from io import StringIO

from protectcourse.formula_guard import guarded
from protectcourse.records.roster.row import RosterRow


def write_roster(rows: Iterable[RosterRow]) -> bytes:
    """Return rows as CSV in UTF-8, with the mark that Excel knows it by."""
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(RosterRow._fields)
    for row in rows:
        writer.writerow(guarded(cell) for cell in row)
    return file.getvalue().encode("utf-8-sig")
