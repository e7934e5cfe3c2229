"""What is told by colour is told by a sign or a word too (A4): all here is text without colours."""

from itertools import combinations
from pathlib import Path

import pytest
from tour import Leg, Step, beginner, half_way, opening
from walking import texts_of

HIDDEN_BELOW = (80, 50)
"""A size in which nothing has to be scrolled."""
STATES = {
    "done": "✓ lesson  1.1 Visitors",
    "begun": "▸ lesson  1.2 Alarms",
    "to be repeated": "↻ quiz    Choosing",
    "not begun": "· quiz    Ticking",
    "locked": "– lesson  2.1 Shutters",
}
THROUGH_THE_CASE = (
    *opening("river", "Case:"),
    Step("1 enter", "decision 1 of"),
    Step("2 enter", "decision 2 of"),
    Step("2 enter", "decision 3 of"),
    Step("1 enter", "decision 4 of"),
    Step("5 enter", "decision 5 of"),
)


def quiz_states(word: str, *ways: tuple[str, str]) -> Leg:
    """Return a leg that presses keys at a question and stops after each, under a name."""
    return Leg(
        word,
        beginner,
        (
            *opening(word, "question 1 of 1"),
            *(Step(keys, "question 1 of 1", name) for name, keys in ways),
        ),
    )


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("choosing", [("none", ""), ("first", "1"), ("second", "2")]),
        ("deciding", [("none", ""), ("true", "1"), ("false", "2")]),
        ("ticking", [("ticked", "1"), ("unticked", "1"), ("both", "1 2 up")]),
        ("ordering", [("placed", "1"), ("taken back", "backspace"), ("second", "2 1 ")]),
        ("ordering", [("put down", "1 backspace"), ("taken up", "space")]),
        ("matching", [("one", "1 up"), ("other", "2 up"), ("open", "backspace")]),
        ("counting", [("empty", ""), ("written", "7")]),
        ("thinking", [("empty", ""), ("written", "x")]),
    ],
)
def test_what_is_chosen_shows_without_colour(
    tmp_path: Path, word: str, ways: list[tuple[str, str]]
) -> None:
    """The highlight is on the same row each time, so that the choice alone makes the difference."""
    texts = texts_of(quiz_states(word, *ways), tmp_path)

    assert len(set(texts.values())) == len(ways), "\n\n".join(texts.values())


def test_each_answer_of_a_checklist_shows_without_colour(tmp_path: Path) -> None:
    """Met, not met and not enough information are three answers, and open is none."""
    answers = [("open", "down"), ("met", "1 up"), ("not met", "2 up"), ("not enough", "3 up")]
    steps = [Step(keys, "decision 5 of", name) for name, keys in answers]

    texts = texts_of(Leg("checklist", beginner, (*THROUGH_THE_CASE, *steps)), tmp_path)

    for name, text in texts.items():
        row = text.split("She is outside her country of nationality.")[1].splitlines()[1]
        assert name in row, text


@pytest.mark.parametrize(
    ("word", "keys", "verdict"),
    [
        ("choosing", "1 enter", "✓ right"),
        ("ticking", "1 enter", "~ partly"),
        ("choosing", "2 enter", "✗ not right"),
        ("deciding", "2 enter", "✓ right"),
        ("deciding", "1 enter", "✗ not right"),
        ("counting", "7 enter", "✗ not right"),
    ],
)
def test_a_verdict_is_a_sign_and_a_word(tmp_path: Path, word: str, keys: str, verdict: str) -> None:
    """Green and red are one to many eyes, and to a screen reader."""
    steps = (
        *opening(word, "question 1 of 1"),
        Step(keys, "how sure"),
        Step("enter", "Enter next", "feedback"),
    )

    lines = texts_of(Leg(word, beginner, steps), tmp_path)["feedback"].splitlines()

    assert [line for line in lines if line.strip().startswith(verdict)], "\n".join(lines)


