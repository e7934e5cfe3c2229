"""Q137: what does not fit a terminal, or says something by a sign alone.

Source: content.md §5.3 and course_format.md §1.6, which has the later width: options of at most 160
characters, table rows of at most 76 columns, no meaning by colour alone, no option made of signs
only. The width of a row is that of its cells as they are read, citations and marks left out.
"""

import re
from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.passage import Passage, plain_line
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity, ValuePath

OPTION, ROW = 160, 76
"""Characters."""
TABLE = re.compile(r"^[ \t]*\|", re.MULTILINE)
LETTER = re.compile(r"[^\W_]")
COLOURS = frozenset({"red", "green", "yellow", "blue", "orange"})
COLOUR = rf"(?:{'|'.join(sorted(COLOURS))})"
BY_COLOUR = re.compile(
    rf"\b(?:shown|marked|written|printed|highlighted|coloured|colored) in {COLOUR}\b"
    rf"|\b{COLOUR} (?:option|answer|text|line|row|word|sentence|choice)s?\b",
    re.IGNORECASE,
)


def find(unit: Unit) -> Iterator[Finding]:
    """Give each text that cannot be shown, or seen, as it is meant."""
    for passage in unit.passages:
        if passage.is_option:
            yield from _find_in_option(passage)
        if "|" in passage.raw and (wide := _widest_row(passage.raw)) > ROW:
            message = f"a row of this table has {wide} columns; {ROW} fit"
            table = TABLE.search(passage.raw)
            begin = table.start() if table else None
            yield _finding(passage.path, message, "Leave a column out, or say it in a list.", begin)
        if passage.bag.isdisjoint(COLOURS):
            continue
        if found := BY_COLOUR.search(passage.plain):
            message = f"“{found.group()}” means nothing where colours are not seen"
            begin = passage.offset_at(found.start())
            yield _finding(passage.path, message, "Say it in words as well.", begin)


def _find_in_option(passage: Passage) -> Iterator[Finding]:
    if len(passage.plain) > OPTION:
        message = f"this has {len(passage.plain)} characters; {OPTION} fit beside the others"
        yield _finding(passage.path, message, "Say less here, and more in the rationale.")
    if not LETTER.search(passage.plain):
        message = f"“{passage.plain}” is a sign alone, which is read differently by everybody"
        yield _finding(passage.path, message, "Write it in words.")


def _widest_row(text: str) -> int:
    """Return the columns of a table's widest row, as it is shown."""
    rows = [
        [plain_line(cell) for cell in line.strip().strip("|").split("|")]
        for line in re.sub(r"\[\[[^\]|]*\|", "[[", text).split("\n")
        if line.lstrip().startswith("|") and LETTER.search(line)
    ]
    columns = max(map(len, rows), default=0)
    widths = [max((len(row[n]) for row in rows if n < len(row)), default=0) for n in range(columns)]
    return sum(widths) + 3 * max(0, columns - 1)


def _finding(path: ValuePath, message: str, hint: str, offset: int | None = None) -> Finding:
    return Finding(
        code="Q137",
        path=path,
        message=message,
        hint=hint,
        severity=Severity.WARNING,
        offset=offset,
    )


LINT = Lint(
    code="Q137",
    title="Everything fits the screen and is said in words.",
    why="A terminal is 80 columns wide, and some people hear it read out. What does not fit"
    " is cut up, and what only a colour or a sign says is not said to everybody.",
    mend="Shorten the option or the row of the table, and say in words what a sign or a colour"
    " says.",
    severity=Severity.WARNING,
    find=find,
    good=Example(
        yaml="""\
title: Two forms
text: The form for guests says “guest” at the top, the other says “house”.
"""
    ),
    bad=Example(
        yaml="""\
title: Two forms
text: The form for guests is printed in green, the other is not.
"""
    ),
)
