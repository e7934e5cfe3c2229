"""The courses, where several are installed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from protectcourse.study.display.dashboard_rows import (
    COURSES_TITLE,
    course_rows,
    courses_place,
    latest_course,
)
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList


class CourseListScreen(CourseScreen[None]):
    """Lists the courses, how far each is; posts which to open."""

    BINDINGS: ClassVar[list[BindingType]] = []

    @dataclass
    class Opened(Message):
        """The learner wants to open a course."""

        enrolment: Enrolment

    def __init__(self, enrolments: Sequence[Enrolment]) -> None:
        super().__init__()
        self._enrolments = {one.course.outline.id: one for one in enrolments}

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        touched = next(iter(self._enrolments.values())).progress.latest
        latest = latest_course(self._enrolments, touched)
        yield TitleBar(COURSES_TITLE, courses_place(self._enrolments))
        with VerticalScroll(id="page", can_focus=False):
            yield ChoiceList(course_rows(self._enrolments), id="courses", highlighted=latest)
        yield KeyBar(
            KeyHint("enter", "Enter", "open"),
            KeyHint("", "↑↓", "move"),
            KeyHint("q", "q", "quit"),
        )

    def on_mount(self) -> None:
        """Begin on the course touched last."""
        self.set_focus(self.query_one(ChoiceList))

    def on_screen_resume(self) -> None:
        """Show how far each course is now."""
        self.query_one(ChoiceList).set_rows(course_rows(self._enrolments))

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Open a course."""
        self.post_message(self.Opened(self._enrolments[message.row_id]))
