"""What is said around a note of the learner's own."""

from protectcourse.blocks import Block, text_block
from protectcourse.study.display.choosing import Row, numbered_rows

TITLE = "Note"
KEEP, LEAVE = "keep", "leave"
LONGEST_NOTE = 4000
WORDS = (
    "A note for yourself; it stays on this computer. "
    "Names and details of real people do not belong here."
)


def note_blocks() -> list[Block]:
    """Return what a note is, before it is written."""
    return [text_block(WORDS)]


def note_rows() -> list[Row]:
    """Return what can be done with a note that was written."""
    return numbered_rows([(KEEP, "Keep this note"), (LEAVE, "Leave it as it was")])
