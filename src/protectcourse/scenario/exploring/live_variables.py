"""Which variables can still matter from a place on.

What nothing will read any more is dropped from a state, so that plays which differ only in what no
longer matters meet in one state.
"""

from collections.abc import Iterable, Mapping
from operator import mul
from typing import NamedTuple, assert_never

from protectcourse.scenario.conditions import BitTest, MeterTest, StateTest, Tests
from protectcourse.scenario.exploring.promises import Promises
from protectcourse.scenario.exploring.static_graph import StaticGraph
from protectcourse.scenario.exploring.ways import lowers
from protectcourse.scenario.state import State


class Reads(NamedTuple):
    """Variables: bits of the mask, and one bit for each meter and each state."""

    bits: int = 0
    meters: int = 0
    states: int = 0

    def union(self, other: "Reads") -> "Reads":
        """Return what either reads."""
        return Reads(self.bits | other.bits, self.meters | other.meters, self.states | other.states)


class Live(NamedTuple):
    """What is kept of a state at one place."""

    bits: int
    meters: tuple[bool, ...]
    states: tuple[bool, ...]

    def reduce(self, state: State) -> State:
        """Return a state without what no longer matters: it is set to 0."""
        return State(
            state.node,
            state.mask & self.bits,
            _kept(state.meters, self.meters),
            _kept(state.states, self.states),
        )


def _kept(values: tuple[int, ...], live: tuple[bool, ...]) -> tuple[int, ...]:
    return values if all(live) else tuple(map(mul, values, live))


def reads_of(tests: Tests) -> Reads:
    """Return the variables that conditions read."""
    bits = meters = states = 0
    for group in tests:
        for test in group:
            match test:
                case BitTest():
                    bits |= test.bits
                case MeterTest():
                    meters |= 1 << test.at
                case StateTest():
                    states |= 1 << test.at
                case _:
                    assert_never(test)
    return Reads(bits, meters, states)


def find_live(
    graph: StaticGraph, promises: Promises, score_bits: Mapping[str, int]
) -> Mapping[str, Live]:
    """Return what is to be kept at each place; `score_bits` tell what was scored already."""
    live: list[Reads] = []
    names = list(graph.numbers)
    for members in graph.groups.members:
        reads = [own_reads(graph, promises, names[place], score_bits) for place in members]
        for place in members:
            after = {graph.groups.of[other] for other in graph.successors[place]}
            reads += [live[group] for group in after if group < len(live)]
        live.append(_all(reads))
    return {name: _spread(graph, live[graph.group(name)]) for name in names}


def own_reads(
    graph: StaticGraph, promises: Promises, name: str, score_bits: Mapping[str, int]
) -> Reads:
    """Return what a place itself reads: to be shown, to be left, to be scored."""
    node = graph.story.nodes.get(name)
    if node is None:
        return Reads()
    ways = graph.ways[name]
    tested: list[Tests] = [extra.tests for extra in node.also]
    tested += [promise.need for promise in promises.of(name)]
    tested += [option.tests for option in node.options.values()]
    tested += [element.tests for element in node.elements.values()]
    tested += [exit_.tests for way in ways for exit_ in way.exits]
    emptied = [
        empty.at for empty in graph.story.empty_meters if any(lowers(w, empty.at) for w in ways)
    ]
    bits = sum(question.bit for question in node.questions) | score_bits.get(name, 0)
    if score_bits and graph.loops(name):
        bits |= node.bit if node.important else 0
    return _all([*map(reads_of, tested), Reads(bits, sum(1 << at for at in set(emptied)))])


def _all(reads: Iterable[Reads]) -> Reads:
    united = Reads()
    for one in reads:
        united = united.union(one)
    return united


def _spread(graph: StaticGraph, reads: Reads) -> Live:
    variables = graph.story.variables
    return Live(
        reads.bits,
        tuple(bool(reads.meters >> at & 1) for at in range(len(variables.meters))),
        tuple(bool(reads.states >> at & 1) for at in range(len(variables.states))),
    )
