"""A finished attempt looked back on: every question, the answer given, and what is said of it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.study.quiz_result import Reviewed
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.feedback_blocks import feedback_blocks, verdict_block
from protectcourse.tui.widgets.prose_blocks import line_block
from protectcourse.tui.widgets.reading import Block, Reading, text_block

NO_ANSWER = "✗ not answered"


class QuizReviewScreen(CourseScreen[None]):
    """Shows the questions of an attempt one below the other."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "close", show=False)]

    def __init__(self, title: str, questions: Sequence[Reviewed]) -> None:
        super().__init__()
        self._title = title
        self._questions = tuple(questions)

    def compose(self) -> ComposeResult:
        """Lay the questions out in one column that scrolls."""
        yield TitleBar(f"Looking back: {self._title}", f"{len(self._questions)} questions")
        with VerticalScroll(id="page"):
            yield Reading(self._blocks())
        yield KeyBar(KeyHint("escape", "Esc", "back"), KeyHint("", "↑↓", "read"))

    def action_close(self) -> None:
        """Go back to the result."""
        self.dismiss()

    def _blocks(self) -> list[Block]:
        """Return each question under its number."""
        blocks: list[Block] = []
        for number, one in enumerate(self._questions, 1):
            place = f"Question {number} of {len(self._questions)}"
            blocks += [text_block(place, "heading"), line_block(one.asked.question.stem, gap=0)]
            if one.answer is None or one.feedback is None:
                blocks.append(verdict_block(NO_ANSWER))
            else:
                blocks += feedback_blocks(one.asked, one.feedback, one.answer)
        return blocks
