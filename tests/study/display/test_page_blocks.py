"""A page of a lesson as blocks."""

from dataclasses import replace
from pathlib import Path

from learners import Learner

from protectcourse.blocks import Block, TextBlock
from protectcourse.study.display.page_blocks import (
    GUESS_HEADING,
    RECALL_HEADING,
    below_page_blocks,
    page_blocks,
    place_words,
    prompt_heading,
)


def words_of(blocks: list[Block]) -> list[str]:
    """Return the words of blocks."""
    return [one.text.plain for one in blocks if isinstance(one, TextBlock)]


def test_a_page_has_its_title_its_text_and_numbers_for_its_sources(tmp_path: Path) -> None:
    """Each number in the text stands below with its source."""
    session = Learner(tmp_path / "data").lesson()
    session.open()
    page = session.next()
    assert page is not None
    assert page.notes

    words, below = words_of(page_blocks(page)), words_of(below_page_blocks(page))

    assert words[0] == page.title
    assert "[1]" in " ".join(words)
    assert below[: len(page.notes)] == [note.line for note in page.notes]


def test_what_is_not_saved_and_what_kind_of_page_it_is_come_first(tmp_path: Path) -> None:
    """A worked example says that it is one."""
    page = replace(Learner(tmp_path / "data").lesson().open(), kind="example", title="Nine people")

    assert words_of(page_blocks(page, "Not saved."))[:3] == [
        "Not saved.",
        "Worked example",
        "Nine people",
    ]


def test_ones_own_note_and_where_to_turn_stand_below(tmp_path: Path) -> None:
    """After the sources, the note last written."""
    page = replace(Learner(tmp_path / "data").lesson().open(), own_note="mine", support="Ring us.")

    assert words_of(below_page_blocks(page))[-4:] == [
        "Your note",
        "mine",
        "If this weighs on you",
        "Ring us.",
    ]


def test_the_place_says_whether_the_page_is_marked(tmp_path: Path) -> None:
    """And how long the lesson takes; a question to guess is told from one to recall."""
    session = Learner(tmp_path / "data").lesson()
    page = session.open()

    place = place_words(session.unit, page)

    assert place == f"{page.label} · {session.unit.minutes} min"
    assert place_words(session.unit, replace(page, is_bookmarked=True)) == f"bookmark · {place}"
    assert prompt_heading(replace(page, kind="guess")) == GUESS_HEADING
    assert prompt_heading(replace(page, kind="text")) == RECALL_HEADING
