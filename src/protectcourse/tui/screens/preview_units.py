"""The learner's screens, as they show a unit that is being edited: each can take a new edition."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from protectcourse.study.dashboard import UnitLine
from protectcourse.study.display.case_moment import title_words as case_title
from protectcourse.study.display.case_notes import intro_note
from protectcourse.study.display.debrief_blocks import debrief_blocks, place_words
from protectcourse.study.display.debrief_blocks import title_words as debrief_title
from protectcourse.study.display.debrief_rows import debrief_rows
from protectcourse.study.display.page_blocks import title_words as lesson_title
from protectcourse.study.display.quiz_result_blocks import (
    attempt_blocks,
    result_blocks,
    result_rows,
)
from protectcourse.study.display.quiz_result_blocks import title_words as result_title
from protectcourse.study.display.quiz_words import title_words as quiz_title
from protectcourse.study.preview_case import PreviewCase
from protectcourse.study.preview_lesson import PreviewLesson
from protectcourse.study.preview_quiz import PreviewQuiz
from protectcourse.tui.saving import Saving
from protectcourse.tui.screens.case import CaseScreen
from protectcourse.tui.screens.debrief import DebriefScreen
from protectcourse.tui.screens.lesson import LessonScreen
from protectcourse.tui.screens.quiz import READING, QuizScreen
from protectcourse.tui.screens.quiz_result import QuizResultScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.page import Page
from protectcourse.tui.widgets.question_view import QuestionView
from protectcourse.tui.widgets.reading import Reading

NOT_KEPT = "nothing is kept"
IN_A_CASE = (
    KeyHint("", "1–9 ↑↓", "choose"),
    KeyHint("enter", "Enter", "do it"),
    KeyHint("c", "c", "case file"),
    KeyHint("v", "v", "variables"),
    KeyHint("escape", "Esc", "leave"),
)


class PreviewLessonScreen(LessonScreen):
    """A lesson that is being edited."""

    def __init__(
        self,
        session: PreviewLesson,
        saving: Saving,
        item: str,
        renewed: Callable[[], PreviewLesson],
    ) -> None:
        """Take a session, the page to open, and what makes a session of the newest edition."""
        super().__init__(session, saving, item)
        self._renewed = renewed

    async def renew(self) -> None:
        """Show the newest edition, at the same page and as far down."""
        if self._page is None:
            return
        page, before, session = self._page, self._session.lesson, self._renewed()
        session.short_form = self._session.short_form
        session.forget_changed(before)
        self._session = session
        bar, scroller = self.query_one(TitleBar), self.query_one("#page", VerticalScroll)
        bar.show(title=lesson_title(session.unit))
        at = scroller.scroll_y
        item = session.nearest(page.item, before)
        now = await self._saving.run(bar, session.open_at, item)
        if now != page:
            await self._show(now)
            if now.item == page.item:
                self.call_after_refresh(scroller.scroll_to, y=at, animate=False, immediate=True)


class PreviewQuizScreen(QuizScreen):
    """A quiz that is being edited."""

    def __init__(
        self,
        session: PreviewQuiz,
        saving: Saving,
        renewed: Callable[[], PreviewQuiz],
        *,
        retry: bool,
    ) -> None:
        """Take a session, and what makes a session of the newest edition."""
        super().__init__(session, saving, retry=retry)
        self._renewed = renewed

    async def renew(self) -> None:
        """Show the newest edition, at the same question, answered or not."""
        if self._question is None:
            return
        session, before = self._renewed(), self._question
        self._session, bar = session, self.query_one(TitleBar)
        bar.show(title=quiz_title(session.unit))
        now = await self._saving.run(bar, session.return_to, before.asked.id)
        feedback = session.feedback() if self._feedback is not None else None
        if feedback is None or now.given is None:
            if now != before or self._feedback is not None:
                await self._show(now)
            return
        self._question, self._feedback = now, feedback
        self._show_place(now)
        self.query_one(QuestionView).show(now.asked, feedback, now.given)
        self.query_one(KeyBar).show(READING)


class PreviewCaseScreen(CaseScreen):
    """A case that is being edited."""

    CSS_PATH: ClassVar[str] = "case.tcss"

    def __init__(
        self,
        session: PreviewCase,
        saving: Saving,
        renewed: Callable[[], PreviewCase],
        *,
        anew: bool,
        rewind_to: int | None,
    ) -> None:
        """Take a session, how to begin, and what makes a session of the newest edition."""
        super().__init__(session, saving, anew=anew, rewind_to=rewind_to)
        self._renewed = renewed
        self.play = session
        """The play on the screen."""

    def compose(self) -> ComposeResult:
        """Lay out the learner's screen; the author's key is named among the others."""
        for widget in super().compose():
            if isinstance(widget, KeyBar):
                widget.show(IN_A_CASE)
            yield widget

    async def renew(self) -> None:
        """Show the newest edition, with the same decisions as far as they fit."""
        short_form, session = self._session.short_form, self._renewed()
        session.short_form = short_form
        self.play = self._session = session
        self._resume = session.return_to_play
        bar = self.query_one(TitleBar)
        bar.show(title=case_title(session))
        if self._moment is None:
            self._show_note(intro_note(session))
        else:
            self._show(await self._saving.run(bar, session.return_to_play))


class PreviewDebriefScreen(DebriefScreen):
    """The debrief of a case that is being edited."""

    def __init__(self, session: PreviewCase, upcoming: UnitLine | None) -> None:
        super().__init__(session, upcoming)
        self.play = session
        """The play looked back on."""

    def renew(self, session: PreviewCase, upcoming: UnitLine | None) -> None:
        """Show the newest edition; the play has ended in it too."""
        self.play = self._session = session
        self._upcoming = upcoming
        self._debrief = session.debrief()
        self.query_one(TitleBar).show(debrief_title(session), place_words(self._debrief))
        self.query_one(Page).query_one(Reading).show(debrief_blocks(session, self._debrief))
        self.query_one(ChoiceList).set_rows(debrief_rows(upcoming))


class PreviewResultScreen(QuizResultScreen):
    """The result of a quiz that is being edited."""

    def compose(self) -> ComposeResult:
        """Lay out the learner's screen, without saying that anything is kept."""
        for widget in super().compose():
            if isinstance(widget, TitleBar):
                widget.show(right=NOT_KEPT)
            yield widget

    def renew(self, session: PreviewQuiz, upcoming: UnitLine | None) -> None:
        """Show the newest edition; the attempt is finished in it too."""
        self._unit, self._upcoming, self._result = session.unit, upcoming, session.result()
        self.query_one(TitleBar).show(result_title(session.unit))
        self.query_one("#result", Reading).show(result_blocks(self._result, None, ""))
        self.query_one("#attempts", Reading).show(attempt_blocks(self._result))
        self.query_one(ChoiceList).set_rows(result_rows(self._result, upcoming, None))
