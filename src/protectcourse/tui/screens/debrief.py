"""The debrief of a case: how it ended and, apart from that, how well each decision was taken."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.study.case_session import CaseSession
from protectcourse.study.dashboard import UnitLine
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.screens.rewind import RewindScreen
from protectcourse.tui.screens.what_now import WhatNow
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Row
from protectcourse.tui.widgets.debrief_blocks import debrief_blocks
from protectcourse.tui.widgets.reading import Reading, text_block

NEXT, AGAIN, REWIND, HOME = "next", "again", "rewind", "home"


class DebriefScreen(CourseScreen[WhatNow]):
    """Looks back on a play. Returns what the learner wants to do next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "to_choices", show=False),
        Binding("escape", "leave", show=False),
    ]
    key_groups = (
        KeyGroup(
            "In the debrief",
            (("↓ PgDn", "read on"), ("Enter", "to what comes next"), ("Esc", "home")),
        ),
    )

    def __init__(self, session: CaseSession, upcoming: UnitLine | None) -> None:
        super().__init__()
        self._session = session
        self._upcoming = upcoming
        self._debrief = session.debrief()

    def compose(self) -> ComposeResult:
        """Lay out the review, then what can be done."""
        yield TitleBar(f"Debrief: {self._session.unit.title}", self._endings_seen())
        with VerticalScroll(id="page"):
            blocks = debrief_blocks(self._session, self._debrief)
            yield Reading([*blocks, text_block("What now?", "heading")])
            yield ChoiceList(self._rows(), id="what-now")
        yield KeyBar(
            KeyHint("", "↓ PgDn", "read on"),
            KeyHint("enter", "Enter", "what comes next"),
            KeyHint("escape", "Esc", "home"),
        )

    def on_mount(self) -> None:
        """Begin at the top."""
        self.set_focus(self.query_one("#page"))

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Do what was chosen."""

        def rewind(kept: int | None) -> None:
            if kept is not None:
                self.dismiss(WhatNow("rewind", self._session.unit, kept))

        match message.row_id:
            case "next" if self._upcoming is not None:
                self.dismiss(WhatNow("open", self._upcoming.unit))
            case "again":
                self.dismiss(WhatNow("again"))
            case "rewind":
                self.app.push_screen(RewindScreen(self._session.unit.title, self._debrief), rewind)
            case _:
                self.dismiss(WhatNow("home"))

    def action_to_choices(self) -> None:
        """Go to what can be done next."""
        choices = self.query_one(ChoiceList)
        self.set_focus(choices)
        choices.highlight_row(0)

    def action_leave(self) -> None:
        """Go home."""
        self.dismiss(WhatNow("home"))

    def _endings_seen(self) -> str:
        return f"endings seen: {self._debrief.endings_seen} of {self._debrief.endings}"

    def _rows(self) -> list[Row]:
        """Return what can be done."""
        offers = [
            (AGAIN, "Play it again from the beginning; it counts, and the best play stands"),
            (REWIND, "Play again from a decision, for practice"),
            (HOME, "Home"),
        ]
        if self._upcoming is not None:
            offers.insert(0, (NEXT, f"Next: {self._upcoming.unit.sort} {self._upcoming.name}"))
        return [Row(id=name, text=text, number=n) for n, (name, text) in enumerate(offers, 1)]
