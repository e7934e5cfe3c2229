"""Choosing among rows: what a key does to what is chosen so far, and what is said of it."""

import pytest

from protectcourse.study.display.choosing import (
    Choice,
    Mode,
    NumberTyping,
    Row,
    arrange,
    box_words,
    number_rows,
    numbered_rows,
    open_rows,
    value_words,
    words_on_open,
)

ROWS = [Row("h", "Heading", heading=True), Row("a", "A"), Row("b", "B"), Row("c", "C")]


@pytest.mark.parametrize(
    ("typed", "count", "said"),
    [
        ("12", 12, [(1, False), (12, True)]),
        ("13", 12, [(1, False), (3, False)]),
        ("21", 12, [(2, False), (1, False)]),
        ("0", 12, [(None, False)]),
    ],
)
def test_digits_add_up_while_a_longer_number_exists(
    typed: str, count: int, said: list[tuple[int | None, bool]]
) -> None:
    """Twelve must tick twelve only; what stood there before it is taken back."""
    typing = NumberTyping()

    assert [typing.add(digit, range(1, count + 1)) for digit in typed] == said


def test_another_key_begins_a_new_number() -> None:
    """One, an arrow, two is not twelve."""
    typing = NumberTyping()
    typing.add("1", range(1, 13))
    assert typing.waits

    typing.forget()

    assert typing.add("2", range(1, 13)) == (2, False)


def test_a_choice_grows_and_is_taken_back() -> None:
    """Each key gives a new value; the one before is still there to go back to."""
    empty = Choice()

    assert empty.toggle("a").toggle("b").toggle("a").ticked == {"b"}
    assert empty.place("a").place("b").place("a").placed == ("a", "b")
    assert empty.place("a").take_back() == empty
    assert empty.match("a", 2).match("a", 1).matched == {"a": 1}
    assert empty.match("a", 2).unmatch("a").matched == {}


def test_rows_that_wait_are_counted_and_headings_are_none() -> None:
    """Nobody can give a heading a place."""
    one = Choice(placed=("b",), matched={"a": 1})

    assert open_rows(ROWS, one, Mode.ORDER) == ["a", "c"]
    assert words_on_open(ROWS, one, Mode.ORDER) == "Rows still without a place: 2."
    assert words_on_open(ROWS, one, Mode.MATCH) == "Rows still without a value: 2."
    assert words_on_open(ROWS, Choice(placed=("a", "b", "c")), Mode.ORDER) == ""


def test_rows_stand_in_the_order_given() -> None:
    """Those without a place come after."""
    assert [row.id for row in arrange(ROWS, ("c", "gone", "a"))] == ["c", "a", "h", "b"]


def test_rows_are_numbered_from_one() -> None:
    """The digits of the keyboard choose them."""
    assert [row.number for row in numbered_rows([("a", "A"), ("b", "B")])] == [1, 2]
    assert number_rows([Row("a", "A", note="n")]) == [Row("a", "A", number=1, note="n")]


def test_what_is_chosen_is_said_in_signs_and_words() -> None:
    """It must show without colours, and read well aloud."""
    row, choice = Row("a", "A"), Choice(frozenset("a"), ("b", "a"), {"a": 2})

    assert [box_words(row, one, Mode.SEVERAL) for one in (choice, Choice())] == ["[x]", "[ ]"]
    assert [box_words(row, one, Mode.ORDER) for one in (choice, Choice())] == ["[2.]", "[  ]"]
    assert box_words(row, choice, Mode.SINGLE) == ""
    assert value_words(row, choice, ("met", "not met")) == "→ 2  not met"
    assert value_words(row, Choice(), ("met", "not met")) == "→ (open)"
