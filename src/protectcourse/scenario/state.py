"""The variables of a case and the state they are in: one whole number and two short tuples.

Facts, flags, questions asked and nodes visited are bits of one mask. A state can be compared and
hashed, so that plays which lead to the same state can be told to be the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Hub

Sort = Literal["fact", "flag", "meter", "state", "variant"]


class State(NamedTuple):
    """Where a play stands: all that decides what can happen from here on."""

    node: str
    """The node, or the ending."""
    mask: int
    meters: tuple[int, ...]
    states: tuple[int, ...]
    """For each state and variant the position of its value among those declared."""


class MeterRange(NamedTuple):
    """Position and both ends of a meter."""

    at: int
    least: int
    most: int


class StateRange(NamedTuple):
    """Position and values of a state."""

    at: int
    values: tuple[str, ...]


class Misreading(NamedTuple):
    """Why a condition or an effect cannot be understood."""

    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Variables:
    """Where each variable of a case lies in its states."""

    facts: Mapping[str, int]
    """Id → bit, in the order of the file; so too the flags."""
    flags: Mapping[str, int]
    meters: Mapping[str, MeterRange]
    states: Mapping[str, StateRange]
    """States, then variants."""
    variants: frozenset[str]
    asked: Mapping[tuple[str, str], int]
    """Hub and question → bit."""
    visited: Mapping[str, int]
    """Node → bit."""

    @property
    def names(self) -> list[str]:
        """All names that conditions may use by themselves."""
        return [*self.facts, *self.flags, *self.meters, *self.states]

    def sort_of(self, name: str) -> Sort | None:
        """Return what kind of variable a name is, or None if it is none."""
        if name in self.variants:
            return "variant"
        sorts: tuple[tuple[Sort, Mapping[str, object]], ...] = (
            ("fact", self.facts),
            ("flag", self.flags),
            ("meter", self.meters),
            ("state", self.states),
        )
        return next((sort for sort, names in sorts if name in names), None)

    def asked_anywhere(self, question: str) -> int:
        """Return the bits of all questions of that name, in whatever hub; 0 if there is none."""
        return sum(bit for (_, name), bit in self.asked.items() if name == question)


def declare_variables(case: Case) -> Variables:
    """Return where each variable of a case lies."""
    track = case.track
    questions = [
        (name, question)
        for name, node in case.nodes.items()
        if isinstance(node, Hub)
        for question in node.questions
    ]
    first_flag = len(track.facts)
    first_asked = first_flag + len(track.flags)
    first_visited = first_asked + len(questions)
    states = {**track.states, **case.variants}
    return Variables(
        facts={name: 1 << index for index, name in enumerate(track.facts)},
        flags={name: 1 << index for index, name in enumerate(track.flags, first_flag)},
        meters={
            name: MeterRange(index, meter.min, meter.max)
            for index, (name, meter) in enumerate(track.meters.items())
        },
        states={
            name: StateRange(index, values) for index, (name, values) in enumerate(states.items())
        },
        variants=frozenset(case.variants),
        asked={place: 1 << index for index, place in enumerate(questions, first_asked)},
        visited={name: 1 << index for index, name in enumerate(case.nodes, first_visited)},
    )
