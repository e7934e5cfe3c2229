import pytest

from protectcourse.course.lints.words import (
    YEAR,
    content_words,
    count_sentences,
    last_sentence,
    root_of,
    sentences_of,
    without_quotations,
)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It is so. It is not.", 2),
        ('He said "no." Then he left.', 2),
        ("By art. 33 of it, and No. 6 (XXVIII), it holds.", 1),
        ("R. Collins wrote it in 2012.", 1),
        ("Is it so? Yes! 30 people left.", 3),
        ("One, about 2.5 of them.", 1),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: int) -> None:
    """A date or a name belongs to its sentence: figures are judged by theirs."""
    assert len(sentences_of(text)) == sentences
    assert " ".join(sentences_of(text)) == text


def test_a_line_without_a_stop_counts_as_a_sentence() -> None:
    """Entries of a list often have none, and would make one endless sentence."""
    assert count_sentences("First entry\nSecond entry\nA sentence. And another.") == 4


def test_the_order_to_choose_is_not_what_is_asked() -> None:
    """A lint that looks at what is asked must not read “Choose all that apply”."""
    assert last_sentence("A man waits. What is due to him? Choose all that apply:") == (
        "What is due to him?"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("returned", "returns"),
        ("families", "family"),
        ("stopped", "stop"),
        ("punishing", "punished"),
        ("State's", "states"),
    ],
)
def test_forms_of_a_word_have_one_root(one: str, other: str) -> None:
    """Options and stems inflect the same word differently."""
    assert root_of(one.casefold()) == root_of(other.casefold())


def test_words_without_content_are_left_out() -> None:
    """They would make all options alike."""
    assert content_words("What is it that they have to do with the claim?") == ["claim"]
    assert content_words("no claim") == ["no", "claim"]


def test_quoted_words_are_taken_out_and_apostrophes_are_not() -> None:
    """A quotation is not the course's own wording."""
    text = "He called it “always” and 'never', and the State's \"every\" word."

    assert without_quotations(text).split() == [
        "He",
        "called",
        "it",
        "and",
        ",",
        "and",
        "the",
        "State's",
        "word.",
    ]


@pytest.mark.parametrize("text", ["in 1951", "the 1990s", "2012.", "(2024)"])
def test_a_year_is_known_as_one(text: str) -> None:
    """It dates its sentence."""
    assert YEAR.search(text)


@pytest.mark.parametrize("text", ["2,012 people", "No. 12012", "66/2012", "3.1951"])
def test_what_looks_like_a_year_is_not_always_one(text: str) -> None:
    """A count must not date itself."""
    assert not YEAR.search(text)
