"""A page of a lesson, and the sources under it, as blocks for reading."""

from protectcourse.blocks import Block, text_block
from protectcourse.course.outline import UnitOutline
from protectcourse.study.citing import numbers
from protectcourse.study.display.feedback_blocks import not_saved_blocks
from protectcourse.study.display.prose_blocks import prose_blocks
from protectcourse.study.lesson_session import PageView

RECALL_HEADING = "Try to recall (not scored)"
GUESS_HEADING = "Guess first (not scored); the lesson answers it"
KIND_WORDS = {"example": "Worked example", "box": "Known, argued, changed"}


def page_blocks(page: PageView, not_saved: str = "") -> list[Block]:
    """Return the title and the texts of a page, its citations as numbers."""
    marks = numbers(page.notes)
    blocks = not_saved_blocks(not_saved)
    label = KIND_WORDS.get(page.kind, page.title)
    is_labelled = label.casefold() != page.title.casefold()
    if is_labelled:
        blocks.append(text_block(label, "beside"))
    blocks.append(text_block(page.title, "heading", gap=0 if is_labelled else 1))
    for heading, text in page.texts:
        if heading:
            blocks.append(text_block(heading, "heading"))
        blocks += prose_blocks(text, marks)
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


def prompt_heading(page: PageView) -> str:
    """Return what stands above the question of a page."""
    return GUESS_HEADING if page.kind == "guess" else RECALL_HEADING


def title_words(unit: UnitOutline) -> str:
    """Return how a lesson is called above its pages."""
    return f"{unit.number} {unit.title}"


def place_words(unit: UnitOutline, page: PageView) -> str:
    """Return where in the lesson a page stands, and whether it is marked."""
    place = f"{page.label} · {unit.minutes} min"
    return f"bookmark · {place}" if page.is_bookmarked else place
