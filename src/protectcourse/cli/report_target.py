"""Where a report goes: to standard output, or into a file that is never replaced unasked."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple, assert_never

from protectcourse.atomic import write_whole
from protectcourse.cli.output import say, say_aside
from protectcourse.cli.paging import say_long
from protectcourse.cli.written_file import refusal
from protectcourse.errors import RecordError
from protectcourse.records.reports.csv_writer import table_text, write_csv
from protectcourse.records.reports.html_writer import write_html
from protectcourse.records.reports.report import Report, Table
from protectcourse.records.reports.text_writer import text_lines
from protectcourse.records.reports.xlsx_writer import write_xlsx

Form = Literal["table", "csv", "xlsx", "html"]
REFUSED = 2
ENDINGS: Mapping[str, Form] = {".csv": "csv", ".xlsx": "xlsx", ".html": "html", ".htm": "html"}
SUFFIXES: Mapping[Form, str] = {"table": ".txt", "csv": ".csv", "xlsx": ".xlsx", "html": ".html"}
USUAL_WIDTH, NARROWEST, WIDEST = 80, 40, 120


class ReportTarget(NamedTuple):
    """In which form a report is wanted, and where."""

    form: Form | None
    """None for what the name of the file says, or a table."""
    to: Path | None
    """None for standard output, or for a workbook or a page the current folder."""
    replace: bool


def put_report(report: Report, name: str, target: ReportTarget) -> int:
    """Print or write a report, in a folder under its usual name; return the exit code."""
    form = target.form or _form_of(target.to)
    if form == "csv" and not report.tables:
        say_aside(f"protectcourse: no table was written. {report.about[-1]}")
        return 0
    if target.to is None and form in {"table", "csv"}:
        _print(report, form)
        return 0
    to = target.to or Path()
    files = _files(report, form, to / f"{name}{SUFFIXES[form]}" if to.is_dir() else to)
    for file in files:
        if why_not := refusal(file, "--to", replace=target.replace):
            say_aside(f"protectcourse: {why_not}")
            return REFUSED
    for file, data in files.items():
        _write(file, data)
        say(f"Written: {file}")
    return 0


def _form_of(to: Path | None) -> Form:
    return ENDINGS.get(to.suffix.lower(), "table") if to is not None else "table"


def _print(report: Report, form: Form) -> None:
    if form == "csv":
        parts = (table_text(table).replace("\r\n", "\n") for table in report.tables)
        say("\n".join(parts).removesuffix("\n"))
        return
    say_long("\n".join(text_lines(report, _width())))


def _width() -> int:
    """Return how wide a report is: as the terminal, within bounds; 80 where there is none."""
    if not sys.stdout.isatty():
        return USUAL_WIDTH
    return min(WIDEST, max(NARROWEST, shutil.get_terminal_size().columns))


def _files(report: Report, form: Form, file: Path) -> dict[Path, bytes]:
    """Return what is to be written where; of several tables CSV has a file each."""
    match form:
        case "table":
            text = "\n".join(text_lines(report, USUAL_WIDTH))
            return {file: f"{text}\n".encode()}
        case "csv" if len(report.tables) == 1:
            return {file: write_csv(report.tables[0])}
        case "csv":
            return {
                file.with_name(f"{file.stem}-{_in_file_name(table)}{file.suffix}"): write_csv(table)
                for table in report.tables
            }
        case "xlsx":
            return {file: write_xlsx(report)}
        case "html":
            return {file: write_html(report).encode()}
        case _:
            assert_never(form)


def _in_file_name(table: Table) -> str:
    """Return how a table is called in the name of a file: a shell would take a blank for an end."""
    return table.name.replace(" ", "-")


def _write(file: Path, data: bytes) -> None:
    """Write a file that its owner alone can read: it may hold names. Raises RecordError."""
    try:
        write_whole(file, data)
    except OSError as error:
        message = f"{file} could not be written: {error.strerror}"
        raise RecordError(message, "Name another with --to.") from error
