"""A quiz, question by question: answers, how sure, flags, and what is said after each answer."""

from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.quiz.answers import Answer
from protectcourse.study.asking import Feedback
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.study.display.quiz_words import (
    NOTHING_CHOSEN,
    hand_in_offer,
    place_words,
    sureness_blocks,
    sureness_rows,
    title_words,
)
from protectcourse.study.display.sources_sheet import OF_QUESTION, sources_sheet
from protectcourse.study.quiz_session import QuestionView as Question
from protectcourse.study.quiz_session import QuizSession
from protectcourse.tui.saving import Saving
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.hand_in import HandInScreen
from protectcourse.tui.screens.text_screen import SourcesScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.question_view import QuestionView
from protectcourse.tui.widgets.reading import Reading

PAUSE = KeyHint("escape", "Esc", "pause, resume later")
CHOOSING = (KeyHint("", "1–9 ↑↓", "choose"), KeyHint("enter", "Enter", "answer"), PAUSE)
CHANGING = (
    KeyHint("", "1–9 ↑↓", "choose"),
    KeyHint("enter", "Enter", "keep, next"),
    KeyHint("left", "← →", "other questions"),
    KeyHint("f", "f", "flag"),
    KeyHint("h", "h", "hand in"),
    KeyHint("escape", "Esc", "pause"),
)
SAYING_HOW_SURE = (
    KeyHint("", "1 2 3", "how sure"),
    KeyHint("enter", "Enter", "confirm, or skip"),
    KeyHint("escape", "Esc", "change the answer"),
)
READING = (KeyHint("enter", "Enter", "next"), KeyHint("s", "s", "sources"), PAUSE)


