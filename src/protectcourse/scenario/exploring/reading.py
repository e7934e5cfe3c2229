"""How much a learner reads on the way to each ending: exact bounds, in words.

Counted is what stands on the screen: each scene with its extra paragraphs and what can be chosen
there, each consequence, the reason for a rating where the case coaches at once, the lines of a
checklist, and the ending with its debrief. An interview is read once, and each answer as it comes.
"""

from collections.abc import Mapping
from typing import NamedTuple

from protectcourse.scenario.conditions import holds
from protectcourse.scenario.engine import status_of
from protectcourse.scenario.exploring.explored import Explored
from protectcourse.scenario.exploring.state_graph import Edge
from protectcourse.scenario.exploring.ways import Way
from protectcourse.scenario.nodes import Ending
from protectcourse.scenario.playable import PlayNode
from protectcourse.scenario.state import State

WORDS_A_MINUTE = 180


class Reading(NamedTuple):
    """Words on the shortest and the longest way to an ending; None for a way without end."""

    fewest: int
    most: int | None

    @property
    def minutes(self) -> tuple[int, int | None]:
        """The same in minutes, at least one."""
        return minutes(self.fewest), None if self.most is None else minutes(self.most)


def minutes(words: int) -> int:
    """Return how long words take to read, in whole minutes, rounded up."""
    return max(1, -(-words // WORDS_A_MINUTE))


def measure_reading(explored: Explored) -> Mapping[str, Reading]:
    """Return how much is read on the way to each ending that is reached."""
    counter = _Counter(explored)
    bounds = explored.bounds
    fewest = bounds.least(counter.cost, first=counter.shown_in)
    most = bounds.most(counter.cost, first=counter.shown_in)
    return {
        name: Reading(fewest[state], None if bounds.is_endless(state) else most[state])
        for name, state in explored.endings.items()
    }


class _Counter:
    """Counts words, each state and each way once."""

    def __init__(self, explored: Explored) -> None:
        self._story, self._graph = explored.story, explored.states
        self._coaches = explored.story.case.coaches_at_once
        self._results = {
            (name, band.id): _count(band.consequence)
            for name, node in self._story.nodes.items()
            for band in node.bands
        }
        self._states: dict[int, int] = {}
        self._ways: dict[Way, int] = {}

    def cost(self, edge: Edge) -> int:
        """Return the words that a transition brings to the screen."""
        way = edge.way
        if way not in self._ways:
            self._ways[way] = self._said_after(way)
        stays = way.kind == "question" and self._graph.states[edge.to].node == way.node
        return self._ways[way] + (0 if stays else self.shown_in(edge.to))

    def shown_in(self, number: int) -> int:
        """Return the words of a place as it is in some state."""
        if number not in self._states:
            state = self._graph.states[number]
            ending = self._story.endings.get(state.node)
            self._states[number] = (
                _count_ending(ending)
                if ending is not None
                else _count_node(self._story.nodes[state.node], state)
            )
        return self._states[number]

    def _said_after(self, way: Way) -> int:
        if way.option is None:
            return self._results[way.node, way.name]
        reason = way.option.reason if self._coaches else ""
        return _count(way.option.consequence, reason)


def _count_ending(ending: Ending) -> int:
    return _count(ending.text, ending.debrief or "", *ending.ask_yourself)


def _count_node(node: PlayNode, state: State) -> int:
    texts = [node.text]
    texts += [extra.text for extra in node.also if holds(extra.tests, state)]
    texts += [element.ask for element in node.elements.values()]
    for option in node.options.values():
        status = status_of(node, option, state)
        texts += [option.text] if status != "hidden" else []
        texts += [option.locked] if status == "locked" else []
    return _count(*texts)


def _count(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
