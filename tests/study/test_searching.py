"""Searching finds what a learner means, whatever the case, the accents and the order of words."""

import pytest

from protectcourse.course.index import CourseIndex, Entry
from protectcourse.study.searching import MOST, Searcher, fold_text

PAGE = Entry("page", "l", "p1", "Before anybody decides", "A person who flees to Genève may stay.")
TERM = Entry("term", "nexus", "", "nexus", "The link between the harm feared and a ground.")
UNIT = Entry("unit", "q", "", "Who may stay", "quiz 2")


def searcher(*entries: Entry) -> Searcher:
    """Return a search over some entries."""
    return Searcher(CourseIndex(entries, {}, {}))


@pytest.mark.parametrize("words", ["geneve", "GENÈVE", "genè", "stay person", "decides flees"])
def test_a_page_is_found_by_the_beginnings_of_its_words(words: str) -> None:
    """People write what they remember, on keyboards without accents."""
    assert [hit.entry for hit in searcher(PAGE, TERM).find(words)] == [PAGE]


@pytest.mark.parametrize("words", ["", "   ", "enève", "person zebra", "(", "\\", "[a-z]+"])
def test_what_lacks_a_word_is_not_found(words: str) -> None:
    """All the words count, and none of them is a pattern."""
    assert searcher(PAGE, TERM).find(words) == []


def test_what_has_a_word_in_its_title_comes_first() -> None:
    """Somebody who types a title wants the thing itself."""
    assert [hit.entry for hit in searcher(PAGE, UNIT).find("stay")] == [UNIT, PAGE]


def test_a_unit_is_found_by_its_sort() -> None:
    """“Quiz …” means the quiz and not the lesson of the same title."""
    lesson = Entry("unit", "l", "", "Who may stay", "lesson 2.1")

    assert [hit.entry for hit in searcher(lesson, UNIT).find("quiz stay")] == [UNIT]
    assert searcher(UNIT).find("stay")[0].snippet == ""


def test_the_snippet_shows_the_words_around_what_was_found() -> None:
    """Whether it is the right place shows before it is opened."""
    text = f"{'before ' * 40}needle {'after ' * 40}"
    found = searcher(Entry("page", "l", "p", "Title", text)).find("needle")[0].snippet

    assert found.startswith("… ")
    assert found.endswith(" …")
    assert "needle" in found
    assert len(found) < 100


def test_a_word_that_is_everywhere_gives_a_list_one_can_read() -> None:
    """Nobody reads three hundred hits."""
    entries = [Entry("page", "l", f"p{n}", "Title", "common") for n in range(300)]

    assert len(searcher(*entries).find("common")) == MOST


def test_a_grave_page_is_found_and_not_quoted() -> None:
    """Its note on what is coming stands before its words, also for whoever comes by the search."""
    grave = Entry("page", "l", "p", "Title", "Words that need a note first.", is_grave=True)

    hits = searcher(grave).find("note")

    assert [(hit.entry, hit.snippet) for hit in hits] == [(grave, "")]


@pytest.mark.parametrize("typed", ["\u201cwho may stay\u201d", "Who may stay?", '"who" (may) stay'])
def test_signs_around_the_words_do_not_matter(typed: str) -> None:
    """A title is often copied with its quotation marks."""
    assert [hit.entry for hit in searcher(UNIT).find(typed)] == [UNIT]


@pytest.mark.parametrize("text", ["Straße", "ﬁnal", "한국어", "İstanbul", "é", "e\u0301"])
def test_folding_keeps_every_place(text: str) -> None:
    """A snippet is cut from the text as it stands at the place found in the folded one."""
    assert len(fold_text(text)) == len(text)
