"""The learner's screens around a course that is being edited: what is shown follows the files."""

import gc
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from protectcourse.authoring.trying.case_variables import NOT_BEGUN, variable_blocks
from protectcourse.authoring.trying.case_variables import TITLE as VARIABLES
from protectcourse.authoring.trying.preview_edition import Edition
from protectcourse.authoring.trying.preview_problems import TITLE as PROBLEMS
from protectcourse.authoring.trying.preview_problems import Report, list_blocks, pane_blocks
from protectcourse.authoring.trying.preview_watch import PreviewWatch
from protectcourse.blocks import Block, text_block
from protectcourse.study.display.commands import Command
from protectcourse.study.display.sheets import Sheet
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.learning import LearningApp
from protectcourse.tui.preview_units import PreviewUnits, Wish
from protectcourse.tui.saving import Saving
from protectcourse.tui.screens.command_list import CommandListScreen
from protectcourse.tui.screens.dashboard import DashboardScreen
from protectcourse.tui.screens.preview_sheets import (
    PreviewDashboard,
    ProblemsScreen,
    VariablesScreen,
)
from protectcourse.tui.screens.preview_start import PreviewStart
from protectcourse.tui.screens.text_screen import TextScreen
from protectcourse.tui.screens.too_small import TooSmall
from protectcourse.tui.widgets.problem_pane import ProblemPane
from protectcourse.tui.widgets.reading import Reading

if TYPE_CHECKING:
    from protectcourse.course.outline import UnitOutline

LOOK_SECONDS = 0.1
"""Between two looks at what has been read."""
OF_PREVIEW = (
    Command("Problems found in the files", "w", "app.problems"),
    Command("What this case keeps in mind", "v", "app.variables"),
)
NOT_IN_A_PREVIEW = ("completion_record", "'name'", "'language'", "'plain'")
"""Commands about a learner, of whom there is none."""
NOTES = (
    "This is a preview: nothing is kept, and no learner's progress is touched. Save the file in "
    "your editor, and the screen follows.",
    "w lists the problems found; in a case, v shows what it keeps in mind.",
)


