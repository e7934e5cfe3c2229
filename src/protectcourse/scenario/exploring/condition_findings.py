"""Conditions that make no difference (information).

====  ==========================================================================================
S106  a condition always holds where it is tested
S108  an extra text, or the sentence of a locked choice, is never shown
====  ==========================================================================================
"""

from collections.abc import Iterator

from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.exploring.ways import Way


def find_idle_conditions(explored: Explored) -> Iterator[Finding]:
    """Give S106 and S108, for nodes that are reached."""
    for name, node in explored.story.nodes.items():
        if name in explored.reached:
            for position in range(len(node.also)):
                yield from _find_idle_text(explored, name, position)
            for way in explored.graph.ways[name]:
                yield from _find_idle_ways(explored, way)


def _find_idle_text(explored: Explored, node: str, position: int) -> Iterator[Finding]:
    seen, key = explored.states.seen, (node, position)
    path: ValuePath = ("nodes", node, "also", position)
    if key in seen.shown and key not in seen.unshown:
        yield explored.always(_always(path))
    if key in seen.unshown and key not in seen.shown:
        yield explored.never(_unshown(path, "this extra text is never shown"))


def _find_idle_ways(explored: Explored, way: Way) -> Iterator[Finding]:
    seen = explored.states.seen
    if way in seen.met and way not in seen.refused and way.option:
        if way.option.locked:
            message = f"`{way.name}` is never locked, so this sentence is never shown"
            yield explored.never(_unshown((*way.path, "locked"), message))
        else:
            yield explored.always(_always((*way.path, "if")))
    for index, exit_ in enumerate(way.exits):
        if exit_.tests and (way, index) in seen.taken and (way, index) not in seen.passed:
            yield explored.always(_always((*way.path, "goto", index)))


def _always(path: ValuePath) -> Finding:
    return Finding(
        code="S106",
        path=path,
        message="this condition always holds here",
        hint="Leave it out, or see what it should have said.",
        severity=Severity.INFO,
    )


def _unshown(path: ValuePath, message: str) -> Finding:
    return Finding(
        code="S108",
        path=path,
        message=message,
        hint="Leave it out, or change the condition.",
        severity=Severity.INFO,
    )
