"""The glossary as rows, and one term in full."""

from pathlib import Path

from learners import Learner

from protectcourse.blocks import TextBlock
from protectcourse.course.index import index_course
from protectcourse.study.display.glossary_rows import (
    glossary_rows,
    place_words,
    term_of,
    term_sheet,
)
from protectcourse.study.looking_up import TermEntry, list_terms


def terms(folder: Path) -> dict[str, TermEntry]:
    """Return the glossary of the shipped course."""
    course = Learner(folder / "data").course
    return {one.id: one for one in list_terms(course, index_course(course))}


def test_the_terms_of_a_page_come_first_and_again_among_all(tmp_path: Path) -> None:
    """Whoever asks on a page means a word of that page."""
    known = terms(tmp_path)
    here = list(known)[3]

    rows = glossary_rows(known, [here, "gone"])

    assert [row.heading for row in rows[:3]] == [True, False, True]
    assert [term_of(row.id) for row in rows if not row.heading] == [here, *known]
    assert len({row.id for row in rows}) == len(rows)
    assert place_words(known) == f"{len(known)} terms"


def test_elsewhere_there_are_no_headings(tmp_path: Path) -> None:
    """All terms are then one list."""
    assert not any(row.heading for row in glossary_rows(terms(tmp_path), ()))


def test_a_term_in_full_has_its_meaning_its_source_and_its_lesson(tmp_path: Path) -> None:
    """Each is where one looks next."""
    term = next(one for one in terms(tmp_path).values() if one.source and one.lesson)

    sheet = term_sheet(term)

    words = [one.text.plain for one in sheet.blocks if isinstance(one, TextBlock)]
    assert (sheet.title, sheet.place, words[0]) == ("Glossary", term.term, term.term)
    assert f"Source: {term.source}" in words
    assert any(one.startswith("First used in lesson ") for one in words)
