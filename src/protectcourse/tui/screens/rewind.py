"""From which decision to play a case again."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.scenario.debrief import Debrief
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Row
from protectcourse.tui.widgets.debrief_blocks import decision_words, rating_words
from protectcourse.tui.widgets.prose_blocks import line_block
from protectcourse.tui.widgets.reading import Reading, text_block

WORDS = "From there on it is practice: it does not count, and your result stands."


class RewindScreen(CourseScreen[int | None]):
    """Lists the decisions of a play. Returns how many stand, None where nothing was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, title: str, debrief: Debrief) -> None:
        super().__init__()
        self._title = title
        self._debrief = debrief

    def compose(self) -> ComposeResult:
        """Lay out the decisions, by their numbers in the debrief."""
        yield TitleBar(f"Play again: {self._title}")
        with VerticalScroll(id="page", can_focus=False):
            words = [text_block("Play again from which decision?"), text_block(WORDS, gap=0)]
            yield Reading(words, id="text")
            yield ChoiceList(self._rows(), id="decisions")
        yield KeyBar(
            KeyHint("", "1–9 ↑↓", "choose"),
            KeyHint("enter", "Enter", "play from there"),
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

    def _rows(self) -> list[Row]:
        return [
            Row(
                id=str(kept),
                text=line_block(decision_words(decision)).text,
                number=kept + 1,
                right=rating_words(decision),
            )
            for kept, decision in enumerate(self._debrief.decisions)
        ]
