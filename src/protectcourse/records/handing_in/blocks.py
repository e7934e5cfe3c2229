"""Handing in as blocks for reading: what leaves and what stays, and where the file then is."""

from collections.abc import Iterator
from pathlib import Path

from protectcourse.blocks import Block, TextBlock, text_block
from protectcourse.errors import ProtectCourseError
from protectcourse.organisation import Organisation
from protectcourse.records.handing_in.selection import Selection
from protectcourse.records.handing_in.wording import (
    PASS_IT_ON,
    WHAT_IT_IS,
    WRITTEN,
    preview,
    waiting_words,
)
from protectcourse.styled_text import styled

TO_FOLDER = "Into which folder? No file is written over."
LONGEST_PATH = 1000


def choice_blocks(selection: Selection) -> list[Block]:
    """Return what stands above the choice of a level."""
    words = [WHAT_IT_IS, waiting_words(selection)]
    return [text_block(one) for one in words if one]


def preview_blocks(selection: Selection, organisation: Organisation) -> list[Block]:
    """Return what a learner is about to hand in."""
    return list(_sections(selection, organisation))


def written_blocks(path: Path) -> list[Block]:
    """Return where the file is."""
    return [text_block(WRITTEN.format(path=path.absolute())), text_block(PASS_IT_ON)]


def refused_blocks(error: ProtectCourseError | RuntimeError) -> list[Block]:
    """Return why no file was written."""
    hint = error.hint if isinstance(error, ProtectCourseError) else ""
    return [text_block(f"Not written: {error.args[0]}. {hint}")]


def _sections(selection: Selection, organisation: Organisation) -> Iterator[Block]:
    for heading, lines in preview(selection, organisation):
        yield text_block(heading, "heading")
        for line in lines:
            yield TextBlock(styled(line), first="· ", rest="  ", gap=0)
