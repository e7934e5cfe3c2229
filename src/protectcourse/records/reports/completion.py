"""The report on completion: how everybody stands, by team, place and month, and each person."""

from collections.abc import Sequence

from protectcourse.records.reports.groups import COURSE as BY_COURSE
from protectcourse.records.reports.groups import STATES, group_table, stacked_chart, state_table
from protectcourse.records.reports.months import month_table
from protectcourse.records.reports.people import (
    COMPLETED,
    COURSE,
    DUE,
    PLACE,
    SCORE,
    STATE,
    TEAM,
    UNTIL,
    about,
    list_columns,
    remarks,
    several_courses,
)
from protectcourse.records.reports.report import Report, Table
from protectcourse.records.standing.survey import Line, Survey

FIELDS = (
    *(TEAM, PLACE, COURSE, STATE, COMPLETED, SCORE),
    *(UNTIL._replace(in_files=True), DUE._replace(in_files=True)),
)
HOW = (
    "A completion is the first by the rule that stood when the learner began; the score is the "
    "best. Completed counts whoever holds a completion today, also if it expires soon.",
)


def completion_report(survey: Survey, *, for_file: bool = False) -> Report:
    """Return who has completed; in a file with more of each person."""
    lines = survey.lines
    return Report(
        "Completion",
        about(survey),
        (
            *(() if several_courses(lines) else (state_table(lines),)),
            *group_tables(lines),
            month_table(lines, survey.today),
            people_table(lines, for_file=for_file),
        ),
        remarks(survey),
    )


def group_tables(lines: Sequence[Line]) -> tuple[Table, ...]:
    """Return how teams and places stand, as far as there are any."""
    tables = []
    if several_courses(lines):
        tables.append(group_table(BY_COURSE, "By course", lines, lambda line: line.course, STATES))
    if any(line.team for line in lines):
        tables.append(group_table("Team", "By team", lines, lambda line: line.team, STATES))
    if any(line.place for line in lines):
        tables.append(group_table("Place", "By place", lines, lambda line: line.place, STATES))
    return tuple(_with_chart(table) for table in tables)


def people_table(lines: Sequence[Line], *, for_file: bool) -> Table:
    """Return each person with how they stand."""
    columns, rows = list_columns(lines, FIELDS, for_file=for_file)
    return Table("people", "Each person", columns, rows, about=HOW, empty="There is nobody.")


def _with_chart(table: Table) -> Table:
    """Return a table with a chart, where it compares groups in the same course."""
    what = table.columns[0].name
    if table.total is None or len(table.rows) < 2:
        return table
    return table._replace(charts=(stacked_chart(f"How each {what.lower()} stands", table, what),))
