"""What a result and a debrief have in common: something to read, then what can be done next."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from protectcourse.study.display.what_now import WhatNow
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyHint
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.page import Page
from protectcourse.tui.widgets.scrolling import reveal_lines

READ_ON = (
    KeyHint("enter", "Enter", "what comes next"),
    KeyHint("", "↓ PgDn", "read on"),
    KeyHint("escape", "Esc", "home"),
)


class LookingBackScreen(CourseScreen[WhatNow]):
    """Begins at the top of what is to be read. Returns what the learner wants to do next.

    A subclass lays out a `Page` with the id ``page`` and in it one `ChoiceList`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "to_choices", show=False),
        Binding("down", "to_choices", show=False),
        Binding("escape", "leave", show=False),
    ]

    def on_mount(self) -> None:
        """Begin at the top; where all can be seen at once, with the usual choice."""
        self.set_focus(self.query_one(Page))
        self.call_after_refresh(self._offer_usual_row)

    def on_key(self, event: events.Key) -> None:
        """Let a digit choose, wherever the focus is."""
        if (event.character or "").isdecimal():
            choices = self.query_one(ChoiceList)
            self.set_focus(choices)
            choices.on_key(event)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the choices, and the usual one of them, to whoever comes to them by Tab."""
        if isinstance(event.widget, ChoiceList) and event.widget.highlighted is None:
            self._show_usual_row()

    def _show_usual_row(self) -> None:
        choices = self.query_one(ChoiceList)
        reveal_lines(choices, 0, choices.size.height)  # all of them, if there is room
        choices.highlight_row(0)

    def action_to_choices(self) -> None:
        """Go to what can be done next."""
        choices = self.query_one(ChoiceList)
        self.set_focus(choices)
        self._show_usual_row()

    def action_leave(self) -> None:
        """Go home."""
        self.dismiss(WhatNow("home"))

    def _offer_usual_row(self) -> None:
        if self.query_one(Page).max_scroll_y == 0:
            self.action_to_choices()
