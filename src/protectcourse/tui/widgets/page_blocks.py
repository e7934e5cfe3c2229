"""A page of a lesson, and the sources under it, as blocks for reading."""

from collections.abc import Mapping

from protectcourse.study.lesson_session import PageView
from protectcourse.tui.safe_text import as_content
from protectcourse.tui.widgets.prose_blocks import prose_blocks
from protectcourse.tui.widgets.reading import Block, TextBlock, text_block

KIND_WORDS = {"example": "Worked example", "box": "Known, argued, changed"}


def page_blocks(
    page: PageView, numbers: Mapping[tuple[str, str], int], not_saved: str = ""
) -> list[Block]:
    """Return the title and the texts of a page, its citations as numbers."""
    blocks: list[Block] = []
    if not_saved:
        blocks.append(TextBlock(as_content(not_saved, "$wrong bold")))
    label = KIND_WORDS.get(page.kind, page.title)
    is_labelled = label.casefold() != page.title.casefold()
    if is_labelled:
        blocks.append(text_block(label, "beside"))
    blocks.append(text_block(page.title, "heading", gap=0 if is_labelled else 1))
    for heading, text in page.texts:
        if heading:
            blocks.append(text_block(heading, "heading"))
        blocks += prose_blocks(text, numbers)
    return blocks


def below_page_blocks(page: PageView) -> list[Block]:
    """Return what stands below a page: its sources, the reader's own note, where to turn."""
    blocks: list[Block] = [
        text_block(note.line, "beside", gap=0 if number else 1)
        for number, note in enumerate(page.notes)
    ]
    if page.own_note:
        blocks += [text_block("Your note", "heading"), text_block(page.own_note, gap=0)]
    if page.support:
        blocks += [text_block("If this weighs on you", "heading"), *prose_blocks(page.support)]
    return blocks
