"""A case as cards to play on paper: which number each card has, which letter each choice.

The choices of a scene are shuffled, as in the program; the endings and the notes that tell what
follows are too, so that no order gives a good choice away.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from protectcourse.authoring.paper.proof_decisions import choices_of
from protectcourse.authoring.paper.unit_words import letter
from protectcourse.scenario.lots import rank
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Choice, HubQuestion, Node, Scene
from protectcourse.scenario.spelling import Route

LOT = 0
"""The seed of every order by lot on paper, so that handout and plan agree, today and later."""


class CardChoice(NamedTuple):
    """Something that can be done on a card."""

    letter: str
    id: str
    doing: Choice | HubQuestion
    note: int
    """The number of the note that tells what follows; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a case."""

    case: Case
    numbers: Mapping[str, int]
    """The number of each card, by the id of its node or ending."""
    notes: Mapping[tuple[str, str], int]
    """The number of each note, by node and choice."""

    def choices(self, name: str) -> list[CardChoice]:
        """Return what can be done on a card, in the order printed."""
        node = self.case.nodes[name]
        ids = list(choices_of(node))
        if isinstance(node, Scene) and not node.keep_order:
            ids.sort(key=lambda one: rank(LOT, self.case.scenario, name, one))
        doings = choices_of(node)
        return [
            CardChoice(letter(at), one, doings[one], self.notes.get((name, one), 0))
            for at, one in enumerate(ids)
        ]

    def leads_to(self, routes: tuple[Route, ...]) -> list[int]:
        """Return the numbers of the cards that something may lead to, the usual one last."""
        return list(dict.fromkeys(self.numbers.get(route.to, 0) for route in routes))


def deal(case: Case) -> Cards:
    """Return the cards of a case: decisions in the order of the file, then endings by lot."""
    endings = sorted(case.endings, key=lambda one: rank(LOT, case.scenario, "ending", one))
    told = [(name, one) for name, node in case.nodes.items() for one in _told(node)]
    told.sort(key=lambda one: rank(LOT, case.scenario, "note", *one))
    return Cards(
        case=case,
        numbers={name: number for number, name in enumerate([*case.nodes, *endings], 1)},
        notes={place: number for number, place in enumerate(told, 1)},
    )


def _told(node: Node) -> list[str]:
    """Return the choices that have a note: of a scene all or none, lest a note tell them apart."""
    doings = choices_of(node)
    asked = [one for one, doing in doings.items() if isinstance(doing, HubQuestion)]
    others = {one: doing for one, doing in doings.items() if isinstance(doing, Choice)}
    return [*asked, *(others if any(doing.then for doing in others.values()) else ())]
