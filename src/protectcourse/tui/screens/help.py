"""Every key, by name, grouped."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType

from protectcourse.tui.safe_text import as_line
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.screens.text_screen import TextScreen
from protectcourse.tui.widgets.reading import Block, TextBlock, text_block

__all__ = ["HelpScreen", "KeyGroup"]

KEY_COLUMN = 14


class HelpScreen(TextScreen):
    """Lists what every key does, and a few notes such as where the data is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,question_mark", "close", show=False, priority=True),
    ]

    def __init__(self, groups: Sequence[KeyGroup], notes: Sequence[str] = ()) -> None:
        super().__init__("Help", "every key", _blocks(groups, notes))


def _blocks(groups: Sequence[KeyGroup], notes: Sequence[str]) -> Iterator[Block]:
    """Give headings, keys and notes."""
    for group in groups:
        yield text_block(group.title, "heading")
        for key, does in group.keys:
            yield _key_block(key, does)
    for note in notes:
        yield text_block(note)


def _key_block(key: str, does: str) -> TextBlock:
    """Return a line with a key and what it does, the words below one another."""
    shown = as_line(key).plain
    blanks = " " * max(KEY_COLUMN - cell_len(shown), 2)
    return TextBlock(as_line(does), first=f"  {shown}{blanks}", rest=" " * (KEY_COLUMN + 2), gap=0)
