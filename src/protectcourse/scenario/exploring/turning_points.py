"""Why a play comes to its ending: which of its decisions, taken otherwise, would change that."""

from collections.abc import Sequence
from typing import NamedTuple

from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.exploring.plays import Play, find_play
from protectcourse.scenario.exploring.state_graph import Edge, StateGraph
from protectcourse.scenario.exploring.ways import Way


class Instead(NamedTuple):
    """Another way at one decision of a play, and what comes of it."""

    way: Way
    ending: str
    """Where the play ends if all later decisions stay the same; empty if they cannot."""
    stops_at: str
    """The place at which the later decisions can no longer be taken; empty if they all can."""
    open_endings: tuple[str, ...]
    """The endings that can still be reached from there, in the order of the file."""


class TurningPoint(NamedTuple):
    """One decision of a play."""

    way: Way
    instead: tuple[Instead, ...]
    """The other ways that were open there."""

    @property
    def decides(self) -> bool:
        """Whether taking it otherwise, and all else the same, leads to another ending."""
        return any(other.ending for other in self.instead)


def find_way_to_ending(explored: Explored, ending: str) -> Play | None:
    """Return a shortest play to an ending, None where none was found."""
    number = explored.endings.get(ending)
    return None if number is None else find_play(explored.states, {number})


def find_turning_points(explored: Explored, play: Play) -> list[TurningPoint]:
    """Return each decision of a play with the other ways that it had."""
    graph = explored.states
    reached = _endings_after(explored)
    points: list[TurningPoint] = []
    state = _first(graph, play)
    for position, edge in enumerate(play.edges):
        rest = play.edges[position + 1 :]
        instead = [
            _follow(explored, other, rest, play.end, reached[other.to])
            for other in graph.edges[state]
            if other.way is not edge.way
        ]
        points.append(TurningPoint(edge.way, tuple(instead)))
        state = edge.to
    return points


def _first(graph: StateGraph, play: Play) -> int:
    return next(number for number in graph.starts if graph.states[number] == play.start)


def _follow(
    explored: Explored, first: Edge, rest: Sequence[Edge], end: int, reached: int
) -> Instead:
    """Return what comes of one other way, followed by the decisions that came after."""
    graph, state = explored.states, first.to
    names = [name for at, name in enumerate(explored.endings) if reached >> at & 1]
    for edge in rest:
        same = (one for one in graph.edges[state] if one.way is edge.way)
        following = next(same, None)
        if following is None:
            break
        state = following.to
    place = graph.states[state].node
    if place in explored.story.endings:
        return Instead(first.way, place if state != end else "", "", tuple(names))
    return Instead(first.way, "", place, tuple(names))


def _endings_after(explored: Explored) -> list[int]:
    """Return for each state the endings that can follow, as bits in the order of the file."""
    graph, groups = explored.states, explored.bounds.groups
    bits = {number: 1 << at for at, number in enumerate(explored.endings.values())}
    after = [0] * len(graph.states)
    for members in groups.members:
        united = 0
        for number in members:
            united |= bits.get(number, 0)
            for edge in graph.edges[number]:
                united |= after[edge.to]
        for number in members:
            after[number] = united
    return after
