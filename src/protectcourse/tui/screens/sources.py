"""The sources of a page: what each is, of what date and kind, and where it is cited."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.study.citing import Footnote
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.reading import Block, Reading, text_block


class SourcesScreen(CourseScreen[None]):
    """Lists the sources of one page, question or case."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,s", "close", show=False)]

    def __init__(self, notes: Sequence[Footnote], about: str) -> None:
        super().__init__()
        self._notes = tuple(notes)
        self._about = about

    def compose(self) -> ComposeResult:
        """Lay the sources out in one column that scrolls."""
        yield TitleBar("Sources", self._about)
        with VerticalScroll(id="page"):
            yield Reading(self._blocks())
        yield KeyBar(KeyHint("escape", "Esc", "back"), KeyHint("", "↑↓", "read"))

    def action_close(self) -> None:
        """Go back to the page."""
        self.dismiss()

    def _blocks(self) -> list[Block]:
        """Return each source under its number."""
        if not self._notes:
            return [text_block("This page cites no source of its own.")]
        blocks: list[Block] = []
        for note in self._notes:
            blocks.append(text_block(note.line, "heading"))
            blocks.append(text_block(note.about, gap=0))
            if note.note:
                blocks.append(text_block(note.note, "beside", gap=0))
        return blocks
