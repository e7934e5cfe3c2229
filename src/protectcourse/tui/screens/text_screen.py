"""A screen with nothing but a sheet to read, and back."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.study.display.sheets import Sheet
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.reading import Reading


class TextScreen(CourseScreen[None]):
    """Shows a sheet in one column that scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "close", show=False)]
    hints: tuple[KeyHint, ...] = (KeyHint("escape", "Esc", "back"), KeyHint("", "↑↓", "read"))
    """What the keys do."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet

    def compose(self) -> ComposeResult:
        """Lay the text out."""
        yield TitleBar(self._sheet.title, self._sheet.place)
        with VerticalScroll(id="page"):
            yield Reading(self._sheet.blocks)
        yield KeyBar(*self.hints)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()


# Each kind is a class of its own, by which it is known whether one like it stands already.


class StandingScreen(TextScreen):
    """Shows how the learner stands."""


class QuizReviewScreen(TextScreen):
    """Shows the questions of an attempt one below the other."""


class TermScreen(TextScreen):
    """Shows one term of the glossary in full."""


class SourcesScreen(TextScreen):
    """Lists the sources of one page, question or case, or of the whole course."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "close", show=False)]


class CaseFileScreen(TextScreen):
    """Lists what is known so far in a case, where there is no room beside the story."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("c", "close", show=False)]
    hints = (KeyHint("escape", "Esc", "back to the case"),)


class HelpScreen(TextScreen):
    """Lists what every key does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,question_mark", "close", show=False, priority=True),
    ]
