"""A screen that puts one choice: a few words, then what can be chosen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.study.display.sheets import Offer
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading


class ChooseScreen(CourseScreen[str | None]):
    """Asks for one choice. Returns its id; None where the learner went back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, offer: Offer) -> None:
        """Take what is asked."""
        super().__init__()
        self._offer = offer

    def compose(self) -> ComposeResult:
        """Lay the words out above the choices."""
        offer = self._offer
        yield TitleBar(offer.title, offer.place)
        with VerticalScroll(id="page", can_focus=False):
            if offer.blocks:
                yield Reading(offer.blocks, id="text")
            yield ChoiceList(offer.rows, highlighted=offer.chosen or offer.rows[0].id)
        yield KeyBar(
            KeyHint("enter", "Enter", offer.does),
            KeyHint("", "↑↓", "move"),
            KeyHint("escape", "Esc", "back"),
        )

    def on_mount(self) -> None:
        """Begin on the usual choice."""
        self.set_focus(self.query_one(ChoiceList))

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Give back what was chosen."""
        self.dismiss(message.row_id)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
