"""S146: a rating contradicts its consequences.

A harmful choice does so if, wherever it and a best one are open together, what can come of it is
never worse: neither the best ending nor the worst that can follow. If the two are alike, it counts
only where nothing at all tells the two choices apart; whether late harm may end well, S144 asks.
"""

from collections.abc import Iterator

from protectcourse.findings import Finding, Severity
from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.exploring.state_graph import Edge
from protectcourse.scenario.exploring.ways import Way
from protectcourse.scenario.nodes import Rating

RANKS = {"bad": 0, "mixed": 1, "good": 2}


def find_contradictions(explored: Explored) -> Iterator[Finding]:
    """Give S146, once for each harmful choice. Nothing is said unless everything was tried."""
    if not explored.states.complete:
        return
    outlooks = _outlooks(explored)
    verdicts: dict[Way, set[str]] = {}
    for edges in explored.states.edges:
        choices = [edge for edge in edges if edge.way.kind == "choice"]
        best = [edge for edge in choices if edge.way.rating is Rating.BEST]
        for harmful in (edge for edge in choices if edge.way.harms):
            for other in best:
                verdict = _compare(harmful, other, outlooks)
                verdicts.setdefault(harmful.way, set()).add(verdict)
    for way, given in verdicts.items():
        if not given & {"worse", "alike"}:
            yield Finding(
                code="S146",
                path=way.path,
                message=f"`{way.name}` is rated {way.rating}, and never leads to anything worse"
                " than the best choice",
                hint="Let something come of it, or change the rating.",
                severity=Severity.WARNING,
                at_key=True,
            )


def _compare(harmful: Edge, best: Edge, outlooks: list[int]) -> str:
    """Return `worse`, `alike`, `better` or, where both lead to one state, `same`."""
    if harmful.to == best.to:
        return "same"
    one, other = _extremes(outlooks[harmful.to]), _extremes(outlooks[best.to])
    if one == other:
        return "alike"
    return "better" if one[0] >= other[0] and one[1] >= other[1] else "worse"


def _extremes(outlook: int) -> tuple[int, int]:
    """Return the lowest and the highest rank of the endings that can follow; -1 for none."""
    ranks = [rank for rank in RANKS.values() if outlook >> rank & 1]
    return (min(ranks), max(ranks)) if ranks else (-1, -1)


def _outlooks(explored: Explored) -> list[int]:
    """Return for each state the ranks of the endings that can follow, as bits."""
    graph, story = explored.states, explored.story
    groups, outlooks = explored.bounds.groups, [0] * len(graph.states)
    for members in groups.members:
        united = 0
        for number in members:
            ending = story.endings.get(graph.states[number].node)
            united |= 1 << RANKS[ending.outcome] if ending else 0
            for edge in graph.edges[number]:
                united |= outlooks[edge.to]
        for number in members:
            outlooks[number] = united
    return outlooks
