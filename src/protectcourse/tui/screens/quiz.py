"""A quiz, question by question, with what is said after each answer."""

from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.study.asking import Feedback
from protectcourse.study.quiz_session import QuestionView as Question
from protectcourse.study.quiz_session import QuizSession
from protectcourse.tui.saving import Saving
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.screens.sources import SourcesScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.question_view import QuestionView

CHOOSING = (
    KeyHint("", "1–9 ↑↓", "choose"),
    KeyHint("enter", "Enter", "answer"),
    KeyHint("escape", "Esc", "pause, resume later"),
)
READING = (
    KeyHint("enter", "Enter", "next"),
    KeyHint("s", "s", "sources"),
    KeyHint("escape", "Esc", "pause, resume later"),
)


class QuizScreen(CourseScreen[bool]):
    """Asks the questions of one attempt. Returns True when all are answered, False when left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", show=False),
        Binding("s", "sources", show=False),
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
    )

    def __init__(self, session: QuizSession, saving: Saving, *, retry: bool = False) -> None:
        super().__init__()
        self._session = session
        self._saving = saving
        self._retry = retry
        self._question: Question | None = None
        self._feedback: Feedback | None = None
        self._shown_at = monotonic()

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        yield TitleBar(f"Quiz: {self._session.unit.title}")
        with VerticalScroll(id="page"):
            yield QuestionView(id="question")
        yield KeyBar(*CHOOSING)

    async def on_mount(self) -> None:
        """Go on with the attempt under way, or begin one."""
        open_it = self._session.retry_missed if self._retry else self._session.open
        await self._show(await self._saving.run(self.query_one(TitleBar), open_it))

    def on_key(self, event: events.Key) -> None:
        """Let a digit choose, wherever the focus is."""
        part = self.query_one(QuestionView).answering
        if (event.character or "").isdecimal() and isinstance(part, ChoiceList):
            part.focus()
            part.on_key(event)

    async def on_question_view_answered(self, message: QuestionView.Answered) -> None:
        """Save the answer, then say how right it was."""
        message.stop()
        if self._question is None or not message.view.is_open:
            return
        seconds = round(monotonic() - self._shown_at)
        feedback = await self._saving.run(
            self.query_one(TitleBar), self._session.submit, message.answer, seconds
        )
        self._feedback = feedback
        message.view.show(self._question.asked, feedback, message.answer)
        self.query_one(KeyBar).show(READING)
        scroller = self.query_one("#page", VerticalScroll)
        scroller.scroll_home(animate=False, immediate=True)
        scroller.focus()

    def on_question_view_passed(self, message: QuestionView.Passed) -> None:
        """Ask for a choice: a scored question is not passed over."""
        message.stop()
        message.view.refuse("Nothing is chosen yet. Press a digit, then Enter.")

    async def action_next(self) -> None:
        """Go to the next question, or to the result."""
        if self._feedback is None:
            part = self.query_one(QuestionView).answering
            if part is not None:
                part.focus()
        elif self._session.is_finished:
            self.dismiss(True)
        else:
            await self._show(self._session.question())

    def action_sources(self) -> None:
        """Show the sources of the question, once it is answered."""
        if self._feedback is not None:
            self.app.push_screen(SourcesScreen(self._feedback.notes, "this question"))

    def action_leave(self) -> None:
        """Pause; the answers given are saved."""
        if self.focused is not None and self.focused.check_consume_key("a", "a"):
            self.query_one("#page").focus()
            return
        self.dismiss(False)

    async def _show(self, question: Question) -> None:
        """Put a question."""
        self._question, self._feedback = question, None
        self._shown_at = monotonic()
        purpose = "retry, for practice" if question.is_retry else f"pass {question.pass_mark} %"
        place = f"question {question.number} of {question.total} · {purpose}"
        self.query_one(TitleBar).show(right=place)
        self.query_one(KeyBar).show(CHOOSING)
        view = self.query_one(QuestionView)
        await view.ask(question.asked)
        self.query_one("#page", VerticalScroll).scroll_home(animate=False, immediate=True)
        if view.answering is not None:
            view.answering.focus(scroll_visible=False)
