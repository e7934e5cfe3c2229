"""Opens the units of a course that is being edited, the locked ones too, and renews them."""

from collections.abc import Callable
from typing import NamedTuple

from textual.app import App
from textual.screen import Screen

from protectcourse.course.outline import UnitOutline
from protectcourse.errors import SettingsError
from protectcourse.scenario.openings import Opening
from protectcourse.study.case_session import CaseSession
from protectcourse.study.dashboard import next_after
from protectcourse.study.display.what_now import WhatNow
from protectcourse.study.enrolment import Enrolment
from protectcourse.study.lesson_session import LessonSession
from protectcourse.study.preview_case import PreviewCase
from protectcourse.study.preview_lesson import PreviewLesson
from protectcourse.study.preview_quiz import PreviewQuiz
from protectcourse.study.quiz_session import QuizSession
from protectcourse.tui.saving import Saving
from protectcourse.tui.screens.preview_units import (
    PreviewCaseScreen,
    PreviewDebriefScreen,
    PreviewLessonScreen,
    PreviewQuizScreen,
    PreviewResultScreen,
)
from protectcourse.tui.units import Units


class Wish(NamedTuple):
    """Where in a unit a preview begins, and by which seed."""

    item: str = ""
    """A page of a lesson, a question of a quiz, a node of a case; empty for the beginning."""
    settings: tuple[str, ...] = ()
    """What holds in a case, such as `trust=2`."""
    seed: int | None = None
    """None for another one each time."""


class PreviewUnits(Units):
    """Opens units with sessions that go over to each new edition of the course."""

    def __init__(
        self,
        app: App[None],
        enrolment: Enrolment,
        saving: Saving,
        wish: Wish,
        tell: Callable[[str], None],
    ) -> None:
        """Take where to begin, and what is told when a play no longer fits its case."""
        super().__init__(app, enrolment, saving)
        self._wish, self._tell = wish, tell
        self.now: UnitOutline | None = None
        """The unit that is open, or was last."""

    def open(self, unit: UnitOutline, item: str = "") -> None:
        """Open a unit of the newest edition, locked or not."""
        self._open(self._newest(unit), item)

    def renew(self, unit: UnitOutline) -> None:
        """Bring what is shown of a unit over to the newest edition."""
        for screen in reversed(self._app.screen_stack):
            match screen:
                case PreviewLessonScreen() | PreviewQuizScreen() | PreviewCaseScreen():
                    screen.call_later(screen.renew)
                    return
                case PreviewDebriefScreen():
                    self._renew_debrief(screen, unit)
                    return
                case PreviewResultScreen():
                    self._renew_result(screen, unit)
                    return
                case _:
                    pass

    @property
    def play(self) -> PreviewCase | None:
        """The play of the case that is open, if it is one."""
        return next(
            (
                screen.play
                for screen in reversed(self._app.screen_stack)
                if isinstance(screen, PreviewCaseScreen | PreviewDebriefScreen)
            ),
            None,
        )

    def _renew_debrief(self, screen: PreviewDebriefScreen, unit: UnitOutline) -> None:
        session = self._case_session(unit)
        if session.is_under_way:
            self._go_below(screen)
            self._play(session)
        else:
            session.open_finished()
            screen.renew(session, next_after(self._enrolment, unit.id))

    def _renew_result(self, screen: PreviewResultScreen, unit: UnitOutline) -> None:
        session = self._quiz_session(unit)
        if session.has_open_attempt:
            self._go_below(screen)
            self._open_quiz(unit)
        else:
            screen.renew(session, next_after(self._enrolment, unit.id))

    def _go_below(self, screen: Screen[WhatNow]) -> None:
        """Close a screen and all above it."""
        while screen in self._app.screen_stack:
            self._app.pop_screen()

    def _newest(self, unit: UnitOutline) -> UnitOutline:
        """Return a unit as it stands in the newest edition, if it is still there."""
        return self._enrolment.course.outline.unit(unit.id) or unit

    # sessions and their screens

    def _lesson_session(self, unit: UnitOutline) -> PreviewLesson:
        self.now = self._newest(unit)
        return PreviewLesson(self._enrolment, self.now)

    def _quiz_session(self, unit: UnitOutline) -> PreviewQuiz:
        self.now = self._newest(unit)
        return PreviewQuiz(self._enrolment, self.now, first=self._wish.item, seed=self._wish.seed)

    def _case_session(self, unit: UnitOutline) -> PreviewCase:
        self.now = self._newest(unit)
        opening = Opening(self._wish.item, self._wish.settings)
        try:
            made = PreviewCase(self._enrolment, self.now, opening=opening, seed=self._wish.seed)
        except SettingsError as error:  # an edit took away where the preview was to begin
            self._tell(f"{error.message}. {error.hint} The case begins at its start.")
            return PreviewCase(self._enrolment, self.now, seed=self._wish.seed)
        if made.said:
            self._tell(made.said)
        return made

    def _lesson_screen(self, session: LessonSession, item: str) -> Screen[bool]:
        unit = session.unit
        fresh = self._lesson_session(unit)  # the note before it may have stood for a while
        fresh.short_form = session.short_form
        return PreviewLessonScreen(fresh, self._saving, item, lambda: self._lesson_session(unit))

    def _quiz_screen(self, session: QuizSession, *, retry: bool) -> Screen[bool]:
        unit = session.unit
        fresh = self._quiz_session(unit)
        return PreviewQuizScreen(fresh, self._saving, lambda: self._quiz_session(unit), retry=retry)

    def _case_screen(
        self, session: CaseSession, *, anew: bool, rewind_to: int | None
    ) -> Screen[bool]:
        unit = session.unit
        play = session if isinstance(session, PreviewCase) else self._case_session(unit)
        return PreviewCaseScreen(
            play,
            self._saving,
            lambda: self._case_session(unit),
            anew=anew,
            rewind_to=rewind_to,
        )

    def _debrief_screen(self, session: CaseSession) -> Screen[WhatNow]:
        play = session if isinstance(session, PreviewCase) else self._case_session(session.unit)
        return PreviewDebriefScreen(play, next_after(self._enrolment, session.unit.id))

    def _result_screen(self, session: QuizSession) -> Screen[WhatNow]:
        return PreviewResultScreen(
            session.unit, session.result(), next_after(self._enrolment, session.unit.id)
        )
