"""The debrief of a case: how it ended and, apart from that, how well each decision was taken."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.study.case_session import CaseSession
from protectcourse.study.dashboard import UnitLine
from protectcourse.study.display.debrief_blocks import debrief_blocks, place_words, title_words
from protectcourse.study.display.debrief_rows import (
    choice_after_debrief,
    debrief_rows,
    rewind_offer,
)
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.study.display.what_now import WhatNow
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.rewind import RewindScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading


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
        yield TitleBar(title_words(self._session), place_words(self._debrief))
        with VerticalScroll(id="page"):
            yield Reading(debrief_blocks(self._session, self._debrief))
            yield ChoiceList(debrief_rows(self._upcoming), id="what-now")
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

        what = choice_after_debrief(message.row_id, self._upcoming)
        if what.action == "rewind":
            offer = rewind_offer(self._session.unit, self._debrief)
            self.app.push_screen(RewindScreen(offer), rewind)
        else:
            self.dismiss(what)

    def action_to_choices(self) -> None:
        """Go to what can be done next."""
        choices = self.query_one(ChoiceList)
        self.set_focus(choices)
        choices.highlight_row(0)

    def action_leave(self) -> None:
        """Go home."""
        self.dismiss(WhatNow("home"))
