"""A case made ready to play refuses what cannot be played."""

from typing import Any

import pytest
from case_plays import edited, read_case, story_of

from protectcourse.errors import ScenarioError
from protectcourse.scenario.story import compile_story


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("start", "nowhere"),
        ("nodes.gate.choices.storeroom.goto", "nowhere"),
        ("nodes.gate.choices.storeroom.goto", None),
        ("nodes.gate.choices.storeroom.goto", [{"if": "agreed", "to": "talk"}]),
        ("nodes.gate.choices.storeroom.if", "foto"),
        ("nodes.gate.choices.storeroom.do", "learn foto"),
        ("nodes.assess.results.thin.at_least", "1"),
        ("track.meters.time.when_empty", "nowhere"),
        ("track.meters.trust.start", "9"),
        ("track.meters.trust.words", ["closed", "open"]),
    ],
)
def test_a_broken_case_is_refused_before_it_is_played(place: str, value: Any) -> None:
    """It must fail when it is opened, not at the seventh decision."""
    case = read_case(edited("river_post", (place, value)))

    with pytest.raises(ScenarioError):
        compile_story(case)


def test_distances_count_decisions_to_a_good_ending() -> None:
    """Worked out once, conditions ignored; a hub counts its important questions and leaving."""
    assert story_of("river_post").decisions_left == {
        "gate": 10,
        "consent": 9,
        "talk": 8,
        "assess": 3,
        "advise": 2,
        "commander": 1,
    }


def test_distances_fall_back_on_any_ending() -> None:
    """From some places no good ending can be reached; the count must not stop there."""
    story = story_of(
        "river_post",
        ("nodes.lost", {"text": "x", "choices": {"on": {"text": "x", "goto": "exposed"}}}),
        ("nodes.stuck", {"text": "x", "choices": {"on": {"text": "x", "goto": "stuck"}}}),
    )

    assert story.decisions_left["lost"] == 1
    assert story.decisions_left["stuck"] == 0
