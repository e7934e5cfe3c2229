"""Keeps a text in a CSV file from being taken for a formula by the spreadsheet that opens it."""

import re

GUARD = "'"
"""Stands before a sign that would make a spreadsheet reckon."""
RUNS = re.compile(r"(\A|[;\t\n]\"*)('*)(?=[=+\-@\t\r\n＝＋－＠])")
"""Where a cell may begin that runs.

Besides at its beginning: where a program divides at semicolons, tabs or lines, whatever the quotes.
"""


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return RUNS.sub(rf"\1{GUARD}\2", text)
