"""Whether each decision is one, and can be taken well.

====  ==========================================================================================
S120  only harmful choices are available (unless `dilemma: true`)
S121  a hub can be left with every important question locked (warning)
S125  a rated scene stands inside a loop (warning)
S151  a rated scene never offers two choices at a time (warning)
====  ==========================================================================================
"""

from collections.abc import Iterator

from protectcourse.findings import Finding, Severity
from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.exploring.state_graph import Edge
from protectcourse.scenario.nodes import Scene
from protectcourse.scenario.playable import PlayNode
from protectcourse.scenario.state import State


def find_decision_faults(explored: Explored) -> Iterator[Finding]:
    """Give S120, S121, S125 and S151, each once for a node."""
    by_node: dict[str, list[int]] = {}
    for number, state in enumerate(explored.states.states):
        by_node.setdefault(state.node, []).append(number)
    for name, node in explored.story.nodes.items():
        numbers = by_node.get(name, [])
        yield from _find_only_harm(explored, name, numbers)
        yield from _find_unasked(explored, node, numbers)
        yield from _find_rated_loop(explored, name)
        yield from _find_single_choice(explored, name, numbers)


def _find_only_harm(explored: Explored, name: str, numbers: list[int]) -> Iterator[Finding]:
    node = explored.story.case.nodes[name]
    if isinstance(node, Scene) and node.dilemma:
        return
    for number in numbers:
        edges = explored.states.edges[number]
        if edges and all(edge.way.harms for edge in edges):
            yield Finding(
                code="S120",
                path=("nodes", name),
                message=f"at `{name}` every choice that is open can do harm",
                hint="Offer one that does not, or write `dilemma: true` if this is meant."
                f" {explored.way_to(number)}",
                at_key=True,
            )
            return


def _find_unasked(explored: Explored, node: PlayNode, numbers: list[int]) -> Iterator[Finding]:
    if not node.important:
        return
    for number in numbers:
        edges, state = explored.states.edges[number], explored.states.states[number]
        if any(edge.way.kind == "leave" for edge in edges) and _out_of_reach(node, state, edges):
            yield Finding(
                code="S121",
                path=("nodes", node.id, "important"),
                message=f"`{node.id}` can be left with every important question locked",
                hint=f"Let one of them be asked without a condition. {explored.way_to(number)}",
                severity=Severity.WARNING,
            )
            return


def _out_of_reach(node: PlayNode, state: State, edges: list[Edge]) -> bool:
    """Say whether no important question was asked, nor can be now."""
    can_be = {edge.way.name for edge in edges}
    return not any(name in can_be or node.options[name].bit & state.mask for name in node.important)


def _find_rated_loop(explored: Explored, name: str) -> Iterator[Finding]:
    ways = explored.graph.ways[name]
    if any(way.kind == "choice" and way.scored for way in ways) and explored.graph.loops(name):
        yield Finding(
            code="S125",
            path=("nodes", name),
            message=f"`{name}` is rated, and a play may come back to it",
            hint="Only the first decision counts. For going round, use a hub.",
            severity=Severity.WARNING,
            at_key=True,
        )


def _find_single_choice(explored: Explored, name: str, numbers: list[int]) -> Iterator[Finding]:
    ways = explored.graph.ways[name]
    if not numbers or not any(way.kind == "choice" and way.scored for way in ways):
        return
    if all(len(explored.states.edges[number]) <= 1 for number in numbers):
        finding = Finding(
            code="S151",
            path=("nodes", name),
            message=f"`{name}` is rated, and never offers two choices at a time",
            hint="Add another that a decent colleague might take.",
            severity=Severity.WARNING,
            at_key=True,
        )
        yield explored.never(finding)
