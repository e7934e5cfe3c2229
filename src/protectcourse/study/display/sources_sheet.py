"""The sources of a page, or of the course, to read: what each is, of what date and kind."""

from collections.abc import Iterator, Sequence

from protectcourse.blocks import Block, text_block
from protectcourse.study.citing import Footnote
from protectcourse.study.display.sheets import Sheet

NO_SOURCE = "This page cites no source of its own."
OF_COURSE, ONE_OF_COURSE = "of the course", "one of the course"
OF_QUESTION, OF_DECISION = "this question", "the latest decision"


def sources_sheet(notes: Sequence[Footnote], about: str) -> Sheet:
    """Return sources with what the list of sources says of each; `about` is what they are of."""
    return Sheet("Sources", about, list(_blocks(notes)))


def _blocks(notes: Sequence[Footnote]) -> Iterator[Block]:
    """Give each source under its number; what is known of it where it comes first."""
    if not notes:
        yield text_block(NO_SOURCE)
    told: set[str] = set()
    for note in notes:
        yield text_block(note.line, "heading")
        if note.source_id in told:
            continue
        told.add(note.source_id)
        yield text_block(note.about, gap=0)
        if note.note:
            yield text_block(note.note, "beside", gap=0)
