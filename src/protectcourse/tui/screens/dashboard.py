"""The dashboard: what to go on with, the modules and their units."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from protectcourse.course.outline import UnitOutline
from protectcourse.study.dashboard import Dashboard, read_dashboard
from protectcourse.study.display.dashboard_rows import (
    CONTINUE,
    MODULE,
    UNIT,
    dashboard_rows,
    modules_to_unfold,
    notice_blocks,
)
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading


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
        self._unfolded = modules_to_unfold(self._dashboard)

    def compose(self) -> ComposeResult:
        """Lay out notices and the list."""
        yield TitleBar(self._dashboard.title, self._dashboard.summary)
        with VerticalScroll(id="page", can_focus=False):
            yield Reading(notice_blocks(self._dashboard), id="notices")
            rows = dashboard_rows(self._dashboard, self._unfolded)
            yield ChoiceList(rows, id="units", highlighted=CONTINUE)
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
        self._unfolded |= modules_to_unfold(self._dashboard)
        self.query_one(TitleBar).show(self._dashboard.title, self._dashboard.summary)
        self.query_one("#notices", Reading).show(notice_blocks(self._dashboard))
        units = self.query_one(ChoiceList)
        units.set_rows(dashboard_rows(self._dashboard, self._unfolded))
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
            self.query_one(ChoiceList).set_rows(dashboard_rows(self._dashboard, self._unfolded))

    def action_unfold(self, wanted: bool) -> None:
        """Show the units of the highlighted module, or hide them."""
        units = self.query_one(ChoiceList)
        row_id = units.highlighted or ""
        if row_id.startswith(MODULE):
            module = {row_id.removeprefix(MODULE)}
            self._unfolded = self._unfolded | module if wanted else self._unfolded - module
            units.set_rows(dashboard_rows(self._dashboard, self._unfolded))