class QuizScreen(CourseScreen[bool]):
    """Asks the questions of one attempt. Returns True when it has its result, False when left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", show=False),
        Binding("s", "sources", show=False),
        Binding("f", "flag", show=False),
        Binding("h", "hand_in", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("escape", "leave", show=False),
    ]
    key_groups = (
        KeyGroup(
            "In a quiz",
            (
                ("1 2 3 ↑ ↓", "choose; where several are right, a digit or Space ticks"),
                ("Enter", "hand in the answer; then the next question"),
                ("s", "sources, after the answer"),
                ("Esc", "pause; the quiz goes on here"),
            ),
        ),
        KeyGroup(
            "Where answers can be changed until you hand in",
            (
                ("← →", "the question before, the question after"),
                ("f", "flag a question for later, or take the flag away"),
                ("h", "list all questions and hand in"),
            ),
        ),
    )

    def __init__(self, session: QuizSession, saving: Saving, *, retry: bool = False) -> None:
        super().__init__()
        self._session = session
        self._saving = saving
        self._retry = retry
        self._question: Question | None = None
        self._feedback: Feedback | None = None
        self._unsure_of: Answer | None = None
        self._shown_at = monotonic()

    def compose(self) -> ComposeResult:
        """Lay out the question, and below it how sure one is."""
        yield TitleBar(title_words(self._session.unit))
        with VerticalScroll(id="page"):
            yield QuestionView(id="question")
            yield Reading(sureness_blocks(), id="how-sure")
            yield ChoiceList(sureness_rows(), id="sureness")
        yield KeyBar(*CHOOSING)

    async def on_mount(self) -> None:
        """Go on with the attempt under way, or begin one."""
        open_it = self._session.retry_missed if self._retry else self._session.open
        await self._show(await self._saving.run(self.query_one(TitleBar), open_it))

    def on_key(self, event: events.Key) -> None:
        """Let a digit choose, wherever the focus is."""
        part = self.query_one(QuestionView).answering
        if self._unsure_of is not None:
            part = self.query_one("#sureness")
        if (event.character or "").isdecimal() and isinstance(part, ChoiceList):
            self.set_focus(part)
            part.on_key(event)

    async def on_question_view_answered(self, message: QuestionView.Answered) -> None:
        """Ask how sure the learner is, where that is asked; else take the answer."""
        message.stop()
        if self._question is None or not message.view.is_open:
            return
        if self._question.asks_sureness:
            self._ask_sureness(message.answer)
        else:
            await self._submit(message.answer, 0)

    async def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Take the answer with how sure it is."""
        if self._unsure_of is not None:
            await self._submit(self._unsure_of, int(message.row_id))

    async def on_choice_list_refused(self) -> None:
        """Take the answer; how sure was skipped."""
        if self._unsure_of is not None:
            await self._submit(self._unsure_of, 0)

    async def on_question_view_passed(self, message: QuestionView.Passed) -> None:
        """Ask for a choice; where answers can be changed a question may wait."""
        message.stop()
        if self._session.can_change:
            await self._turn_to(self._session.next())
        else:
            message.view.refuse(NOTHING_CHOSEN)

    async def action_next(self) -> None:
        """Go to the next question, or to the result."""
        if self._feedback is None:
            part = self.query_one(QuestionView).answering
            if part is not None:
                self.set_focus(part)
        elif self._session.is_finished:
            self.dismiss(True)
        else:
            await self._turn_to(self._session.next())

    async def action_turn(self, step: int) -> None:
        """Go to the question before or after, where answers can be changed."""
        if self._question is not None and self._session.can_change:
            view = self._session.go_to(self._question.number + step)
            if view is not None:
                await self._show(view)

    async def action_flag(self) -> None:
        """Flag the question for later, or take the flag away."""
        if self._question is not None and self._session.can_change:
            bar = self.query_one(TitleBar)
            self._question = await self._saving.run(bar, self._session.flag)
            self._show_place(self._question)

    def action_hand_in(self) -> None:
        """List the questions, the flagged and unanswered first, and offer to hand in."""
        if self._session.can_change:
            offer = hand_in_offer(self._session.overview())
            self.app.push_screen(HandInScreen(offer), self._handed_in)

    def action_sources(self) -> None:
        """Show the sources of the question, once it is answered."""
        if self._feedback is not None:
            sheet = sources_sheet(self._feedback.notes, OF_QUESTION)
            self.app.push_screen(SourcesScreen(sheet))

    async def action_leave(self) -> None:
        """Leave a text box, or how sure one is; else pause. The answers given are saved."""
        if self._unsure_of is not None and self._question is not None:
            await self._show(self._question, self._unsure_of)
        elif self.focused is not None and self.focused.check_consume_key("a", "a"):
            self.set_focus(self.query_one("#page"))
        else:
            self.dismiss(False)

    async def _handed_in(self, chosen: int | None) -> None:
        """Hand in, or open the question that was chosen."""
        if chosen == HandInScreen.NOW:
            await self._saving.run(self.query_one(TitleBar), self._session.hand_in)
            self.dismiss(True)
        elif chosen is not None:
            await self._turn_to(self._session.go_to(chosen))

    async def _submit(self, answer: Answer, sureness: int) -> None:
        """Save an answer, then say how right it was, or go on where that comes later."""
        seconds = round(monotonic() - self._shown_at)
        bar = self.query_one(TitleBar)
        feedback = await self._saving.run(bar, self._session.submit, answer, seconds, sureness)
        if self._session.can_change:
            await self._turn_to(self._session.next(), feedback.not_saved)
            return
        if self._question is not None:
            self._show_sureness(None)
            self._feedback = feedback
            self.query_one(QuestionView).show(self._question.asked, feedback, answer)
            self.query_one(KeyBar).show(READING)
            self.set_focus(self._scroll_home())
            self.lay_out_at_once()

    async def _turn_to(self, question: Question | None, not_saved: str = "") -> None:
        """Open a question; after the last, the list before handing in."""
        if question is None:
            self.action_hand_in()
            return
        await self._show(question)
        if not_saved:
            self.query_one(QuestionView).refuse(not_saved)

    def _ask_sureness(self, answer: Answer) -> None:
        """Ask how sure the learner is of an answer."""
        self._show_sureness(answer)
        sureness = self.query_one("#sureness", ChoiceList)
        sureness.set_rows(sureness_rows())
        sureness.highlighted = None
        self.set_focus(sureness)
        self.query_one(KeyBar).show(SAYING_HOW_SURE)
        self.lay_out_at_once()
        self.call_after_refresh(sureness.scroll_visible, animate=False, immediate=True)

    def _show_sureness(self, answer: Answer | None) -> None:
        """Show how sure one can be of an answer, or put it away."""
        self._unsure_of = answer
        self.query_one("#how-sure").display = answer is not None
        self.query_one("#sureness").display = answer is not None

    async def _show(self, question: Question, given: Answer | None = None) -> None:
        """Put a question."""
        self._question, self._feedback = question, None
        self._shown_at = monotonic()
        self._show_sureness(None)
        self._show_place(question)
        self.query_one(KeyBar).show(CHANGING if self._session.can_change else CHOOSING)
        view = self.query_one(QuestionView)
        await view.ask(question.asked, given=given or question.given)
        self._scroll_home()
        if view.answering is not None:
            self.set_focus(view.answering, scroll_visible=False)

    def _show_place(self, question: Question) -> None:
        """Say in the title which question this is."""
        self.query_one(TitleBar).show(right=place_words(question))

    def _scroll_home(self) -> VerticalScroll:
        """Go to the top of the page and return it."""
        scroller = self.query_one("#page", VerticalScroll)
        scroller.scroll_home(animate=False, immediate=True)
        return scroller
