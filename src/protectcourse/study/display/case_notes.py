"""What is said before a case opens, and what the learner can then do."""

from typing import NamedTuple

from protectcourse.blocks import Block, text_block
from protectcourse.scenario.revision import Fit
from protectcourse.study.case_session import CaseSession
from protectcourse.study.case_ways_on import WayOn
from protectcourse.study.display.choosing import Row, numbered_rows
from protectcourse.study.display.prose_blocks import prose_blocks

BEGIN, SHORT, LEAVE, ANEW, GO_ON = "begin", "short", "leave", "anew", "go-on"
IN_PRACTICE = "You are playing this case again from a decision, for practice. It does not count."
INVENTED = "All people in this case are invented."
NO_NOTE = "Some of its scenes have a short form."
REVISED = {
    Fit.DIVERGED: "This case was revised after you began, and your decisions no longer fit it.",
    Fit.RESCORED: (
        "This case was revised after you began, and some of your decisions now count differently."
    ),
}


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
    words = "Start again with the revised case; what you did so far stays on record."
    texts = [(ANEW, words)]
    if way.case is not None:
        texts.append((GO_ON, "Finish the case as it was when you began"))
    texts.append((LEAVE, "Not now"))
    return Note([text_block(REVISED[way.fit])], numbered_rows(texts))


def _content_blocks(session: CaseSession, heading: str) -> list[Block]:
    words = session.case.content_note or NO_NOTE
    return [text_block(heading, "heading"), text_block(words, gap=0)]


def _form_rows(session: CaseSession) -> list[Row]:
    texts = [(BEGIN, "Go on"), (LEAVE, "Not now")]
    if session.has_short_form:
        texts.insert(1, (SHORT, "The short form: the same decisions, fewer details"))
    return numbered_rows(texts)
