"""The list of questions before an attempt is handed in: flagged and unanswered ones first."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.study.display.quiz_words import HAND_IN
from protectcourse.study.display.sheets import Offer
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading


class HandInScreen(CourseScreen[int | None]):
    """Lists the questions. Returns the number of one to open, `NOW` to hand in, None to go back."""

    NOW: ClassVar[int] = 0
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    key_groups = (
        KeyGroup(
            "Before handing in",
            (("↑ ↓", "to a question"), ("Enter", "open it, or hand in"), ("Esc", "back")),
        ),
    )

    def __init__(self, offer: Offer) -> None:
        """Take what is open; ids of rows are numbers of questions, but for the one to hand in."""
        super().__init__()
        self._offer = offer

    def compose(self) -> ComposeResult:
        """Lay out what is open, then the questions."""
        offer = self._offer
        yield TitleBar(offer.title, offer.place)
        with VerticalScroll(id="page", can_focus=False):
            yield Reading(offer.blocks, id="text")
            yield ChoiceList(offer.rows, highlighted=offer.chosen)
        yield KeyBar(KeyHint("enter", "Enter", offer.does), KeyHint("escape", "Esc", "back"))

    def on_mount(self) -> None:
        """Begin on what is still open."""
        self.set_focus(self.query_one(ChoiceList))

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Open a question, or hand in."""
        self.dismiss(self.NOW if message.row_id == HAND_IN else int(message.row_id))

    def action_leave(self) -> None:
        """Go back to the question."""
        self.dismiss(None)
