"""The debrief of a case: how it ended and, apart from that, how well each decision was taken."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from protectcourse.scenario.debrief import ReviewedDecision
from protectcourse.study.case_session import CaseSession
from protectcourse.study.dashboard import UnitLine
from protectcourse.study.wording import RATINGS, bar
from protectcourse.tui.safe_text import join_content
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.screens.key_groups import KeyGroup
from protectcourse.tui.screens.what_now import WhatNow
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.case_blocks import OUTCOMES, not_saved_blocks
from protectcourse.tui.widgets.choice_list import ChoiceList
from protectcourse.tui.widgets.choosing import Row
from protectcourse.tui.widgets.feedback_blocks import verdict_block
from protectcourse.tui.widgets.prose_blocks import line_block, prose_blocks
from protectcourse.tui.widgets.reading import Block, Reading, TextBlock, text_block

NEXT, AGAIN, HOME = "next", "again", "home"
DESPITE_GOOD = (
    "You decided well, and it ended badly. That happens; it does not make the decisions wrong."
)
DESPITE_BAD = "It ended well although the decisions were not all sound. That was luck."


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
            yield Reading(self._blocks())
            yield ChoiceList(self._rows(), id="what-now")
        yield KeyBar(
            KeyHint("", "↓ PgDn", "read on"),
            KeyHint("enter", "Enter", "what comes next"),
            KeyHint("escape", "Esc", "home"),
        )

    def on_mount(self) -> None:
        """Begin at the top."""
        self.query_one("#page").focus()

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Do what was chosen."""
        match message.row_id:
            case "next" if self._upcoming is not None:
                self.dismiss(WhatNow("open", self._upcoming.unit))
            case "again":
                self.dismiss(WhatNow("again"))
            case _:
                self.dismiss(WhatNow("home"))

    def action_to_choices(self) -> None:
        """Go to what can be done next."""
        choices = self.query_one(ChoiceList)
        choices.focus()
        choices.highlight_row(0)

    def action_leave(self) -> None:
        """Go home."""
        self.dismiss(WhatNow("home"))

    def _endings_seen(self) -> str:
        return f"endings seen: {self._debrief.endings_seen} of {self._debrief.endings}"

    def _rows(self) -> list[Row]:
        """Return what can be done."""
        offers = [(AGAIN, "Play it again from the beginning"), (HOME, "Home")]
        if self._upcoming is not None:
            offers.insert(0, (NEXT, f"Next: {self._upcoming.unit.sort} {self._upcoming.name}"))
        return [Row(id=name, text=text, number=n) for n, (name, text) in enumerate(offers, 1)]

    def _blocks(self) -> list[Block]:
        """Return the whole review."""
        blocks = list(not_saved_blocks(self._session.not_saved))
        blocks += self._outcome_blocks()
        blocks += self._competency_blocks()
        blocks.append(text_block("Your decisions", "heading"))
        rated = [one for one in self._debrief.decisions if one.rating or one.marks]
        for number, decision in enumerate(rated, 1):
            blocks += self._decision_blocks(number, decision)
        blocks += self._missed_blocks()
        if questions := self._debrief.ending.ask_yourself:
            blocks.append(text_block("To think about, or talk over", "heading"))
            blocks += [
                TextBlock(line_block(q).text, first="• ", rest="  ", gap=0) for q in questions
            ]
        return [*blocks, text_block("What now?", "heading")]

    def _outcome_blocks(self) -> list[Block]:
        """Return how it ended, whether it passed, and that the two are different things."""
        result = self._debrief
        blocks: list[Block] = [text_block(OUTCOMES[result.ending.outcome], "heading")]
        blocks += prose_blocks(result.ending.debrief or result.ending.text)
        if result.passed:
            blocks.append(verdict_block("✓ passed"))
        elif result.red_lines:
            blocks.append(verdict_block("✗ not yet passed: a red line was crossed"))
        else:
            blocks.append(verdict_block("✗ not yet passed: play it again when you like"))
        if result.well_but_badly_ended:
            blocks.append(text_block(DESPITE_GOOD, gap=0))
        elif result.badly_but_well_ended:
            blocks.append(text_block(DESPITE_BAD, gap=0))
        return blocks

    def _competency_blocks(self) -> list[Block]:
        """Return each competency: a bar, a figure, a word."""
        blocks: list[Block] = [text_block("By competency", "heading")]
        for number, one in enumerate(self._debrief.competencies):
            share = bar(one.score.earned, one.score.offered)
            figures = f"{share}  {one.score.percent} %, {one.standing} (needed: {one.score.mark} %)"
            blocks.append(text_block(figures, gap=int(number > 0)))
            blocks.append(
                text_block(self._session.competency(one.score.competency), "beside", gap=0)
            )
        return blocks

    def _decision_blocks(self, number: int, decision: ReviewedDecision) -> list[Block]:
        """Return one decision with its rating, the reason, what was better, and the sources."""
        chosen = join_content(f"{number}. ", line_block(decision.text).text)
        blocks: list[Block] = [TextBlock(chosen, rest="   ")]
        if decision.rating is not None:
            words = verdict_block(RATINGS[decision.rating])
            blocks.append(TextBlock(words.text, first="   ", rest="   ", gap=0))
        if decision.reason:
            reason = line_block(decision.reason).text
            blocks.append(TextBlock(reason, first="   ", rest="   ", gap=0))
        if decision.better is not None:
            better = join_content(("Better: ", "$muted"), line_block(decision.better.text).text)
            blocks.append(TextBlock(better, first="   ", rest="   ", gap=0))
        for note in self._session.notes(decision.sources):
            named = f"{note.name}{', ' + note.place if note.place else ''}"
            line = text_block(named, "beside", gap=0)
            blocks.append(TextBlock(line.text, "beside", first="   ", rest="   ", gap=0))
        return blocks

    def _missed_blocks(self) -> list[Block]:
        """Return what was never asked and never learnt."""
        blocks: list[Block] = []
        if self._debrief.missed:
            blocks.append(text_block("Important, and not asked", "heading"))
            blocks += [
                TextBlock(line_block(one.text).text, first="• ", rest="  ", gap=0)
                for one in self._debrief.missed
            ]
        if self._debrief.not_found:
            blocks.append(text_block("Facts that you did not find", "heading"))
            blocks += [
                TextBlock(line_block(fact.sentence).text, first="• ", rest="  ", gap=0)
                for fact in self._debrief.not_found
            ]
        return blocks
