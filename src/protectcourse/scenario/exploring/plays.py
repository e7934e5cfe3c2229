"""Shortest plays through a finished state graph, to show an author what was found."""

from collections import deque
from collections.abc import Callable, Collection
from typing import NamedTuple

from protectcourse.scenario.exploring.state_graph import Edge, StateGraph
from protectcourse.scenario.exploring.ways import Way
from protectcourse.scenario.state import State
from protectcourse.scenario.story import Story

Allowed = Callable[[int, Edge], bool]
"""Says whether a transition from a state, by its number, may be taken."""


class Play(NamedTuple):
    """What was done from the start, and the state that it led to."""

    start: State
    edges: tuple[Edge, ...]
    end: int
    """The number of the last state."""


Came = dict[int, tuple[int, Edge] | None]
"""Point → the point before it on a shortest play, and the transition; None at a start.

A point is a state, and how much of what is counted was met on the way, as one number.
"""


def find_play(
    graph: StateGraph,
    goals: Collection[int],
    *,
    allowed: Allowed | None = None,
    counts: Callable[[Edge], bool] | None = None,
    needed: int = 0,
    start: int | None = None,
) -> Play | None:
    """Return a shortest play to one of the states `goals`, or None if there is none.

    Only allowed transitions are taken, and `needed` of those that count; from one start, or any.
    """
    kinds = needed + 1
    came: Came = {one * kinds: None for one in (graph.starts if start is None else [start])}
    waiting = deque(came)
    while waiting:
        point = waiting.popleft()
        state, met = divmod(point, kinds)
        if met == needed and state in goals:
            return retrace(graph, came, point, kinds)
        for edge in graph.edges[state]:
            if allowed and not allowed(state, edge):
                continue
            counted = met if counts is None or met == needed else met + counts(edge)
            after = edge.to * kinds + counted
            if after not in came:
                came[after] = (point, edge)
                waiting.append(after)
    return None


def retrace(graph: StateGraph, came: Came, end: int, kinds: int = 1) -> Play:
    """Return the play that came to a point; of each state there are so many `kinds` of points."""
    edges: list[Edge] = []
    point = end
    while (step := came[point]) is not None:
        point, edge = step
        edges.append(edge)
    return Play(graph.states[point // kinds], tuple(reversed(edges)), end // kinds)


def find_shortest(graph: StateGraph) -> Came:
    """Return the last transition of a shortest play to every state."""
    came: Came = dict.fromkeys(graph.starts)
    waiting = deque(came)
    while waiting:
        state = waiting.popleft()
        for edge in graph.edges[state]:
            if edge.to not in came:
                came[edge.to] = (state, edge)
                waiting.append(edge.to)
    return came


def find_reached(graph: StateGraph, allowed: Allowed) -> set[int]:
    """Return the states that are reached by allowed transitions alone."""
    found = set(graph.starts)
    waiting = list(found)
    while waiting:
        state = waiting.pop()
        for edge in graph.edges[state]:
            if edge.to not in found and allowed(state, edge):
                found.add(edge.to)
                waiting.append(edge.to)
    return found


def costs_nothing(_: int, edge: Edge) -> bool:
    """Allow transitions that can be made without losing a point."""
    return edge.fewest == 0


def steps_of(story: Story, play: Play, then: Way | None = None) -> tuple[str, ...]:
    """Return a play step by step: what was drawn, what was done, where it led."""
    drawn = play.start.states[len(story.case.track.states) :]
    variants = [
        f"({name} = {values[at]})"
        for (name, values), at in zip(story.case.variants.items(), drawn, strict=True)
    ]
    return (*variants, *(edge.way.label for edge in play.edges), *([then.label] if then else []))


def shortest_words(story: Story, play: Play | None, then: Way | None = None) -> str:
    """Return a play in words, as a hint ends with it; nothing without a play."""
    if play is None:
        return ""
    steps = steps_of(story, play, then)
    return f"The shortest way there: {' > '.join(steps)}." if steps else "It is so at the start."
