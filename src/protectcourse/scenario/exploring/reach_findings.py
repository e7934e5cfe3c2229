"""What is never reached, and where a play gets stuck.

====  ==========================================================================================
S101  a node is never reached
S102  an ending is never reached
S103  a dead end: a state in which nothing can be chosen
S104  a loop without a way out: states from which no ending can be reached
S105  a choice or a question is never available
S107  a conditional route is never taken (warning)
====  ==========================================================================================
"""

from collections.abc import Iterator

from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.exploring.state_graph import StateGraph
from protectcourse.scenario.exploring.ways import Way


def find_reach_faults(explored: Explored) -> Iterator[Finding]:
    """Give S101 to S105 and S107."""
    yield from _find_unreached(explored)
    yield from _find_dead_ends(explored)
    yield from _find_traps(explored)
    yield from _find_unavailable(explored)


def _find_unreached(explored: Explored) -> Iterator[Finding]:
    story = explored.story
    for name in [name for name in story.nodes if name not in explored.reached]:
        yield _unreached(explored, "S101", ("nodes", name))
    for name in [name for name in story.endings if name not in explored.reached]:
        yield _unreached(explored, "S102", ("endings", name))


def _unreached(explored: Explored, code: str, path: ValuePath) -> Finding:
    name = path[-1]
    if name not in explored.graph.reachable:
        return Finding(
            code=code,
            path=path,
            message=f"`{name}` is never reached: no way from the start leads to it (impossible)",
            hint="Lead a `goto` to it, or leave it out.",
            at_key=True,
        )
    finding = Finding(
        code=code,
        path=path,
        message=f"`{name}` is never reached: the conditions on the ways to it never hold",
        hint="Change the conditions of what leads to it, or leave it out.",
        at_key=True,
    )
    return explored.never(finding)


def _find_dead_ends(explored: Explored) -> Iterator[Finding]:
    found: set[str] = set()
    for number in _stuck(explored, explored.states):
        node = explored.states.states[number].node
        if node not in found:
            found.add(node)
            yield Finding(
                code="S103",
                path=("nodes", node),
                message=f"`{node}` can be a dead end: nothing there can be chosen",
                hint="Add a choice without a condition, or lead elsewhere."
                f" {explored.way_to(number)}",
                at_key=True,
            )


def _find_traps(explored: Explored) -> Iterator[Finding]:
    """Give S104 once for each set of nodes that a play cannot leave any more."""
    graph, found = explored.states, set[str]()
    ends = {*explored.endings.values(), *graph.untried, *_stuck(explored, graph)}
    outside = _leading_to(graph, ends)
    for number, state in enumerate(graph.states):
        if number not in outside and state.node not in found:
            found |= {graph.states[one].node for one in _following(graph, number)}
            yield Finding(
                code="S104",
                path=("nodes", state.node),
                message=f"from `{state.node}` no ending can be reached any more",
                hint=f"Give the loop a way out. {explored.way_to(number)}",
                at_key=True,
            )


def _find_unavailable(explored: Explored) -> Iterator[Finding]:
    for name, ways in explored.graph.ways.items():
        for way in ways if name in explored.reached else ():
            if way in explored.used:
                yield from _find_untaken(explored, way)
                continue
            finding = Finding(
                code="S105",
                path=way.path,
                message=f"`{way.name}` can never be chosen",
                hint="Its conditions never hold here. Change them, or leave it out.",
                at_key=True,
            )
            yield explored.never(finding)


def _find_untaken(explored: Explored, way: Way) -> Iterator[Finding]:
    for index, exit_ in enumerate(way.exits):
        if exit_.tests and (way, index) not in explored.states.seen.taken:
            finding = Finding(
                code="S107",
                path=(*way.path, "goto", index),
                message=f"the route from `{way.name}` to `{exit_.to}` is never taken",
                hint="Its conditions never hold here. Change them, or leave it out.",
                severity=Severity.WARNING,
            )
            yield explored.never(finding)


def _stuck(explored: Explored, graph: StateGraph) -> list[int]:
    """Return the states in which nothing can be chosen."""
    return [
        number
        for number, state in enumerate(graph.states)
        if not graph.edges[number]
        and number not in graph.untried
        and state.node in explored.story.nodes
    ]


def _leading_to(graph: StateGraph, goals: set[int]) -> set[int]:
    """Return the states from which one of the goals can be reached."""
    before: list[list[int]] = [[] for _ in graph.states]
    for number, edges in enumerate(graph.edges):
        for edge in edges:
            before[edge.to].append(number)
    found, waiting = set(goals), list(goals)
    while waiting:
        for number in before[waiting.pop()]:
            if number not in found:
                found.add(number)
                waiting.append(number)
    return found


def _following(graph: StateGraph, start: int) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        for edge in graph.edges[waiting.pop()]:
            if edge.to not in found:
                found.add(edge.to)
                waiting.append(edge.to)
    return found
