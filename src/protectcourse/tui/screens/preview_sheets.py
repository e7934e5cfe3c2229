"""What only an author sees: the problems of the files, the variables of a case, a way out."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.screens.dashboard import DashboardScreen
from protectcourse.tui.screens.text_screen import TextScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint

ON_THE_DASHBOARD = (
    KeyHint("enter", "Enter", "open"),
    KeyHint("escape", "Esc", "leave"),
    KeyHint("w", "w", "problems"),
    KeyHint("slash", "/", "search"),
    KeyHint("g", "g", "glossary"),
)


class ProblemsScreen(TextScreen):
    """Lists what is wrong with the files."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("w", "close", show=False)]


class VariablesScreen(TextScreen):
    """Shows what a case keeps in mind at this point."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("v", "close", show=False)]


class PreviewDashboard(DashboardScreen):
    """The dashboard of a course that is being edited; Esc leaves the preview."""

    def __init__(self, enrolment: Enrolment) -> None:
        super().__init__(enrolment, is_only=False)

    def compose(self) -> ComposeResult:
        """Lay out the learner's screen; the author's keys are named below."""
        for widget in super().compose():
            if isinstance(widget, KeyBar):
                widget.show(ON_THE_DASHBOARD)
            yield widget
