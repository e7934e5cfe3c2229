"""A moment of a case: its words, its rows, and where in the case it stands."""

from protectcourse.scenario.moments import Moment, ShownChoice
from protectcourse.study.case_session import CaseSession
from protectcourse.tui.widgets.case_blocks import (
    OUTCOMES,
    meter_line,
    moment_blocks,
    not_saved_blocks,
)
from protectcourse.tui.widgets.choosing import Row
from protectcourse.tui.widgets.reading import Block, text_block

DEBRIEF = "debrief"
ASKED = "asked"
PRACTICE = "Practice: you play again from here. It does not count, and your result stands."


def now_blocks(session: CaseSession, moment: Moment, *, is_wide: bool) -> list[Block]:
    """Return the text of a moment, with what is not saved yet before it.

    The meters stand below it where the case file has no room beside the story.
    """
    blocks: list[Block] = list(not_saved_blocks(session.not_saved))
    if session.is_practice and not session.decided_here:
        blocks.append(text_block(PRACTICE, "beside"))
    if moment.kind == "ending":
        outcome = session.case.endings[moment.node].outcome
        blocks.append(text_block(OUTCOMES[outcome], "heading"))
    returning = bool(session.steps) and session.steps[-1].node == moment.node
    blocks += moment_blocks(
        moment, session.short_names, returning=returning and moment.kind == "hub"
    )
    if moment.meters and moment.kind != "ending" and not is_wide:
        blocks.append(text_block(meter_line(moment), "beside"))
    return blocks


def place_words(session: CaseSession, moment: Moment) -> str:
    """Return where a moment stands, and whether the play is practice."""
    practice = "practice · " if session.is_practice else ""
    if moment.kind == "ending":
        return f"{practice}ending"
    return f"{practice}decision {moment.number} of about {moment.about}"


def choice_rows(moment: Moment) -> list[Row]:
    """Return what can be done, or the lines of a checklist."""
    if moment.kind == "ending":
        return [Row(id=DEBRIEF, text="See the debrief", number=1)]
    if moment.kind == "checklist":
        return [Row(id=one.id, text=one.text) for one in moment.elements]
    return [
        Row(
            id=choice.id,
            text=choice.text,
            number=number,
            disabled=not choice.available,
            note="" if _was_asked(choice) else choice.locked,
            right=ASKED if _was_asked(choice) else "",
        )
        for number, choice in enumerate(moment.choices, 1)
    ]


def _was_asked(choice: ShownChoice) -> bool:
    return choice.asked and not choice.available


def words_for_refusal(words: str) -> str:
    """Return in a sentence why something cannot be chosen."""
    if words == ASKED:
        return "You have asked this already; the answer stands above."
    return words or "This cannot be chosen now."
