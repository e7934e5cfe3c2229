"""Reads a roster from CSV as spreadsheets write it: columns by their heads, faults by their lines.

A row that cannot be used is told and left out; the others are taken.
"""

import codecs
import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from typing import NamedTuple

from protectcourse.errors import ExchangeError
from protectcourse.formula_guard import RUNS
from protectcourse.plain_text import one_line
from protectcourse.records.roster.row import RosterRow, is_day

LARGEST = 20_000_000
MOST_ROWS = 200_000
LONGEST_CELL = 200
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "learner": ("learner", "learner number", "number", "pseudonym", "id"),
    "name": ("name", "full name", "learner name", "hand-in name"),
    "team": ("team", "unit", "group", "department"),
    "place": ("place", "duty station", "location", "office", "site"),
    "course": ("course", "course id"),
    "due": ("due", "due date", "due by", "due day", "deadline"),
}
"""What a column may be called; the first is how the program calls it."""
DELIMITERS = (",", ";", "\t")
_SAID = re.compile(r"\"?sep=(.)\"?", re.IGNORECASE)
"""A first line by which Excel is told what divides the cells."""
_NUMBER = re.compile(r"[0-9a-f]{16}")
_COURSE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._\-]{0,99}")
_WITH_POINTS = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_AS_UTF8 = "Open it in the program that wrote it, and save it as CSV in UTF-8."


class Fault(NamedTuple):
    """A row that was left out."""

    line: int
    why: str


class RosterFile(NamedTuple):
    """What a file holds."""

    rows: tuple[RosterRow, ...]
    faults: tuple[Fault, ...] = ()
    remarks: tuple[str, ...] = ()
    """How it was read, where that is not plain."""


class RowFaultError(ValueError):
    """A row cannot be used; says why."""


def read_roster(data: bytes, course: str = "") -> RosterFile:
    """Return the roster in a CSV file; `course` stands where a row names none.

    Raises ExchangeError where it cannot be read at all.
    """
    if len(data) > LARGEST:
        raise ExchangeError(f"the file is larger than {LARGEST // 1_000_000} MB", _AS_UTF8)
    text, remark = _decode(data)
    lines = _lines(text)
    columns, unknown = _read_head(next(lines, (1, []))[1])
    remarks = [remark] if remark else []
    if unknown:
        remarks.append(f"Columns that are not for a roster were left out: {', '.join(unknown)}.")
    rows: dict[tuple[str, str], tuple[int, RosterRow]] = {}
    faults = []
    for line, cells in lines:
        try:
            row = _read_row(cells, columns, course)
            _refuse_second(row, rows.get(row.key))
        except RowFaultError as error:
            faults.append(Fault(line, str(error)))
            continue
        rows[row.key] = (line, row)
        if len(rows) > MOST_ROWS:
            raise ExchangeError(f"the roster has more than {MOST_ROWS} rows", "Divide the file.")
    return RosterFile(tuple(row for _, row in rows.values()), tuple(faults), tuple(remarks))


def unguarded(text: str) -> str:
    """Return a cell without the apostrophe that kept a spreadsheet from reckoning it."""
    return text[1:] if text.startswith("'") and RUNS.match(text[1:]) else text


def _decode(data: bytes) -> tuple[str, str]:
    """Return the text, and what is to be said of how it was read."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data.removeprefix(mark), encoding), ""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        remark = (
            "The file is not UTF-8: it was read as Windows-1252, Western European. "
            "Look at the accented letters."
        )
        return _strictly(data, "cp1252"), remark


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ExchangeError("nobody can tell which letters this file holds", _AS_UTF8) from error


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that are not empty, with their lines. Raises ExchangeError."""
    first, _, rest = text.partition("\n")
    said = _SAID.fullmatch(first.strip())
    body, before = (rest, 1) if said else (text, 0)
    delimiter = said[1] if said else _delimiter(body)
    reader = csv.reader(StringIO(body, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line + before, cells
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"line {line + before}: this is not CSV ({error})"
        raise ExchangeError(
            message, "Open it in a spreadsheet and save it as CSV again."
        ) from error


def _delimiter(text: str) -> str:
    """Return what divides the cells: by which most columns of a roster are named."""
    first = text.lstrip("\r\n").partition("\n")[0].strip("\r")

    def known(delimiter: str) -> int:
        try:
            heads = next(csv.reader([first], delimiter=delimiter), [])
        except csv.Error:
            return 0
        return sum(bool(_column_of(head)) for head in heads)

    return max(DELIMITERS, key=known)


def _column_of(head: str) -> str:
    words = " ".join(re.sub(r"[_\s]+", " ", one_line(head)).lower().split()).rstrip(":")
    return next((name for name, heads in COLUMNS.items() if words in heads), "")


def _read_head(heads: Sequence[str]) -> tuple[dict[str, int], list[str]]:
    """Return the place of each column, and the heads of those that a roster does not have."""
    columns: dict[str, int] = {}
    unknown = []
    for place, head in enumerate(heads):
        name = _column_of(head)
        if name in columns:
            message = f"two columns say the {name}: {heads[columns[name]]!r} and {head!r}"
            raise ExchangeError(one_line(message), "Keep the one that is meant.")
        if name:
            columns[name] = place
        elif head.strip():
            unknown.append(f"`{one_line(head)[:LONGEST_CELL]}`")
    if not columns.keys() & {"learner", "name"}:
        hint = (
            f"The first line names the columns: {', '.join(COLUMNS)}; all but one may be missing."
        )
        raise ExchangeError("no column says who is meant: `learner` or `name`", hint)
    return columns, unknown


def _read_row(cells: Sequence[str], columns: Mapping[str, int], course: str) -> RosterRow:
    """Return the row of a line. Raises RowFaultError."""
    parts = {
        name: _read_cell(name, cells[place]) if place < len(cells) else ""
        for name, place in columns.items()
    }
    row = RosterRow(**parts)
    if not row.learner and not row.name:
        raise RowFaultError("it does not say who is meant")
    learner = row.learner.lower()
    if learner and not _NUMBER.fullmatch(learner):
        raise RowFaultError(
            f"`{row.learner}` is not the number of a learner, which has 16 digits from 0 to 9 and "
            "a to f. A name belongs in the column `name`"
        )
    if row.course and not _COURSE.fullmatch(row.course):
        raise RowFaultError(f"`{row.course}` is not the id of a course")
    return row._replace(learner=learner, course=row.course or course, due=_read_day(row.due))


def _read_cell(name: str, cell: str) -> str:
    text = one_line(unguarded(cell))
    if len(text) > LONGEST_CELL:
        raise RowFaultError(f"the {name} is longer than {LONGEST_CELL} characters")
    return text


def _read_day(text: str) -> str:
    """Return a day as the program writes it; what could be two days is refused."""
    if not text or is_day(text):
        return text
    found = _WITH_POINTS.fullmatch(text)
    if found is not None:
        day, month, year = map(int, found.groups())
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            pass
    raise RowFaultError(f"`{text}` is not a day. Write the due day as 2026-12-31")


def _refuse_second(row: RosterRow, before: tuple[int, RosterRow] | None) -> None:
    """Raise RowFaultError where another row says something else of the same person and course."""
    if before is None or before[1] == row:
        return
    line, other = before
    differs = [
        name for name in ("team", "place", "due") if getattr(other, name) != getattr(row, name)
    ]
    which = "the same learner" if row.learner else f"the name `{row.name}`"
    how = f", with another {' and '.join(differs)}" if differs else ""
    two = "" if row.learner else ". If these are two people, give their learners' numbers"
    raise RowFaultError(f"line {line} has {which} and the same course{how}{two}")
