"""`roster`: takes in, writes and lists who is to take which course."""

from collections import Counter
from pathlib import Path

from protectcourse.cli.output import say, say_aside
from protectcourse.cli.report_target import ReportTarget, put_report
from protectcourse.cli.written_file import refusal, write_file
from protectcourse.clock import SystemClock
from protectcourse.errors import ExchangeError
from protectcourse.records.register.opening import open_register
from protectcourse.records.register.register import Register
from protectcourse.records.reports.roster import roster_report
from protectcourse.records.roster.file_reading import RosterFile, read_roster
from protectcourse.records.roster.file_writing import write_roster
from protectcourse.records.roster.matching import Found, match_roster
from protectcourse.records.roster.merging import Merged, in_order, merge_roster
from protectcourse.records.standing.contents import read_contents, read_learners, read_rows

LEFT_OUT = 1
REFUSED = 2
MOST_LISTED = 50


def import_file(where: str, file: Path, course: str, *, replace: bool) -> int:
    """Take a roster in from a file and return the exit code."""
    read = read_roster(_bytes_of(file), course)
    with open_register(where, SystemClock()) as register:
        merged = merge_roster(read_rows(register), read.rows, replace=replace)
        register.set_roster(merged.rows)
        _say_read(file, read)
        _say_merged(merged, replace=replace)
        _say_found(register, merged)
    return LEFT_OUT if read.faults else 0


def export_file(where: str, to: Path | None, *, replace: bool) -> int:
    """Write the roster to a file or to standard output; return the exit code."""
    with open_register(where, SystemClock(), must_exist=True) as register:
        data = write_roster(in_order(read_rows(register)))
    if to is None:
        say(data.decode("utf-8-sig").replace("\r\n", "\n").removesuffix("\n"))
        return 0
    if why_not := refusal(to, "--to", replace=replace):
        say_aside(f"protectcourse: {why_not}")
        return REFUSED
    write_file(to, data)
    say(f"Written: {to}")
    return 0


def show(where: str) -> int:
    """List the roster and who was found; return the exit code."""
    with open_register(where, SystemClock(), must_exist=True) as register:
        contents = read_contents(register)
    return put_report(roster_report(contents), "roster", ReportTarget("table", None, False))


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        message = f"{file} could not be read: {error.strerror}"
        raise ExchangeError(message, "Name a CSV file.") from error


def _say_read(file: Path, read: RosterFile) -> None:
    for remark in read.remarks:
        say_aside(f"{file}: {remark}")
    for fault in read.faults[:MOST_LISTED]:
        say_aside(f"{file}:{fault.line}: left out: {fault.why}")
    if len(read.faults) > MOST_LISTED:
        say_aside(f"{file}: {len(read.faults) - MOST_LISTED} more rows were left out")


def _say_merged(merged: Merged, *, replace: bool) -> None:
    say(f"The roster has {_rows(len(merged.rows))}.")
    say(f"  new {len(merged.new)}, changed {len(merged.changed)}, as before {merged.same}")
    if replace:
        say(f"  taken out {len(merged.taken_out)}")


def _say_found(register: Register, merged: Merged) -> None:
    matches = match_roster(merged.rows, read_learners(register))
    counts = Counter(match.found for match in matches)
    for found in Found:
        if counts[found]:
            say(f"  {found.value}: {counts[found]}")
    if counts[Found.SEVERAL]:
        say("Nobody is guessed. Put the learner's number beside a name that several have:")
        unclear = [pair for pair in zip(merged.rows, matches, strict=True) if pair[1].several]
        for row, match in unclear[:MOST_LISTED]:
            say(f"  {row.words}: {' or '.join(match.several)}")
        if len(unclear) > MOST_LISTED:
            say(f"  and {len(unclear) - MOST_LISTED} more: `roster show` lists them")


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count} rows"
