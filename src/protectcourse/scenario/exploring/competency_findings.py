"""S145: a competency is tested fewer than twice, or its pass mark cannot be reached."""

from collections.abc import Iterator

from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.exploring.state_graph import Edge
from protectcourse.scenario.exploring.ways import Way
from protectcourse.scenario.playable import PlayNode
from protectcourse.scenario.scoring import USUAL_MARK
from protectcourse.scenario.steps import FULL_POINTS

OFTEN_ENOUGH = 2


def find_competency_faults(explored: Explored) -> Iterator[Finding]:
    """Give S145. Too few tests are information: another case of the course may test it too."""
    tests = _count_tests(explored)
    rubric = explored.story.case.rubric
    for name in dict.fromkeys([*rubric, *tests]):
        path: ValuePath = ("rubric", name) if name in rubric else ()
        if tests.get(name, 0) < OFTEN_ENOUGH:
            times = "once" if tests.get(name) else "nowhere"
            yield Finding(
                code="S145",
                path=path,
                message=f"this case tests `{name}` {times}",
                hint="Two decisions or more tell more, here or in another case of the course.",
                severity=Severity.INFO,
                at_key=True,
            )
        mark = rubric.get(name, USUAL_MARK)
        if name in tests and not _can_reach(explored, name, mark):
            yield Finding(
                code="S145",
                path=path,
                message=f"no play reaches {mark} % in `{name}`",
                hint="Lower the mark, or see where every play loses points.",
                severity=Severity.WARNING,
                at_key=True,
            )


def _count_tests(explored: Explored) -> dict[str, int]:
    """Return for each competency the places that test it: scenes, questions, lines of lists."""
    places: dict[str, set[tuple[str, str]]] = {}
    for way in explored.used:
        for name in way.option.competencies if way.option and way.scored else ():
            place = (way.node, way.name if way.kind == "question" else "")
            places.setdefault(name, set()).add(place)
    for node in explored.story.nodes.values():
        for element in node.elements.values() if node.id in explored.reached else ():
            for name in element.competencies:
                places.setdefault(name, set()).add((node.id, element.id))
    return {name: len(there) for name, there in sorted(places.items())}


def _can_reach(explored: Explored, competency: str, mark: int) -> bool:
    """Say whether some play earns a competency's mark, or need not; also if that is unknown."""
    if explored.flawless_endings or not explored.scored.complete:
        return True

    def margin(edge: Edge) -> int:
        earned, offered = _best_points(explored.story.nodes[edge.way.node], edge, competency)
        return 100 * earned - mark * offered

    margins = explored.scored_bounds.most(margin)
    return any(margins[state] >= 0 for state in explored.scored_endings.values())


def _best_points(node: PlayNode, edge: Edge, competency: str) -> tuple[int, int]:
    """Return what a transition can earn for a competency, and out of how much."""
    way = edge.way
    missed = edge.missed.count(competency)
    earned, offered = _way_points(node, way, competency) if edge.counted else (0, 0)
    return earned, offered + FULL_POINTS * missed


def _way_points(node: PlayNode, way: Way, competency: str) -> tuple[int, int]:
    if way.option is not None:
        if competency not in way.option.competencies:
            return 0, 0
        return FULL_POINTS - way.lost[0], FULL_POINTS
    lines = sum(competency in element.competencies for element in node.elements.values())
    right = len(node.elements) - way.lost[0] // FULL_POINTS
    return FULL_POINTS * min(lines, right), FULL_POINTS * lines
