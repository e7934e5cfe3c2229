"""How long plays are and how many points they lose: exact bounds for each ending."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import Literal

from protectcourse.scenario.exploring.components import Components, find_components
from protectcourse.scenario.exploring.state_graph import Edge, StateGraph
from protectcourse.scenario.nodes import Ending

Cost = Callable[[Edge], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingBounds:
    """What plays that come to one ending have in common. None is not known, or without end."""

    name: str
    outcome: Literal["good", "mixed", "bad"]
    fewest_lost: int | None
    most_lost: int | None
    shortest: int
    """Steps, each of one decision."""
    longest: int | None
    most_harmful: int | None
    """Decisions that are harmful or cross a red line."""


class Bounds:
    """Least and most costs of all plays through a finished graph."""

    def __init__(self, graph: StateGraph) -> None:
        self._graph = graph
        self._successors = [[edge.to for edge in edges] for edges in graph.edges]
        self.groups: Components = find_components(self._successors)
        self._endless = self._find_endless()

    def least(
        self, cost: Cost, start: int | None = None, *, first: Callable[[int], int] | None = None
    ) -> dict[int, int]:
        """Return the least cost of a play to each state, from one start or any (Dijkstra's way).

        `first` says what the state at the start costs, if anything.
        """
        found: dict[int, int] = {}
        starts = self._graph.starts if start is None else [start]
        waiting = [(first(one) if first else 0, one) for one in starts]
        heapify(waiting)
        while waiting:
            spent, state = heappop(waiting)
            if state in found:
                continue
            found[state] = spent
            for edge in self._graph.edges[state]:
                if edge.to not in found:
                    heappush(waiting, (spent + cost(edge), edge.to))
        return found

    def most(self, cost: Cost, *, first: Callable[[int], int] | None = None) -> dict[int, int]:
        """Return the greatest cost of a play to each state, over transitions out of loops.

        Within a loop no transition may cost anything: what is done again counts once.
        """
        greatest: dict[int, int] = {}
        for start in self._graph.starts:
            group, spent = self.groups.of[start], first(start) if first else 0
            greatest[group] = max(spent, greatest.get(group, spent))
        for group in reversed(range(len(self.groups.members))):
            for state in self.groups.members[group]:
                for edge in self._graph.edges[state]:
                    after = self.groups.of[edge.to]
                    if after != group:
                        spent = greatest[group] + cost(edge)
                        greatest[after] = max(spent, greatest.get(after, spent))
        return {state: greatest[group] for state, group in enumerate(self.groups.of)}

    def is_endless(self, state: int) -> bool:
        """Say whether plays to a state may go round in a loop, as often as they like."""
        return self.groups.of[state] in self._endless

    def playthroughs(self, endings: set[int]) -> int | None:
        """Return how many different plays there are; None where loops make them endless."""
        if self._endless & {self.groups.of[ending] for ending in endings}:
            return None
        plays = [0] * len(self._graph.states)
        for start in self._graph.starts:
            plays[start] += 1
        for members in reversed(self.groups.members):
            for state in members:
                for after in self._successors[state]:
                    plays[after] += plays[state]
        return sum(plays[ending] for ending in endings)

    def _find_endless(self) -> set[int]:
        endless: set[int] = set()
        for group in reversed(range(len(self.groups.members))):
            if group in endless or self.groups.loops(group, self._successors):
                endless.add(group)
                for state in self.groups.members[group]:
                    endless.update(self.groups.of[after] for after in self._successors[state])
        return endless


def find_ending_bounds(
    endings: Mapping[str, Ending], states: Mapping[str, int], bounds: Bounds, *, scored: bool
) -> tuple[EndingBounds, ...]:
    """Return the bounds of each ending reached; `states` tell the number of each.

    Points are left out unless the graph was `scored`.
    """
    shortest, longest = bounds.least(_step), bounds.most(_step)
    fewest = bounds.least(lambda edge: edge.fewest) if scored else {}
    most = bounds.most(lambda edge: edge.most) if scored else {}
    harmful = bounds.most(lambda edge: edge.harms) if scored else {}
    return tuple(
        EndingBounds(
            name=name,
            outcome=endings[name].outcome,
            fewest_lost=fewest.get(state),
            most_lost=most.get(state),
            shortest=shortest[state],
            longest=None if bounds.is_endless(state) else longest[state],
            most_harmful=harmful.get(state),
        )
        for name, state in states.items()
    )


def _step(_: Edge) -> int:
    return 1
