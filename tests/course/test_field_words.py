from protectcourse.course.field_words import words_of_keys, words_of_kind
from protectcourse.course.models import BoxPage, LaterCheck
from protectcourse.scenario.nodes import Choice


def test_a_key_has_the_words_below_its_field_and_the_name_that_a_file_has() -> None:
    """`pass` is a word of Python's own; in a file it stands as it is."""
    words = words_of_keys(LaterCheck)

    assert words["pass"] == "The percentage of right answers that it takes to pass."
    assert "pass_" not in words


def test_words_come_from_the_bases_too_and_lose_their_line_breaks() -> None:
    """A page of a kind has the keys of every page."""
    assert words_of_keys(BoxPage)["title"] == "The heading of the page."
    assert words_of_keys(Choice)["if"].endswith("Of a list all must hold.")
    assert "\n" not in words_of_keys(Choice)["if"]


def test_a_kind_is_explained_by_its_first_paragraph() -> None:
    """What follows in a docstring is for programmers."""
    assert words_of_kind(BoxPage) == (
        "What is known, what is argued and by whom, what has changed since."
    )
