from pathlib import Path

import pytest

from protectcourse.course.file_reading import read_file
from protectcourse.course.lints.passage import Passage, passages, plain_line
from protectcourse.course.prose import plain_words
from protectcourse.course.texts import Leaf, leaves

COURSE = sorted((Path(__file__).parents[3] / "lessons").rglob("*.yaml"))


def passage(text: str, key: str = "text") -> Passage:
    """Return a text as a passage of a page."""
    return next(passages([Leaf(("pages", "p", key), "TextPage", key, text)]))


@pytest.mark.parametrize("path", COURSE, ids=lambda path: path.stem)
def test_a_passage_reads_as_the_course_shows_it(path: Path) -> None:
    """The quick reading must not find words that no learner sees, nor lose any."""
    for one in passages(list(leaves(read_file(path, path.name).value))):
        assert one.plain.split() == plain_words(one.raw).split()


def test_every_paragraph_and_entry_has_its_own_line() -> None:
    """No sentence goes over the end of a paragraph, and none over the end of a written line."""
    text = "One\ngoes on.\n\n- *Two* [@law, 3]\n- three\n\n| a | b |\n|---|---|\n| c | d |"

    assert passage(text).lines.split("\n") == ["One goes on.", "Two", "three", "a b", "c d"]


@pytest.mark.parametrize("path", COURSE, ids=lambda path: path.stem)
def test_what_is_read_leads_back_to_where_it_is_written(path: Path) -> None:
    """A finding about a word sends the author to the word, past every mark and citation."""
    for one in passages(list(leaves(read_file(path, path.name).value))):
        for start in range(0, len(one.lines), 11):
            if not one.lines[start].isspace():
                assert one.raw[one.offset_at(start)] == one.lines[start]


def test_words_are_found_across_the_end_of_a_line() -> None:
    """An author's editor has broken the line between them."""
    raw = "Some **words** [@law, 3] of\nwhich [[ban|two are]] meant."

    at = passage(raw).offset_of("two are meant")

    assert at is not None
    assert raw[at:].startswith("two are")
    assert passage(raw).offset_of("three") is None


def test_marks_terms_and_citations_are_not_read() -> None:
    """They are not words."""
    line = plain_line("The **ban** [[non-refoulement|on return]] holds [@conv-33, (1); @cat-3].")

    assert line == "The ban on return holds."


def test_the_bag_has_the_parts_of_a_word_in_lower_case() -> None:
    """“Defector's” and “half-Chinese” must be found by their parts."""
    assert passage("A defector's half-Chinese child").bag >= {"defector", "half", "chinese"}


def test_a_paragraph_knows_what_it_cites() -> None:
    """Whether a claim is attributed is judged by the paragraphs that cite it."""
    first, second = passage("He says so [@one, 2].\n\nShe does not.").blocks

    assert [citation.source for citation in first.cited] == ["one"]
    assert second.cited == ()


def test_sources_and_tests_of_a_case_are_not_read_by_learners() -> None:
    """Their words are not held to the rules for what learners read."""
    unread = [
        Leaf(("sources", "s", "title"), "Source", "title", "Defectors"),
        Leaf(("tests", "t", "play"), "ModelPlay", "play", ("both",)),
        Leaf(("goto",), "Choice", "goto", "heard"),
    ]

    assert list(passages(unread)) == []
