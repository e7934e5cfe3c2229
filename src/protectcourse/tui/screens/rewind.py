"""From which decision to play a case again."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.study.display.sheets import Offer
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading


class RewindScreen(CourseScreen[int | None]):
    """Lists the decisions of a play. Returns how many stand, None where nothing was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self._offer = offer

    def compose(self) -> ComposeResult:
        """Lay out the decisions, by their numbers in the debrief."""
        yield TitleBar(self._offer.title)
        with VerticalScroll(id="page", can_focus=False):
            yield Reading(self._offer.blocks, id="text")
            yield ChoiceList(self._offer.rows, id="decisions")
        yield KeyBar(
            KeyHint("", "1–9 ↑↓", "choose"),
            KeyHint("enter", "Enter", self._offer.does),
            KeyHint("escape", "Esc", "back"),
        )

    def on_mount(self) -> None:
        """Let digits reach the list."""
        self.set_focus(self.query_one(ChoiceList), scroll_visible=False)

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Say which decision is to be taken again."""
        self.dismiss(int(message.row_id))

    def action_leave(self) -> None:
        """Go back to the debrief."""
        self.dismiss(None)
