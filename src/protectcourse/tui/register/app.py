"""The app around the coordinator's view: everybody, a learner, all of them summed up."""

from typing import Any

from textual.screen import Screen

from protectcourse.blocks import Block, text_block
from protectcourse.errors import RecordError
from protectcourse.records.coordinating.history import read_history
from protectcourse.records.coordinating.learner_blocks import learner_blocks, summary_blocks
from protectcourse.records.coordinating.listing import Listing
from protectcourse.records.standing.contents import Readable
from protectcourse.records.standing.survey import Line, Survey
from protectcourse.study.display.sheets import Sheet
from protectcourse.tui.app import CourseApp
from protectcourse.tui.register.people_screen import PeopleScreen
from protectcourse.tui.screens.text_screen import TextScreen

SUMMARY = "How everybody stands"
NOTES = (
    "The view shows the register as it was when it was opened, and changes nothing in it.",
    "People are named here. It is for whoever coordinates the course, and for nobody else.",
)


class LearnerScreen(TextScreen):
    """Shows all that the register has of one learner."""


class SummaryScreen(TextScreen):
    """Shows how everybody stands."""


class RegisterApp(CourseApp):
    """Shows a register; reads a learner's history from it when they are opened."""

    CSS_PATH = "../app.tcss"

    def __init__(self, register: Readable, called: str, survey: Survey) -> None:
        """Take a register that is open, what it is called, and how everybody in it stands."""
        super().__init__(self._first, NOTES)
        self._source, self._called, self._survey = register, called, survey

    def _first(self) -> Screen[Any]:
        return PeopleScreen(self._called, Listing(self._survey.lines))

    def on_people_screen_opened(self, message: PeopleScreen.Opened) -> None:
        """Show a learner."""
        line = message.line
        same = [one for one in self._survey.lines if one.learner and one.learner == line.learner]
        place = f"as of {self._survey.today}"
        self.push_screen(LearnerScreen(Sheet(line.called, place, self._blocks(same or [line]))))

    def on_people_screen_summary_wanted(self) -> None:
        """Show how everybody stands."""
        place = f"as of {self._survey.today}"
        self.push_screen(SummaryScreen(Sheet(SUMMARY, place, summary_blocks(self._survey))))

    def _blocks(self, lines: list[Line]) -> list[Block]:
        try:
            history = read_history(self._source, lines[0].learner)
        except RecordError as error:
            return [text_block(error.message), text_block(error.hint)]
        return learner_blocks(lines, history, self._survey.titles)
