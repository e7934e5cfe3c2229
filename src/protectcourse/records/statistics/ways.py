"""The ways that people take through a case: counted by person, however often they pass a place."""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from protectcourse.scenario.nodes import Rating

CHECKLIST = "(checklist)"
"""Stands for the choice where a checklist was filled in."""
RATINGS = ("", *Rating)
"""From no rating to the worst."""


class Decision(NamedTuple):
    """A decision that somebody took."""

    node: str
    choice: str
    rating: str
    next: str
    """Where it led: a node, or an ending."""
    elements: tuple[str, ...] = ()
    """Of a checklist, each element with its answer: "fear = met"."""


class Play(NamedTuple):
    """Somebody's first play of a case."""

    decisions: tuple[Decision, ...]
    ending: str = ""
    """Empty where it was not finished."""
    minutes: int = 0
    version: int = 0

    @property
    def crossed(self) -> frozenset[Decision]:
        """The decisions by which a red line was crossed."""
        return frozenset(one for one in self.decisions if one.rating == Rating.RED_LINE)


class Taken(NamedTuple):
    """A decision, and how many people took it of those who stood before it."""

    decision: Decision
    people: int
    of: int


def decisions_taken(plays: Sequence[Play]) -> list[Taken]:
    """Return every decision that was taken, node by node in the order of the story.

    Within a node the most frequent stands first. Elements of a checklist follow as decisions of
    their own, which lead nowhere.
    """
    reached = people_at(plays)
    counted: Counter[Decision] = Counter()
    for play in plays:
        counted.update({one for decision in play.decisions for one in _with_elements(decision)})
    order = {node: place for place, node in enumerate(story_order(plays))}
    taken = [Taken(one, people, reached[one.node]) for one, people in counted.items()]
    return sorted(taken, key=lambda one: (order[one.decision.node], *_within(one)))


def people_at(plays: Sequence[Play]) -> Counter[str]:
    """Return how many people came to each node and decided something there."""
    reached: Counter[str] = Counter()
    for play in plays:
        reached.update({decision.node for decision in play.decisions})
    return reached


def worst_ratings_at(plays: Sequence[Play]) -> dict[str, Counter[str]]:
    """Return for each node how many people took a decision of each rating there, at worst."""
    found: dict[str, Counter[str]] = {}
    for play in plays:
        worst: dict[str, str] = {}
        for one in play.decisions:
            worst[one.node] = max(one.rating, worst.get(one.node, ""), key=RATINGS.index)
        for node, rating in worst.items():
            found.setdefault(node, Counter())[rating] += 1
    return {node: found[node] for node in story_order(plays)}


def story_order(plays: Sequence[Play]) -> list[str]:
    """Return the nodes as the story has them: from where plays begin, along the decisions."""
    begins = Counter(play.decisions[0].node for play in plays if play.decisions)
    leads: dict[str, Counter[str]] = {}
    for play in plays:
        for one in play.decisions:
            leads.setdefault(one.node, Counter())[one.next] += 1
    order: dict[str, None] = {}
    waiting = deque([*_most_first(begins), *sorted(leads)])
    while waiting:
        node = waiting.popleft()
        if node in leads and node not in order:
            order[node] = None
            waiting.extendleft(reversed(_most_first(leads[node])))
    return list(order)


def whole_way(play: Play) -> tuple[str, ...]:
    """Return the choices of a play that led on; in which order one asked is left out."""
    return tuple(one.choice for one in play.decisions if one.next != one.node)


def _with_elements(decision: Decision) -> Iterator[Decision]:
    yield decision._replace(elements=())
    for element in decision.elements:
        yield Decision(decision.node, element, "", "")


def _within(taken: Taken) -> tuple[bool, int, Decision]:
    return not taken.decision.next, -taken.people, taken.decision


def _most_first(counted: Counter[str]) -> list[str]:
    return sorted(counted, key=lambda one: (-counted[one], one))
