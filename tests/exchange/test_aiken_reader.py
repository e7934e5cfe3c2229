"""Aiken files: the forgiving parts forgiven, the rest told with its line."""

import pytest

from protectcourse.exchange.aiken_reader import read_aiken
from protectcourse.quiz.questions import OneQuestion

GOOD = "Who opens the door?\nA. The guard\nB) The visitor\nANSWER: A\n"


def test_a_question_with_its_options() -> None:
    """Both ways of writing a letter are in use, also in one file."""
    carried = read_aiken((GOOD + "\n\nWho closes it?\na) You\nb) I\nanswer: b").encode(), "b", "B")

    assert carried.quiz is not None
    first, second = carried.quiz.questions.values()
    assert isinstance(first, OneQuestion)
    assert isinstance(second, OneQuestion)
    assert list(first.options) == ["the-guard", "the-visitor"]
    assert (first.key, second.key) == ({"the-guard"}, {"i"})
    assert not any(one.lost for one in carried.left_out)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Who opens\nthe door?\nA. a\nB. b\nANSWER: A", 2, "second line"),
        ("Who?\nA. a\nB. b\n\nWhat?\nA. a\nB. b\nANSWER: B", 3, "ANSWER"),
        ("Who?\nA. a\nB. b\nANSWER: C", 4, "none of its options"),
        ("Who?\nA. a\nA. b\nANSWER: A", 3, "twice"),
        ("A. a\nB. b\nANSWER: A", 1, "above its options"),
        ("Who?\nANSWER: A", 1, "no options"),
        ("Who?\nA. a\nANSWER: A", 1, "2 to 8 options"),
        ("Who?\nA. a\nB. b", 3, "ANSWER"),
    ],
)
def test_what_moodle_would_refuse_is_told_with_its_line(text: str, line: int, words: str) -> None:
    """The author of a long file looks for one line."""
    carried = read_aiken(text.encode(), "b", "B")

    told = [one for one in carried.left_out if one.lost]
    assert [one.line for one in told] == [line]
    assert words in told[0].what


def test_a_mistake_does_not_take_the_next_question_along() -> None:
    """One missing line must not cost the rest of the file."""
    carried = read_aiken(("Half a question?\nA. a\nB. b\n\n" + GOOD).encode(), "b", "B")

    assert carried.quiz is not None
    assert list(carried.quiz.questions) == ["who-opens-the-door"]
