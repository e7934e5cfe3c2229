"""The three questions before the first lesson; Enter takes the default of each."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Static

from protectcourse.study.display.first_questions import (
    LONGEST_NAME,
    NO,
    QUESTIONS,
    TITLE,
    YES,
    FirstAnswers,
    language_rows,
    name_as_kept,
    place_words,
    question_blocks,
    yes_no_rows,
)
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.styled_text import styled
from protectcourse.tui.safe_text import as_content
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading


class FirstStart(CourseScreen[FirstAnswers]):
    """Asks for a name, a language and plain mode, one after another. Returns the answers."""

    CSS_PATH = "first_start.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    key_groups = (
        KeyGroup("These questions", (("Enter", "take this answer"), ("Esc", "the one before"))),
    )

    def __init__(self, languages: Mapping[str, str], kept: str, *, plain_available: bool) -> None:
        """Take the languages by code, the first as default, and where answers are kept."""
        super().__init__()
        self._languages = languages
        self._kept = kept
        self._plain_available = plain_available
        self._step = 0
        self._language = next(iter(languages))

    def compose(self) -> ComposeResult:
        """Lay out all three questions; one is seen at a time."""
        yield TitleBar(TITLE)
        with VerticalScroll(id="page", can_focus=False):
            yield Reading(id="question")
            yield Input(id="name", max_length=LONGEST_NAME, select_on_focus=False)
            rows = language_rows(self._languages)
            yield ChoiceList(rows, id="language", highlighted=self._language)
            yield ChoiceList(yes_no_rows(), id="plain", highlighted=NO)
            yield Static(id="kept", markup=False)
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Begin with the name."""
        self.query_one("#name", Input).cursor_blink = False
        self.query_one("#kept", Static).update(as_content(styled(self._kept, "muted")))
        self._show_step(0)

    def on_input_submitted(self) -> None:
        """Go on from the name."""
        self._show_step(1)

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Go on from the language, or be done."""
        if message.control.id == "language":
            self._language = message.row_id
            self._show_step(2)
            return
        name = name_as_kept(self.query_one("#name", Input).value)
        self.dismiss(FirstAnswers(name, self._language, message.row_id == YES))

    def action_back(self) -> None:
        """Leave the text box, keeping the text; or go back to the question before."""
        if isinstance(self.focused, Input):
            self.set_focus(None)
        elif self._step:
            self._show_step(self._step - 1)

    def _show_step(self, step: int) -> None:
        """Show one question and its answers."""
        self._step = step
        blocks = question_blocks(step, plain_available=self._plain_available)
        self.query_one("#question", Reading).show(blocks)
        self.query_one(TitleBar).show(right=place_words(step))
        for number, name in enumerate(QUESTIONS):
            widget = self.query_one(f"#{name}")
            widget.display = number == step
            if number == step:
                self.set_focus(widget)
        self.query_one("#keys", KeyBar).show(_hints(step))


class Opening(Screen[None]):
    """An empty screen that asks the first questions and opens what the answers lead to."""

    def __init__(self, ask: FirstStart, then: Callable[[FirstAnswers], Screen[Any]]) -> None:
        super().__init__()
        self._ask = ask
        self._then = then

    def on_mount(self) -> None:
        """Ask at once."""
        self.app.push_screen(self._ask, self._answered)

    def _answered(self, answers: FirstAnswers | None) -> None:
        """Open the screen that the answers lead to."""
        if answers is not None:
            self.app.push_screen(self._then(answers), self._ended)

    def _ended(self, _result: Any) -> None:
        """End with the last screen."""
        self.app.exit(return_code=0)


def _hints(step: int) -> list[KeyHint]:
    """Return the keys of one question."""
    enter = KeyHint("enter", "Enter", "take this answer")
    if step == 0:
        return [enter, KeyHint("escape", "Esc", "leave the box")]
    return [enter, KeyHint("", "1 2", "select"), KeyHint("escape", "Esc", "back")]
