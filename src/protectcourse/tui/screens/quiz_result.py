"""What came of a quiz: score, objectives, what to read again, what to do next."""

from dataclasses import dataclass

from textual.app import ComposeResult
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
from protectcourse.study.quiz_result import QuizResult
from protectcourse.tui.screens.looking_back import READ_ON, LookingBackScreen
from protectcourse.tui.widgets.bars import KeyBar, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.page import Page
from protectcourse.tui.widgets.reading import Reading


class QuizResultScreen(LookingBackScreen):
    """Shows a result and offers what to do next. Returns the choice."""

    key_groups = (
        KeyGroup(
            "On the result",
            (("Enter", "to what comes next"), ("1 2 3 ↑ ↓", "choose"), ("Esc", "home")),
        ),
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
        with Page(id="page"):
            yield Reading(result_blocks(result, left, self._not_saved), id="result")
            yield ChoiceList(rows, id="what-now")
            yield Reading(attempt_blocks(result), id="attempts")
        yield KeyBar(*READ_ON)

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Do what was chosen."""
        what = choice_after_result(message.row_id, self._result, self._upcoming)
        if what.action == "review":
            self.post_message(self.Reviewed(self._unit))
        else:
            self.dismiss(what)
