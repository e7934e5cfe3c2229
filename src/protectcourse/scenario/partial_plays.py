"""Plays that are broken off somewhere: learners half-way through, when an author edits."""

from collections.abc import Iterator, Sequence
from random import Random

from protectcourse.errors import ScenarioError
from protectcourse.scenario.engine import begin, status_of
from protectcourse.scenario.model import ModelPlay
from protectcourse.scenario.play_checks import take
from protectcourse.scenario.state import State
from protectcourse.scenario.steps import Decision, Step
from protectcourse.scenario.story import Story

LONGEST = 200
"""Decisions after which a play that goes round and round is given up."""


def play_part(story: Story, seed: int) -> list[Decision]:
    """Return the decisions of one play by chance up to a place before its end; its last is not one.

    The seed is also the one that draws the variants.
    """
    lot = Random(seed)
    state, steps = begin(story, seed), list[Step]()
    while state.node in story.nodes and len(steps) < LONGEST:
        ways = _open_ways(story, state)
        if not ways:
            break
        try:
            steps.append(take(story, state, ways[int(lot.random() * len(ways))]))
        except ScenarioError:  # a result that no answers come to
            break
        state = steps[-1].state
    kept = 1 + int(lot.random() * max(1, len(steps) - 1))
    return _unfinished(steps)[:kept]


def play_model(story: Story, play: ModelPlay) -> list[Decision]:
    """Return the decisions of a model play before its last, as far as it can be played."""
    return _unfinished(list(_play(story, begin(story, 0), play.play)))


def _play(story: Story, state: State, ways: Sequence[str]) -> Iterator[Step]:
    for way in ways:
        try:
            step = take(story, state, way)
        except ScenarioError:
            return
        yield step
        state = step.state


def _unfinished(steps: list[Step]) -> list[Decision]:
    """Return the decisions without one that ends the play: what has ended is never gone on with."""
    return [step.decision for step in steps if not step.ended]


def _open_ways(story: Story, state: State) -> list[str]:
    node = story.nodes[state.node]
    if node.kind == "checklist":
        return [band.id for band in node.bands if band.at_least <= len(node.elements)]
    return [name for name, one in node.options.items() if status_of(node, one, state) == "open"]
