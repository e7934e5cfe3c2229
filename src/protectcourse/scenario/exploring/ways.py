"""The ways on from each node: choices, questions, and the results of a checklist alike."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from protectcourse.findings import ValuePath
from protectcourse.scenario.effects import MeterChange
from protectcourse.scenario.nodes import Rating
from protectcourse.scenario.playable import Effects, Exit, Option, PlayNode
from protectcourse.scenario.steps import FULL_POINTS, POINTS, StepKind
from protectcourse.scenario.story import Story

KEYS: Mapping[StepKind, str] = {
    "choice": "choices",
    "question": "questions",
    "leave": "leave",
    "checklist": "results",
}
"""Under which key of its node each kind of way stands in the file."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Way:
    """One thing that can be done at a node. Two ways are the same only if they are one."""

    node: str
    name: str
    """The choice, the question, or the result of a checklist."""
    kind: StepKind
    option: Option | None
    """None for the result of a checklist, which can always be come to."""
    effects: Effects
    exits: tuple[Exit, ...]
    lost: tuple[int, int]
    """The fewest and the most points that it can cost, the first time it is counted."""
    rating: Rating | None
    """How it is rated, if it is."""
    harms: bool
    """Whether it is harmful, or a red line."""
    scored: bool
    """Whether it counts for points."""

    @property
    def label(self) -> str:
        """How a play names it: `gate.storeroom`."""
        return f"{self.node}.{self.name}"

    @property
    def path(self) -> ValuePath:
        """Where it stands in the file."""
        return ("nodes", self.node, KEYS[self.kind], self.name)

    @property
    def bit(self) -> int:
        """Set once a question has been asked; 0 for what is no question."""
        return self.option.bit if self.option else 0


Ways = Mapping[str, tuple[Way, ...]]
"""Node → its ways on, in the order of the file."""


def find_ways(story: Story) -> Ways:
    """Return the ways on from every node."""
    return {name: tuple(_ways_of(node)) for name, node in story.nodes.items()}


def targets(story: Story, way: Way) -> Iterator[str]:
    """Give every place that a way may lead to, whatever the conditions."""
    yield from (exit_.to for exit_ in way.exits)
    yield from (empty.to for empty in story.empty_meters if lowers(way, empty.at))


def lowers(way: Way, meter: int) -> bool:
    """Say whether a way takes something from a meter."""
    return any(
        isinstance(change, MeterChange) and change.at == meter and change.by < 0
        for change in way.effects
    )


def _ways_of(node: PlayNode) -> Iterator[Way]:
    for option in node.options.values():
        lost = 0 if option.rating is None else FULL_POINTS - POINTS[option.rating]
        yield Way(
            node=node.id,
            name=option.id,
            kind=option.kind,
            option=option,
            effects=option.effects,
            exits=option.exits,
            lost=(lost, lost),
            rating=option.rating,
            harms=option.rating in {Rating.HARMFUL, Rating.RED_LINE},
            scored=option.rating is not None,
        )
    most = len(node.elements)
    for band in node.bands:
        yield Way(
            node=node.id,
            name=band.id,
            kind="checklist",
            option=None,
            effects=band.effects,
            exits=band.exits,
            lost=(
                FULL_POINTS * (len(node.elements) - most),
                FULL_POINTS * (len(node.elements) - band.at_least),
            ),
            rating=None,
            harms=False,
            scored=True,
        )
        most = band.at_least - 1
