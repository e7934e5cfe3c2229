"""The nodes of a case as they are played: texts, and tests and changes instead of words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from protectcourse.scenario.conditions import Tests
from protectcourse.scenario.effects import Change
from protectcourse.scenario.nodes import Rating

OptionKind = Literal["choice", "question", "leave"]
NodeKind = Literal["scene", "hub", "checklist"]
Verdict = Literal["met", "not_met", "unclear"]

Effects: TypeAlias = tuple[Change, ...]


class Exit(NamedTuple):
    """A way on, if its conditions hold."""

    tests: Tests
    to: str


class Paragraph(NamedTuple):
    """An extra paragraph, if its conditions hold."""

    tests: Tests
    text: str


class EmptyMeter(NamedTuple):
    """What follows when a meter has come down to its lowest."""

    at: int
    least: int
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A choice of a scene, a question of a hub, or a way to leave it."""

    id: str
    kind: OptionKind
    text: str
    consequence: str
    tests: Tests
    locked: str
    effects: Effects
    rating: Rating | None
    reason: str
    sources: tuple[str, ...]
    competencies: tuple[str, ...]
    exits: tuple[Exit, ...]
    bit: int
    """Set once the question has been asked; 0 for what is no question."""
    repeat: bool
    was: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedElement:
    """One line of a checklist."""

    id: str
    ask: str
    answer: Verdict | None
    tests: Tests
    explanation: str
    sources: tuple[str, ...]
    competencies: tuple[str, ...]
    was: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What follows from at least so many right answers."""

    id: str
    at_least: int
    consequence: str
    effects: Effects
    exits: tuple[Exit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayNode:
    """One node, ready to be played."""

    id: str
    kind: NodeKind
    text: str
    short: str
    also: tuple[Paragraph, ...]
    options: Mapping[str, Option]
    """In the order of the file; in a hub the ways to leave come last."""
    elements: Mapping[str, ListedElement]
    bands: tuple[Band, ...]
    """From the most right answers down; the last is the default."""
    keep_order: bool
    at_least: int
    important: tuple[str, ...]
    bit: int
    """Set once the node has been visited."""
    was: str | None

    @property
    def questions(self) -> list[Option]:
        """The questions of a hub."""
        return [option for option in self.options.values() if option.kind == "question"]
