"""What came of a quiz: score, objectives, what to read again, what to do next."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from protectcourse.course.outline import UnitOutline
from protectcourse.study.dashboard import UnitLine
from protectcourse.study.quiz_result import ObjectiveResult, QuizResult
from protectcourse.study.wording import bar
from protectcourse.tui.safe_text import as_content
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.screens.what_now import WhatNow
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Row
from protectcourse.tui.widgets.feedback_blocks import verdict_block
from protectcourse.tui.widgets.reading import Block, Reading, TextBlock, text_block

HOME, RETRY, AGAIN, NEXT, REVIEW, READ = "home", "retry", "again", "next", "review", "read "
NO_ATTEMPT_LEFT = "No attempt is left today. The next can be begun tomorrow."


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
        self._to_read = _to_read(result)

    def compose(self) -> ComposeResult:
        """Lay out the result, then what can be done."""
        rows = self._rows()
        yield TitleBar(f"Result: {self._unit.title}", "all saved" if not self._not_saved else "")
        with VerticalScroll(id="page"):
            yield Reading(self._blocks(), id="result")
            yield ChoiceList(rows, highlighted=rows[0].id, id="what-now")
            yield Reading(self._attempt_blocks(), id="attempts")
        yield KeyBar(KeyHint("enter", "Enter", "do it"), KeyHint("escape", "Esc", "home"))

    def on_mount(self) -> None:
        """Begin at the top."""
        self.set_focus(self.query_one(ChoiceList), scroll_visible=False)

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Do what was chosen."""
        match message.row_id:
            case "retry":
                self.dismiss(WhatNow("retry"))
            case "again":
                self.dismiss(WhatNow("again"))
            case "review":
                self.post_message(self.Reviewed(self._unit))
            case "next" if self._upcoming is not None:
                self.dismiss(WhatNow("open", self._upcoming.unit))
            case row_id if row_id.startswith(READ):
                self.dismiss(WhatNow("open", self._to_read[row_id.removeprefix(READ)]))
            case _:
                self.dismiss(WhatNow("home"))

    def action_leave(self) -> None:
        """Go home."""
        self.dismiss(WhatNow("home"))

    def _blocks(self) -> list[Block]:
        """Return score, pass mark and objectives, in words and figures."""
        result = self._result
        blocks: list[Block] = []
        if self._not_saved:
            blocks.append(TextBlock(as_content(self._not_saved, "$wrong bold")))
        figures = f"{result.percent} %, {result.right} of {result.total} right"
        if result.is_retry:
            blocks.append(text_block(f"Retry: {figures}.", "heading"))
            words = "A retry is for practice. To pass, take the quiz again."
            blocks.append(text_block(words, gap=0))
        else:
            verdict = "✓ passed" if result.passed else "✗ not yet passed"
            blocks.append(verdict_block(f"{verdict}: {figures}"))
            blocks.append(text_block(f"The pass mark is {result.pass_mark} %.", gap=0))
            blocks += [text_block(words, gap=0) for words in _rule_words(result)]
        blocks.append(text_block("By objective", "heading"))
        for number, one in enumerate(result.objectives):
            figures = f"{bar(one.right, one.total)}  {one.right} of {one.total}"
            blocks.append(text_block(figures, gap=int(number > 0)))
            blocks.append(text_block(one.text, "beside", gap=0))
        if self._attempts_left == 0:
            blocks.append(text_block(NO_ATTEMPT_LEFT))
        return [*blocks, text_block("What now?", "heading")]

    def _rows(self) -> list[Row]:
        """Return what can be done, the most useful first."""
        result = self._result
        offers: list[tuple[str, str]] = []
        if result.passed and self._upcoming is not None:
            offers.append((NEXT, f"Next: {self._upcoming.unit.sort} {self._upcoming.name}"))
        offers += [
            (READ + name, f"Read again: {unit.number} {unit.title}")
            for name, unit in self._to_read.items()
        ]
        if result.is_open:
            offers.append((REVIEW, "Look back at the questions"))
        if result.can_retry:
            offers.append((RETRY, f"Retry only what was missed ({len(result.missed)})"))
        if self._attempts_left is None:
            offers.append((AGAIN, "Take the quiz again"))
        elif self._attempts_left:
            offers.append(
                (AGAIN, f"Take the quiz again (attempts left today: {self._attempts_left})")
            )
        if not result.passed and self._upcoming is not None:
            offers.append((NEXT, f"Next: {self._upcoming.unit.sort} {self._upcoming.name}"))
        offers.append((HOME, "Home"))
        return [Row(id=name, text=text, number=n) for n, (name, text) in enumerate(offers, 1)]

    def _attempt_blocks(self) -> list[Block]:
        """Return every attempt so far."""
        blocks: list[Block] = [text_block("Attempts so far", "heading")]
        for one in self._result.attempts:
            words = "retry" if one.is_retry else ("passed" if one.passed else "not passed")
            words += ", before starting over" if one.is_past else ""
            blocks.append(text_block(f"{one.number}.  {one.day}  {one.percent} %  {words}", gap=0))
        return blocks


def _rule_words(result: QuizResult) -> list[str]:
    """Return what else it takes to pass, and when the reasons are shown."""
    words = []
    if result.floor:
        words.append(f"At least {result.floor} right are needed in each part.")
    if result.below_floor:
        words.append(f"Too few in: {'; '.join(result.below_floor)}.")
    if not result.is_open:
        words.append("The questions and their reasons are shown once the quiz is passed.")
    return words


def _to_read(result: QuizResult) -> dict[str, UnitOutline]:
    """Return the lessons for what was not right, each once."""
    weak: list[ObjectiveResult] = [one for one in result.objectives if one.right < one.total]
    return {unit.id: unit for one in weak for unit in one.lessons}
