"""The roster as a report: who is to do what, and who of the register each row stands for."""

from protectcourse.records.reports.people import FOR_THE_COORDINATOR, day_cell
from protectcourse.records.reports.report import Column, Kind, Report, Table
from protectcourse.records.roster.matching import Match, match_roster
from protectcourse.records.roster.merging import in_order
from protectcourse.records.standing.contents import Contents

EVERY_COURSE = "every course"
EMPTY = "There is no roster yet. `protectcourse roster import` takes one from a CSV file."
HOW = (
    "Found by number first, then by the name that was handed in. Where several learners have a "
    "name nobody is guessed: put the learner's number beside it."
)
COLUMNS = (
    Column("Name"),
    Column("Team"),
    Column("Place"),
    Column("Course"),
    Column("Due on", Kind.DAY),
    Column("Found"),
    Column("Learner"),
)


def roster_report(contents: Contents) -> Report:
    """Return the roster of a register, and who was found."""
    in_rows = in_order(contents.roster)
    rows = tuple(
        (
            row.name or contents.learners.get(row.learner, ""),
            row.team,
            row.place,
            row.course or EVERY_COURSE,
            day_cell(row.due),
            match.found.value,
            _learners(match),
        )
        for row, match in zip(in_rows, match_roster(in_rows, contents.learners), strict=True)
    )
    table = Table("roster", "Who is to take which course", COLUMNS, rows, about=(HOW,), empty=EMPTY)
    return Report("Roster", (), (table,), (FOR_THE_COORDINATOR,))


def _learners(match: Match) -> str:
    return match.learner or " ".join(match.several)
