"""What is looked for when a search had to stop, and what plays by chance see."""

from benchmarks.made import made_case
from case_plays import read_case, story_of
from hypothesis import given
from random_cases import stories

from protectcourse.scenario.exploring.chance_plays import count_shares, play_by_chance
from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.exploring.explorer import search, sum_up
from protectcourse.scenario.exploring.state_graph import Limits
from protectcourse.scenario.story import Story, compile_story

SMALL = 800
"""States: far fewer than the made case has."""


def made(*, plays: int, tries: int) -> Explored:
    """Return a search through a made case that had to stop."""
    story = compile_story(read_case(made_case(60)))
    return search(story, Limits(states=SMALL, plays=plays, tries=tries))


def test_the_order_of_the_search_sees_most_of_a_case_that_is_too_large() -> None:
    """Five in a hundred of its states, and nearly all of its nodes: an author learns most."""
    found = made(plays=0, tries=0)

    nodes = [name for name in found.story.nodes if name in found.reached]
    assert not found.states.complete
    assert len(nodes) >= 0.9 * len(found.graph.reachable - set(found.story.endings))


def test_plays_by_chance_and_a_search_for_each_choice_see_more() -> None:
    """Fewer choices are called never available that somebody can take."""
    story = compile_story(read_case(made_case(140, flags=12, meter=20)))

    stopped, played, looked = (
        len(search(story, Limits(states=2_000, plays=plays, tries=tries)).used)
        for plays, tries in ((0, 0), (50, 0), (0, 50))
    )

    assert stopped < played
    assert stopped < looked


def test_whatever_is_seen_only_then_is_true_of_the_whole_case() -> None:
    """What the filling adds are states of the case: none that the whole search does not have."""
    whole = search(compile_story(read_case(made_case(60))))
    part = made(plays=50, tries=50)

    assert whole.states.complete
    assert {way.label for way in part.used} <= {way.label for way in whole.used}
    assert set(part.states.states) <= set(whole.states.states)


def test_a_search_that_stops_says_how_many_plays_there_are_at_least() -> None:
    """A count of what was seen is a bound, not a number of plays."""
    whole = sum_up(search(compile_story(read_case(made_case(60)))))
    part = sum_up(made(plays=50, tries=0))

    assert whole.playthroughs is not None
    assert part.playthroughs is not None
    assert 0 < part.playthroughs < whole.playthroughs


def test_the_same_seed_plays_the_same_play() -> None:
    """A share that changes from run to run would be noise."""
    graph = search(story_of("river_post")).states

    plays = [[edge.way.label for edge in play_by_chance(graph, 7)] for _ in range(2)]

    assert plays[0] == plays[1]
    assert count_shares(graph, 50) == count_shares(graph, 50)


@given(story=stories(loops=True))
def test_plays_by_chance_come_only_where_the_search_came(story: Story) -> None:
    """And each of them at least begins."""
    explored = search(story)

    shares = count_shares(explored.states, 20)

    assert set(shares.places) <= explored.reached
    assert set(shares.ways) <= explored.used
    assert shares.places[story.case.start] == 20
