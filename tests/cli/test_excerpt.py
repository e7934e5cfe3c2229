import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.cli.excerpt import excerpt


def columns(text: str) -> int:
    """Return the columns that a text takes, by the two rules that terminals agree on."""
    wide = sum(unicodedata.east_asian_width(sign) in {"W", "F"} for sign in text)
    return len(text) + wide - sum(unicodedata.category(sign) in {"Mn", "Me", "Cf"} for sign in text)


@pytest.mark.parametrize(
    ("line", "column", "under"),
    [
        ("title: Welcome", 8, "W"),
        ("제목: 환영", 5, "환"),
        ("\ttitle: a", 2, "t"),
        ("  \ttitle: a", 4, "t"),
        ("cafe\u0301: x", 8, "x"),
        ("x" * 200 + "!" + "y" * 200, 201, "!"),
        ("한" * 200 + "!" + "국" * 200, 201, "!"),
        ("x" * 99 + "!", 100, "!"),
        ("!" + "x" * 99, 1, "!"),
    ],
)
def test_the_mark_stands_below_the_place(line: str, column: int, under: str) -> None:
    """A mark that is off by the width of a letter sends its reader to the wrong word."""
    shown = excerpt(line, column, 60)

    before = columns(shown.mark) - 1
    text = ""
    for sign in shown.text:
        if columns(text) == before and columns(sign):
            assert sign == under
            return
        text += sign
    pytest.fail(f"nothing stands above the mark: {shown}")


def test_a_place_after_the_last_letter_is_marked_there() -> None:
    """What is missing at the end of a line has no letter to point at."""
    assert excerpt("minutes:", 9, 60).mark == " " * 8 + "^"


@given(
    st.text(st.characters(exclude_characters="\n"), max_size=300),
    st.integers(1, 320),
    st.integers(20, 90),
)
def test_no_line_is_wider_than_the_terminal(line: str, column: int, width: int) -> None:
    """A line that wraps has its mark in another line."""
    shown = excerpt(line, column, width)

    assert columns(shown.text) <= width
    assert columns(shown.mark) <= width + 1


def test_what_steers_a_terminal_is_replaced_before_it_is_measured() -> None:
    """Else the mark would stand where the character was, not where it is shown."""
    shown = excerpt("a\x1b[2Jb!", 7, 60)

    assert "\x1b" not in shown.text
    assert shown.text.index("!") == shown.mark.index("^")
