"""The three questions before the first lesson; Enter takes the default of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Static

from protectcourse.tui.safe_text import as_content
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Row
from protectcourse.tui.widgets.reading import Reading, text_block

LONGEST_NAME = 80
QUESTIONS = 3
NO, YES = "no", "yes"
NAME_WORDS = (
    "What name should stand on your completion record? It may be empty or made up. "
    "It is stored on this computer only."
)
LANGUAGE_WORDS = "Which language do you want?"
PLAIN_WORDS = (
    "Do you want plain mode? It prints lines and reads lines, without redrawing the screen, "
    "which suits screen readers."
)
PLAIN_MISSING_WORDS = (
    "Plain mode is not in this version yet. Your answer is kept for the version that has it; "
    "until then the course opens as it does now."
)


@dataclass(frozen=True, slots=True)
class Language:
    """A language that a course can be read in."""

    code: str
    name: str
    """In the language itself."""


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """What the learner answered."""

    name: str
    language: str
    plain: bool


class FirstStart(CourseScreen[FirstAnswers]):
    """Asks for a name, a language and plain mode, one after another. Returns the answers."""

    CSS_PATH = "first_start.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    key_groups = (
        KeyGroup("These questions", (("Enter", "take this answer"), ("Esc", "the one before"))),
    )

    def __init__(self, languages: Sequence[Language], kept: str, *, plain_available: bool) -> None:
        """Take the languages, the first as default, and the line on where answers are kept."""
        super().__init__()
        self._languages = tuple(languages)
        self._kept = kept
        self._plain_available = plain_available
        self._step = 0
        self._language = languages[0].code

    def compose(self) -> ComposeResult:
        """Lay out all three questions; one is seen at a time."""
        yield TitleBar("Before you begin")
        with VerticalScroll(id="page", can_focus=False):
            yield Reading(id="question")
            yield Input(id="name", max_length=LONGEST_NAME, select_on_focus=False)
            yield ChoiceList(
                [
                    Row(id=language.code, text=language.name, number=number)
                    for number, language in enumerate(self._languages, 1)
                ],
                id="language",
                highlighted=self._language,
            )
            yield ChoiceList(
                [Row(id=NO, text="No", number=1), Row(id=YES, text="Yes", number=2)],
                id="plain",
                highlighted=NO,
            )
            yield Static(id="kept", markup=False)
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Begin with the name."""
        self.query_one("#name", Input).cursor_blink = False
        self.query_one("#kept", Static).update(as_content(self._kept, "$muted"))
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
        name = " ".join(self.query_one("#name", Input).value.split())
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
        plain = PLAIN_WORDS if self._plain_available else f"{PLAIN_WORDS}\n\n{PLAIN_MISSING_WORDS}"
        words = (NAME_WORDS, LANGUAGE_WORDS, plain)[step]
        self.query_one("#question", Reading).show([text_block(words)])
        self.query_one(TitleBar).show(right=f"question {step + 1} of {QUESTIONS}")
        for number, name in enumerate(("name", "language", "plain")):
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
