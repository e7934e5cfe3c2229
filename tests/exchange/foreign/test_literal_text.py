"""Plain text of other systems in a course whose texts have marks."""

import pytest
from any_bank import TEXTS
from hypothesis import given, settings
from hypothesis import strategies as st

from protectcourse.course.prose import TextSpan, parse_line
from protectcourse.course.prose_faults import find_prose_faults
from protectcourse.exchange.foreign.literal_text import fit_one_run, literal


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a*b*c", "a∗b∗c"),
        ("`ls`", "'ls'"),
        ("<b>bold</b>", "‹b›bold‹/b›"),
        ("see [[x", "see [ [x"),
        ("# First", "♯ First"),
        ("- one\n- two", "- one - two"),
        ("<https://example.org>", "https://example.org"),
    ],
)
def test_a_sign_is_never_read_as_a_mark(text: str, written: str) -> None:
    """The learner reads what the author of the other system wrote."""
    got, _ = literal(text)

    assert got == written


@given(st.text("ab *`[]<>@#|-=\n/1.()!:", max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_plain_text_fits_into_a_stem(text: str) -> None:
    """What import writes passes `check`."""
    written, _ = literal(text)

    assert not list(find_prose_faults(written, line_only=True))


@given(st.text("abc *", max_size=30).map(str.strip))
@settings(max_examples=150, deadline=None)
def test_the_words_stay_the_same_but_for_told_signs(text: str) -> None:
    """Only what is told is changed."""
    written, told = literal(text)

    words = "".join(span.text for span in parse_line(written) if isinstance(span, TextSpan))
    assert words == text or (told and words.replace("∗", "*") == text)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_text_that_may_stand_is_left_alone(text: str) -> None:
    """A bank that goes out and comes back is the same bank."""
    assert fit_one_run(text) == (text, ())
