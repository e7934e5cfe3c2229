"""Every command by name: those of the screen below first, then those from everywhere."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.study.display.commands import PLACE, TITLE, Command, command_rows
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList


class CommandListScreen(CourseScreen[Command | None]):
    """Lists commands. Returns the one chosen; None where the learner went back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("f1", "leave", show=False, priority=True),
    ]

    def __init__(self, here: Sequence[Command], everywhere: Sequence[Command]) -> None:
        """Take the commands of the screen below, and those that can be given from everywhere."""
        super().__init__()
        self._here, self._everywhere = tuple(here), tuple(everywhere)

    def compose(self) -> ComposeResult:
        """Lay the commands out by name, each with the key that does the same."""
        rows = command_rows(self._here, self._everywhere)
        first = next(row.id for row in rows if not row.heading)
        yield TitleBar(TITLE, PLACE)
        with VerticalScroll(id="page", can_focus=False):
            yield ChoiceList(rows, highlighted=first)
        yield KeyBar(
            KeyHint("enter", "Enter", "do it"),
            KeyHint("", "↑↓", "move"),
            KeyHint("escape", "Esc", "back"),
        )

    def on_mount(self) -> None:
        """Begin on the first command."""
        self.set_focus(self.query_one(ChoiceList))

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Give back the command."""
        self.dismiss((*self._here, *self._everywhere)[int(message.row_id)])

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
