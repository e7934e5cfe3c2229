"""A moment of a case: its words, its rows, and where in the case it stands."""

from protectcourse.blocks import Block, text_block
from protectcourse.scenario.moments import Moment, ShownChoice
from protectcourse.study.case_session import CaseSession
from protectcourse.study.display.case_blocks import (
    HEADINGS,
    case_file_blocks,
    meter_line,
    moment_blocks,
)
from protectcourse.study.display.choosing import Row
from protectcourse.study.display.feedback_blocks import not_saved_blocks
from protectcourse.study.display.prose_blocks import choice_words
from protectcourse.study.display.sheets import Sheet

DEBRIEF = "debrief"
ASKED = "asked"
ASKED_WORDS = "You have asked this already; the answer stands above."
NOT_NOW = "This cannot be chosen now."
PRACTICE = "Practice: you play again from here. It does not count, and your result stands."


def now_blocks(session: CaseSession, moment: Moment, *, is_wide: bool) -> list[Block]:
    """Return the text of a moment, with what is not saved yet before it.

    The meters stand below it where the case file has no room beside the story.
    """
    blocks = not_saved_blocks(session.not_saved)
    if session.is_practice and not session.decided_here:
        blocks.append(text_block(PRACTICE, "beside"))
    if moment.kind == "ending":
        outcome = session.case.endings[moment.node].outcome
        blocks.append(text_block(HEADINGS[outcome], "heading"))
    returning = bool(session.steps) and session.steps[-1].node == moment.node
    blocks += moment_blocks(
        moment, session.short_names, returning=returning and moment.kind == "hub"
    )
    if moment.meters and moment.kind != "ending" and not is_wide:
        blocks.append(text_block(meter_line(moment), "beside"))
    return blocks


def title_words(session: CaseSession) -> str:
    """Return how a case is called above its scenes."""
    return f"Case: {session.unit.title}"


def place_words(session: CaseSession, moment: Moment) -> str:
    """Return where a moment stands, and whether the play is practice."""
    practice = "practice · " if session.is_practice else ""
    if moment.kind == "ending":
        return f"{practice}ending"
    return f"{practice}decision {moment.number} of about {moment.about}"


def case_file_sheet(session: CaseSession, moment: Moment) -> Sheet:
    """Return what is known so far."""
    return Sheet(title_words(session), "", case_file_blocks(moment))


def choice_rows(moment: Moment) -> list[Row]:
    """Return what can be done, or the lines of a checklist."""
    if moment.kind == "ending":
        return [Row(id=DEBRIEF, text="See the debrief", number=1)]
    if moment.kind == "checklist":
        return [Row(id=one.id, text=choice_words(one.text)) for one in moment.elements]
    return [
        Row(
            id=choice.id,
            text=choice_words(choice.text),
            number=number,
            disabled=not choice.available,
            note="" if _was_asked(choice) else choice.locked,
            right=ASKED if _was_asked(choice) else "",
        )
        for number, choice in enumerate(moment.choices, 1)
    ]


def _was_asked(choice: ShownChoice) -> bool:
    return choice.asked and not choice.available


def refusal_blocks(why: str) -> list[Block]:
    """Return in a sentence why something cannot be chosen, given what its row says."""
    return [text_block(ASKED_WORDS if why == ASKED else why or NOT_NOW)]
