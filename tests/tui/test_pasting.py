"""Pastes stay text, whatever stands in them."""

from hypothesis import given
from hypothesis import strategies as st

from protectcourse.tui.pasting import BEGIN, END, LONGEST, PasteFilter

PIECES = st.lists(st.sampled_from([BEGIN, END, "\x1b", "[2", "01~", "a", "q", "\r", "\n", "é"]))


def test_escapes_go_and_words_stay() -> None:
    """What is left cannot be taken for a key."""
    passed = PasteFilter().pass_on(f"x{BEGIN}a\x1b[2Jb\r\nc\x9b{END}\x1b[A")

    assert passed == f"x{BEGIN}a[2Jb\nc{END}\x1b[A"


def test_keys_pass_as_they_are() -> None:
    """Outside a paste an arrow key is an escape code."""
    assert PasteFilter().pass_on("a\x1b[B\r") == "a\x1b[B\r"


def test_a_long_paste_is_cut_and_the_next_one_is_whole() -> None:
    """No box takes so much, and the app must not choke on it."""
    pastes = PasteFilter()

    first = pastes.pass_on(BEGIN + "x" * (LONGEST + 1) + END)
    second = pastes.pass_on(f"{BEGIN}y{END}")

    assert len(first) == LONGEST + len(BEGIN) + len(END)
    assert second == f"{BEGIN}y{END}"


@given(PIECES, st.data())
def test_the_size_of_the_pieces_makes_no_difference(parts: list[str], data: st.DataObject) -> None:
    """A terminal cuts what it sends anywhere, also within a mark."""
    text = "".join(parts) + END  # an open paste may hold back its last characters
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=5)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]

    whole, split = PasteFilter(), PasteFilter()

    assert "".join(map(split.pass_on, pieces)) == whole.pass_on(text)


@given(PIECES)
def test_a_paste_holds_no_escape(parts: list[str]) -> None:
    """Between the marks nothing is left that begins a key."""
    inside = "".join(parts).replace(END, "")

    passed = PasteFilter().pass_on(f"{BEGIN}{inside}{END}")

    assert "\x1b" not in passed.removeprefix(BEGIN).split(END)[0]
