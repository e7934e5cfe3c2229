"""What a search found, as rows."""

from pathlib import Path

from learners import LESSON, Learner

from protectcourse.blocks import Block, TextBlock
from protectcourse.course.index import index_course
from protectcourse.study.display.search_rows import (
    HOW,
    NOTHING,
    found_words,
    hit_rows,
    place_words,
    search_blocks,
)
from protectcourse.study.searching import Searcher


def words_of(blocks: list[Block]) -> list[str]:
    """Return the words of blocks."""
    return [one.text.plain for one in blocks if isinstance(one, TextBlock)]


def test_what_was_found_says_where_it_stands(tmp_path: Path) -> None:
    """A term, a page of a lesson, a source: one opens differently from another."""
    course = Learner(tmp_path / "data").course
    hits = Searcher(index_course(course)).find("refoulement")

    rows = hit_rows(hits, lambda entry: place_words(entry, course.outline))

    assert [row.id for row in rows] == [str(place) for place in range(len(hits))]
    assert [row.text for row in rows] == [hit.entry.title for hit in hits]
    places = {row.right.split(" ")[0] for row in rows}
    assert {"glossary", "lesson"} <= places
    assert found_words("refoulement", hits) == f"{len(hits)} found"


def test_a_unit_has_its_number(tmp_path: Path) -> None:
    """Titles repeat; numbers do not."""
    course = Learner(tmp_path / "data").course
    entries = index_course(course).entries
    entry = next(one for one in entries if one.sort == "page" and one.name == LESSON)

    assert place_words(entry, course.outline).startswith("lesson ")


def test_before_and_instead_of_hits_there_are_words() -> None:
    """An empty screen would look broken."""
    assert words_of(search_blocks("", ())) == words_of(search_blocks("  ", ())) == [HOW]
    assert words_of(search_blocks("xyzzy", ())) == [NOTHING]
    assert (found_words(" ", ()), found_words("xyzzy", ())) == ("", "0 found")
