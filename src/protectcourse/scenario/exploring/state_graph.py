"""Every state that a play can come to, and what leads from each to the next.

Points are no part of a state: they are what a transition costs. All endings of one name are one
state. The next state taken is one of the node that was tried least so far, so that a search that
has to stop early has seen as much of the case as it can.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import product
from typing import NamedTuple

from protectcourse.scenario.conditions import holds
from protectcourse.scenario.effects import apply_changes
from protectcourse.scenario.engine import begin, move, status_of
from protectcourse.scenario.exploring.live_variables import Live, find_live
from protectcourse.scenario.exploring.promises import Promise, Promises, find_promises
from protectcourse.scenario.exploring.static_graph import StaticGraph
from protectcourse.scenario.exploring.ways import Way
from protectcourse.scenario.playable import Option, PlayNode
from protectcourse.scenario.state import State
from protectcourse.scenario.steps import FULL_POINTS


class Limits(NamedTuple):
    """Where a search stops. It is counted, not timed: each machine comes to the same verdict."""

    states: int = 200_000
    transitions: int = 800_000
    """About 20 seconds' work."""
    plays: int = 2_000
    """Plays by chance after that, for what was not seen (``filling``)."""
    tries: int = 1_000
    """States that are then tried for each choice unseen."""


class Edge(NamedTuple):
    """One transition."""

    to: int
    way: Way
    fewest: int
    """Points that it costs at least."""
    most: int
    counted: bool
    """Whether it is scored: what is done again counts once."""
    missed: tuple[str, ...]
    """The competencies of important questions that are left unasked for good."""

    @property
    def harms(self) -> bool:
        """Whether it is harmful, or a red line, and counts."""
        return self.counted and self.way.harms


class Break(NamedTuple):
    """Where a promise is broken: by what way from which state; at the start, by none."""

    state: int
    way: Way | None


@dataclass(slots=True)
class Seen:
    """What was met while trying everything."""

    met: set[Way] = field(default_factory=set)
    """Ways whose conditions held somewhere."""
    refused: set[Way] = field(default_factory=set)
    """Ways whose conditions held not, somewhere."""
    taken: set[tuple[Way, int]] = field(default_factory=set)
    """Ways and positions of the routes that were taken, of several."""
    passed: set[tuple[Way, int]] = field(default_factory=set)
    shown: set[tuple[str, int]] = field(default_factory=set)
    """Nodes and positions of the extra texts that were shown."""
    unshown: set[tuple[str, int]] = field(default_factory=set)
    exercised: set[int] = field(default_factory=set)
    """Numbers of the promises that came to be tested."""
    broken: dict[int, list[Break]] = field(default_factory=dict)