class PreviewApp(LearningApp):
    """Shows what is previewed, and after each save the newest edition of it at the same place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "problems", show=False),
        Binding("v", "variables", show=False),
    ]

    def __init__(
        self,
        edition: Edition,
        watch: PreviewWatch,
        enrolment: Enrolment,
        saving: Saving,
        wish: Wish,
        *,
        name: str,
        mark: str,
    ) -> None:
        """Take the first edition, what brings the next, and where to begin.

        `name` says what is previewed; `mark` stands in every title.
        """
        super().__init__([enrolment], saving, NOTES[0], NOTES[1:])
        self.mark = mark
        """Stands before every title."""
        self._edition, self._watched, self._previewed, self._wish = edition, watch, name, wish
        unit_wish = wish if edition.unit else Wish(seed=wish.seed)
        self._preview = PreviewUnits(self, enrolment, saving, unit_wish, self._tell)
        self._units = self._preview
        self._report = Report().after_reading(edition.problems, is_shown=edition.is_shown)
        self._has_opened = False

    @property
    def unit(self) -> "UnitOutline | None":
        """The unit that is previewed; None for a course, or while it cannot be shown."""
        return self._enrolment.course.outline.unit(self._edition.unit)

    # beginning and ending

    def _first(self) -> Screen[Any]:
        return PreviewStart(self._previewed, is_waiting=not self._edition.is_shown)

    def on_ready(self) -> None:
        """Open what is previewed, and begin to look at its files."""
        gc.enable()
        self.screen_change_signal.subscribe(self, self._show_report_on)
        self._watched.start()
        self.set_interval(LOOK_SECONDS, self._take_news)
        self._open_first()
        self._show_report_on(self.screen)

    def on_unmount(self) -> None:
        """Look at the files no more."""
        self._watched.stop()

    def _open_first(self) -> None:
        """Open what was asked for, as soon as there is something to show."""
        if not self._edition.is_shown:
            return
        self._has_opened = True
        if isinstance(self.screen, PreviewStart):
            self.screen.stop_waiting()
        outline = self._enrolment.course.outline
        if not self._edition.unit:
            self.push_screen(PreviewDashboard(self._enrolment))
        if unit := outline.unit(self._edition.unit or self._wish.item):
            self._preview.open(unit, self._wish.item if self._edition.unit else "")

    def on_preview_start_uncovered(self) -> None:
        """Leave once what was previewed has been left."""
        if self._has_opened and isinstance(self.screen, PreviewStart):
            self.action_leave()

    def on_preview_start_left(self) -> None:
        """Leave though nothing could be shown."""
        self.action_leave()

    # new editions

    def _take_news(self) -> None:
        before = self._report
        for news in self._watched.news():
            if isinstance(news, Edition):
                self._take_edition(news)
            else:
                self._report = self._report.after_check(news.problems)
        if self._report != before:
            self._show_report_on(self.screen)

    def _take_edition(self, edition: Edition) -> None:
        """Show a new edition, unless it lacks what is on the screen."""
        shown = edition.is_shown and self._is_there(edition, self._preview.now)
        self._report = self._report.after_reading(edition.problems, is_shown=shown)
        if not shown or edition.course is None:
            return
        self._edition = edition
        self._enrolment.course = edition.course
        self.__dict__.pop("_at_hand", None)
        if not self._has_opened:
            self._open_first()
        elif self._preview.now is not None:
            self._preview.renew(self._preview.now)
        if isinstance(self.screen, DashboardScreen):
            self.screen.on_screen_resume()

    def _is_there(self, edition: Edition, unit: "UnitOutline | None") -> bool:
        """Say whether a unit is still there, or is not on the screen any more."""
        if unit is None or edition.course is None or isinstance(self.screen, DashboardScreen):
            return True
        return edition.course.outline.unit(unit.id) is not None

    def _tell(self, said: str) -> None:
        """Say below the screen what became of a play."""
        self._report = self._report._replace(said=said)
        self._show_report_on(self.screen)

    # what is said of the files

    def _show_report_on(self, screen: Screen[Any]) -> None:
        """Have a screen say below what stands on it what is wrong with the files."""
        if screen.is_attached and not isinstance(screen, TooSmall):
            screen.call_later(self._place_report, screen)

    def _place_report(self, screen: Screen[Any]) -> None:
        if isinstance(screen, ProblemsScreen):
            screen.query_one("#page").query_one(Reading).show(list_blocks(self._report))
            return
        if isinstance(screen, TextScreen | CommandListScreen):
            return
        blocks = pane_blocks(self._report)
        panes = screen.query(ProblemPane)
        if panes:
            panes.first().show(blocks)
        else:
            screen.mount(ProblemPane(blocks))

    def action_problems(self) -> None:
        """List the problems found."""
        if not isinstance(self.screen, ProblemsScreen | TooSmall):
            sheet = Sheet(PROBLEMS, self._report.numbers, list_blocks(self._report))
            self.push_screen(ProblemsScreen(sheet))

    def action_variables(self) -> None:
        """Show what the open case keeps in mind."""
        play = self._preview.play
        if play is None or isinstance(self.screen, VariablesScreen | TooSmall):
            return
        blocks: list[Block] = [text_block(NOT_BEGUN)]
        if play.standing is not None:
            mark = self._enrolment.course.outline.case_pass
            blocks = variable_blocks(*play.standing, play.steps, mark)
        self.push_screen(VariablesScreen(Sheet(VARIABLES, play.unit.title, blocks)))

    # what is at hand

    @property
    def commands(self) -> tuple[Command, ...]:
        """Everything that can be done from everywhere, but for what is about a learner."""
        usual = super().commands
        kept = [one for one in usual if not any(word in one.action for word in NOT_IN_A_PREVIEW)]
        return (*OF_PREVIEW, *kept)

    @property
    def _is_learning(self) -> bool:
        return self._has_opened

    def _go_home(self) -> None:
        """Close all screens above the first, or above the dashboard."""
        while not isinstance(self.screen, DashboardScreen | PreviewStart):
            self.pop_screen()
