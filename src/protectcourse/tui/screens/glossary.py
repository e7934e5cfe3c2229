"""The glossary: the terms of the page first, then all of them."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.course.prose import plain_words
from protectcourse.study.looking_up import TermEntry
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.screens.text_screen import TextScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Row
from protectcourse.tui.widgets.prose_blocks import prose_blocks
from protectcourse.tui.widgets.reading import Block, Reading, text_block

HERE, ALL = "here ", "all "
NO_TERMS = "This course has no glossary."


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
        self._on_page = [self._terms[name] for name in on_page if name in self._terms]

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        rows = self._rows()
        first = next((row.id for row in rows if not row.heading), None)
        yield TitleBar("Glossary", f"{len(self._terms)} terms")
        with VerticalScroll(id="page", can_focus=False):
            if not rows:
                yield Reading([text_block(NO_TERMS)])
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
        term = self._terms[message.row_id.split(" ", 1)[1]]
        self.app.push_screen(TermScreen(term))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()

    def _rows(self) -> list[Row]:
        """Return the terms of the page under a heading, then all."""
        rows = [_row(HERE, term) for term in self._on_page]
        if rows:
            rows.insert(0, Row(id="on-page", text="On this page", heading=True))
            rows.append(Row(id="all", text="All terms", heading=True))
        return [*rows, *(_row(ALL, term) for term in self._terms.values())]


class TermScreen(TextScreen):
    """Shows one term in full: meaning, other wordings, source, where it is taught."""

    def __init__(self, term: TermEntry) -> None:
        super().__init__("Glossary", term.term, _blocks(term))


def _row(part: str, term: TermEntry) -> Row:
    return Row(id=part + term.id, text=term.term, note=plain_words(term.meaning))


def _blocks(term: TermEntry) -> Iterator[Block]:
    yield text_block(term.term, "heading")
    yield from prose_blocks(term.meaning)
    if term.forms:
        yield text_block(f"Also: {', '.join(term.forms)}", "beside")
    if term.see:
        yield text_block(f"See also: {', '.join(term.see)}", "beside", gap=0)
    if term.source:
        yield text_block(f"Source: {term.source}", "beside")
    if term.lesson is not None:
        where = f"{term.lesson.number} {term.lesson.title}"
        yield text_block(f"First used in lesson {where}", "beside", gap=0)
