"""What can be done after a case, and from which decision it can be played again."""

from protectcourse.blocks import text_block
from protectcourse.course.outline import UnitOutline
from protectcourse.scenario.debrief import Debrief
from protectcourse.study.dashboard import UnitLine
from protectcourse.study.display.choosing import Row, number_rows, numbered_rows
from protectcourse.study.display.debrief_blocks import decision_words, rating_words
from protectcourse.study.display.prose_blocks import line_block
from protectcourse.study.display.sheets import Offer
from protectcourse.study.display.what_now import WhatNow

NEXT, AGAIN, REWIND, HOME = "next", "again", "rewind", "home"
REWIND_QUESTION = "Play again from which decision?"
REWIND_WORDS = "From there on it is practice: it does not count, and your result stands."


def debrief_rows(upcoming: UnitLine | None) -> list[Row]:
    """Return what can be done after a debrief."""
    texts = [
        (AGAIN, "Play it again from the beginning; it counts, and the best play stands"),
        (REWIND, "Play again from a decision, for practice"),
        (HOME, "Home"),
    ]
    if upcoming is not None:
        texts.insert(0, (NEXT, f"Next: {upcoming.unit.sort} {upcoming.name}"))
    return numbered_rows(texts)


def choice_after_debrief(row_id: str, upcoming: UnitLine | None) -> WhatNow:
    """Return what a row chosen after a debrief means; of "rewind" it is still open how far."""
    match row_id:
        case "next" if upcoming is not None:
            return WhatNow("open", upcoming.unit)
        case "again" | "rewind":
            return WhatNow(row_id)
        case _:
            return WhatNow("home")


def rewind_offer(unit: UnitOutline, debrief: Debrief) -> Offer:
    """Return the decisions of a play; ids are how many decisions stand before each."""
    rows = number_rows(
        Row(
            id=str(kept),
            text=line_block(decision_words(decision)).text,
            right=rating_words(decision),
        )
        for kept, decision in enumerate(debrief.decisions)
    )
    blocks = [text_block(REWIND_QUESTION), text_block(REWIND_WORDS, gap=0)]
    return Offer(f"Play again: {unit.title}", rows, blocks, does="play from there")
