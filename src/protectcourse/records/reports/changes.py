"""The report on what has changed since a day: whose state, from what to what, and what came in."""

from collections.abc import Mapping
from typing import NamedTuple

from protectcourse.records.reports.groups import count_states
from protectcourse.records.reports.people import (
    COURSE,
    PLACE,
    STATE,
    TEAM,
    Field,
    about,
    day_cell,
    list_columns,
    remarks,
)
from protectcourse.records.reports.report import Column, Kind, Report, Row, Table
from protectcourse.records.standing.states import EXPIRING_DAYS, State, day_after
from protectcourse.records.standing.survey import Line, Survey, survey_as_of
from protectcourse.records.undefined import FEWER, FEWEST

RECEIVED = (
    "SELECT learner, COUNT(*), MAX(received_at) FROM handin"
    " WHERE received_at >= ? AND learner <> '' GROUP BY learner"
)
"""How many files of each learner have come in since a day, and when the last did."""
BY_THEIR_DAYS = (
    "What was done is told by the learners' own days. A file that came in late may bring what was "
    "done before: see who has handed in since."
)
NONE_CHANGED = "Nobody's state has changed."
NONE_CAME = "No file has come in."


class Received(NamedTuple):
    """What has come in of a learner since a day."""

    files: int
    last: str
    """The day on which the last of them came in."""


def changes_report(
    survey: Survey, since: str, received: Mapping[str, Received], *, for_file: bool = False
) -> Report:
    """Return what has changed since the end of a day."""
    before = survey_as_of(survey, since)
    return Report(
        f"Changes since {since}",
        (*about(survey), BY_THEIR_DAYS),
        (
            _states(before, survey, since),
            _changed(before, survey, for_file=for_file),
            _came(survey, received, for_file=for_file),
        ),
        remarks(survey),
    )


def _states(before: Survey, now: Survey, since: str) -> Table:
    columns = (
        Column("State"),
        Column(f"on {since}", Kind.WHOLE),
        Column(f"on {now.today}", Kind.WHOLE),
        Column("difference", Kind.WHOLE),
    )
    earlier, later = (count_states(one.lines) for one in (before, now))
    rows: list[Row] = []
    for state in State:
        then, today = earlier[state], later[state]
        numbers = (then, today, today - then)
        rows.append((state.value, *(numbers if len(now.lines) >= FEWEST else (FEWER,) * 3)))
    return Table("states", "How many stood where", columns, tuple(rows))


def _changed(before: Survey, now: Survey, *, for_file: bool) -> Table:
    was = {id(line): old.standing.state for line, old in zip(now.lines, before.lines, strict=True)}
    lines = [line for line in now.lines if was[id(line)] is not line.standing.state]
    earlier = Field(Column("Was"), lambda line: was[id(line)].value)
    state = STATE._replace(column=Column("Is now"))
    on = Field(Column("Since", Kind.DAY), lambda line: day_cell(_day_of_change(line)))
    columns, rows = list_columns(
        lines, (TEAM, PLACE._replace(in_files=True), COURSE, earlier, state, on), for_file=for_file
    )
    return Table("changed", "Whose state has changed", columns, rows, empty=NONE_CHANGED)


def _day_of_change(line: Line) -> str:
    """Return the day on which somebody came to stand as they do."""
    standing, work = line.standing, line.work
    match standing.state:
        case State.IN_PROGRESS:
            return standing.begun
        case State.OVERDUE:
            return day_after(line.due, 1)
        case State.EXPIRED:
            return day_after(standing.until, 1)
        case State.RETAINED if work is not None and work.checks:
            return min(day for day in work.checks if day >= standing.completed)
        case State.EXPIRING:
            return day_after(standing.until, -EXPIRING_DAYS)
        case State.COMPLETED if work is not None and work.gained:
            return max(one.day for one in work.gained)
    return ""


def _came(survey: Survey, received: Mapping[str, Received], *, for_file: bool) -> Table:
    lines = [line for line in survey.lines if line.learner in received]
    files = Field(Column("Files", Kind.WHOLE), lambda line: received[line.learner].files)
    last = Field(
        Column("Last came in", Kind.DAY), lambda line: day_cell(received[line.learner].last)
    )
    columns, rows = list_columns(
        lines, (TEAM, PLACE, COURSE, STATE, files, last), for_file=for_file
    )
    return Table("handed in", "Who has handed in since", columns, rows, empty=NONE_CAME)
