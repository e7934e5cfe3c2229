"""Tables of how groups of people stand: by state, by team, by place; small groups say nothing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import fmean, median
from typing import NamedTuple

from protectcourse.records.reports.people import several_courses
from protectcourse.records.reports.report import Cell, Chart, Column, Kind, Row, Table
from protectcourse.records.standing.states import EXPLAINED, HOLDING, State, days_between
from protectcourse.records.standing.survey import Line
from protectcourse.records.undefined import FEWER, FEWEST

COURSE, PEOPLE = "Course", "people"
NONE_SAID = "none said"
NOBODY = "There is nobody to count."


class Group(NamedTuple):
    """Some people in one course."""

    course: str
    name: str
    lines: tuple[Line, ...]


class Tally(NamedTuple):
    """Some people, and how many of them are in which state."""

    lines: Sequence[Line]
    states: Mapping[State, int]


class Measure(NamedTuple):
    """A column of a table of groups, and what a group has in it."""

    column: Column
    cell: Callable[[Tally], Cell]


def _count(*states: State) -> Callable[[Tally], Cell]:
    return lambda tally: sum(tally.states[state] for state in states)


def _share(*states: State) -> Callable[[Tally], Cell]:
    return lambda tally: sum(tally.states[state] for state in states) / len(tally.lines)


def _days_taken(tally: Tally) -> Cell:
    """Return the median of the days from the first step to the first completion."""
    days = [days_between(line.standing.begun, line.standing.completed) for line in _done(tally)]
    return median(days) if len(days) >= FEWEST else FEWER


def _mean_score(tally: Tally) -> Cell:
    scores = [one.standing.score / 10_000 for one in _done(tally) if one.standing.score >= 0]
    return fmean(scores) if len(scores) >= FEWEST else FEWER


def _done(tally: Tally) -> list[Line]:
    """Return those who have completed, whether or not it still holds."""
    return [line for line in tally.lines if line.standing.completed]


STATES = (
    Measure(Column("not begun", Kind.WHOLE), _count(State.NOT_BEGUN)),
    Measure(Column("in progress", Kind.WHOLE), _count(State.IN_PROGRESS)),
    Measure(Column("overdue", Kind.WHOLE), _count(State.OVERDUE)),
    Measure(Column("completed", Kind.WHOLE), _count(*HOLDING)),
    Measure(Column("expired", Kind.WHOLE), _count(State.EXPIRED)),
    Measure(Column("share completed", Kind.PERCENT, 0), _share(*HOLDING)),
)
"""How many of a group are in which state; a completion that holds is one, whatever is due next."""
COURSE_OF_TIME = (
    Measure(Column("ever completed", Kind.WHOLE), lambda tally: len(_done(tally))),
    Measure(Column("days taken (median)", Kind.NUMBER, 0), _days_taken),
    Measure(Column("mean best score", Kind.PERCENT, 0), _mean_score),
)
"""How long the first completion took, and how well it went."""
OVERDUE = (
    Measure(Column("overdue", Kind.WHOLE), _count(State.OVERDUE)),
    Measure(Column("share overdue", Kind.PERCENT, 0), _share(State.OVERDUE)),
)


def group_table(
    what: str,
    title: str,
    lines: Sequence[Line],
    of: Callable[[Line], str],
    measures: Sequence[Measure],
) -> Table:
    """Return how each group stands that has one `what`, such as a team, in common.

    The last row is of all; where groups too small to say anything could be reckoned from it, it is
    of the others only, and says so.
    """
    groups = _groups(lines, of)
    is_of_several = several_courses(lines)
    with_course = is_of_several and what != COURSE
    head = (Column(COURSE),) if with_course else ()
    columns = (*head, Column(what), Column(PEOPLE, Kind.WHOLE), *(one.column for one in measures))
    rows = tuple(
        ((one.course,) if with_course else ()) + _row(one.name or NONE_SAID, one.lines, measures)
        for one in groups
    )
    total = None if is_of_several or not groups else _total(groups, measures)
    return Table(f"{what.lower()}s", title, columns, rows, total, empty=NOBODY)


def stacked_chart(title: str, table: Table, what: str) -> Chart:
    """Return the chart of how many of each group are in which state."""
    names = tuple(one.column.name for one in STATES[:-1])
    place = [column.name for column in table.columns].index(PEOPLE)
    people = sum(cell for row in table.rows if isinstance(cell := row[place], int))
    return Chart(title, "stacked", what, names, "people", f"n = {people} people")


def state_table(lines: Sequence[Line]) -> Table:
    """Return how many are in which state, and what each state means."""
    shown = len(lines) >= FEWEST
    counts = count_states(lines)
    columns = (
        Column("State"),
        Column(PEOPLE, Kind.WHOLE),
        Column("share", Kind.PERCENT, 0),
        Column("what it means"),
    )
    rows = tuple(
        (
            state.value,
            number if shown else FEWER,
            number / len(lines) if shown else FEWER,
            EXPLAINED[state],
        )
        for state, number in counts.items()
    )
    people = f"n = {len(lines)} people"
    charts = (
        Chart("How everybody stands", "bars", "State", ("share",), "share of people", people),
    )
    return Table(
        "states",
        "How everybody stands",
        columns,
        rows if lines else (),
        ("all", len(lines) if shown else FEWER, 1.0 if shown else FEWER, "") if lines else None,
        charts=charts if shown else (),
        empty=NOBODY,
    )


def count_states(lines: Iterable[Line]) -> dict[State, int]:
    """Return how many are in each state, those in which nobody is too."""
    counts = Counter([line.standing.state for line in lines])
    return {state: counts[state] for state in State}


def _groups(lines: Iterable[Line], of: Callable[[Line], str]) -> list[Group]:
    found: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        found[line.course, of(line)].append(line)
    return [Group(*key, tuple(found[key])) for key in sorted(found, key=_last_if_unsaid)]


def _last_if_unsaid(key: tuple[str, str]) -> tuple[str, bool, str]:
    course, name = key
    return (course, not name, name.casefold())


def _row(name: str, lines: Sequence[Line], measures: Sequence[Measure]) -> Row:
    if len(lines) < FEWEST:
        return (name, FEWER, *(FEWER for _ in measures))
    tally = Tally(lines, count_states(lines))
    return (name, len(lines), *(one.cell(tally) for one in measures))


def _total(groups: Sequence[Group], measures: Sequence[Measure]) -> Row | None:
    """Return the last row; None where there is no group that it could be of."""
    small = [line for one in groups if len(one.lines) < FEWEST for line in one.lines]
    every = [line for one in groups for line in one.lines]
    if not small or len(small) >= FEWEST:
        return _row("all", every, measures)
    rest = [line for one in groups if len(one.lines) >= FEWEST for line in one.lines]
    return _row(f"groups of {FEWEST} or more", rest, measures) if rest else None
