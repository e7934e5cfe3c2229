"""A screen with nothing but text to read, and back."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.reading import Block, Reading


class TextScreen(CourseScreen[None]):
    """Shows blocks of text in one column that scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "close", show=False)]

    def __init__(self, title: str, place: str, blocks: Iterable[Block]) -> None:
        """Take the title, what stands at its right, and the text."""
        super().__init__()
        self._title = title
        self._place = place
        self._blocks = list(blocks)

    def compose(self) -> ComposeResult:
        """Lay the text out."""
        yield TitleBar(self._title, self._place)
        with VerticalScroll(id="page"):
            yield Reading(self._blocks)
        yield KeyBar(KeyHint("escape", "Esc", "back"), KeyHint("", "↑↓", "read"))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
