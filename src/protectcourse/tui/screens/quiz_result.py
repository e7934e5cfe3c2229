"""What came of a quiz: score, objectives, what to read again, what to do next."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from protectcourse.course.outline import UnitOutline
from protectcourse.study.dashboard import UnitLine
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.study.display.quiz_result_blocks import (
    attempt_blocks,
    choice_after_result,
    result_blocks,
    result_rows,
    saved_words,
    title_words,
)
from protectcourse.study.display.what_now import WhatNow
from protectcourse.study.quiz_result import QuizResult
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading


class QuizResultScreen(CourseScreen[WhatNow]):
    """Shows a result and offers what to do next. Returns the choice."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    key_groups = (
        KeyGroup("On the result", (("↑ ↓ 1 2 3", "choose"), ("Enter", "do it"), ("Esc", "home"))),
    )

    @dataclass
    class Reviewed(Message):
        """The learner wants to look back at the questions."""

        unit: UnitOutline

    def __init__(
        self,
        unit: UnitOutline,
        result: QuizResult,
        upcoming: UnitLine | None,
        *,
        attempts_left: int | None = None,
        not_saved: str = "",
    ) -> None:
        """Take a result; `attempts_left` is how many may be begun today, None for no limit."""
        super().__init__()
        self._unit = unit
        self._attempts_left = attempts_left
        self._result = result
        self._upcoming = upcoming
        self._not_saved = not_saved

    def compose(self) -> ComposeResult:
        """Lay out the result, then what can be done."""
        result, left = self._result, self._attempts_left
        rows = result_rows(result, self._upcoming, left)
        yield TitleBar(title_words(self._unit), saved_words(self._not_saved))
        with VerticalScroll(id="page"):
            yield Reading(result_blocks(result, left, self._not_saved), id="result")
            yield ChoiceList(rows, highlighted=rows[0].id, id="what-now")
            yield Reading(attempt_blocks(result), id="attempts")
        yield KeyBar(KeyHint("enter", "Enter", "do it"), KeyHint("escape", "Esc", "home"))

    def on_mount(self) -> None:
        """Begin at the top."""
        self.set_focus(self.query_one(ChoiceList), scroll_visible=False)

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Do what was chosen."""
        what = choice_after_result(message.row_id, self._result, self._upcoming)
        if what.action == "review":
            self.post_message(self.Reviewed(self._unit))
        else:
            self.dismiss(what)

    def action_leave(self) -> None:
        """Go home."""
        self.dismiss(WhatNow("home"))
