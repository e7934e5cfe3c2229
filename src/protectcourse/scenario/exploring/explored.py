"""What the search of one case came to, as the modules of findings need it."""

from dataclasses import dataclass, replace
from functools import cached_property

from protectcourse.findings import Finding, Severity
from protectcourse.scenario.exploring.plays import (
    Came,
    costs_nothing,
    find_reached,
    find_shortest,
    retrace,
    shortest_words,
)
from protectcourse.scenario.exploring.points import Bounds
from protectcourse.scenario.exploring.state_graph import StateGraph
from protectcourse.scenario.exploring.static_graph import StaticGraph
from protectcourse.scenario.exploring.ways import Way
from protectcourse.scenario.story import Story


@dataclass(frozen=True, kw_only=True)
class Explored:
    """A case with its graphs."""

    graph: StaticGraph
    states: StateGraph
    """How the case hangs together."""
    scored: StateGraph
    """The same, with memory of what was scored; one and the same graph where nothing loops."""

    @property
    def story(self) -> Story:
        """The case, ready to play."""
        return self.graph.story

    @cached_property
    def used(self) -> frozenset[Way]:
        """The ways that can be taken in some state."""
        return frozenset(edge.way for edges in self.states.edges for edge in edges)

    @cached_property
    def reached(self) -> frozenset[str]:
        """The nodes and endings that are reached."""
        return frozenset(state.node for state in self.states.states)

    @cached_property
    def endings(self) -> dict[str, int]:
        """The endings reached, in the order of the file, each with the number of its state."""
        return _endings_in(self.states, self.story)

    @cached_property
    def scored_endings(self) -> dict[str, int]:
        """The same in the graph with memory."""
        return _endings_in(self.scored, self.story)

    @cached_property
    def bounds(self) -> Bounds:
        """Least and most costs, for all but points."""
        return Bounds(self.states)

    @cached_property
    def scored_bounds(self) -> Bounds:
        """Least and most costs in the graph with memory."""
        return self.bounds if self.scored is self.states else Bounds(self.scored)

    @cached_property
    def flawless_endings(self) -> list[str]:
        """The endings that a play reaches without losing a point."""
        reached = find_reached(self.scored, costs_nothing)
        return [name for name, state in self.scored_endings.items() if state in reached]

    @cached_property
    def shortest(self) -> Came:
        """The last transition of a shortest play to every state."""
        return find_shortest(self.states)

    def never(self, finding: Finding) -> Finding:
        """Return a finding that says "never": proved, or else no more than information."""
        return self._weighed(finding, f"not found in {len(self.states.states)} states")

    def always(self, finding: Finding) -> Finding:
        """Return a finding that says "always": proved, or else no more than information."""
        return self._weighed(finding, f"so in the {len(self.states.states)} states tried")

    def _weighed(self, finding: Finding, tried: str) -> Finding:
        if self.states.complete:
            return replace(finding, message=f"{finding.message} (proved)")
        message = f"{finding.message} ({tried})"
        return replace(finding, message=message, severity=Severity.INFO)

    def way_to(self, state: int, then: Way | None = None) -> str:
        """Return the shortest way to a state in words."""
        return shortest_words(self.story, retrace(self.states, self.shortest, state), then)


def _endings_in(graph: StateGraph, story: Story) -> dict[str, int]:
    numbers = {
        state.node: number
        for number, state in enumerate(graph.states)
        if state.node in story.endings
    }
    return {name: numbers[name] for name in story.endings if name in numbers}
