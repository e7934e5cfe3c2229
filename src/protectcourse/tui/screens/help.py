"""Every key, by name, grouped."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.tui.safe_text import as_line
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.reading import Block, Reading, TextBlock, text_block

__all__ = ["HelpScreen", "KeyGroup"]

KEY_COLUMN = 14


class HelpScreen(CourseScreen[None]):
    """Lists what every key does, and a few notes such as where the data is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f1,question_mark", "close", show=False, priority=True),
    ]

    def __init__(self, groups: Sequence[KeyGroup], notes: Sequence[str] = ()) -> None:
        super().__init__()
        self._groups = tuple(groups)
        self._notes = tuple(notes)

    def compose(self) -> ComposeResult:
        """Lay the keys out in one column that scrolls."""
        yield TitleBar("Help", "every key")
        with VerticalScroll(id="page"):
            yield Reading(list(self._blocks()))
        yield KeyBar(KeyHint("escape", "Esc", "back"), KeyHint("", "↑↓", "read"))

    def action_close(self) -> None:
        """Go back to where the learner was."""
        self.dismiss()

    def _blocks(self) -> Iterable[Block]:
        """Give headings, keys and notes."""
        for group in self._groups:
            yield text_block(group.title, "heading")
            for key, does in group.keys:
                yield _key_block(key, does)
        for note in self._notes:
            yield text_block(note)


def _key_block(key: str, does: str) -> TextBlock:
    """Return a line with a key and what it does, the words below one another."""
    shown = as_line(key).plain
    blanks = " " * max(KEY_COLUMN - cell_len(shown), 2)
    return TextBlock(as_line(does), first=f"  {shown}{blanks}", rest=" " * (KEY_COLUMN + 2), gap=0)
