"""What there is to read and to choose about a course as a whole."""

from pathlib import Path

import pytest
from learners import LESSON, Learner

from protectcourse.blocks import TextBlock
from protectcourse.study.display.course_sheets import (
    NO,
    YES,
    about_sheet,
    closed_sheet,
    locked_sheet,
    marks_offer,
    saved_text_sheet,
    start_over_offer,
)
from protectcourse.study.display.sheets import Offer, Sheet
from protectcourse.study.looking_up import MarkedPage


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    """Return somebody in the shipped course."""
    return Learner(tmp_path / "data")


def words_of(sheet: Sheet | Offer) -> str:
    """Return all words to be read."""
    return " ".join(one.text.plain for one in sheet.blocks if isinstance(one, TextBlock))


def test_a_course_says_what_it_is_and_under_which_licence(learner: Learner) -> None:
    """Whoever passes it on must be able to see that."""
    words = words_of(about_sheet(learner.course.outline))

    assert words.startswith("Sent Back?")
    assert "status: draft" in words
    assert "licence: CC" in words


def test_a_marked_page_shows_its_note_and_its_place(learner: Learner) -> None:
    """Its id is its place in the list, which leads back to the page."""
    unit = learner.unit(LESSON)
    marks = [
        MarkedPage(unit, "p1", "Page", "my note", False),
        MarkedPage(unit, "p2", "P", "", True),
    ]

    offer = marks_offer(marks)

    assert isinstance(offer, Offer)
    assert [(row.id, row.number) for row in offer.rows] == [("0", 1), ("1", 2)]
    assert [(row.note, row.right) for row in offer.rows] == [("my note", "note"), ("", "bookmark")]
    assert offer.rows[0].text == f"{unit.number} {unit.title}: Page"


def test_with_nothing_marked_it_says_how_to_mark() -> None:
    """An empty list would be a riddle."""
    sheet = marks_offer([])

    assert isinstance(sheet, Sheet)
    assert "n writes a note, m marks it" in words_of(sheet)


def test_starting_over_is_not_the_usual_answer() -> None:
    """Enter too early must change nothing; what stays is told."""
    offer = start_over_offer()

    assert [row.id for row in offer.rows] == [NO, YES]
    assert offer.chosen is None
    assert "a completion stays valid" in words_of(offer)


def test_what_is_closed_or_locked_says_why(learner: Learner) -> None:
    """Never only that it is."""
    sheet = locked_sheet(learner.unit(LESSON), "opens when module 1 is done")

    assert words_of(sheet) == "This lesson opens when module 1 is done."
    assert "until you have handed in" in words_of(closed_sheet())


def test_a_saved_lesson_says_where_or_why_not() -> None:
    """A file that nobody finds was not saved."""
    path, error = Path("/home/ada/x.md"), OSError(28, "No space left on device")

    assert words_of(saved_text_sheet(path)).endswith("is in /home/ada/x.md.")
    assert words_of(saved_text_sheet(path, error)).endswith(
        "could not be written: No space left on device."
    )
