"""Every command by name: those of the screen below first, then those from everywhere."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.tui.commands import Command
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Row


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
        rows = list(self._rows())
        first = next(row.id for row in rows if not row.heading)
        yield TitleBar("Commands", "by name")
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

    def _rows(self) -> Iterator[Row]:
        if self._here:
            yield Row(id="here", text="On this screen", heading=True)
            yield from _command_rows(self._here, 0)
            yield Row(id="everywhere", text="Everywhere", heading=True)
        yield from _command_rows(self._everywhere, len(self._here))


def _command_rows(commands: Iterable[Command], first: int) -> Iterator[Row]:
    """Give the lines of commands; ids count on from `first`, numbers from 1."""
    for number, command in enumerate(commands, first):
        yield Row(id=str(number), text=command.name, number=number + 1, right=command.key)
