"""Lists of single people for a report, and what has to be said below any report about people."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from protectcourse.records.reports.report import Cell, Column, Kind, Row
from protectcourse.records.standing.survey import Line, Survey
from protectcourse.records.undefined import FEWEST

FOR_THE_COORDINATOR = (
    "The lists of single people name them. They are for whoever coordinates the course, who has to "
    "write to people; leave them out of what is passed on."
)
SMALL_GROUPS = f"No group of fewer than {FEWEST} people shows a statistic."
WHO_WROTE_IT = (
    "What is counted was written by the learners' own computers, and not changed since. It does "
    "not show who sat at the keyboard."
)
NO_ROSTER = (
    "There is no roster: only those who have handed something in are counted, and nobody can be "
    "overdue. `protectcourse roster import` takes one from a CSV file."
)
_MOST_UNCLEAR = 20


class Field(NamedTuple):
    """A column of a list of people, and what a line has in it."""

    column: Column
    cell: Callable[[Line], Cell]
    in_files: bool = False
    """Whether it stands in files only, which have room for it."""


NAME = Field(Column("Name"), lambda line: line.called)
NUMBER = Field(Column("Learner"), lambda line: line.learner, in_files=True)
"""A list of people ends with it."""
TEAM = Field(Column("Team"), lambda line: line.team)
PLACE = Field(Column("Place"), lambda line: line.place)
COURSE = Field(Column("Course"), lambda line: line.course)
STATE = Field(Column("State"), lambda line: line.standing.state.value)
COMPLETED = Field(Column("Completed on", Kind.DAY), lambda line: day_cell(line.standing.completed))
SCORE = Field(Column("Best score", Kind.PERCENT, 0), lambda line: score_cell(line.standing.score))
UNTIL = Field(Column("Valid until", Kind.DAY), lambda line: day_cell(line.standing.until))
DUE = Field(Column("Due on", Kind.DAY), lambda line: day_cell(line.due))
LAST = Field(Column("Last step", Kind.DAY), lambda line: day_cell(line.standing.last))
REMARKS = Field(Column("Remarks"), lambda line: "; ".join(line.remarks), in_files=True)
"""Elsewhere they stand behind the name."""


def list_columns(
    lines: Sequence[Line], fields: Sequence[Field], *, for_file: bool
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Return a list of people as columns and rows, without columns in which nothing would stand.

    What goes into a file has more columns than what is to fit into a terminal.
    """
    if for_file:
        kept = [NAME, *(one for one in (*fields, REMARKS) if _says_something(one, lines)), NUMBER]
    else:
        shown = (one for one in fields if not one.in_files)
        kept = [
            Field(NAME.column, _with_remarks),
            *(one for one in shown if _says_something(one, lines)),
        ]
    rows = tuple(tuple(one.cell(line) for one in kept) for line in lines)
    return tuple(one.column for one in kept), rows


def about(survey: Survey) -> tuple[str, ...]:
    """Return of whom a report is, and of which day."""
    courses = sorted({line.course for line in survey.lines} - {""})
    named = "; ".join(title_of(survey, course) for course in courses) or "none"
    scope = f" Of {', '.join(survey.scope)} only." if survey.scope else ""
    return (
        f"Course: {named}." if len(courses) == 1 else f"Courses: {named}.",
        f"As of {survey.today}.{scope}",
    )


def title_of(survey: Survey, course: str) -> str:
    """Return a course by title and id."""
    title = survey.titles.get(course)
    return f"{title} ({course})" if title else course


def remarks(survey: Survey, *, names_people: bool = True) -> tuple[str, ...]:
    """Return what has to be said below a report about people."""
    return (
        *(() if survey.has_roster else (NO_ROSTER,)),
        *_unclear_names(survey, names_people=names_people),
        *_counts(survey),
        SMALL_GROUPS,
        *((FOR_THE_COORDINATOR,) if names_people else ()),
        WHO_WROTE_IT,
    )


def day_cell(day: str) -> date | None:
    """Return a day as a cell; None where there is none."""
    return date.fromisoformat(day) if day else None


def score_cell(score: int) -> float | None:
    """Return a score as a cell, a share; None where nothing was scored."""
    return score / 10_000 if score >= 0 else None


def several_courses(lines: Iterable[Line]) -> bool:
    """Say whether lines are of more than one course."""
    return len({line.course for line in lines}) > 1


def _with_remarks(line: Line) -> str:
    return f"{line.called} ({'; '.join(line.remarks)})" if line.remarks else line.called


def _says_something(field: Field, lines: Sequence[Line]) -> bool:
    if field is COURSE:
        return several_courses(lines)
    return any(field.cell(line) not in {None, ""} for line in lines)


def _unclear_names(survey: Survey, *, names_people: bool) -> tuple[str, ...]:
    if not survey.unclear:
        return ()
    count = len(survey.unclear)
    rows = "1 row of the roster has" if count == 1 else f"{count} rows of the roster have"
    told = f"{rows} a name that several learners have"
    advice = "Nobody is guessed: put the learner's number into the roster."
    if not names_people:
        return (f"{told}. {advice}",)
    each = [f"{row.name} ({', '.join(several)})" for row, several in survey.unclear]
    more = f" and {len(each) - _MOST_UNCLEAR} more" if len(each) > _MOST_UNCLEAR else ""
    return (f"{told}: {'; '.join(each[:_MOST_UNCLEAR])}{more}. {advice}",)


def _counts(survey: Survey) -> tuple[str, ...]:
    ahead = sum(line.standing.is_ahead for line in survey.lines)
    said = []
    if ahead:
        said.append(f"Dated in the future, since a computer's clock was wrong: {ahead}.")
    if survey.erased:
        said.append(f"Erased, and not counted: {survey.erased}.")
    return tuple(said)
