"""Text whose pieces say what they are."""

from protectcourse.styled_text import Piece, StyledText, join_text, styled


def test_parts_of_every_sort_are_joined_in_order() -> None:
    """A sentence is made of words, words with a style, and text made elsewhere."""
    text = join_text("a ", ("b", "term"), styled(" c", "muted"), "")

    assert text.plain == "a b c"
    assert [piece.style for piece in text.pieces if piece.words] == ["", "term", "muted"]


def test_words_are_kept_as_they_came() -> None:
    """Whoever draws or prints them cleans them; cleaned twice, a sign might be lost."""
    assert styled("a\x1b\tb\n").pieces == (Piece("a\x1b\tb\n"),)


def test_text_without_words_is_none() -> None:
    """An empty heading of a column must not be followed by a colon."""
    assert not StyledText()
    assert not join_text("", ("", "strong"))
    assert styled(" ")
