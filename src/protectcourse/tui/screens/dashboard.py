"""The dashboard: what to go on with, the modules and their units."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from protectcourse.course.outline import UnitOutline
from protectcourse.study.dashboard import (
    SIGNS,
    Dashboard,
    ModuleLine,
    State,
    UnitLine,
    read_dashboard,
)
from protectcourse.study.enrolment import Enrolment
from protectcourse.study.wording import bar
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Row
from protectcourse.tui.widgets.reading import Block, Reading, text_block

CONTINUE = "continue"
MODULE, UNIT = "module ", "unit "
FOLDED, UNFOLDED = "▸", "▾"


class DashboardScreen(CourseScreen[None]):
    """Shows the course; posts which unit to open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "unfold(True)", show=False),
        Binding("left", "unfold(False)", show=False),
        Binding("escape", "leave", show=False),
    ]
    key_groups = (
        KeyGroup(
            "On the dashboard",
            (
                ("Enter", "open the highlighted line"),
                ("→ ←", "show or hide a module's units"),
                ("signs", "· not begun, ▸ begun, ✓ done, ↻ to be repeated, – locked"),
            ),
        ),
    )

    @dataclass
    class Opened(Message):
        """The learner wants to open a unit."""

        unit: UnitOutline

    def __init__(self, enrolment: Enrolment, *, is_only: bool = True) -> None:
        """Take a course; `is_only` where there is no list of courses to go back to."""
        super().__init__()
        self._enrolment = enrolment
        self._is_only = is_only
        self._dashboard: Dashboard = read_dashboard(enrolment)
        self._unfolded = self._modules_to_show()

    def compose(self) -> ComposeResult:
        """Lay out notices and the list."""
        yield TitleBar(self._dashboard.title, self._dashboard.summary)
        with VerticalScroll(id="page", can_focus=False):
            yield Reading(self._notice_blocks(), id="notices")
            yield ChoiceList(self._rows(), id="units", highlighted=CONTINUE)
        yield KeyBar(
            KeyHint("enter", "Enter", "open"),
            *([] if self._is_only else [KeyHint("escape", "Esc", "courses")]),
            KeyHint("p", "p", "progress"),
            KeyHint("slash", "/", "search"),
            KeyHint("g", "g", "glossary"),
            KeyHint("q", "q", "quit"),
        )

    def on_mount(self) -> None:
        """Begin on what comes next."""
        self.query_one("#notices").display = bool(self._dashboard.notices)
        self.set_focus(self.query_one(ChoiceList))

    def on_screen_resume(self) -> None:
        """Show what has changed since."""
        self._refresh()

    def action_leave(self) -> None:
        """Go back to the list of courses."""
        if not self._is_only:
            self.dismiss(None)

    def _refresh(self) -> None:
        self._dashboard = read_dashboard(self._enrolment)
        self._unfolded |= self._modules_to_show()
        self.query_one(TitleBar).show(self._dashboard.title, self._dashboard.summary)
        self.query_one("#notices", Reading).show(self._notice_blocks())
        units = self.query_one(ChoiceList)
        units.set_rows(self._rows())
        if units.highlighted is None:
            units.highlighted = CONTINUE

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Open a unit, or fold a module."""
        row_id = message.row_id
        if row_id == CONTINUE and self._dashboard.next is not None:
            self.post_message(self.Opened(self._dashboard.next.unit))
        elif row_id.startswith(UNIT):
            unit = self._enrolment.course.outline.unit(row_id.removeprefix(UNIT))
            if unit is not None:
                self.post_message(self.Opened(unit))
        elif row_id.startswith(MODULE):
            self._unfolded ^= {row_id.removeprefix(MODULE)}
            self.query_one(ChoiceList).set_rows(self._rows())

    def action_unfold(self, wanted: bool) -> None:
        """Show the units of the highlighted module, or hide them."""
        units = self.query_one(ChoiceList)
        row_id = units.highlighted or ""
        if row_id.startswith(MODULE):
            module = {row_id.removeprefix(MODULE)}
            self._unfolded = self._unfolded | module if wanted else self._unfolded - module
            units.set_rows(self._rows())

    def _modules_to_show(self) -> set[str]:
        """Return the module that comes next, which opens unfolded."""
        upcoming = self._dashboard.next
        return {
            line.module.id
            for line in self._dashboard.modules
            if upcoming and any(unit.unit.id == upcoming.unit.id for unit in line.units)
        }

    def _notice_blocks(self) -> list[Block]:
        return [text_block(notice) for notice in self._dashboard.notices]

    def _rows(self) -> list[Row]:
        """Return the lines of the list."""
        rows = [_continue_row(self._dashboard)]
        for module in self._dashboard.modules:
            is_open = module.module.id in self._unfolded
            rows.append(_module_row(module, is_open))
            if is_open:
                rows += [_unit_row(line) for line in module.units]
        return rows


def _continue_row(dashboard: Dashboard) -> Row:
    """Return the line for what comes next."""
    upcoming = dashboard.next
    if upcoming is None:
        return Row(id=CONTINUE, text="Everything here is done.", disabled=True)
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
