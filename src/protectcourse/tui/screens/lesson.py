"""A lesson, page by page."""

from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.study.lesson_session import LessonSession, PageView
from protectcourse.tui.saving import Saving
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.screens.sources import SourcesScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.page_blocks import footnote_blocks, page_blocks
from protectcourse.tui.widgets.question_view import QuestionView
from protectcourse.tui.widgets.reading import Reading

RECALL_HEADING = "Try to recall (not scored)"
GUESS_HEADING = "Guess first (not scored); the lesson answers it"


class LessonScreen(CourseScreen[bool]):
    """Shows a lesson page by page. Returns True when it was read to its end, False when left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", show=False),
        Binding("right,n", "next", show=False),
        Binding("left", "previous", show=False),
        Binding("s", "sources", show=False),
        Binding("down", "down", show=False),
        Binding("escape", "leave", show=False),
    ]
    key_groups = (
        KeyGroup(
            "In a lesson",
            (
                ("Enter", "answer what is chosen; otherwise the next page"),
                ("→", "the next page"),
                ("←", "the page before"),
                ("↓ PgDn", "read on, then to the question"),
                ("s", "sources of this page"),
                ("Esc", "home; the lesson opens here again"),
            ),
        ),
    )

    def __init__(self, session: LessonSession, saving: Saving) -> None:
        super().__init__()
        self._session = session
        self._saving = saving
        self._page: PageView | None = None
        self._shown_at = monotonic()

    def compose(self) -> ComposeResult:
        """Lay out the page, its question, its footnotes."""
        unit = self._session.unit
        yield TitleBar(f"{unit.number} {unit.title}")
        with VerticalScroll(id="page"):
            yield Reading(id="text")
            yield QuestionView(id="question")
            yield Reading(id="notes")
        yield KeyBar(
            KeyHint("enter", "Enter", "next"),
            KeyHint("left", "←", "back"),
            KeyHint("s", "s", "sources"),
            KeyHint("escape", "Esc", "home"),
        )

    async def on_mount(self) -> None:
        """Open the page that the learner left."""
        bar = self.query_one(TitleBar)
        await self._show(await self._saving.run(bar, self._session.open))

    async def on_question_view_answered(self, message: QuestionView.Answered) -> None:
        """Save the answer, then show what is said of it."""
        message.stop()
        if not message.view.is_open:
            return
        seconds = round(monotonic() - self._shown_at)
        bar = self.query_one(TitleBar)
        page = await self._saving.run(bar, self._session.answer, message.answer, seconds)
        await self._show_question(page)

    async def on_question_view_passed(self) -> None:
        """Go on without an answer: a question to recall is an offer."""
        await self.action_next()

    def on_key(self, event: events.Key) -> None:
        """Let a digit choose, wherever the focus is."""
        question = self.query_one(QuestionView)
        part = question.answering
        if (event.character or "").isdecimal() and isinstance(part, ChoiceList):
            part.focus()
            part.on_key(event)

    async def action_go_on(self) -> None:
        """Turn the page; a chosen answer has its own Enter."""
        await self.action_next()

    async def action_next(self) -> None:
        """Turn to the next page; after the last the lesson is done."""
        page = await self._saving.run(self.query_one(TitleBar), self._session.next)
        if page is None:
            self.dismiss(True)
        else:
            await self._show(page)

    async def action_previous(self) -> None:
        """Turn back a page."""
        page = await self._saving.run(self.query_one(TitleBar), self._session.back)
        if page is not None:
            await self._show(page)

    def action_down(self) -> None:
        """Read on; at the end of the page go to its question."""
        scroller = self.query_one("#page", VerticalScroll)
        part = self.query_one(QuestionView).answering
        if part is not None and scroller.scroll_offset.y >= scroller.max_scroll_y:
            part.focus()
            if isinstance(part, ChoiceList):
                part.action_move(1)
        else:
            scroller.scroll_down(animate=False)

    def action_sources(self) -> None:
        """Show the sources of this page."""
        if self._page is not None:
            self.app.push_screen(SourcesScreen(self._page.notes, self._page.title))

    def action_leave(self) -> None:
        """Go home; the page is remembered."""
        if self.focused is not None and self.focused.check_consume_key("a", "a"):
            self.query_one("#page").focus()
            return
        self.dismiss(False)

    async def _show(self, page: PageView) -> None:
        """Show a page from its top."""
        self._page = page
        self._shown_at = monotonic()
        numbers = {(note.source_id, note.place): note.number for note in page.notes}
        bar = self.query_one(TitleBar)
        bar.show(right=f"{page.label} · {self._session.unit.minutes} min")
        self.query_one("#text", Reading).show(page_blocks(page, numbers, self._session.not_saved))
        self.query_one("#notes", Reading).show(footnote_blocks(page.notes))
        await self._show_question(page)
        scroller = self.query_one("#page", VerticalScroll)
        scroller.scroll_home(animate=False, immediate=True)
        scroller.focus()

    async def _show_question(self, page: PageView) -> None:
        """Show the page's question, answered or not."""
        view = self.query_one(QuestionView)
        if page.prompt is None:
            await view.put_away()
            return
        heading = GUESS_HEADING if page.kind == "guess" else RECALL_HEADING
        if page.prompt.answer is None or page.prompt.feedback is None:
            await view.ask(page.prompt.asked, heading)
        else:
            view.show(page.prompt.asked, page.prompt.feedback, page.prompt.answer, heading)
            self.query_one("#page").focus()
