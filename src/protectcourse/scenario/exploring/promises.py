"""The rules that an author promises to hold, at the places that they speak of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from protectcourse.scenario.conditions import Tests, compile_conditions
from protectcourse.scenario.story import Story


class Promise(NamedTuple):
    """One rule."""

    number: int
    """Its position in the file."""
    need: Tests


@dataclass(frozen=True, slots=True)
class Promises:
    """The rules of a case, by the place before which each must hold."""

    at_nodes: Mapping[str, tuple[Promise, ...]]
    at_ways: Mapping[str, tuple[Promise, ...]]
    """By the label of the way: `advise.options`."""

    def of(self, node: str) -> list[Promise]:
        """Return the rules about a node and its ways on."""
        there = [one for place, one in self.at_ways.items() if place.startswith(f"{node}.")]
        return [*self.at_nodes.get(node, ()), *(promise for one in there for promise in one)]


def find_promises(story: Story) -> Promises:
    """Return the rules of a case."""
    at_nodes: dict[str, tuple[Promise, ...]] = {}
    at_ways: dict[str, tuple[Promise, ...]] = {}
    for number, promise in enumerate(story.case.promises):
        rule = Promise(number, compile_conditions(promise.need, story.variables))
        places = at_ways if "." in promise.before else at_nodes
        places[promise.before] = (*places.get(promise.before, ()), rule)
    return Promises(at_nodes, at_ways)
