"""A box for words of one's own: a note on a page, or a name."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, TextArea

from protectcourse.blocks import text_block
from protectcourse.study.display.note_words import (
    KEEP,
    LONGEST_NOTE,
    TITLE,
    note_blocks,
    note_rows,
)
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading


class NoteScreen(CourseScreen[str | None]):
    """Takes a note. Returns its text, which may be empty; None to leave it as it was."""

    DEFAULT_CSS = "NoteScreen TextArea { height: 8; max-width: 76; margin-bottom: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, title: str, text: str) -> None:
        """Take the title of the page and the note so far."""
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """Lay out the box and what can be done with it."""
        yield TitleBar(TITLE, self._title)
        with VerticalScroll(id="page", can_focus=False):
            yield Reading(note_blocks(), id="text")
            area = TextArea(self._text, soft_wrap=True, tab_behavior="focus")
            area.show_line_numbers = False
            area.cursor_blink = False
            yield area
            yield ChoiceList(note_rows(), highlighted=KEEP)
        yield KeyBar(
            KeyHint("tab", "Tab", "to the buttons"),
            KeyHint("escape", "Esc", "out of the box, back"),
        )

    def on_mount(self) -> None:
        """Begin in the box, at the end of the note."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        self.set_focus(area)

    def on_text_area_changed(self) -> None:
        """Keep a note to a length that is still a note."""
        area = self.query_one(TextArea)
        if len(area.text) > LONGEST_NOTE:
            area.load_text(area.text[:LONGEST_NOTE])
            area.move_cursor(area.document.end)

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Keep the note, or leave."""
        text = self.query_one(TextArea).text.strip()
        self.dismiss(text if message.row_id == KEEP else None)

    def on_key(self, event: events.Key) -> None:
        """Let a digit choose once the box is left."""
        if (event.character or "").isdecimal() and not isinstance(self.focused, TextArea):
            choices = self.query_one(ChoiceList)
            self.set_focus(choices)
            choices.on_key(event)

    def action_leave(self) -> None:
        """Leave the box, keeping the text in it; from outside the box, go back."""
        if isinstance(self.focused, TextArea):
            self.set_focus(self.query_one(ChoiceList))
        else:
            self.dismiss(None)


class NameScreen(CourseScreen[str | None]):
    """Takes one line, such as a name. Returns it; None to leave it as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, title: str, words: str, text: str, longest: int) -> None:
        """Take what is asked, the line so far, and how many characters it may have."""
        super().__init__()
        self._title, self._words, self._text, self._longest = title, words, text, longest

    def compose(self) -> ComposeResult:
        """Lay out the words and the box."""
        yield TitleBar(self._title)
        with VerticalScroll(id="page", can_focus=False):
            yield Reading([text_block(self._words)], id="text")
            yield Input(self._text, max_length=self._longest, select_on_focus=False)
        yield KeyBar(KeyHint("enter", "Enter", "keep"), KeyHint("escape", "Esc", "back"))

    def on_mount(self) -> None:
        """Begin in the box."""
        box = self.query_one(Input)
        box.cursor_blink = False
        self.set_focus(box)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Keep the line."""
        self.dismiss(message.value.strip())

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
