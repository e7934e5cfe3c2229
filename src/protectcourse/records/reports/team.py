"""The report on teams and places: how many stand where, how long it takes; it names nobody."""

from collections.abc import Callable, Sequence

from protectcourse.records.reports.completion import group_tables
from protectcourse.records.reports.groups import COURSE_OF_TIME, group_table
from protectcourse.records.reports.people import about, remarks
from protectcourse.records.reports.report import Report, Table
from protectcourse.records.standing.survey import Line, Survey

HOW_LONG = (
    "Days taken: from the first step to the first completion, by the learners' own calendars.",
)


def team_report(survey: Survey) -> Report:
    """Return how teams and places stand, and how long the course takes them."""
    lines = survey.lines
    tables = (*group_tables(lines), *_times(lines))
    return Report("Teams and places", about(survey), tables, remarks(survey, names_people=False))


def _times(lines: Sequence[Line]) -> list[Table]:
    wanted: tuple[tuple[str, Callable[[Line], str]], ...] = (
        ("Team", lambda line: line.team),
        ("Place", lambda line: line.place),
    )
    named = [(what, of) for what, of in wanted if any(of(line) for line in lines)] or wanted[:1]
    return [
        group_table(
            what, f"How long it takes, by {what.lower()}", lines, of, COURSE_OF_TIME
        )._replace(name=f"times by {what.lower()}", about=HOW_LONG)
        for what, of in named
    ]
