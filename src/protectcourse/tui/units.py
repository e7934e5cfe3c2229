"""Opens the units of a course, and what follows each: result, debrief, what comes next.

Screens and sessions are imported when first opened.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import Screen

from protectcourse.course.outline import UnitOutline
from protectcourse.study.dashboard import next_after, why_locked
from protectcourse.study.display.what_now import WhatNow
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.saving import Saving

if TYPE_CHECKING:
    from protectcourse.study.case_session import CaseSession
    from protectcourse.study.lesson_session import LessonSession
    from protectcourse.study.quiz_session import QuizSession


class Units:
    """Opens lessons, quizzes and cases where the learner left them."""

    def __init__(self, app: App[None], enrolment: Enrolment, saving: Saving) -> None:
        self._app = app
        self._enrolment = enrolment
        self._saving = saving

    def open(self, unit: UnitOutline, item: str = "") -> None:
        """Open a unit where it was left; a lesson at a page, if one is named.

        Of one that is locked, or closed while a final is under way, say why.
        """
        reason = why_locked(self._enrolment, unit.id)
        if reason:
            self._tell_locked(unit, reason)
            return
        final = self._enrolment.final_under_way
        if final is not None and final.id != unit.id:
            self._tell_closed()
            return
        self._open(unit, item)

    def _open(self, unit: UnitOutline, item: str) -> None:
        self._saving.later(self._enrolment.begin)
        match unit.sort:
            case "lesson":
                self._open_lesson(unit, item)
            case "case":
                self._open_case(unit)
            case "quiz":
                self._open_quiz(unit)

    def _tell_locked(self, unit: UnitOutline, reason: str) -> None:
        from protectcourse.study.display.course_sheets import locked_sheet
        from protectcourse.tui.screens.text_screen import TextScreen

        self._app.push_screen(TextScreen(locked_sheet(unit, reason)))

    def _tell_closed(self) -> None:
        from protectcourse.study.display.course_sheets import closed_sheet
        from protectcourse.tui.screens.text_screen import TextScreen

        self._app.push_screen(TextScreen(closed_sheet()))

    def review_quiz(self, unit: UnitOutline) -> None:
        """Look back at the questions of the latest attempt."""
        from protectcourse.study.display.quiz_result_blocks import review_sheet
        from protectcourse.tui.screens.text_screen import QuizReviewScreen

        sheet = review_sheet(unit.title, self._quiz_session(unit).review())
        self._app.push_screen(QuizReviewScreen(sheet))

    # lessons

    def _open_lesson(self, unit: UnitOutline, item: str) -> None:
        session = self._lesson_session(unit)
        if session.needs_content_note:
            self._tell_content(session, item)
        else:
            self._read(session, item)

    def _tell_content(self, session: "LessonSession", item: str) -> None:
        """Say what is coming, once, before the first page, with a real choice."""
        from protectcourse.study.display.lesson_offers import GO_ON, SHORT, content_offer
        from protectcourse.tui.screens.choose import ChooseScreen

        def chosen(answer: str | None) -> None:
            if answer in {GO_ON, SHORT}:
                session.short_form = answer == SHORT
                self._read(session, item)

        self._app.push_screen(ChooseScreen(content_offer(session)), chosen)

    def _read(self, session: "LessonSession", item: str) -> None:
        def read(to_its_end: bool | None) -> None:
            if to_its_end:
                self._end_lesson(session.unit)

        self._app.push_screen(self._lesson_screen(session, item), read)

    def _end_lesson(self, unit: UnitOutline) -> None:
        """Say that a lesson is done, and offer what comes next."""
        from protectcourse.study.display.lesson_offers import AGAIN, NEXT, end_offer
        from protectcourse.tui.screens.choose import ChooseScreen

        upcoming = next_after(self._enrolment, unit.id)

        def chosen(answer: str | None) -> None:
            if answer == NEXT and upcoming is not None:
                self.open(upcoming.unit)
            elif answer == AGAIN:
                self.open(unit)

        self._app.push_screen(ChooseScreen(end_offer(unit, upcoming)), chosen)

    # quizzes

    def _open_quiz(self, unit: UnitOutline, *, retry: bool = False, anew: bool = False) -> None:
        session = self._quiz_session(unit)

        def answered(all_of_it: bool | None) -> None:
            if all_of_it:
                self._show_result(unit)

        asked_anew = retry or anew or not session.has_result

        def ask() -> None:
            self._app.push_screen(self._quiz_screen(session, retry=retry), answered)

        if session.has_open_attempt or (asked_anew and retry):
            ask()
        elif asked_anew and session.attempts_left != 0:
            self._tell_rules(session, ask)
        else:
            self._show_result(unit)

    def _tell_rules(self, session: "QuizSession", ask: Callable[[], None]) -> None:
        """Say before a final or a pre-test what it is; then ask, if that is wanted."""
        from protectcourse.study.display.quiz_words import BEGIN, rules_offer
        from protectcourse.tui.screens.choose import ChooseScreen

        offer = rules_offer(session.unit, session.about)
        if offer is None:
            ask()
            return

        def chosen(answer: str | None) -> None:
            if answer == BEGIN:
                ask()

        self._app.push_screen(ChooseScreen(offer), chosen)

    def _show_result(self, unit: UnitOutline) -> None:
        session = self._quiz_session(unit)

        def chosen(what: WhatNow | None) -> None:
            match what:
                case WhatNow(action="retry"):
                    self._open_quiz(unit, retry=True)
                case WhatNow(action="again"):
                    self._open_quiz(unit, anew=True)
                case WhatNow(action="open", unit=UnitOutline() as other):
                    self.open(other)
                case _:
                    pass

        self._app.push_screen(self._result_screen(session), chosen)

    # cases

    def _open_case(self, unit: UnitOutline, *, anew: bool = False) -> None:
        session = self._case_session(unit)
        if session.has_ended_play and not anew:
            session.open_finished()
            self._show_debrief(unit, session)
            return

        self._play(session, anew=anew)

    def _play(
        self, session: "CaseSession", *, anew: bool = False, rewind_to: int | None = None
    ) -> None:
        """Play a case to its debrief: on from where it was left, anew, or from a decision."""

        def played(to_an_ending: bool | None) -> None:
            if to_an_ending:
                self._show_debrief(session.unit, session)

        screen = self._case_screen(session, anew=anew, rewind_to=rewind_to)
        self._app.push_screen(screen, played)

    def _show_debrief(self, unit: UnitOutline, session: "CaseSession") -> None:
        def chosen(what: WhatNow | None) -> None:
            match what:
                case WhatNow(action="again"):
                    self._open_case(unit, anew=True)
                case WhatNow(action="rewind"):
                    self._play(session, rewind_to=what.kept)
                case WhatNow(action="open", unit=UnitOutline() as other):
                    self.open(other)
                case _:
                    pass

        self._app.push_screen(self._debrief_screen(session), chosen)

    # sessions and their screens, which a preview has of its own

    def _lesson_session(self, unit: UnitOutline) -> "LessonSession":
        from protectcourse.study.lesson_session import LessonSession

        return LessonSession(self._enrolment, unit)

    def _quiz_session(self, unit: UnitOutline) -> "QuizSession":
        from protectcourse.study.quiz_session import QuizSession

        return QuizSession(self._enrolment, unit)

    def _case_session(self, unit: UnitOutline) -> "CaseSession":
        from protectcourse.study.case_session import CaseSession

        return CaseSession(self._enrolment, unit)

    def _lesson_screen(self, session: "LessonSession", item: str) -> Screen[bool]:
        from protectcourse.tui.screens.lesson import LessonScreen

        return LessonScreen(session, self._saving, item)

    def _quiz_screen(self, session: "QuizSession", *, retry: bool) -> Screen[bool]:
        from protectcourse.tui.screens.quiz import QuizScreen

        return QuizScreen(session, self._saving, retry=retry)

    def _case_screen(
        self, session: "CaseSession", *, anew: bool, rewind_to: int | None
    ) -> Screen[bool]:
        from protectcourse.tui.screens.case import CaseScreen

        return CaseScreen(session, self._saving, anew=anew, rewind_to=rewind_to)

    def _result_screen(self, session: "QuizSession") -> Screen[WhatNow]:
        from protectcourse.tui.screens.quiz_result import QuizResultScreen

        return QuizResultScreen(
            session.unit,
            session.result(),
            next_after(self._enrolment, session.unit.id),
            attempts_left=session.attempts_left,
            not_saved=self._enrolment.words_on_saving,
        )

    def _debrief_screen(self, session: "CaseSession") -> Screen[WhatNow]:
        from protectcourse.tui.screens.debrief import DebriefScreen

        return DebriefScreen(session, next_after(self._enrolment, session.unit.id))
