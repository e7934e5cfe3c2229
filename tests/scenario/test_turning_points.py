"""Why a play comes to its ending: held against the engine, decision by decision."""

from case_plays import story_of
from hypothesis import given
from random_cases import stories

from protectcourse.scenario.exploring.explorer import search
from protectcourse.scenario.exploring.turning_points import (
    find_turning_points,
    find_way_to_ending,
)
from protectcourse.scenario.story import Story


def test_one_decision_otherwise_and_all_else_the_same() -> None:
    """The sergeant at the first decision spoils the last, ten steps later."""
    explored = search(story_of("river_post"))
    play = find_way_to_ending(explored, "referred")
    assert play is not None

    points = find_turning_points(explored, play)

    assert len(points) == len(play.edges) == 7
    gate = points[0].instead[0]
    assert (gate.way.name, gate.ending, gate.open_endings) == (
        *("sergeant", "exposed"),
        ("delayed", "exposed"),
    )
    promise = next(one for one in points[1].instead if one.way.name == "promise")
    assert (promise.ending, promise.stops_at) == ("", "advise")
    assert "referred" not in promise.open_endings


def test_an_ending_that_nobody_comes_to_has_no_way() -> None:
    """To say so is better than an empty play."""
    lost = ("endings.lost_for_good", {"outcome": "bad", "text": "Lost."})

    assert find_way_to_ending(search(story_of("river_post", lost)), "lost_for_good") is None


@given(story=stories(loops=True))
def test_whatever_follows_ends_where_it_still_can(story: Story) -> None:
    """An ending named for a change is among those open after it, and another than before."""
    explored = search(story)
    for ending in explored.endings:
        play = find_way_to_ending(explored, ending)
        assert play is not None
        for point in find_turning_points(explored, play):
            for other in point.instead:
                assert other.ending != ending
                assert not other.ending or other.ending in other.open_endings
