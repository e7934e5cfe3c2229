"""The glossary: the terms of the page first, then all of them."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.study.display.glossary_rows import (
    TITLE,
    glossary_rows,
    no_term_blocks,
    place_words,
    term_of,
    term_sheet,
)
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.study.looking_up import TermEntry
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.text_screen import TermScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading


class GlossaryScreen(CourseScreen[None]):
    """Lists terms with their meaning; Enter shows one in full."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,g", "close", show=False)]
    key_groups = (
        KeyGroup("In the glossary", (("↑ ↓", "to a term"), ("Enter", "its source and more"))),
    )

    def __init__(self, terms: Sequence[TermEntry], on_page: Sequence[str] = ()) -> None:
        """Take all terms, and the ids of those on the page that the learner comes from."""
        super().__init__()
        self._terms = {term.id: term for term in terms}
        self._on_page = tuple(on_page)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        rows = glossary_rows(self._terms, self._on_page)
        first = next((row.id for row in rows if not row.heading), None)
        yield TitleBar(TITLE, place_words(self._terms))
        with VerticalScroll(id="page", can_focus=False):
            if not rows:
                yield Reading(no_term_blocks())
            yield ChoiceList(rows, highlighted=first)
        yield KeyBar(
            KeyHint("enter", "Enter", "in full"),
            KeyHint("", "↑↓", "move"),
            KeyHint("escape", "Esc", "back"),
        )

    def on_mount(self) -> None:
        """Begin on the first term."""
        self.set_focus(self.query_one(ChoiceList))

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Show a term in full."""
        term = self._terms[term_of(message.row_id)]
        self.app.push_screen(TermScreen(term_sheet(term)))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
