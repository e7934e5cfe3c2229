"""The report on who is overdue: each person, and how many of each team and place."""

from protectcourse.records.reports.groups import OVERDUE, group_table
from protectcourse.records.reports.people import (
    COURSE,
    DUE,
    LAST,
    PLACE,
    TEAM,
    Field,
    about,
    list_columns,
    remarks,
)
from protectcourse.records.reports.report import Column, Kind, Report, Table
from protectcourse.records.standing.states import State, days_between
from protectcourse.records.standing.survey import Line, Survey

NOBODY = "Nobody is overdue."


def overdue_report(survey: Survey, *, for_file: bool = False) -> Report:
    """Return who is overdue, longest first; in a file with more of each person."""
    late = overdue_lines(survey)
    days = Field(Column("Days", Kind.WHOLE), lambda line: days_between(line.due, survey.today))
    so_far = Field(Column("So far"), _so_far)
    fields = (TEAM, PLACE, COURSE, DUE, days, so_far, LAST._replace(in_files=True))
    columns, rows = list_columns(late, fields, for_file=for_file)
    people = Table("people", "Who is overdue", columns, rows, empty=NOBODY)
    return Report("Overdue", about(survey), (people, *_groups(survey)), remarks(survey))


def overdue_lines(survey: Survey) -> tuple[Line, ...]:
    """Return who is overdue, longest first."""
    late = [line for line in survey.lines if line.standing.state is State.OVERDUE]
    return tuple(sorted(late, key=lambda line: line.due))


def _groups(survey: Survey) -> list[Table]:
    lines = survey.lines
    tables = []
    if any(line.team for line in lines):
        tables.append(group_table("Team", "By team", lines, lambda line: line.team, OVERDUE))
    if any(line.place for line in lines):
        tables.append(group_table("Place", "By place", lines, lambda line: line.place, OVERDUE))
    return tables


def _so_far(line: Line) -> str:
    if line.standing.completed:
        return "expired"
    return "begun" if line.standing.begun else "not begun"
