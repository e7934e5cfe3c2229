"""One question of any kind: its stem, a way to answer, and what is said after the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.css.query import DOMQuery
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from protectcourse.quiz.answers import (
    Answer,
    ChoiceAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    ReflectionAnswer,
    TextAnswer,
    TrueFalseAnswer,
)
from protectcourse.quiz.marking import parse_number
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    OrderQuestion,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from protectcourse.study.asking import Asked, Feedback
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Choice, Mode, Row
from protectcourse.tui.widgets.feedback_blocks import feedback_blocks
from protectcourse.tui.widgets.prose_blocks import line_block
from protectcourse.tui.widgets.reading import Block, Reading, text_block

KEEP = "keep"
NO_NAMES = "Names and details of real people do not belong here."
ORDER_HINT = "Press the digits in order; Backspace takes one back."
SEVERAL_HINT = "A digit ticks; Enter hands in."
NUMBER_HINT = "Write a number in digits; Enter hands it in."
WORDS_HINT = "Write a word or a few; Enter hands them in."
MATCH_HINT = "↑↓ to a row, a digit chooses for it; Enter hands in when no row is open."


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
        self._stem.show(_stem_blocks(asked, heading))
        await self.mount_all(_answer_widgets(asked, given), before=self._why)

    def show(self, asked: Asked, feedback: Feedback, answer: Answer, heading: str = "") -> None:
        """Show a question that has been answered, with what is said of the answer."""
        self._asked = None
        self.display = True
        self._why.display = False
        for part in self._answering_parts():
            part.display = False
        blocks = _stem_blocks(asked, heading, answered=True)
        self._stem.show([*blocks, *feedback_blocks(asked, feedback, answer)])

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
        match self._asked and self._asked.question:
            case TrueFalseQuestion():
                self._answer(TrueFalseAnswer(message.row_id == "true"))
            case ReflectionQuestion():
                self._answer(ReflectionAnswer(self.query_one(TextArea).text.strip()))
            case OneQuestion():
                self._answer(ChoiceAnswer(frozenset({message.row_id})))
            case _:
                pass

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
            rights = [name for name, _ in self._asked.choices]
            chosen = {left: rights[value - 1] for left, value in message.values.items()}
            self._answer(MatchAnswer(chosen))

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take a line of text, or ask again for what is no number."""
        message.stop()
        text = message.value.strip()
        if not text:
            self.post_message(self.Passed(self))
        elif self._asked is None or not isinstance(self._asked.question, NumberQuestion):
            self._answer(TextAnswer(text))
        elif parse_number(text) is None:
            self.refuse("That is not a number. Write it in digits, such as 12 or 12.5.")
        else:
            self._answer(NumberAnswer(text))

    def _answer(self, answer: Answer) -> None:
        if self._asked is not None:
            self.post_message(self.Answered(self, answer))


def _answer_widgets(asked: Asked, given: Answer | None) -> Sequence[Widget]:
    """Return the widgets that take the answer to this kind of question, as given so far."""
    rows = [Row(id=name, text=text, number=n) for n, (name, text) in enumerate(asked.choices, 1)]
    choice = _choice_of(asked, given)
    match asked.question:
        case OneQuestion() | TrueFalseQuestion():
            return [ChoiceList(rows, highlighted=next(iter(choice.ticked), None))]
        case SeveralQuestion():
            return [ChoiceList(rows, mode=Mode.SEVERAL, choice=choice)]
        case OrderQuestion():
            return [ChoiceList(rows, mode=Mode.ORDER, choice=choice)]
        case MatchQuestion(pairs=pairs):
            lefts = [Row(id=name, text=pair.left) for name, pair in pairs.items()]
            texts = [text for _, text in asked.choices]
            return [ChoiceList(lefts, mode=Mode.MATCH, values=texts, choice=choice)]
        case NumberQuestion() | ShortTextQuestion():
            box = Input(_typed(given), select_on_focus=False)
            box.cursor_blink = False
            return [box]
        case ReflectionQuestion():
            area = TextArea(
                _typed(given), soft_wrap=True, tab_behavior="focus", show_line_numbers=False
            )
            area.cursor_blink = False
            return [area, ChoiceList([Row(id=KEEP, text="Keep what I wrote", number=1)])]
        case _:
            assert_never(asked.question)


def _choice_of(asked: Asked, given: Answer | None) -> Choice:
    """Return an answer as what is chosen in a list."""
    match given:
        case ChoiceAnswer(chosen):
            return Choice(ticked=chosen)
        case TrueFalseAnswer(value):
            return Choice(ticked=frozenset({"true" if value else "false"}))
        case OrderAnswer(steps):
            return Choice(placed=steps)
        case MatchAnswer(choices):
            rights = [name for name, _ in asked.choices]
            return Choice(matched={left: rights.index(r) + 1 for left, r in choices.items()})
        case _:
            return Choice()


def _typed(given: Answer | None) -> str:
    """Return the words of an answer that was typed."""
    match given:
        case NumberAnswer(text) | TextAnswer(text) | ReflectionAnswer(text):
            return text
        case _:
            return ""


def _stem_blocks(asked: Asked, heading: str, *, answered: bool = False) -> list[Block]:
    """Return heading and stem and, until it is answered, how to answer."""
    blocks: list[Block] = [text_block(heading, "beside")] if heading else []
    stem = line_block(asked.question.stem)
    blocks.append(stem)
    if answered:
        return blocks
    match asked.question:
        case MatchQuestion():
            values = [f"{n}  {text}" for n, (_, text) in enumerate(asked.choices, 1)]
            blocks += [text_block(value, gap=1 if n == 0 else 0) for n, value in enumerate(values)]
            blocks.append(text_block(MATCH_HINT, "beside"))
        case OrderQuestion():
            blocks.append(text_block(ORDER_HINT, "beside", gap=0))
        case SeveralQuestion():
            blocks.append(text_block(SEVERAL_HINT, "beside", gap=0))
        case ReflectionQuestion():
            blocks.append(text_block(NO_NAMES, "beside", gap=0))
        case NumberQuestion(unit=unit):
            words = f"{NUMBER_HINT} The unit: {unit}." if unit else NUMBER_HINT
            blocks.append(text_block(words, "beside", gap=0))
        case ShortTextQuestion():
            blocks.append(text_block(WORDS_HINT, "beside", gap=0))
        case _:
            pass
    return blocks