@dataclass(slots=True)
class StateGraph:
    """States by number, and the transitions from each."""

    states: list[State] = field(default_factory=list)
    edges: list[list[Edge]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """One for each combination of variants."""
    untried: set[int] = field(default_factory=set)
    """States whose transitions are unknown, because the search had to stop."""
    seen: Seen = field(default_factory=Seen)

    @property
    def complete(self) -> bool:
        """Whether everything was tried."""
        return not self.untried

    @property
    def transitions(self) -> int:
        """How many transitions there are."""
        return sum(map(len, self.edges))


def explore_states(
    graph: StaticGraph,
    limits: Limits,
    score_bits: Mapping[str, int] | None = None,
    *,
    reduced: bool = True,
) -> StateGraph:
    """Return all states and transitions of a case, or as many as the limits allow.

    `score_bits` (node → bit) remember what was scored already, for nodes that a play may come back
    to. `reduced` drops what no longer matters; without it the graph says the same at more length.
    """
    search = Search(graph, score_bits or {}, reduced=reduced)
    search.run(limits)
    return search.found


class Search:
    """One search through the states of a case."""

    def __init__(
        self, graph: StaticGraph, score_bits: Mapping[str, int], *, reduced: bool = True
    ) -> None:
        self.found = StateGraph()
        self._story, self._graph, self._score_bits = graph.story, graph, score_bits
        self._promises: Promises = find_promises(graph.story)
        self._live: Mapping[str, Live] = (
            find_live(graph, self._promises, score_bits) if reduced else {}
        )
        self._hubs = _hubs_by_group(graph)
        self._numbers: dict[State, int] = {}
        self._waiting: dict[str, deque[int]] = {name: deque() for name in graph.numbers}
        self._tried = dict.fromkeys(graph.numbers, 0)
        self._turns: list[tuple[int, str]] = []
        self._transitions = 0

    def run(self, limits: Limits) -> None:
        """Try everything, from every start, until nothing is left or a limit is reached."""
        self._begin()
        while self._turns:
            if len(self.found.states) > limits.states or self._transitions > limits.transitions:
                break
            _, place = heappop(self._turns)
            number = self._waiting[place].popleft()
            self._tried[place] += 1
            if self._waiting[place]:
                heappush(self._turns, (self._tried[place], place))
            self.expand(number)

    def _begin(self) -> None:
        case, first = self._story.case, begin(self._story, 0)
        fixed = first.states[: len(case.track.states)]
        before = first._replace(mask=0)
        for drawn in product(*(range(len(values)) for values in case.variants.values())):
            number = self._number(first._replace(states=(*fixed, *drawn)))
            self.found.starts.append(number)
            arrival = before._replace(states=(*fixed, *drawn))
            self._keep_promises(
                self._promises.at_nodes.get(case.start, ()), arrival, Break(number, None)
            )

    def _number(self, state: State) -> int:
        """Return the number of a state, which waits to be tried if it is new."""
        if self._live:
            state = self._live[state.node].reduce(state)
        elif state.node in self._story.endings:
            state = State(state.node, 0, (), ())
        number = self._numbers.setdefault(state, len(self.found.states))
        if number == len(self.found.states):
            self.found.states.append(state)
            self.found.edges.append([])
            if state.node in self._story.nodes:
                waiting = self._waiting[state.node]
                waiting.append(number)
                self.found.untried.add(number)
                if len(waiting) == 1:
                    heappush(self._turns, (self._tried[state.node], state.node))
        return number

    def expand(self, number: int) -> None:
        """Try all that can be done in a state, unless that was done."""
        if number not in self.found.untried:
            return
        self.found.untried.remove(number)
        state, seen = self.found.states[number], self.found.seen
        node = self._story.nodes[state.node]
        for position, extra in enumerate(node.also):
            shown = holds(extra.tests, state)
            (seen.shown if shown else seen.unshown).add((node.id, position))
        for way in self._graph.ways[node.id]:
            if self._is_open(way, node, state):
                self.found.edges[number].append(self._take(way, number, state))
                self._transitions += 1

    def _is_open(self, way: Way, node: PlayNode, state: State) -> bool:
        if way.option is None:
            return True
        status = status_of(node, way.option, state)
        if way.option.tests and status != "asked":
            met = status == "open" or holds(way.option.tests, state)
            (self.found.seen.met if met else self.found.seen.refused).add(way)
        return status == "open"

    def _take(self, way: Way, number: int, state: State) -> Edge:
        here = Break(number, way)
        if self._promises.at_ways:
            self._keep_promises(self._promises.at_ways.get(way.label, ()), state, here)
        score_bit = self._score_bits.get(way.node, 0) if way.kind != "question" else 0
        counts = way.scored and not state.mask & (score_bit or way.bit)
        bits = way.bit | (score_bit if way.scored else 0)
        before = state._replace(mask=state.mask | bits) if bits else state
        changed = apply_changes(way.effects, before)
        if len(way.exits) > 1:
            self._note_route(way, changed)
        after = move(self._story, state, changed, way.exits)
        if self._promises.at_nodes and (after.node != way.node or way.kind != "question"):
            self._keep_promises(self._promises.at_nodes.get(after.node, ()), changed, here)
        missed = self._missed(way.node, after.node, changed.mask) if self._hubs else []
        fewest, most = way.lost if counts else (0, 0)
        lost = FULL_POINTS * len(missed)
        competencies = tuple(name for question in missed for name in question.competencies)
        return Edge(self._number(after), way, fewest + lost, most + lost, counts, competencies)

    def _keep_promises(self, promises: tuple[Promise, ...], state: State, here: Break) -> None:
        for promise in promises:
            self.found.seen.exercised.add(promise.number)
            if not holds(promise.need, state):
                self.found.seen.broken.setdefault(promise.number, []).append(here)

    def _note_route(self, way: Way, changed: State) -> None:
        for position, exit_ in enumerate(way.exits):
            if holds(exit_.tests, changed):
                self.found.seen.taken.add((way, position))
                return
            self.found.seen.passed.add((way, position))

    def _missed(self, node: str, after: str, mask: int) -> list[Option]:
        """Return the important questions left unasked in hubs that are now left for good."""
        group = self._graph.group(node)
        if group not in self._hubs or self._graph.group(after) == group:
            return []
        return [
            hub.options[name]
            for hub in self._hubs[group]
            if hub.id == node or hub.bit & mask
            for name in hub.important
            if not hub.options[name].bit & mask
        ]


def _hubs_by_group(graph: StaticGraph) -> dict[int, list[PlayNode]]:
    """Return the hubs with important questions, by the group of places that lead round to them."""
    hubs: dict[int, list[PlayNode]] = {}
    for name, node in graph.story.nodes.items():
        if node.important:
            hubs.setdefault(graph.group(name), []).append(node)
    return hubs
