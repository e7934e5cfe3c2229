"""Small screens made of the app's own widgets, for tests; run as a script they fill a terminal."""

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static

from protectcourse.blocks import Block, text_block
from protectcourse.study.display.choosing import Mode, Row
from protectcourse.study.display.first_questions import FirstAnswers
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.tui.app import CourseApp, run_full_screen
from protectcourse.tui.safe_text import as_content
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.first_start import FirstStart, Opening
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading

HOSTILE = (
    "start\x1b]0;stolen\x07\x1b[2J\x9b31m\x85\u202eleft\u2066\x00"
    " [@click=app.leave]x[/] [/] [bold end"
)
"""Escape and control codes, direction signs, and markup, each of which some widget obeys."""
STEM = "What should an officer examine next?"
VALUES = ("met", "not met", "not enough information")


def rows(count: int, text: str = "Option {}") -> list[Row]:
    """Return numbered rows with the ids r1, r2 and so on."""
    return [Row(id=f"r{n}", text=text.format(n), number=n) for n in range(1, count + 1)]


class ListScreen(CourseScreen[None]):
    """A question above a list; what the list says is kept and shown below."""

    def __init__(
        self,
        options: Sequence[Row],
        mode: Mode = Mode.SINGLE,
        *,
        blocks: Sequence[Block] = (text_block(STEM),),
        title: str = "Demo",
    ) -> None:
        super().__init__()
        self.said: list[Message] = []
        self.choices = ChoiceList(options, mode=mode, values=VALUES)
        self._blocks = tuple(blocks)
        self._title = title

    def compose(self) -> ComposeResult:
        """Lay out as the real screens do."""
        yield TitleBar(self._title, "1 of 1")
        with VerticalScroll(id="page", can_focus=False):
            yield Reading(self._blocks)
            yield self.choices
            yield Static(id="said", markup=False)
        yield KeyBar(KeyHint("enter", "Enter", "answer"), KeyHint("s", "s", "sources"))

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Show the row."""
        self._keep(message, f"chosen {message.row_id}")

    def on_choice_list_handed_in(self, message: ChoiceList.HandedIn) -> None:
        """Show the rows."""
        self._keep(message, f"handed in {sorted(message.row_ids)}")

    def on_choice_list_ordered(self, message: ChoiceList.Ordered) -> None:
        """Show the order."""
        self._keep(message, f"ordered {list(message.row_ids)}")

    def on_choice_list_matched(self, message: ChoiceList.Matched) -> None:
        """Show the values."""
        self._keep(message, f"matched {dict(message.values)}")

    def on_choice_list_refused(self, message: ChoiceList.Refused) -> None:
        """Show why."""
        self._keep(message, f"refused {message.why}")

    def _keep(self, message: Message, words: str) -> None:
        self.said.append(message)
        self.query_one("#said", Static).update(as_content(words))


class FaultyScreen(ListScreen):
    """Fails, blocks, or is killed, at a key."""

    BINDINGS: ClassVar[list[BindingType]] = [("x", "fail"), ("b", "block"), ("k", "die")]

    def action_fail(self) -> None:
        """Raise with something private in a variable."""
        private = "CANARY"
        raise RuntimeError("a fault" if private else "")

    def action_block(self) -> None:
        """Keep the app from hearing anything."""
        time.sleep(60)

    def action_die(self) -> None:
        """End without any chance to tidy."""
        os.kill(os.getpid(), signal.SIGKILL)


class TypingScreen(CourseScreen[None]):
    """A text box."""

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        yield TitleBar("Typing")
        box = Input(id="box")
        box.cursor_blink = False
        yield box
        yield KeyBar(KeyHint("enter", "Enter", "hand in"), KeyHint("s", "s", "sources"))


def opening() -> Opening:
    """Return the first start, leading to a list that names the answers."""
    ask = FirstStart(
        {"en": "English", "de": "Deutsch"},
        "Your answers are kept in /data and nowhere else.",
        plain_available=False,
    )
    return Opening(ask, _after_opening)


def _after_opening(answers: FirstAnswers) -> ListScreen:
    words = f"name={answers.name!r} language={answers.language} plain={answers.plain}"
    return ListScreen(rows(3), blocks=[text_block(words)])


def hostile() -> ListScreen:
    """Return a screen on which every word is hostile."""
    row = Row(id=HOSTILE, text=HOSTILE, number=1, sign=HOSTILE[:2], note=HOSTILE, right=HOSTILE)
    screen = ListScreen([row], blocks=[text_block(HOSTILE)], title=HOSTILE)
    screen.key_groups = (KeyGroup(HOSTILE, ((HOSTILE, HOSTILE),)),)
    return screen


SCREENS: dict[str, Callable[[], CourseScreen[None] | Opening]] = {
    "single": lambda: ListScreen(rows(12)),
    "several": lambda: ListScreen(rows(12), Mode.SEVERAL),
    "order": lambda: ListScreen(rows(3), Mode.ORDER),
    "match": lambda: ListScreen(rows(2), Mode.MATCH),
    "typing": TypingScreen,
    "faulty": lambda: FaultyScreen(rows(3)),
    "hostile": hostile,
    "opening": opening,
}


def main() -> int:
    """Show a screen, named by the first argument; keep crash files in the second."""
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    ending = run_full_screen(CourseApp(SCREENS[sys.argv[1]], ["A note."]), folder)
    if ending.message:
        sys.stderr.write(f"{ending.message}\n")
    return ending.exit_code


if __name__ == "__main__":
    sys.exit(main())
