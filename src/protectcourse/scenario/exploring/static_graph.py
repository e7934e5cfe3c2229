"""What leads where in a case, whatever the conditions: what is unreachable here is unreachable."""

from collections.abc import Mapping
from dataclasses import dataclass

from protectcourse.scenario.exploring.components import Components, find_components
from protectcourse.scenario.exploring.ways import Ways, find_ways, targets
from protectcourse.scenario.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticGraph:
    """The places of a case and what leads from each to the next."""

    story: Story
    ways: Ways
    numbers: Mapping[str, int]
    """Place → its number: nodes first, then endings."""
    successors: tuple[tuple[int, ...], ...]
    """For each place those that follow, without what merely stays in a hub."""
    groups: Components
    reachable: frozenset[str]

    def group(self, place: str) -> int:
        """Return the group of places that lead round to each other to which a place belongs."""
        return self.groups.of[self.numbers[place]]

    def loops(self, place: str) -> bool:
        """Say whether a play may come back to a place after leaving it."""
        return self.groups.loops(self.group(place), self.successors)


def draw_graph(story: Story) -> StaticGraph:
    """Return the graph of a case."""
    ways = find_ways(story)
    names = [*story.nodes, *story.endings]
    numbers = {name: number for number, name in enumerate(names)}
    successors = tuple(
        tuple(dict.fromkeys(numbers[to] for to in _following(story, ways, name))) for name in names
    )
    return StaticGraph(
        story=story,
        ways=ways,
        numbers=numbers,
        successors=successors,
        groups=find_components(successors),
        reachable=frozenset(names[n] for n in _reach(successors, numbers[story.case.start])),
    )


def _following(story: Story, ways: Ways, place: str) -> list[str]:
    return [
        to
        for way in ways.get(place, ())
        for to in targets(story, way)
        if not (way.kind == "question" and to == place)
    ]


def _reach(successors: tuple[tuple[int, ...], ...], start: int) -> set[int]:
    found, new = {start}, [start]
    while new:
        for place in successors[new.pop()]:
            if place not in found:
                found.add(place)
                new.append(place)
    return found
