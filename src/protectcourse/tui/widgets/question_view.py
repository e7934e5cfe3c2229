"""One question of any kind: its stem, a way to answer, and what is said after the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.css.query import DOMQuery
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from protectcourse.blocks import text_block
from protectcourse.quiz.answers import Answer, ChoiceAnswer, OrderAnswer
from protectcourse.quiz.questions import ReflectionQuestion
from protectcourse.study.asking import Asked, Feedback
from protectcourse.study.display.answering import (
    NO_NUMBER,
    Choosing,
    Writing,
    chosen_answer,
    matched_answer,
    way_to_answer,
    written_answer,
)
from protectcourse.study.display.choosing import Mode
from protectcourse.study.display.question_blocks import (
    answered_question_blocks,
    open_question_blocks,
)
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading


class QuestionView(Vertical):
    """Asks one question, posts the answer as a value of the domain, then shows the feedback."""

    DEFAULT_CSS = """
    QuestionView { height: auto; }
    QuestionView Reading { margin-bottom: 1; }
    QuestionView Input { max-width: 60; }
    QuestionView TextArea { height: 6; max-width: 76; margin-bottom: 1; }
    QuestionView #why { color: $partly; }
    """

    @dataclass
    class Answered(Message):
        """The learner has answered."""

        view: "QuestionView"
        answer: Answer

    @dataclass
    class Passed(Message):
        """The learner pressed Enter without having chosen anything."""

        view: "QuestionView"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._asked: Asked | None = None
        self._stem = Reading(id="stem")
        self._why = Reading(id="why")

    def compose(self) -> ComposeResult:
        """Lay out the stem and the place for a refusal; the ways to answer come with a question."""
        yield self._stem
        yield self._why

    async def ask(self, asked: Asked, heading: str = "", given: Answer | None = None) -> None:
        """Put a question, ready to be answered, or to have the answer given so far changed."""
        await self._answering_parts().remove()
        self.display = True
        self._asked = asked
        self._why.display = False
        self._stem.show(open_question_blocks(asked, heading))
        await self.mount_all(_answering_widgets(way_to_answer(asked, given)), before=self._why)

    def show(self, asked: Asked, feedback: Feedback, answer: Answer, heading: str = "") -> None:
        """Show a question that has been answered, with what is said of the answer."""
        self._asked = None
        self.display = True
        self._why.display = False
        for part in self._answering_parts():
            part.display = False
        self._stem.show(answered_question_blocks(asked, feedback, answer, heading))

    async def put_away(self) -> None:
        """Ask nothing: no key may reach a question that is not on the screen."""
        self._asked = None
        self.display = False
        await self._answering_parts().remove()

    def _answering_parts(self) -> DOMQuery[Widget]:
        return self.query("ChoiceList, Input, TextArea")

    @property
    def is_open(self) -> bool:
        """Whether the question waits for an answer."""
        return self._asked is not None

    @property
    def answering(self) -> Widget | None:
        """The part that takes the answer, to be given the focus."""
        found = self._answering_parts()
        return found.first() if self.is_open and found else None

    def refuse(self, why: str) -> None:
        """Say why the answer cannot be taken as it is."""
        self._why.show([text_block(why)])
        self._why.display = True

    # what the parts say

    def on_choice_list_refused(self, message: ChoiceList.Refused) -> None:
        """Say why, or pass over a question that nothing was chosen for."""
        message.stop()
        rows = self.query_one(ChoiceList)
        if rows.mode is Mode.SINGLE and rows.highlighted is None:
            self.post_message(self.Passed(self))
        else:
            self.refuse(message.why)

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Take the one option, true or false, or a text that is to be kept."""
        message.stop()
        if self._asked is None:
            return
        if isinstance(self._asked.question, ReflectionQuestion):
            from textual.widgets import TextArea

            self._write(self.query_one(TextArea).text.strip())
        else:
            self._answer(chosen_answer(self._asked, message.row_id))

    def on_choice_list_handed_in(self, message: ChoiceList.HandedIn) -> None:
        """Take the ticked options; none ticked passes the question over."""
        message.stop()
        if message.row_ids:
            self._answer(ChoiceAnswer(message.row_ids))
        else:
            self.post_message(self.Passed(self))

    def on_choice_list_ordered(self, message: ChoiceList.Ordered) -> None:
        """Take the order."""
        message.stop()
        self._answer(OrderAnswer(message.row_ids))

    def on_choice_list_matched(self, message: ChoiceList.Matched) -> None:
        """Take the pairs."""
        message.stop()
        if self._asked is not None:
            self._answer(matched_answer(self._asked, message.values))

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take a line of text, or ask again for what is no number."""
        message.stop()
        words = message.value.strip()
        if words:
            self._write(words)
        else:
            self.post_message(self.Passed(self))

    def _write(self, words: str) -> None:
        """Take words that were written, or ask again for what is no number."""
        if self._asked is None:
            return
        answer = written_answer(self._asked, words)
        if answer is None:
            self.refuse(NO_NUMBER)
        else:
            self._answer(answer)

    def _answer(self, answer: Answer) -> None:
        if self._asked is not None:
            self.post_message(self.Answered(self, answer))


def _answering_widgets(way: Choosing | Writing) -> Sequence[Widget]:
    """Return the widgets that take an answer."""
    match way:
        case Choosing(rows, Mode.SINGLE, choice):
            return [ChoiceList(rows, highlighted=next(iter(choice.ticked), None))]
        case Choosing(rows, mode, choice, values):
            return [ChoiceList(rows, mode=mode, choice=choice, values=values)]
        case Writing(written, is_line=True):
            box = Input(written, select_on_focus=False)
            box.cursor_blink = False
            return [box]
        case Writing(written, rows=rows):
            from textual.widgets import TextArea  # heavy, and few questions are reflections

            area = TextArea(written, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
            area.cursor_blink = False
            return [area, ChoiceList(rows, highlighted=rows[0].id)]
        case _:
            assert_never(way)
