import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.plain_text import REPLACEMENT, clean_text, find_unclean

JOINERS = "\u200c\u200d"
VISIBLE_FORMAT = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
"""Signs of Arabic and Syriac script that Unicode counts as format characters although they show."""


@pytest.mark.parametrize(
    "sign",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\r",
        "\x7f",
        "\x9b",
        "\u202e",
        "\u2066",
        "\u2028",
        "\ud800",
        "\uffff",
    ],
)
def test_what_could_steer_a_terminal_is_replaced(sign: str) -> None:
    """A lesson from elsewhere must not write to the clipboard or turn text round."""
    assert clean_text(f"a{sign}b") == f"a{REPLACEMENT}b"
    assert find_unclean(f"a{sign}b") is not None


@pytest.mark.parametrize(
    "text", ["plain", "two\nlines\tand a tab", "한국어", "👨\u200d👩\u200d👧", "ह\u200cि"]
)
def test_text_that_people_write_stays_as_it_is(text: str) -> None:
    """Emoji families and Indic scripts need their joiners."""
    assert clean_text(text) == text
    assert find_unclean(text) is None


@given(st.text())
def test_nothing_that_steers_is_left_and_nothing_else_is_touched(text: str) -> None:
    """Whatever the text, and checked against Unicode's own tables."""
    cleaned = clean_text(text)

    assert len(cleaned) == len(text)
    for before, after in zip(text, cleaned, strict=True):
        steers = unicodedata.category(before) in {"Cc", "Cs", "Zl", "Zp"}
        if steers and before not in "\n\t":
            assert after == REPLACEMENT
        elif before.isprintable():
            assert after == before
    hidden = [sign for sign in cleaned if unicodedata.category(sign) == "Cf"]
    assert set(hidden) <= set(JOINERS + VISIBLE_FORMAT)
