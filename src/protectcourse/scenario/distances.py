"""How many decisions lie between a node and the end: for "decision 2 of about 5"."""

from collections.abc import Iterator
from heapq import heappop, heappush

from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Checklist, Hub, Scene
from protectcourse.scenario.spelling import Route


def decisions_left(case: Case) -> dict[str, int]:
    """Return for each node the decisions on the shortest way to a good ending, itself included.

    Conditions are ignored. A hub counts its important questions, or those it asks for at least, and
    leaving it. From where no good ending can be reached, any ending counts.
    """
    good = [name for name, ending in case.endings.items() if ending.outcome == "good"]
    to_any = _distances(case, list(case.endings))
    return dict.fromkeys(case.nodes, 0) | to_any | _distances(case, good)


def decisions_in(node: Scene | Hub | Checklist) -> int:
    """Return how many decisions a node usually takes."""
    return questions_in(node) + 1 if isinstance(node, Hub) else 1


def questions_in(hub: Hub) -> int:
    """Return how many questions a learner of care asks in a hub."""
    return max(hub.at_least, len(hub.important))


def exits_of(node: Scene | Hub | Checklist) -> Iterator[Route]:
    """Give every route that leads out of a node, whatever its conditions."""
    match node:
        case Scene():
            for choice in node.choices.values():
                yield from choice.goto
        case Hub():
            for choice in node.leave.values():
                yield from choice.goto
        case Checklist():
            for result in node.results.values():
                yield from result.goto


def _distances(case: Case, endings: list[str]) -> dict[str, int]:
    """Return the least number of decisions from each node to one of some endings."""
    before: dict[str, list[str]] = {}
    for name, node in case.nodes.items():
        for route in exits_of(node):
            before.setdefault(route.to, []).append(name)
    distances: dict[str, int] = {}
    open_places = [(0, name) for name in endings]
    while open_places:
        distance, place = heappop(open_places)
        if place in distances:
            continue
        distances[place] = distance
        for name in before.get(place, ()):
            if name in case.nodes and name not in distances:
                heappush(open_places, (distance + decisions_in(case.nodes[name]), name))
    return {name: distance for name, distance in distances.items() if name in case.nodes}
