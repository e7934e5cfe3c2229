"""A case, scene by scene: what happens, what can be done, what is known so far."""

from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll

from protectcourse.blocks import Block
from protectcourse.scenario.debrief import ANSWER_WORDS
from protectcourse.scenario.moments import Moment
from protectcourse.study.case_session import CaseSession
from protectcourse.study.display.case_blocks import (
    case_file_blocks,
    past_blocks,
    step_blocks,
)
from protectcourse.study.display.case_moment import (
    case_file_sheet,
    choice_rows,
    now_blocks,
    place_words,
    refusal_blocks,
    title_words,
)
from protectcourse.study.display.case_notes import (
    ANEW,
    BEGIN,
    CONTINUE,
    GO_ON,
    REVISED,
    SHORT,
    Note,
    intro_note,
    practice_note,
    return_note,
    revised_note,
)
from protectcourse.study.display.choosing import Mode
from protectcourse.study.display.key_groups import KeyGroup
from protectcourse.study.display.sources_sheet import OF_DECISION, sources_sheet
from protectcourse.tui.saving import Saving
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.text_screen import CaseFileScreen, SourcesScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.reading import Reading

WIDE = 100
"""Columns from which the case file stands beside the story."""


class CaseScreen(CourseScreen[bool]):
    """Plays a case. Returns True at an ending, False when left."""

    CSS_PATH = "case.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "case_file", show=False),
        Binding("s", "sources", show=False),
        Binding("escape", "leave", show=False),
    ]
    key_groups = (
        KeyGroup(
            "In a case",
            (
                ("1 2 3 ↑ ↓", "choose; in a list to go through, answer the row"),
                ("Enter", "do it"),
                ("PgUp", "read back"),
                ("c", "case file: what is known so far"),
                ("s", "sources of the latest decision"),
                ("Esc", "leave; the case goes on here"),
            ),
        ),
    )

    def __init__(
        self,
        session: CaseSession,
        saving: Saving,
        *,
        anew: bool = False,
        rewind_to: int | None = None,
    ) -> None:
        """Play a case; `anew` from its start, `rewind_to` after so many decisions of a play."""
        super().__init__()
        self._session = session
        self._saving = saving
        self._anew = anew
        self._rewind_to = rewind_to
        self._resume = session.open
        """How a play under way is gone on with, as chosen where its case was revised."""
        self._moment: Moment | None = None
        self._busy = False
        self._shown_at = monotonic()

    def compose(self) -> ComposeResult:
        """Lay out the story, the choices and the case file."""
        yield TitleBar(title_words(self._session))
        with Horizontal(id="story"):
            with VerticalScroll(id="page", can_focus=False):
                yield Reading(id="past")
                yield Reading(id="latest")
                yield Reading(id="now")
                yield ChoiceList(id="choices")
                yield ChoiceList(
                    id="checklist", mode=Mode.MATCH, values=tuple(ANSWER_WORDS.values())
                )
            with VerticalScroll(id="file", can_focus=False):
                yield Reading(id="known")
        yield Reading(id="why")
        yield KeyBar(
            KeyHint("", "1–9 ↑↓", "choose"),
            KeyHint("enter", "Enter", "do it"),
            KeyHint("c", "c", "case file"),
            KeyHint("s", "s", "sources"),
            KeyHint("escape", "Esc", "leave"),
        )

    async def on_mount(self) -> None:
        """Go on where the learner left, or say what has to be said first."""
        page = self.query_one("#page", VerticalScroll)
        self.watch(page, "virtual_size", self._scroll_to_latest, init=False)
        session, bar = self._session, self.query_one(TitleBar)
        if self._rewind_to is not None:
            self._show(await self._saving.run(bar, session.rewind, self._rewind_to))
        elif self._anew or not session.is_under_way:
            self._show_note(intro_note(session))
        else:
            way = await self._saving.run(bar, session.find_way_on)
            if way.fit in REVISED:
                self._show_note(revised_note(way))
            elif session.is_practice_under_way:
                self._show_note(practice_note())
            else:
                await self._go_on()

    def on_resize(self, event: events.Resize) -> None:
        """Let the case file stand beside the story where there is room."""
        self.query_one("#file").display = event.size.width >= WIDE and self._moment is not None

    async def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Begin, decide, or go to the debrief."""
        if self._busy:
            return
        self._busy = True
        try:
            if self._moment is None:
                await self._follow_note(message.row_id)
            elif self._session.is_ended:
                self.dismiss(True)
            else:
                await self._decide(message.row_id)
        finally:
            self._busy = False

    async def on_choice_list_matched(self, message: ChoiceList.Matched) -> None:
        """Hand in the answers of a checklist."""
        if self._busy:
            return
        self._busy = True
        try:
            answers = list(ANSWER_WORDS)
            given = {name: answers[number - 1] for name, number in message.values.items()}
            seconds = round(monotonic() - self._shown_at)
            bar = self.query_one(TitleBar)
            self._show(await self._saving.run(bar, self._session.answer, given, seconds))
        finally:
            self._busy = False

    def on_choice_list_changed(self) -> None:
        """Take a refusal away once something was done about it."""
        self.query_one("#why").display = False

    def on_choice_list_highlighted(self) -> None:
        """Take a refusal away once the learner has turned to something else."""
        self.query_one("#why").display = False

    def on_choice_list_refused(self, message: ChoiceList.Refused) -> None:
        """Say why something cannot be chosen, or handed in; before the case, show the usual way."""
        if self._moment is None:
            message.choice_list.highlight_row(0)
            return
        why = self.query_one("#why", Reading)
        why.show(refusal_blocks(message.why))
        why.display = True

    def action_case_file(self) -> None:
        """Show the case file on a screen of its own."""
        if self._moment is not None:
            self.app.push_screen(CaseFileScreen(case_file_sheet(self._session, self._moment)))

    def action_sources(self) -> None:
        """Show the sources of the latest decision."""
        sheet = sources_sheet(self._session.latest_notes(), OF_DECISION)
        self.app.push_screen(SourcesScreen(sheet))

    def action_leave(self) -> None:
        """Leave; every decision is saved."""
        self.dismiss(False)

    @property
    def _is_wide(self) -> bool:
        return self.size.width >= WIDE

    async def _follow_note(self, row: str) -> None:
        """Do what was chosen before the case opens."""
        session, bar = self._session, self.query_one(TitleBar)
        resumes = session.is_under_way and not self._anew
        if row in {BEGIN, SHORT}:
            session.short_form = row == SHORT
            self._show(await self._saving.run(bar, self._resume if resumes else session.begin))
        elif row == ANEW:
            self._anew = True
            self._show_note(intro_note(session))
        elif row in {GO_ON, CONTINUE}:
            self._resume = session.open_revised if row == CONTINUE else session.open
            await self._go_on()
        else:
            self.dismiss(False)

    async def _go_on(self) -> None:
        """Go on with the play under way; where there is a short form, let it be chosen again."""
        if self._session.has_short_form:
            self._show_note(return_note(self._session))
        else:
            bar = self.query_one(TitleBar)
            self._show(await self._saving.run(bar, self._resume))

    async def _decide(self, choice: str) -> None:
        """Save a decision, then show what follows."""
        seconds = round(monotonic() - self._shown_at)
        bar = self.query_one(TitleBar)
        self._show(await self._saving.run(bar, self._session.choose, choice, seconds))

    # showing

    def _show_note(self, note: Note) -> None:
        """Show what is said before the case opens."""
        for name in ("#past", "#latest", "#file", "#checklist", "#why"):
            self.query_one(name).display = False
        self.query_one("#now", Reading).show(note.blocks)
        choices = self.query_one("#choices", ChoiceList)
        choices.set_rows(note.rows)
        choices.highlight_row(None)
        self.set_focus(choices, scroll_visible=False)
        self.call_after_refresh(self._offer_usual_row)

    def _offer_usual_row(self) -> None:
        """Highlight the usual way on, unless there is more to read first."""
        if self._moment is None and self.query_one("#page").max_scroll_y == 0:
            self.query_one("#choices", ChoiceList).highlight_row(0)

    def _show(self, moment: Moment) -> None:
        """Show a moment below the latest decision, and what came before above it."""
        self._moment = moment
        self._shown_at = monotonic()
        self._show_parts(moment)
        self.query_one("#file").display = self._is_wide
        self.query_one("#why").display = False
        self.query_one(TitleBar).show(right=place_words(self._session, moment))
        is_checklist = moment.kind == "checklist"
        for name, wanted in (("#choices", not is_checklist), ("#checklist", is_checklist)):
            rows = self.query_one(name, ChoiceList)
            rows.display = wanted
            rows.set_rows(choice_rows(moment) if wanted else [])
            rows.highlight_row(None)
            if wanted:
                self.set_focus(rows, scroll_visible=False)
        self.call_after_refresh(self._scroll_to_latest)

    def _show_parts(self, moment: Moment) -> None:
        """Show the texts: what came before, the latest decision, the scene, the case file."""
        session = self._session
        steps, cite = session.steps, session.notes
        coached = session.case.coaches_at_once
        latest = step_blocks(steps[-1], coached=coached, cite=cite) if steps else []
        parts: dict[str, list[Block]] = {
            "#past": past_blocks(
                steps, session.scenes, session.short_names, coached=coached, cite=cite
            ),
            "#latest": latest,
            "#now": now_blocks(session, moment, is_wide=self._is_wide),
            "#known": case_file_blocks(moment),
        }
        for name, blocks in parts.items():
            reading = self.query_one(name, Reading)
            reading.show(blocks)
            reading.display = bool(blocks)

    def _scroll_to_latest(self) -> None:
        """Put the latest decision at the top of the window."""
        page = self.query_one("#page", VerticalScroll)
        latest = self.query_one("#latest")
        top = latest if latest.display else self.query_one("#now")
        page.scroll_to(y=top.virtual_region.y, animate=False, immediate=True, force=True)
