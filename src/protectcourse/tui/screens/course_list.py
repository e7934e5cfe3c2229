"""The courses, where several are installed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from protectcourse.study.dashboard import read_dashboard
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Row


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
        yield TitleBar("Courses", f"{len(self._enrolments)} installed")
        with VerticalScroll(id="page", can_focus=False):
            yield ChoiceList(self._rows(), id="courses", highlighted=self._latest())
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
        self.query_one(ChoiceList).set_rows(self._rows())

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Open a course."""
        self.post_message(self.Opened(self._enrolments[message.row_id]))

    def _latest(self) -> str:
        """Return the course of the unit touched last; else the first."""
        progress = next(iter(self._enrolments.values())).progress
        touched = [key.split("/", 1)[0] for key in reversed(progress.latest)]
        return next(
            (one for one in touched if one in self._enrolments), next(iter(self._enrolments))
        )

    def _rows(self) -> list[Row]:
        """Return a line for each course: title, subtitle, how far it is."""
        return [
            _row(name, enrolment, number)
            for number, (name, enrolment) in enumerate(self._enrolments.items(), 1)
        ]


def _row(name: str, enrolment: Enrolment, number: int) -> Row:
    outline = enrolment.course.outline
    summary = read_dashboard(enrolment).summary
    about = f"{outline.subtitle} · {summary}" if outline.subtitle else summary
    return Row(id=name, text=outline.title, number=number, note=about)
