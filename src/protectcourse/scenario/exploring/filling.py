"""What is done when a search had to stop: plays by chance, then a search for each choice unseen.

A choice that was merely not come to is called never available by an incomplete search. So it is
looked for: first by many whole plays, then by always taking next the state that is nearest to it,
counted in decisions and in conditions that do not hold yet.
"""

from collections import deque
from collections.abc import Mapping
from heapq import heapify, heappop, heappush

from protectcourse.scenario.conditions import BitTest, MeterTest, StateTest, Tests, holds
from protectcourse.scenario.exploring.chance_plays import play_by_chance
from protectcourse.scenario.exploring.state_graph import Limits, Search
from protectcourse.scenario.exploring.static_graph import StaticGraph
from protectcourse.scenario.exploring.ways import Way
from protectcourse.scenario.state import State

TARGETS = 60
"""Choices that are looked for, one by one."""
CANDIDATES = 2_000
"""Untried states that the search for a choice begins with."""


def fill(search: Search, graph: StaticGraph, limits: Limits) -> None:
    """Look for what a search that stopped has not seen. Does nothing where it was complete."""
    if search.found.complete:
        return
    for seed in range(limits.plays):
        play_by_chance(search.found, seed, search.expand)
    for way in _unseen(search, graph)[:TARGETS]:
        _look_for(way, search, graph, limits.tries)


def _unseen(search: Search, graph: StaticGraph) -> list[Way]:
    """Return the ways that were never open, at nodes that something leads to."""
    used = {edge.way for edges in search.found.edges for edge in edges}
    return [
        way
        for name, ways in graph.ways.items()
        for way in ways
        if name in graph.reachable and way not in used
    ]


def _look_for(way: Way, search: Search, graph: StaticGraph, tries: int) -> None:
    """Try the states that are nearest to a way, until it is open in one or patience ends."""
    found, steps = search.found, _steps_to(way.node, graph)
    tests = way.option.tests if way.option else ()
    untried = sorted(found.untried)
    waiting = [
        (steps[found.states[number].node] + _unmet(tests, found.states[number]), number)
        for number in untried[:: max(1, len(untried) // CANDIDATES)]
        if found.states[number].node in steps
    ]
    heapify(waiting)
    for _ in range(tries):
        if not waiting:
            return
        _, number = heappop(waiting)
        search.expand(number)
        for edge in found.edges[number]:
            if edge.way is way:
                return
            state = found.states[edge.to]
            if edge.to in found.untried and state.node in steps:
                heappush(waiting, (steps[state.node] + _unmet(tests, state), edge.to))


def _steps_to(node: str, graph: StaticGraph) -> Mapping[str, int]:
    """Return for each place from which a node can be come to how many steps away it is."""
    names = list(graph.numbers)
    before: dict[str, list[str]] = {name: [] for name in names}
    for name, following in zip(names, graph.successors, strict=True):
        for number in following:
            before[names[number]].append(name)
    steps, waiting = {node: 0}, deque([node])
    while waiting:
        here = waiting.popleft()
        for name in before[here]:
            if name not in steps:
                steps[name] = steps[here] + 1
                waiting.append(name)
    return steps


def _unmet(tests: Tests, state: State) -> int:
    """Return how far conditions are from holding: what is missing of a meter, one for all else."""
    return sum(
        min(_gap(test, state) for test in group) for group in tests if not holds((group,), state)
    )


def _gap(test: BitTest | MeterTest | StateTest, state: State) -> int:
    return max(1, abs(state.meters[test.at] - test.limit)) if isinstance(test, MeterTest) else 1
