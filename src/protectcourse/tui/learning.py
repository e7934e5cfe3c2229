"""The courses in the full screen: where it begins, and what is at hand from everywhere."""

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from protectcourse.errors import StoreError
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.app import CourseApp
from protectcourse.tui.saving import Saving
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.dashboard import DashboardScreen
from protectcourse.tui.units import Units

if TYPE_CHECKING:
    from protectcourse.course.outline import UnitOutline
    from protectcourse.study.display.commands import Command
    from protectcourse.study.display.first_questions import FirstAnswers
    from protectcourse.tui.at_hand import AtHand
    from protectcourse.tui.screens.course_list import CourseListScreen
    from protectcourse.tui.screens.lesson import LessonScreen
    from protectcourse.tui.screens.quiz_result import QuizResultScreen
    from protectcourse.tui.settings import Settings


SOON = 0.05
"""Seconds after the first screen at which what the first lesson needs is loaded beside it."""


def _load_lessons() -> None:
    """Import what opening a lesson needs, while the learner looks at the dashboard."""
    import protectcourse.study.lesson_session
    import protectcourse.tui.screens.lesson  # noqa: F401


class LearningApp(CourseApp):
    """Begins with the first questions, the list of courses or the dashboard; opens what is chosen.

    What a start does not need is imported when it is first asked for.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", show=False),
        Binding("g", "glossary", show=False),
        Binding("s", "all_sources", show=False),
        Binding("p", "standing", show=False),
    ]

    def __init__(
        self, enrolments: Sequence[Enrolment], saving: Saving, kept: str, notes: Sequence[str] = ()
    ) -> None:
        """Take one enrolment for each course, all in one learner's file."""
        super().__init__(self._first, [kept, *notes])
        self._kept = kept
        self._enrolments = tuple(enrolments)
        self._store = enrolments[0].store
        self._saving = saving
        self._take(enrolments[0])
        theme = self._store.profile("theme")
        if theme in self.available_themes:
            self.theme = theme

    def _take(self, enrolment: Enrolment) -> None:
        """Go on with one course."""
        self._enrolment = enrolment
        self._units = Units(self, enrolment, self._saving)
        self.__dict__.pop("_at_hand", None)

    # where it begins

    def _first(self) -> Screen[Any]:
        """Return the dashboard, or at the very first start the questions before it."""
        if self._store.profile("language") is not None:
            return self._home()
        from protectcourse.tui.screens.first_start import FirstStart, Opening

        questions = FirstStart(self._languages(), self._kept, plain_available=False)
        return Opening(questions, self._begin)

    def _begin(self, answers: "FirstAnswers") -> Screen[Any]:
        """Keep the first answers; return the screen that they lead to."""
        with suppress(StoreError):  # told on the dashboard, and asked again at the next start
            self._store.set_profile("name", answers.name)
            self._store.set_profile("plain", "yes" if answers.plain else "no")
            self._store.set_profile("language", answers.language)
        return self._home()

    def _home(self) -> Screen[Any]:
        """Return the dashboard, or the list of courses where there are several."""
        if len(self._enrolments) == 1:
            return DashboardScreen(self._enrolment)
        from protectcourse.tui.screens.course_list import CourseListScreen

        return CourseListScreen(self._enrolments)

    def _languages(self) -> dict[str, str]:
        """Return the languages of the courses, by code."""
        from protectcourse.study.display.first_questions import language_names

        return language_names(one.course.outline.language for one in self._enrolments)

    def on_ready(self) -> None:
        """Begin to collect garbage, leaving alone what was made for good while starting."""
        gc.freeze()
        gc.enable()
        self.set_timer(SOON, lambda: self._saving.later(_load_lessons))

    # what screens ask for

    def on_course_list_screen_opened(self, message: "CourseListScreen.Opened") -> None:
        """Open the dashboard of a course."""
        self._take(message.enrolment)
        self.push_screen(DashboardScreen(message.enrolment, is_only=False))

    def on_dashboard_screen_opened(self, message: DashboardScreen.Opened) -> None:
        """Open the unit that was chosen."""
        self._units.open(message.unit)

    def on_quiz_result_screen_reviewed(self, message: "QuizResultScreen.Reviewed") -> None:
        """Look back at the questions of the latest attempt."""
        self._units.review_quiz(message.unit)

    def on_lesson_screen_text_wanted(self, message: "LessonScreen.TextWanted") -> None:
        """Write a lesson out as a text file."""
        self._at_hand.save_text(message.unit, short_form=message.short_form)

    # what is at hand

    @property
    def commands(self) -> "tuple[Command, ...]":
        """Everything that can be done from everywhere, by name."""
        from protectcourse.study.display.commands import OF_COURSE, OF_LEARNER

        of_course = OF_COURSE if self._is_learning else ()
        of_learner = OF_LEARNER if self._has_answered else ()
        return (*of_course, *of_learner, *super().commands)

    @property
    def _has_answered(self) -> bool:
        """Whether the first questions are behind the learner."""
        return self._store.profile("language") is not None

    @property
    def _is_learning(self) -> bool:
        """Whether a course is open: not at the first questions, nor in the list of courses."""
        return any(isinstance(screen, DashboardScreen) for screen in self.screen_stack)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave what belongs to a course alone while none is open."""
        if action in {"search", "glossary", "all_sources", "standing"}:
            return self._is_learning
        return super().check_action(action, parameters)

    @cached_property
    def _at_hand(self) -> "AtHand":
        from protectcourse.tui.at_hand import AtHand

        return AtHand(self, self._enrolment, self._open_from_afar, self._go_home)

    @property
    def _settings(self) -> "Settings":
        from protectcourse.tui.settings import Settings

        return Settings(self, self._store, self._languages())

    def _open_from_afar(self, unit: "UnitOutline", item: str) -> None:
        """Open a unit that was looked up, in place of one that is open."""
        self._go_home()
        self._units.open(unit, item)

    def _go_home(self) -> None:
        """Close all screens above the dashboard; what was answered is saved."""
        while not isinstance(self.screen, DashboardScreen):
            self.pop_screen()

    def _unless_closed(self, work: "Callable[[], None]") -> None:
        """Look something up, unless an examination under way keeps the book shut."""
        if self._enrolment.final_under_way is not None:
            self._at_hand.say_closed()
        else:
            work()

    def action_search(self) -> None:
        """Search the course."""
        self._unless_closed(self._at_hand.search)

    def action_glossary(self) -> None:
        """Show the glossary, the terms of this screen first."""
        screen = self.screen
        terms = screen.terms if isinstance(screen, CourseScreen) else ()
        self._at_hand.glossary(terms)

    def action_all_sources(self) -> None:
        """Show all sources of the course."""
        self._unless_closed(self._at_hand.all_sources)

    def action_marks(self) -> None:
        """Show the pages with a note or a bookmark."""
        self._unless_closed(self._at_hand.marks)

    def action_standing(self) -> None:
        """Show the learner's progress."""
        self._unless_closed(self._at_hand.standing)

    def action_completion_record(self) -> None:
        """Show the completion record, or what is missing for it."""
        self._at_hand.completion_record()

    def action_hand_in(self) -> None:
        """Lead to the file that is handed in to an organisation."""
        from protectcourse.tui.handing_in import HandingIn

        for enrolment in self._enrolments:
            if enrolment.course.outline.id in enrolment.progress.courses:
                enrolment.note_completion()
        outlines = [enrolment.course.outline for enrolment in self._enrolments]
        today = self._enrolment.clock.today()
        HandingIn(self, self._store, outlines, today, Path.home()).begin()

    def action_about(self) -> None:
        """Say what the course is."""
        self._at_hand.about()

    def action_start_over(self) -> None:
        """Begin the course again, once that is confirmed."""
        self._at_hand.start_over()

    def action_setting(self, name: str) -> None:
        """Change a setting."""
        self._settings.change(name)
