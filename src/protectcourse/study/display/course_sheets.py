"""What there is to read and to choose about a course as a whole, and about its units."""

from collections.abc import Sequence
from pathlib import Path

from protectcourse.blocks import Block, text_block
from protectcourse.course.outline import CourseOutline, UnitOutline
from protectcourse.study.display.choosing import Row, number_rows, numbered_rows
from protectcourse.study.display.prose_blocks import prose_blocks
from protectcourse.study.display.sheets import Offer, Sheet
from protectcourse.study.looking_up import MarkedPage

CLOSED = "Lessons, search and progress stay closed until you have handed in."
MARKS_TITLE = "Notes and bookmarks"
NO_MARKS = "No page has a note or a bookmark yet. On a page, n writes a note, m marks it."
OVER_WORDS = (
    "Everything in this course counts as not begun from then on. What you did before stays in your "
    "record: attempts, notes and bookmarks are kept, and a completion stays valid."
)
NO, YES = "no", "yes"


def closed_sheet() -> Sheet:
    """Return that nothing can be looked up now."""
    return Sheet("Not now", "", [text_block(CLOSED)])


def about_sheet(outline: CourseOutline) -> Sheet:
    """Return what a course is."""
    blocks: list[Block] = [text_block(outline.title, "heading")]
    if outline.subtitle:
        blocks.append(text_block(outline.subtitle, gap=0))
    blocks += prose_blocks(outline.about)
    facts = [f"Version {outline.version}", f"status: {outline.status}"]
    facts += [f"licence: {outline.licence}"] if outline.licence else []
    blocks.append(text_block(" · ".join(facts), "beside"))
    return Sheet("About this course", "", blocks)


def marks_offer(marks: Sequence[MarkedPage]) -> Offer | Sheet:
    """Return the pages with a note or a bookmark, their places as ids; a sheet if there is none."""
    if not marks:
        return Sheet(MARKS_TITLE, "", [text_block(NO_MARKS)])
    rows = number_rows(_mark_row(place, mark) for place, mark in enumerate(marks))
    return Offer(MARKS_TITLE, rows, [], does="open")


def start_over_offer() -> Offer:
    """Return what beginning a course again means, and the choice."""
    rows = numbered_rows([(NO, "No, go on as it is"), (YES, "Yes, start over")])
    return Offer("Start this course over?", rows, [text_block(OVER_WORDS)])


def locked_sheet(unit: UnitOutline, reason: str) -> Sheet:
    """Return why a unit cannot be opened yet."""
    return Sheet(unit.title, "locked", [text_block(f"This {unit.sort} {reason}.")])


def saved_text_sheet(path: Path, error: OSError | None = None) -> Sheet:
    """Return where a lesson was written as a text file, or why it could not be."""
    words = (
        f"The lesson, with your notes and its sources, is in {path}."
        if error is None
        else f"The file {path} could not be written: {error.strerror}."
    )
    return Sheet("Lesson as a text file", "", [text_block(words)])


def _mark_row(place: int, mark: MarkedPage) -> Row:
    return Row(
        id=str(place),
        text=f"{mark.unit.number} {mark.unit.title}: {mark.title}",
        note=mark.note,
        right="bookmark" if mark.is_bookmarked else "note",
    )
