"""What one decision is and does: the record that a front end shows and that scoring counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from protectcourse.scenario.nodes import Rating
from protectcourse.scenario.playable import Verdict
from protectcourse.scenario.state import State

StepKind = Literal["choice", "question", "leave", "checklist"]
FULL_POINTS = 2
"""What one decision, or one line of a checklist, is worth."""
POINTS: Mapping[Rating, int] = {
    Rating.BEST: 2,
    Rating.ACCEPTABLE: 1,
    Rating.HARMFUL: 0,
    Rating.RED_LINE: 0,
}

Answers: TypeAlias = Mapping[str, str]
"""Element of a checklist → `met`, `not_met` or `unclear`."""


class Decision(NamedTuple):
    """What is kept of a decision: the node, and a choice or the answers of a checklist.

    It is what JSON can carry; a list of the two serves as well (`Decision(*entry)`).
    """

    node: str
    taken: str | Answers


class BestChoice(NamedTuple):
    """The best rated of the choices that were open."""

    id: str
    text: str
    rating: Rating


class Fact(NamedTuple):
    """Something learnt, with the sentence that stands in the case file."""

    id: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementMark:
    """One line of a checklist, marked."""

    id: str
    ask: str
    given: Verdict
    right: Verdict
    explanation: str
    sources: tuple[str, ...]
    competencies: tuple[str, ...]

    @property
    def points(self) -> int:
        """Two if right, otherwise none."""
        return FULL_POINTS if self.given == self.right else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One decision and what came of it."""

    node: str
    kind: StepKind
    choice: str
    """The choice, the question, or the result of a checklist."""
    text: str
    """The label of the choice; of a checklist the text of its node."""
    consequence: str
    rating: Rating | None
    reason: str
    sources: tuple[str, ...]
    competencies: tuple[str, ...]
    marks: tuple[ElementMark, ...]
    """The lines of a checklist; empty for all else."""
    facts: tuple[Fact, ...]
    """What was learnt by it."""
    best_available: BestChoice | None
    """None where no open choice is rated."""
    state: State
    """The state after it; its `node` is the next node, or the ending."""
    ended: bool

    @property
    def next(self) -> str:
        """The next node, or the ending."""
        return self.state.node

    @property
    def points(self) -> int | None:
        """What the decision earns out of `out_of`; None where it is not scored."""
        if self.kind == "checklist":
            return sum(mark.points for mark in self.marks)
        return None if self.rating is None else POINTS[self.rating]

    @property
    def out_of(self) -> int:
        """What the decision could have earned."""
        if self.kind == "checklist":
            return FULL_POINTS * len(self.marks)
        return 0 if self.rating is None else FULL_POINTS

    @property
    def decision(self) -> Decision:
        """What is to be kept of it, for playing it again."""
        if self.kind == "checklist":
            return Decision(self.node, {mark.id: mark.given for mark in self.marks})
        return Decision(self.node, self.choice)
