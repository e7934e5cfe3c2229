"""Searching the course: words in a box, what has them below, as one types."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input

from protectcourse.course.index import Entry
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.study.display.search_rows import TITLE, found_words, hit_rows, search_blocks
from protectcourse.study.searching import Hit
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading

LONGEST = 80


class SearchScreen(CourseScreen[Entry | None]):
    """Finds words in the course. Returns what was chosen; None where the learner went back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "to_results", show=False),
        Binding("slash", "to_box", show=False),
        Binding("escape", "leave", show=False),
    ]
    key_groups = (
        KeyGroup(
            "In the search",
            (("↓ Enter", "from the box to what was found"), ("Enter", "open it"), ("/", "the box")),
        ),
    )

    def __init__(self, find: Callable[[str], list[Hit]], place_of: Callable[[Entry], str]) -> None:
        """Take what finds words, and what says where something stands."""
        super().__init__()
        self._find, self._place_of = find, place_of
        self._hits: list[Hit] = []

    def compose(self) -> ComposeResult:
        """Lay out the box, and what is found below."""
        yield TitleBar(TITLE)
        with VerticalScroll(id="page", can_focus=False):
            yield Input(max_length=LONGEST, select_on_focus=False)
            yield Reading(search_blocks("", ()), id="text")
            yield ChoiceList(id="hits")
        yield KeyBar(
            KeyHint("enter", "Enter", "to the results, open"),
            KeyHint("", "↑↓", "move"),
            KeyHint("escape", "Esc", "back"),
        )

    def on_mount(self) -> None:
        """Begin in the box."""
        box = self.query_one(Input)
        box.cursor_blink = False
        self.query_one("#hits").display = False
        self.set_focus(box)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show what has the words so far."""
        self._hits = self._find(message.value)
        hits = self.query_one("#hits", ChoiceList)
        hits.display = bool(self._hits)
        hits.set_rows(hit_rows(self._hits, self._place_of))
        blocks = search_blocks(message.value, self._hits)
        text = self.query_one("#text", Reading)
        text.display = bool(blocks)
        text.show(blocks)
        self.query_one(TitleBar).show(right=found_words(message.value, self._hits))

    def on_input_submitted(self) -> None:
        """Go on to what was found."""
        self.action_to_results()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Open what was chosen."""
        self.dismiss(self._hits[int(message.row_id)].entry)

    def action_to_results(self) -> None:
        """Go to the first of what was found."""
        hits = self.query_one("#hits", ChoiceList)
        if self._hits:
            self.set_focus(hits)
            if hits.highlighted is None:
                hits.highlighted = hits.rows[0].id

    def action_to_box(self) -> None:
        """Go back to the box."""
        self.set_focus(self.query_one(Input))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
