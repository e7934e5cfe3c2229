"""Everybody in the register: a list that narrows as one types, in an order of one's choice."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Input

from protectcourse.blocks import text_block
from protectcourse.records.coordinating.listing import NEXT, Listing, Order
from protectcourse.records.standing.survey import Line
from protectcourse.study.display.commands import Command
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.tui.register.people_list import ColumnHead, PeopleList
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading

LONGEST = 80
EMPTY = "The register holds nobody yet. `protectcourse collect` takes hand-in files in."
NOBODY = "Nobody has all of these words."


class PeopleScreen(CourseScreen[None]):
    """Lists everybody; posts whom to open, and that all of them are to be summed up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "to_box", show=False),
        Binding("down", "to_list", show=False),
        Binding("o", "order", show=False),
        Binding("p", "summary", show=False),
        Binding("escape", "leave", show=False),
    ]
    key_groups = (
        KeyGroup(
            "In the register",
            (
                ("/", "the box: what is typed narrows the list"),
                ("↓ Enter", "from the box to the list"),
                ("Esc", "out of the box; then to everybody again"),
                ("o", "the next order: name, team, place, state, score, day"),
                ("Enter", "open a learner"),
                ("p", "how everybody stands, and completions by month"),
            ),
        ),
    )

    class Opened(Message):
        """A learner is to be shown."""

        def __init__(self, line: Line) -> None:
            super().__init__()
            self.line = line

    class SummaryWanted(Message):
        """Everybody is to be summed up."""

    def __init__(self, called: str, listing: Listing) -> None:
        """Take what the register is called, and everybody in it."""
        super().__init__()
        self._called, self._listing = called, listing
        self._order = Order.NAME
        self._people = PeopleList(listing, id="people")

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done on this screen."""
        return (
            Command("Filter the list", "/", "screen.to_box"),
            Command("Put the list in another order", "o", "screen.order"),
            Command("How everybody stands", "p", "screen.summary"),
        )

    def compose(self) -> ComposeResult:
        """Lay out the box, the heads and the list."""
        yield TitleBar(self._called)
        yield Input(
            max_length=LONGEST,
            select_on_focus=False,
            placeholder="/ to filter: a name, team, place, course or state",
        )
        yield ColumnHead(self._people)
        with VerticalScroll(id="page", can_focus=False):
            yield self._people
        yield Reading(id="nobody")
        yield KeyBar(
            KeyHint("enter", "Enter", "open"),
            KeyHint("slash", "/", "filter"),
            KeyHint("o", "o", "order"),
            KeyHint("p", "p", "summary"),
            KeyHint("escape", "Esc", "back"),
            KeyHint("q", "q", "quit"),
        )

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Input).cursor_blink = False
        self.set_focus(self._people)
        self._show()

    def on_input_changed(self) -> None:
        """Show who has the words so far."""
        self._show()

    def on_input_submitted(self) -> None:
        """Go on to the list."""
        self.action_to_list()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Open a learner."""
        del message
        if (line := self._people.person) is not None:
            self.post_message(self.Opened(line))

    def action_to_box(self) -> None:
        """Go to the box."""
        self.set_focus(self.query_one(Input))

    def action_to_list(self) -> None:
        """Go to the list."""
        if self._people.rows:
            self.set_focus(self._people)

    def action_order(self) -> None:
        """Put the list in the next order, and begin at its top."""
        self._order = NEXT[self._order]
        self._show()
        self._people.action_jump(-1)

    def action_summary(self) -> None:
        """Ask for the summary."""
        self.post_message(self.SummaryWanted())

    def action_leave(self) -> None:
        """Go out of the box and keep what is typed; then back to everybody."""
        box = self.query_one(Input)
        if box.has_focus and self._people.rows:
            self.action_to_list()
        elif box.value:
            box.value = ""
            self.set_focus(self._people)

    def _show(self) -> None:
        found = self._listing.find(self.query_one(Input).value, self._order)
        self._people.show(found)
        nobody = self.query_one("#nobody", Reading)
        nobody.display = not found
        nobody.show([text_block(NOBODY if self._listing.lines else EMPTY)])
        self.query_one("#page").display = bool(found)
        head = self.query_one(ColumnHead)
        head.display = bool(found)
        head.refresh()
        every = len(self._listing.lines)
        count = f"{len(found)} of {every}" if len(found) != every else f"{every}"
        self.query_one(TitleBar).show(right=f"{count} · by {self._order.value}")
