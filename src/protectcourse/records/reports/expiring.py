"""The report on whose completion has run out, or does so soon: a refresher is due."""

from protectcourse.records.reports.people import (
    COMPLETED,
    COURSE,
    PLACE,
    STATE,
    TEAM,
    UNTIL,
    Field,
    about,
    list_columns,
    remarks,
)
from protectcourse.records.reports.report import Column, Kind, Report, Table
from protectcourse.records.standing.states import EXPIRING_DAYS, State, days_between
from protectcourse.records.standing.survey import Line, Survey

NOBODY = f"Nobody's completion has expired, or does so within {EXPIRING_DAYS} days."


def expiring_report(survey: Survey, *, for_file: bool = False) -> Report:
    """Return whose completion ends soon or has ended, the first to end first."""
    lines = sorted(
        (line for line in survey.lines if _ends(line, survey.today)),
        key=lambda line: line.standing.until,
    )
    left = Field(
        Column("Days left", Kind.WHOLE),
        lambda line: days_between(survey.today, line.standing.until),
    )
    fields = (TEAM, PLACE, COURSE, STATE, UNTIL, left, COMPLETED._replace(in_files=True))
    columns, rows = list_columns(lines, fields, for_file=for_file)
    said = (f"Expired, or valid for {EXPIRING_DAYS} days more at most. Expired: days below 0.",)
    people = Table("people", "Whose completion ends", columns, rows, about=said, empty=NOBODY)
    return Report("Expiring", about(survey), (people,), remarks(survey))


def _ends(line: Line, today: str) -> bool:
    """Say whether a completion ends soon or has ended; also of one who is overdue for that."""
    standing = line.standing
    has_ended = bool(standing.completed and standing.until and standing.until < today)
    return has_ended or standing.state is State.EXPIRING
