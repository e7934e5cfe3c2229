"""Plays by chance alone: what learners who do not know the case would see of it.

Each way that is open is as likely as any other, and so is each result of a checklist. A play is
told by its seed, so that every machine plays the same.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple

from protectcourse.scenario.exploring.state_graph import Edge, StateGraph
from protectcourse.scenario.exploring.ways import Way

PLAYS = 2_000
LONGEST = 200
"""Steps after which a play that goes round and round is given up."""


class Shares(NamedTuple):
    """Of how many plays by chance each place and each way was a part."""

    plays: int
    places: Mapping[str, int]
    """Node or ending → plays that came to it."""
    ways: Mapping[Way, int]


def play_by_chance(
    graph: StateGraph, seed: int, expand: Callable[[int], None] | None = None
) -> list[Edge]:
    """Return one play; `expand` is called for each state that it comes to."""
    lot = Random(seed)
    state = graph.starts[int(lot.random() * len(graph.starts))]
    edges: list[Edge] = []
    while len(edges) < LONGEST:
        if expand is not None:
            expand(state)
        ways_on = graph.edges[state]
        if not ways_on:
            break
        edges.append(ways_on[int(lot.random() * len(ways_on))])
        state = edges[-1].to
    return edges


def count_shares(graph: StateGraph, plays: int = PLAYS) -> Shares:
    """Return what plays by chance see. In a search that stopped they are those of `filling`."""
    places: Counter[str] = Counter()
    ways: Counter[Way] = Counter()
    first = graph.states[graph.starts[0]].node
    for seed in range(plays):
        edges = play_by_chance(graph, seed)
        places.update({first, *(graph.states[edge.to].node for edge in edges)})
        ways.update({edge.way for edge in edges})
    return Shares(plays, places, ways)
