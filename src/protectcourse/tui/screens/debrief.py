"""The debrief of a case: how it ended and, apart from that, how well each decision was taken."""

from textual.app import ComposeResult

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
from protectcourse.tui.screens.looking_back import READ_ON, LookingBackScreen
from protectcourse.tui.screens.rewind import RewindScreen
from protectcourse.tui.widgets.bars import KeyBar, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.page import Page
from protectcourse.tui.widgets.reading import Reading


class DebriefScreen(LookingBackScreen):
    """Looks back on a play. Returns what the learner wants to do next."""

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
        with Page(id="page"):
            yield Reading(debrief_blocks(self._session, self._debrief))
            yield ChoiceList(debrief_rows(self._upcoming), id="what-now")
        yield KeyBar(*READ_ON)

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
