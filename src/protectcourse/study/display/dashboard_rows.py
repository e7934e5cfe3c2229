"""The dashboard, and the list of courses, as rows."""

from collections.abc import Collection, Iterable, Mapping

from protectcourse.blocks import Block, text_block
from protectcourse.study.dashboard import (
    SIGNS,
    Dashboard,
    ModuleLine,
    State,
    UnitLine,
    read_dashboard,
)
from protectcourse.study.display.choosing import Row, number_rows
from protectcourse.study.enrolment import Enrolment
from protectcourse.study.wording import bar

CONTINUE = "continue"
MODULE, UNIT = "module ", "unit "
"""What the ids of rows begin with."""
FOLDED, UNFOLDED = "▸", "▾"
COURSES_TITLE = "Courses"
ALL_DONE = "Everything here is done."


def dashboard_rows(dashboard: Dashboard, unfolded: Collection[str]) -> list[Row]:
    """Return what comes next, the modules, and the units of those that are unfolded, by id."""
    rows = [_continue_row(dashboard)]
    for module in dashboard.modules:
        is_open = module.module.id in unfolded
        rows.append(_module_row(module, is_open))
        if is_open:
            rows += [_unit_row(line) for line in module.units]
    return rows


def modules_to_unfold(dashboard: Dashboard) -> set[str]:
    """Return the module of the unit that comes next."""
    upcoming = dashboard.next
    return {
        line.module.id
        for line in dashboard.modules
        if upcoming and any(unit.unit.id == upcoming.unit.id for unit in line.units)
    }


def notice_blocks(dashboard: Dashboard) -> list[Block]:
    """Return what the learner is to be told, before the rows."""
    return [text_block(notice) for notice in dashboard.notices]


def course_rows(enrolments: Mapping[str, Enrolment]) -> list[Row]:
    """Return a line for each course, by its id: title, subtitle, how far it is."""
    return number_rows(_course_row(name, one) for name, one in enrolments.items())


def courses_place(enrolments: Mapping[str, Enrolment]) -> str:
    """Return how many courses there are."""
    return f"{len(enrolments)} installed"


def latest_course(names: Iterable[str], touched: Iterable[str]) -> str:
    """Return the course of the unit touched last, among keys of units; else the first."""
    known = list(names)
    courses = (key.split("/", 1)[0] for key in reversed(list(touched)))
    return next((name for name in courses if name in known), known[0])


def _continue_row(dashboard: Dashboard) -> Row:
    """Return the line for what comes next."""
    upcoming = dashboard.next
    if upcoming is None:
        return Row(id=CONTINUE, text=ALL_DONE, disabled=True)
    where = f" · {upcoming.where}" if dashboard.is_begun and upcoming.where else ""
    word = "Continue" if dashboard.is_begun else "Begin"
    return Row(id=CONTINUE, text=f"{word}   {upcoming.name}{where}", right="Enter")


def _module_row(line: ModuleLine, is_open: bool) -> Row:
    """Return the line of a module: its sign, its number and title, how much is done."""
    fold = UNFOLDED if is_open else FOLDED
    state = SIGNS[line.state] if line.state in {State.DONE, State.LOCKED} else fold
    count = f"{bar(line.done, line.total)}  {line.done} of {line.total}"
    text = f"{line.module.number}  {line.module.title}"
    return Row(id=MODULE + line.module.id, text=text, sign=state, right=count)


def _unit_row(line: UnitLine) -> Row:
    """Return the line of a unit."""
    locked = line.state is State.LOCKED
    right = (
        f"{line.unit.minutes} min"
        if locked or not line.where
        else f"{line.where}   {line.unit.minutes} min"
    )
    return Row(
        id=UNIT + line.unit.id,
        text=f"{line.unit.sort:<6}  {line.name}",
        sign=SIGNS[line.state],
        indent=1,
        right=right,
        note=line.where if locked else "",
        disabled=locked,
    )


def _course_row(name: str, enrolment: Enrolment) -> Row:
    outline = enrolment.course.outline
    summary = read_dashboard(enrolment).summary
    about = f"{outline.subtitle} · {summary}" if outline.subtitle else summary
    return Row(id=name, text=outline.title, note=about)
