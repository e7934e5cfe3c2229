"""Conditions and effects in words, each as a reviewer who has never seen the file reads it."""

import pytest
from case_plays import read_case, read_tree

from protectcourse.authoring.paper.case_words import condition_words, effect_words
from protectcourse.authoring.paper.document import Line
from protectcourse.scenario.spelling import AnyOf

CASE = read_case(read_tree("river_post"))
CONDITIONS = {
    "photo": "it is known that “A Varnian paper printed her photo at a banned prayer meeting in"
    " Estmark.”",
    "not photo": "it is not known that “A Varnian paper printed her photo at a banned prayer"
    " meeting in Estmark.”",
    "overheard": "it is so that “The sergeant heard what she said.”",
    "not overheard": "it is not so that “The sergeant heard what she said.”",
    "trust >= 2": "trust is at least 2 (talking)",
    "trust < 1": "trust is less than 1 (wary)",
    "not trust = 3": "it is not so that trust is exactly 3 (open)",
    "time = 0": "time is exactly 0 half-hours",
    "asked since": "the question “Has anything changed for you since you came to Estmark?” was"
    " asked",
    "not visited talk": "decision 3 was not reached",
    "custody = post": "custody is “post”",
    "not custody = in_town": "custody is not “in town”",
}
EFFECTS = {
    "learn photo": "the case file gains “A Varnian paper printed her photo at a banned prayer"
    " meeting in Estmark.”",
    "set overheard": "from now on “The sergeant heard what she said.”",
    "clear overheard": "no longer “The sergeant heard what she said.”",
    "trust -1": "trust goes down by 1",
    "time +2": "time goes up by 2",
    "custody = in_town": "custody becomes “in town”",
}


def plain(words: Line) -> str:
    """Return a run of text without its styles."""
    return "".join(piece.words for piece in words)


@pytest.mark.parametrize("atom", CONDITIONS)
def test_a_condition_is_said_in_words(atom: str) -> None:
    """The lawyer who reads a proof does not know what an atom is."""
    assert plain(condition_words((AnyOf(any=(atom,)),), CASE)) == CONDITIONS[atom]


def test_all_of_a_list_are_needed_and_one_of_a_group() -> None:
    """A reviewer who reads "and" for "or" would pass another case."""
    both = (AnyOf(any=("trust >= 2", "trust = 0")), AnyOf(any=("time > 1",)))

    words = plain(condition_words(both, CASE))

    assert words == (
        "trust is at least 2 (talking), or trust is exactly 0 (closed);"
        " and time is more than 1 half-hours"
    )


@pytest.mark.parametrize("effect", EFFECTS)
def test_an_effect_is_said_in_words(effect: str) -> None:
    """It is the same with what a choice changes."""
    assert plain(effect_words((effect,), CASE)) == EFFECTS[effect]


@pytest.mark.parametrize("text", ["trust is high", "learn", "", "a && b", "visited nowhere"])
def test_what_is_none_stands_as_written(text: str) -> None:
    """A proof of a faulty file shows the fault, and does not fail over it."""
    assert plain(effect_words((text,), CASE)) == text
    condition = plain(condition_words((AnyOf(any=(text,)),), CASE))
    assert text in condition or "decision ?" in condition
