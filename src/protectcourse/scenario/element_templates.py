"""The lines of a checklist that a template supplies, so that an author need not word the law.

The six elements of the refugee definition (scenarios.md §4.4) are worded for any person, and so
that nobody decides: each says what there are signs of, and others decide on status.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Checklist, Element


class SuppliedLine(NamedTuple):
    """The wording of an element, and the sources that it rests on where they are declared."""

    ask: str
    sources: tuple[str, ...]


_DEFINITION = ("conv-1a2",)
TEMPLATES: Mapping[str, Mapping[str, SuppliedLine]] = MappingProxyType(
    {
        "rsd-elements": MappingProxyType(
            {
                "outside": SuppliedLine(
                    "The person is outside their country: that of their nationality or, without"
                    " one, of their usual home.",
                    _DEFINITION,
                ),
                "fear": SuppliedLine(
                    "The person fears return, and what is known gives reason for that fear.",
                    _DEFINITION,
                ),
                "persecution": SuppliedLine(
                    "What is feared is grave enough to be persecution, and the State does it or"
                    " gives no protection from it.",
                    _DEFINITION,
                ),
                "ground": SuppliedLine(
                    "The danger has to do with race, religion, nationality, a social group or an"
                    " opinion, the person's own or one that others see in them.",
                    _DEFINITION,
                ),
                "sur_place": SuppliedLine(
                    "Something that has happened since the person left adds to the danger.",
                    _DEFINITION,
                ),
                "bar": SuppliedLine(
                    "Whatever others decide on status, the person may not be sent back: life or"
                    " freedom would be in danger, or torture would threaten.",
                    ("conv-33", "cat-3"),
                ),
            }
        )
    }
)
"""The lines of each template, by the ids under which a checklist names them."""


def lines_of(checklist: Checklist) -> Mapping[str, SuppliedLine]:
    """Return the lines that a checklist's template supplies; none where it has no template."""
    return TEMPLATES[checklist.template] if checklist.template is not None else {}


def supply_lines(case: Case, declared: Collection[str] = ()) -> Case:
    """Return a case with the words of templates where it has none, and the sources declared.

    What an author has written stays. A source is cited if the case or the course declares it.
    """
    nodes = {
        name: _supplied(node, (*declared, *case.sources))
        for name, node in case.nodes.items()
        if isinstance(node, Checklist) and node.template is not None
    }
    return replace(case, nodes={**case.nodes, **nodes}) if nodes else case


def _supplied(checklist: Checklist, declared: Collection[str]) -> Checklist:
    lines = lines_of(checklist)
    elements = {
        name: _with_line(element, lines[name], declared) if name in lines else element
        for name, element in checklist.elements.items()
    }
    return replace(checklist, elements=elements)


def _with_line(element: Element, line: SuppliedLine, declared: Collection[str]) -> Element:
    known = tuple(source for source in line.sources if source in declared)
    return replace(element, ask=element.ask or line.ask, source=element.source or known)
