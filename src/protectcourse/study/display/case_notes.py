"""What is said before a case opens, and what the learner can then do."""

from typing import NamedTuple

from protectcourse.blocks import Block, text_block
from protectcourse.scenario.revision import Fit
from protectcourse.study.case_session import CaseSession
from protectcourse.study.case_ways_on import WayOn
from protectcourse.study.display.choosing import Row, numbered_rows
from protectcourse.study.display.lesson_offers import SUGGESTED
from protectcourse.study.display.prose_blocks import prose_blocks

BEGIN, SHORT, LEAVE, ANEW, GO_ON = "begin", "short", "leave", "anew", "go-on"
CONTINUE = "continue"
IN_PRACTICE = "You are playing this case again from a decision, for practice. It does not count."
INVENTED = "All people in this case are invented."
NO_NOTE = "Some of its scenes have a short form."
REVISED = frozenset({Fit.DIVERGED, Fit.RESCORED})
"""What a learner is asked about; all else goes on without a word."""
WAS_REVISED = "This case was revised after you began."
ON_RECORD = "Whichever way you go, what you did so far stays on record."
LOST_COPY = "The version you started cannot be read any more."


class Note(NamedTuple):
    """Words to read, and rows to choose from; the first row is the usual one."""

    blocks: list[Block]
    rows: list[Row]


def intro_note(session: CaseSession) -> Note:
    """Return what a case is about, with a real choice where it touches on harm."""
    case = session.case
    blocks = list(prose_blocks(case.about, session.short_names)) if case.about else []
    minutes = session.unit.minutes
    words = f"{INVENTED} About {minutes} minutes; leave at any moment, and go on later."
    blocks.append(text_block(words))
    if case.status == "draft":
        blocks.append(text_block("Draft: nobody has reviewed this case yet.", "beside"))
    if not (case.content_note or session.has_short_form):
        return Note(blocks, [Row(id=BEGIN, text="Begin", number=1)])
    return Note([*blocks, *_content_blocks(session, "Before you begin")], _form_rows(session))


def return_note(session: CaseSession) -> Note:
    """Return the same choice before going on: which form was read is kept nowhere."""
    return Note(_content_blocks(session, "Before you go on"), _form_rows(session))


def practice_note() -> Note:
    """Return that the play under way is practice, so that nobody takes it for one that counts."""
    texts = [
        (GO_ON, "Go on with it"),
        (ANEW, "Begin again from the start; that counts"),
        (LEAVE, "Not now"),
    ]
    return Note([text_block(IN_PRACTICE)], numbered_rows(texts))


def revised_note(way: WayOn) -> Note:
    """Return that a case was revised while a play was under way, and what can be done about it."""
    texts = [(ANEW, "Start again with the new version"), (LEAVE, "Not now")]
    if way.onward is not None:
        number = len(way.onward.decisions) + 1
        texts.insert(0, (CONTINUE, f"Continue the new version from decision {number}"))
    if way.case is not None:
        texts.insert(0, (GO_ON, "Finish the version you started"))
    words = f"{WAS_REVISED} {_what_changed(way)}"
    return Note([text_block(words), text_block(ON_RECORD)], numbered_rows(texts))


def _what_changed(way: WayOn) -> str:
    """Return in a sentence what a revision means for the decisions so far."""
    if way.case is None:
        return LOST_COPY
    if way.fit is Fit.RESCORED:
        return "Your decisions all stand, and some count differently in the new version."
    number = len(way.onward.decisions) + 1 if way.onward else 1
    return f"Your decision {number} is no longer there, or now leads elsewhere."


def _content_blocks(session: CaseSession, heading: str) -> list[Block]:
    words = session.case.content_note or NO_NOTE
    blocks: list[Block] = [text_block(heading, "heading"), text_block(words, gap=0)]
    return [*blocks, text_block(SUGGESTED)] if _suggests_short(session) else blocks


def _suggests_short(session: CaseSession) -> bool:
    return session.has_short_form and session.is_short_suggested


def _form_rows(session: CaseSession) -> list[Row]:
    texts = [(BEGIN, "Go on"), (LEAVE, "Not now")]
    if session.has_short_form:
        short = (SHORT, "The short form: the same decisions, fewer details")
        texts.insert(0 if _suggests_short(session) else 1, short)
    return numbered_rows(texts)
