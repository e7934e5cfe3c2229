"""A lesson, page by page."""

from dataclasses import dataclass
from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from protectcourse.course.outline import UnitOutline
from protectcourse.study.display.commands import OF_PAGE, Command
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.study.display.page_blocks import (
    below_page_blocks,
    page_blocks,
    place_words,
    prompt_heading,
    title_words,
)
from protectcourse.study.display.sources_sheet import sources_sheet
from protectcourse.study.lesson_session import LessonSession, PageView
from protectcourse.tui.saving import Saving
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.text_screen import SourcesScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.page import Page
from protectcourse.tui.widgets.question_view import QuestionView
from protectcourse.tui.widgets.reading import Reading


class LessonScreen(CourseScreen[bool]):
    """Shows a lesson page by page. Returns True when it was read to its end, False when left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", show=False),
        Binding("right", "next", show=False),
        Binding("left", "previous", show=False),
        Binding("s", "sources", show=False),
        Binding("n", "note", show=False),
        Binding("m", "bookmark", show=False),
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
                ("g", "glossary, the terms of this page first"),
                ("n", "write a note on this page"),
                ("m", "set or take away a bookmark"),
                ("Esc", "home; the lesson opens here again"),
            ),
        ),
    )

    @dataclass
    class TextWanted(Message):
        """The learner wants a lesson as a text file."""

        unit: UnitOutline
        short_form: bool

    def __init__(self, session: LessonSession, saving: Saving, item: str = "") -> None:
        """Take a session, and the page to open it at: where it was left, if empty."""
        super().__init__()
        self._session = session
        self._item = item
        self._saving = saving
        self._page: PageView | None = None
        self._shown_at = monotonic()

    def compose(self) -> ComposeResult:
        """Lay out the page, its question, its footnotes."""
        yield TitleBar(title_words(self._session.unit))
        with Page(id="page"):
            yield Reading(id="text")
            yield QuestionView(id="question")
            yield Reading(id="notes")
        yield KeyBar(
            KeyHint("enter", "Enter", "next"),
            KeyHint("left", "←", "back"),
            KeyHint("s", "s", "sources"),
            KeyHint("g", "g", "glossary"),
            KeyHint("n", "n", "note"),
            KeyHint("m", "m", "bookmark"),
            KeyHint("escape", "Esc", "home"),
        )

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done with this page."""
        return OF_PAGE

    @property
    def terms(self) -> tuple[str, ...]:
        """The glossary terms of this page."""
        return self._page.terms if self._page is not None else ()

    async def on_mount(self) -> None:
        """Open the page that the learner left."""
        bar = self.query_one(TitleBar)
        await self._show(await self._saving.run(bar, self._session.open_at, self._item))

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
            self.set_focus(part)
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
        """Go to the question of the page, whose end was reached."""
        part = self.query_one(QuestionView).answering
        if part is not None:
            self.set_focus(part)
            if isinstance(part, ChoiceList):
                part.action_move(1)

    def action_sources(self) -> None:
        """Show the sources of this page."""
        if self._page is not None:
            sheet = sources_sheet(self._page.notes, self._page.title)
            self.app.push_screen(SourcesScreen(sheet))

    def action_note(self) -> None:
        """Write a note on this page."""
        from protectcourse.tui.screens.note import NoteScreen  # not every reader writes one

        if self._page is not None:
            self.app.push_screen(NoteScreen(self._page.title, self._page.own_note), self._noted)

    async def _noted(self, text: str | None) -> None:
        """Keep the note that was written."""
        if text is not None:
            bar = self.query_one(TitleBar)
            self._show_marks(await self._saving.run(bar, self._session.write_note, text))

    async def action_bookmark(self) -> None:
        """Set a bookmark on this page, or take it away."""
        bar = self.query_one(TitleBar)
        self._show_marks(await self._saving.run(bar, self._session.turn_bookmark))

    def action_save_text(self) -> None:
        """Ask for the lesson to be written out as a text file."""
        self.post_message(self.TextWanted(self._session.unit, self._session.short_form))

    def action_leave(self) -> None:
        """Go home; the page is remembered."""
        if self.focused is not None and self.focused.check_consume_key("a", "a"):
            self.set_focus(self.query_one("#page"))
            return
        self.dismiss(False)

    async def _show(self, page: PageView) -> None:
        """Show a page from its top."""
        self._page = page
        self._shown_at = monotonic()
        self.query_one("#text", Reading).show(page_blocks(page, self._session.not_saved))
        self._show_marks(page)
        await self._show_question(page)
        scroller = self.query_one("#page", VerticalScroll)
        scroller.scroll_home(animate=False, immediate=True)
        self.set_focus(scroller)

    def _show_marks(self, page: PageView) -> None:
        """Show in the title where this is, and below the page sources, note and support."""
        self._page = page
        self.query_one(TitleBar).show(right=place_words(self._session.unit, page))
        self.query_one("#notes", Reading).show(below_page_blocks(page))

    async def _show_question(self, page: PageView) -> None:
        """Show the page's question, answered or not."""
        view = self.query_one(QuestionView)
        if page.prompt is None:
            await view.put_away()
            return
        heading = prompt_heading(page)
        if page.prompt.answer is None or page.prompt.feedback is None:
            await view.ask(page.prompt.asked, heading)
        else:
            view.show(page.prompt.asked, page.prompt.feedback, page.prompt.answer, heading)
            self.set_focus(self.query_one("#page"))
