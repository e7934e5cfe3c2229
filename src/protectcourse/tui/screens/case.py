"""A case, scene by scene: what happens, what can be done, what is known so far."""

from time import monotonic
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll

from protectcourse.scenario.moments import Moment
from protectcourse.study.case_session import CaseSession
from protectcourse.tui.saving import Saving
from protectcourse.tui.screens.case_file import CaseFileScreen
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.screens.sources import SourcesScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.case_blocks import (
    OUTCOMES,
    case_file_blocks,
    intro_blocks,
    meter_line,
    moment_blocks,
    not_saved_blocks,
    past_blocks,
    step_blocks,
)
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Row
from protectcourse.tui.widgets.reading import Block, Reading, text_block

WIDE = 100
"""Columns from which the case file stands beside the story."""
BEGIN, SHORT, LEAVE, DEBRIEF = "begin", "short", "leave", "debrief"
ASKED = "(asked)"


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
                ("1 2 3 ↑ ↓", "choose"),
                ("Enter", "do it"),
                ("PgUp", "read back"),
                ("c", "case file: what is known so far"),
                ("s", "sources of the latest decision"),
                ("Esc", "leave; the case goes on here"),
            ),
        ),
    )

    def __init__(self, session: CaseSession, saving: Saving, *, anew: bool = False) -> None:
        super().__init__()
        self._session = session
        self._saving = saving
        self._anew = anew
        self._moment: Moment | None = None
        self._busy = False
        self._shown_at = monotonic()

    def compose(self) -> ComposeResult:
        """Lay out the story, the choices and the case file."""
        yield TitleBar(f"Case: {self._session.unit.title}")
        with Horizontal(id="story"):
            with VerticalScroll(id="page", can_focus=False):
                yield Reading(id="past")
                yield Reading(id="latest")
                yield Reading(id="now")
                yield ChoiceList(id="choices")
            with VerticalScroll(id="file", can_focus=False):
                yield Reading(id="known")
        yield KeyBar(
            KeyHint("", "1–9 ↑↓", "choose"),
            KeyHint("enter", "Enter", "do it"),
            KeyHint("c", "c", "case file"),
            KeyHint("s", "s", "sources"),
            KeyHint("escape", "Esc", "leave, resume"),
        )

    async def on_mount(self) -> None:
        """Go on where the learner left, or say what the case is about."""
        page = self.query_one("#page", VerticalScroll)
        self.watch(page, "virtual_size", self._scroll_to_latest, init=False)
        if self._session.is_under_way and not self._anew:
            self._show(await self._saving.run(self.query_one(TitleBar), self._session.open))
        else:
            self._show_intro()

    def on_resize(self, event: events.Resize) -> None:
        """Let the case file stand beside the story where there is room."""
        self.query_one("#file").display = event.size.width >= WIDE and self._moment is not None

    async def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Begin, decide, or go to the debrief."""
        if self._busy:
            return
        match message.row_id if self._moment is None or self._session.is_ended else "":
            case "leave":
                self.dismiss(False)
            case "debrief":
                self.dismiss(True)
            case "begin" | "short" as form:
                self._session.short_form = form == SHORT
                self._show(await self._saving.run(self.query_one(TitleBar), self._session.begin))
            case _:
                await self._decide(message.row_id)

    def on_choice_list_refused(self, message: ChoiceList.Refused) -> None:
        """Say why something cannot be chosen."""
        self.query_one("#now", Reading).show(
            [*self._now_blocks(), text_block(_why(message.why), "beside")]
        )

    def action_case_file(self) -> None:
        """Show the case file on a screen of its own."""
        if self._moment is not None:
            self.app.push_screen(CaseFileScreen(self._moment, self._session.unit.title))

    def action_sources(self) -> None:
        """Show the sources of the latest decision."""
        self.app.push_screen(SourcesScreen(self._session.latest_notes(), "the latest decision"))

    def action_leave(self) -> None:
        """Leave; every decision is saved."""
        self.dismiss(False)

    async def _decide(self, choice: str) -> None:
        """Save a decision, then show what follows."""
        self._busy = True
        try:
            seconds = round(monotonic() - self._shown_at)
            bar = self.query_one(TitleBar)
            self._show(await self._saving.run(bar, self._session.choose, choice, seconds))
        finally:
            self._busy = False

    def _show_intro(self) -> None:
        """Say what the case is about, with a real choice where it touches on harm."""
        case, unit = self._session.case, self._session.unit
        blocks = intro_blocks(case.about or "", unit.minutes, case.status == "draft")
        rows = [Row(id=BEGIN, text="Begin", number=1)]
        if case.content_note:
            blocks.append(text_block("Before you begin", "heading"))
            blocks.append(text_block(case.content_note, gap=0))
            rows = [
                Row(id=BEGIN, text="Go on", number=1),
                Row(id=SHORT, text="The short form: the same decisions, fewer details", number=2),
                Row(id=LEAVE, text="Not now", number=3),
            ]
        for name in ("#past", "#latest", "#file"):
            self.query_one(name).display = False
        self.query_one("#now", Reading).show(blocks)
        choices = self.query_one(ChoiceList)
        choices.set_rows(rows, highlighted=BEGIN)
        choices.focus(scroll_visible=False)

    def _show(self, moment: Moment) -> None:
        """Show a moment below the latest decision, and what came before above it."""
        self._moment = moment
        self._shown_at = monotonic()
        steps = self._session.steps
        coached = self._session.case.coaches_at_once
        parts: dict[str, list[Block]] = {
            "#past": past_blocks(steps[:-1], coached=coached),
            "#latest": step_blocks(steps[-1], coached=coached) if steps else [],
            "#now": self._now_blocks(),
            "#known": case_file_blocks(moment),
        }
        for name, blocks in parts.items():
            reading = self.query_one(name, Reading)
            reading.show(blocks)
            reading.display = bool(blocks)
        self.query_one("#file").display = self.size.width >= WIDE
        self.query_one(TitleBar).show(right=self._place(moment))
        choices = self.query_one(ChoiceList)
        choices.set_rows(self._rows(moment))
        choices.highlight_row(None)
        choices.focus(scroll_visible=False)
        self.call_after_refresh(self._scroll_to_latest)

    def _scroll_to_latest(self) -> None:
        """Put the latest decision at the top of the window."""
        page = self.query_one("#page", VerticalScroll)
        latest = self.query_one("#latest")
        top = latest if latest.display else self.query_one("#now")
        page.scroll_to(y=top.virtual_region.y, animate=False, immediate=True, force=True)

    def _now_blocks(self) -> list[Block]:
        """Return the text of the moment, with what is not saved yet before it."""
        moment, steps = self._moment, self._session.steps
        if moment is None:
            return []
        blocks: list[Block] = list(not_saved_blocks(self._session.not_saved))
        if moment.kind == "ending":
            outcome = self._session.case.endings[moment.node].outcome
            blocks.append(text_block(OUTCOMES[outcome], "heading"))
        returning = bool(steps) and steps[-1].kind == "question" and moment.kind == "hub"
        blocks += moment_blocks(moment, returning=returning)
        if moment.meters and moment.kind != "ending" and self.size.width < WIDE:
            blocks.append(text_block(meter_line(moment), "beside"))
        return blocks

    def _place(self, moment: Moment) -> str:
        if moment.kind == "ending":
            return "ending"
        return f"decision {moment.number} of about {moment.about}"

    def _rows(self, moment: Moment) -> list[Row]:
        """Return what can be done."""
        if moment.kind == "ending":
            return [Row(id=DEBRIEF, text="See the debrief", number=1)]
        return [
            Row(
                id=choice.id,
                text=choice.text,
                number=number,
                disabled=not choice.available,
                note=ASKED if choice.asked and not choice.available else choice.locked,
            )
            for number, choice in enumerate(moment.choices, 1)
        ]


def _why(words: str) -> str:
    """Return in a sentence why something cannot be chosen."""
    if words == ASKED:
        return "You have asked this already; the answer stands above."
    return words or "This cannot be chosen now."
