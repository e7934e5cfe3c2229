"""The course in the full screen: which screen follows which."""

import gc
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from protectcourse.course.outline import UnitOutline
from protectcourse.errors import StoreError
from protectcourse.study.dashboard import next_after
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.app import CourseApp
from protectcourse.tui.saving import Saving
from protectcourse.tui.screens.dashboard import DashboardScreen
from protectcourse.tui.screens.what_now import WhatNow

if TYPE_CHECKING:
    from protectcourse.study.case_session import CaseSession
    from protectcourse.tui.screens.quiz_result import QuizResultScreen

LANGUAGES = {"en": "English", "fr": "français", "ko": "한국어"}
"""Names of languages, each in the language itself."""


class LearningApp(CourseApp):
    """Opens units from the dashboard, and what follows each.

    Screens are imported when first opened.
    """

    def __init__(
        self, enrolment: Enrolment, saving: Saving, kept: str, notes: Sequence[str] = ()
    ) -> None:
        super().__init__(self._first, [kept, *notes])
        self._kept = kept
        self._enrolment = enrolment
        self._saving = saving

    def _first(self) -> Screen[Any]:
        """Return the dashboard, or at the very first start the questions before it."""
        if self._enrolment.store.profile("language") is not None:
            return DashboardScreen(self._enrolment)
        from protectcourse.tui.screens.first_start import (
            FirstAnswers,
            FirstStart,
            Language,
            Opening,
        )

        outline = self._enrolment.course.outline
        languages = [Language(outline.language, LANGUAGES.get(outline.language, outline.language))]

        def begin(answers: FirstAnswers) -> Screen[Any]:
            store = self._enrolment.store
            with suppress(StoreError):  # told on the dashboard, and asked again at the next start
                store.set_profile("name", answers.name)
                store.set_profile("plain", "yes" if answers.plain else "no")
                store.set_profile("language", answers.language)
            return DashboardScreen(self._enrolment)

        questions = FirstStart(languages, self._kept, plain_available=False)
        return Opening(questions, begin)

    def on_ready(self) -> None:
        """Begin to collect garbage, leaving alone what was made for good while starting."""
        gc.freeze()
        gc.enable()

    def on_dashboard_screen_opened(self, message: DashboardScreen.Opened) -> None:
        """Open the unit that was chosen."""
        self.open_unit(message.unit)

    def open_unit(self, unit: UnitOutline) -> None:
        """Open a lesson, a case or a quiz where the learner left it."""
        self._saving.later(self._enrolment.begin)
        match unit.sort:
            case "lesson":
                self._open_lesson(unit)
            case "case":
                self._open_case(unit)
            case "quiz":
                self._open_quiz(unit)

    def _open_lesson(self, unit: UnitOutline) -> None:
        from protectcourse.study.lesson_session import LessonSession
        from protectcourse.tui.screens.lesson import LessonScreen

        def read(to_its_end: bool | None) -> None:
            if to_its_end:
                self._go_on_after(unit)

        self.push_screen(LessonScreen(LessonSession(self._enrolment, unit), self._saving), read)

    def _open_quiz(self, unit: UnitOutline, *, retry: bool = False, anew: bool = False) -> None:
        from protectcourse.study.quiz_session import QuizSession
        from protectcourse.tui.screens.quiz import QuizScreen

        session = QuizSession(self._enrolment, unit)

        def answered(all_of_it: bool | None) -> None:
            if all_of_it:
                self._show_result(unit)

        if not (retry or anew) and session.has_result and not session.has_open_attempt:
            self._show_result(unit)
            return
        self.push_screen(QuizScreen(session, self._saving, retry=retry), answered)

    def _show_result(self, unit: UnitOutline) -> None:
        from protectcourse.study.quiz_session import QuizSession
        from protectcourse.tui.screens.quiz_result import QuizResultScreen

        session = QuizSession(self._enrolment, unit)

        def chosen(what: WhatNow | None) -> None:
            match what:
                case WhatNow(action="retry"):
                    self._open_quiz(unit, retry=True)
                case WhatNow(action="again"):
                    self._open_quiz(unit, anew=True)
                case WhatNow(action="open", unit=UnitOutline() as other):
                    self.open_unit(other)
                case _:
                    pass

        upcoming = next_after(self._enrolment, unit.id)
        screen = QuizResultScreen(
            unit,
            session.result(),
            upcoming,
            attempts_left=session.attempts_left,
            not_saved=self._saved_words(),
        )
        self.push_screen(screen, chosen)

    def on_quiz_result_screen_reviewed(self, message: "QuizResultScreen.Reviewed") -> None:
        """Look back at the questions of the latest attempt."""
        from protectcourse.study.quiz_session import QuizSession
        from protectcourse.tui.screens.quiz_review import QuizReviewScreen

        session = QuizSession(self._enrolment, message.unit)
        self.push_screen(QuizReviewScreen(message.unit.title, session.review()))

    def _saved_words(self) -> str:
        """Return what is to be said about saving; empty where all is saved."""
        if self._enrolment.all_saved:
            return ""
        return self._enrolment.not_saved or self._enrolment.store.notice

    def _open_case(self, unit: UnitOutline, *, anew: bool = False) -> None:
        from protectcourse.study.case_session import CaseSession
        from protectcourse.tui.screens.case import CaseScreen

        session = CaseSession(self._enrolment, unit)
        if session.has_ended_play and not anew:
            session.open_finished()
            self._show_debrief(unit, session)
            return

        def played(to_an_ending: bool | None) -> None:
            if to_an_ending:
                self._show_debrief(unit, session)

        self.push_screen(CaseScreen(session, self._saving, anew=anew), played)

    def _show_debrief(self, unit: UnitOutline, session: "CaseSession") -> None:
        from protectcourse.tui.screens.debrief import DebriefScreen

        def chosen(what: WhatNow | None) -> None:
            match what:
                case WhatNow(action="again"):
                    self._open_case(unit, anew=True)
                case WhatNow(action="open", unit=UnitOutline() as other):
                    self.open_unit(other)
                case _:
                    pass

        upcoming = next_after(self._enrolment, unit.id)
        self.push_screen(DebriefScreen(session, upcoming), chosen)

    def _go_on_after(self, unit: UnitOutline) -> None:
        """Offer the next unit on the dashboard, which lies below and stands on it."""
        dashboard = self.screen
        if isinstance(dashboard, DashboardScreen):
            upcoming = next_after(self._enrolment, unit.id)
            dashboard.offer(upcoming.unit if upcoming else None)