def test_each_option_says_whether_it_was_right_and_whether_it_was_chosen(tmp_path: Path) -> None:
    """The four cases differ, in the feedback of a question with several right options."""
    steps = (
        *opening("ticking", "question 1 of 1"),
        Step("1 3 enter", "how sure"),
        Step("enter", "Enter next", "feedback"),
    )

    text = texts_of(Leg("ticking", beginner, steps), tmp_path)["feedback"]

    assert "✓ The name that was given (your choice)" in text
    assert "✗ The colour of the coat (your choice)" in text
    assert "✓ The hour of the visit\n" in text


def test_how_sure_one_is_shows_before_it_is_confirmed(tmp_path: Path) -> None:
    """It is recorded, so it must be seen."""
    steps = (
        *opening("choosing", "question 1 of 1"),
        Step("1 enter", "how sure", "none"),
        *(Step(key, "how sure", key) for key in "123"),
    )

    assert len(set(texts_of(Leg("sure", beginner, steps), tmp_path).values())) == 4


def test_each_state_of_a_unit_has_its_sign(tmp_path: Path) -> None:
    """What is done, begun, to be repeated, open and locked is told at a glance."""
    leg = Leg("states", half_way, (Step("end right", "Enter open", "dashboard"),))

    text = texts_of(leg, tmp_path, HIDDEN_BELOW)["dashboard"]

    for state, line in STATES.items():
        assert line in text, f"{state} is not seen:\n{text}"
    signs = [line.split()[0] for line in STATES.values()]
    assert all(one != other for one, other in combinations(signs, 2))
    assert "opens when module 1" in text


def test_a_folded_module_differs_from_an_open_one(tmp_path: Path) -> None:
    """The same key hides and shows."""
    ways = [("open", "down"), ("folded", "left")]
    leg = Leg("fold", half_way, tuple(Step(keys, "Enter open", name) for name, keys in ways))

    texts = texts_of(leg, tmp_path)

    assert "▾ 1  To be read" in texts["open"]
    assert "▸ 1  To be read" in texts["folded"]


def test_a_bookmark_is_a_word(tmp_path: Path) -> None:
    """It is on the page it marks, and gone when it is taken away."""
    steps = (
        *opening("badges", "guess first"),
        Step("right", "page 1 of 3", "without"),
        Step("m", "page 1 of 3", "with"),
        Step("m", "page 1 of 3", "taken away"),
    )

    texts = texts_of(Leg("bookmark", beginner, steps), tmp_path)

    assert "bookmark · page 1 of 3" in texts["with"]
    assert texts["without"] == texts["taken away"] != texts["with"]


def test_flagged_and_unanswered_questions_are_told_in_words(tmp_path: Path) -> None:
    """In the question's own line, and in the list before handing in."""
    steps = (
        *opening("examining", "question 1 of 2", "not flagged"),
        Step("f", "question 1 of 2", "flagged"),
        Step("h", "Before you hand in", "list"),
    )

    texts = texts_of(Leg("flags", beginner, steps), tmp_path)

    assert "flagged · question 1 of 2" in texts["flagged"]
    assert "flagged" not in texts["not flagged"]
    assert [line.split("  ")[-1].strip() for line in texts["list"].splitlines() if "?" in line][
        :2
    ] == ["flagged, no answer", "no answer"]


def test_what_cannot_be_chosen_differs_from_what_can(tmp_path: Path) -> None:
    """A question asked already, and one that nobody would answer yet."""
    steps = (*THROUGH_THE_CASE[:-1], Step("3 enter", "decision 4 of", "interview"))

    text = texts_of(Leg("interview", beginner, steps), tmp_path, HIDDEN_BELOW)["interview"]

    rows = {line[4:5]: line for line in text.splitlines() if line[4:5].isdecimal()}
    assert rows["1"].endswith("asked")
    assert not rows["2"].endswith("asked")
    assert text.count("She shakes her head. Not yet.") == 2
