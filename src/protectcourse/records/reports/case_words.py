"""What a course says of a case in words: its scenes, what can be done in them, its endings."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, assert_never

from protectcourse.records.statistics.ways import CHECKLIST
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Checklist, Hub, Node, Scene

GRAVEST = "S3"


class CaseWords(NamedTuple):
    """A case as a report names it."""

    id: str
    title: str = ""
    language: str = "en"
    is_gravest: bool = False
    """Whether it is of the sort whose decisions never leave a learner's computer."""
    scenes: Mapping[str, str] = MappingProxyType({})
    choices: Mapping[tuple[str, str], str] = MappingProxyType({})
    """By node and choice, or element of a checklist with its answer."""
    endings: Mapping[str, str] = MappingProxyType({})
    outcomes: Mapping[str, str] = MappingProxyType({})
    """How each ending is for the people in the story: good, mixed or bad."""


def case_words(case: Case, language: str) -> CaseWords:
    """Return what a case says; `language` is that of its course."""
    return CaseWords(
        id=case.scenario,
        title=case.title,
        language=case.language or language,
        is_gravest=case.sensitivity >= GRAVEST,
        scenes={name: node.text for name, node in case.nodes.items()},
        choices={
            (name, choice): text
            for name, node in case.nodes.items()
            for choice, text in _choices(node)
        },
        endings={name: ending.text for name, ending in case.endings.items()},
        outcomes={name: ending.outcome for name, ending in case.endings.items()},
    )


def _choices(node: Node) -> Iterator[tuple[str, str]]:
    match node:
        case Scene():
            yield from ((name, choice.text) for name, choice in node.choices.items())
        case Hub():
            yield from ((name, question.ask) for name, question in node.questions.items())
            yield from ((name, choice.text) for name, choice in node.leave.items())
        case Checklist():
            yield CHECKLIST, "The checklist, filled in"
            for name, element in node.elements.items():
                for answer in ("met", "not_met", "unclear"):
                    words = answer.replace("_", " ")
                    yield f"{name} = {answer}", f"{element.ask} ({words})"
        case _:
            assert_never(node)
