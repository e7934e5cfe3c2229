"""The case file on a screen of its own, where there is no room beside the story."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.scenario.moments import Moment
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.case_blocks import case_file_blocks
from protectcourse.tui.widgets.reading import Reading


class CaseFileScreen(CourseScreen[None]):
    """Lists what is known so far."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,c", "close", show=False)]

    def __init__(self, moment: Moment, title: str) -> None:
        super().__init__()
        self._moment = moment
        self._title = title

    def compose(self) -> ComposeResult:
        """Lay out facts and meters."""
        yield TitleBar(f"Case: {self._title}")
        with VerticalScroll(id="page"):
            yield Reading(case_file_blocks(self._moment))
        yield KeyBar(KeyHint("escape", "Esc", "back to the case"))

    def action_close(self) -> None:
        """Go back to the case."""
        self.dismiss()
