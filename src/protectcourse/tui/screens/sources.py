"""The sources of a page, or of the course: what each is, of what date and kind."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from protectcourse.study.citing import Footnote
from protectcourse.tui.screens.text_screen import TextScreen
from protectcourse.tui.widgets.reading import Block, text_block

NO_SOURCE = "This page cites no source of its own."


class SourcesScreen(TextScreen):
    """Lists the sources of one page, question or case, or of the whole course."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "close", show=False)]

    def __init__(self, notes: Sequence[Footnote], about: str) -> None:
        super().__init__("Sources", about, _blocks(notes))


def _blocks(notes: Sequence[Footnote]) -> Iterator[Block]:
    """Give each source under its number, with what cites it."""
    if not notes:
        yield text_block(NO_SOURCE)
    for note in notes:
        yield text_block(note.line, "heading")
        yield text_block(note.about, gap=0)
        if note.note:
            yield text_block(note.note, "beside", gap=0)
