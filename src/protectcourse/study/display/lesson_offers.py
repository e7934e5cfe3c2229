"""The choices before a lesson and after it."""

from protectcourse.blocks import text_block
from protectcourse.course.outline import UnitOutline
from protectcourse.study.dashboard import UnitLine
from protectcourse.study.display.choosing import Row, number_rows, numbered_rows
from protectcourse.study.display.feedback_blocks import verdict_block
from protectcourse.study.display.page_blocks import title_words
from protectcourse.study.display.prose_blocks import prose_blocks
from protectcourse.study.display.sheets import Offer
from protectcourse.study.lesson_session import LessonSession

GO_ON, SHORT, LEAVE = "go-on", "short", "leave"
NEXT, AGAIN, HOME = "next", "again", "home"
SUGGESTED = "Your organisation suggests the short form. You may read the full text all the same."
ABOUT_SHORT = "The short form leaves details out. Questions and results are the same in both."
USUAL_NOTE = "This lesson speaks of serious harm to people. It describes none of it."


def content_offer(session: LessonSession) -> Offer:
    """Return what is coming in a grave lesson, with a real choice."""
    rows = [
        Row(GO_ON, "Go on"),
        Row(SHORT, "Read the short form", note=ABOUT_SHORT),
        Row(LEAVE, "Leave"),
    ]
    words = session.lesson.content_note or USUAL_NOTE
    blocks = prose_blocks(words)
    if session.is_short_suggested:
        blocks.append(text_block(SUGGESTED))
    chosen = SHORT if session.is_short_suggested else None
    return Offer(title_words(session.unit), number_rows(rows), blocks, chosen=chosen)


def end_offer(unit: UnitOutline, upcoming: UnitLine | None) -> Offer:
    """Return that a lesson is done, and what can be done next."""
    texts = [(AGAIN, "Read it again"), (HOME, "Home")]
    if upcoming is not None:
        texts.insert(0, (NEXT, next_words(upcoming)))
    blocks = [verdict_block("✓ read to its end")]
    return Offer(title_words(unit), numbered_rows(texts), blocks)


def next_words(line: UnitLine) -> str:
    """Return what comes next, in words: "Next: case The detained group, 7 min"."""
    return f"Next: {line.unit.sort} {line.name}, {line.unit.minutes} min"
