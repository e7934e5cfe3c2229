"""The decisions of a case as its reviewer reads them: each choice with rating, reason and effects.

A decision goes by its number and a choice by a letter, as "2.b", whatever their ids are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from protectcourse.authoring.paper.case_words import condition_words, effect_words
from protectcourse.authoring.paper.document import (
    Block,
    Box,
    Entries,
    Facts,
    Heading,
    Items,
    Line,
    Paragraph,
    joined,
    line,
    place,
    said,
    small,
    strong,
)
from protectcourse.authoring.paper.material import Material, Unit
from protectcourse.authoring.paper.naming import Naming
from protectcourse.authoring.paper.proof_references import claim_words, competency_words
from protectcourse.authoring.paper.unit_words import (
    ELEMENT_ANSWERS,
    RATINGS,
    from_words,
    letter,
    many,
)
from protectcourse.findings import ValuePath
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import (
    Checklist,
    Choice,
    Doing,
    Element,
    Hub,
    HubQuestion,
    NodeBase,
    Result,
    Scene,
)
from protectcourse.scenario.spelling import Route

KINDS = {"scene": "", "hub": "an interview: questions in any order", "checklist": "a checklist"}


@dataclass(frozen=True, slots=True)
class CaseProof:
    """A case, and how its decisions, choices and endings are called on paper."""

    case: Case
    unit: Unit
    material: Material

    @property
    def naming(self) -> Naming:
        """How sources and terms are called in the case."""
        return self.material.naming(self.unit)

    def target(self, name: str) -> Line:
        """Return what leads on, or is led to: a decision, a choice (`node.choice`), an ending."""
        node, _, choice = name.partition(".")
        if node in self.case.nodes:
            number = list(self.case.nodes).index(node) + 1
            choices = list(choices_of(self.case.nodes[node]))
            part = f".{letter(choices.index(choice))}" if choice in choices else ""
            return line(f"decision {number}{part} ", small(f"({name})"))
        if node in self.case.endings:
            return line(f"ending {self.ending_letter(node)} ", small(f"({node})"))
        return line(small(name))

    def ending_letter(self, name: str) -> str:
        """Return the letter of an ending."""
        return letter(list(self.case.endings).index(name)).upper()


def choices_of(node: Scene | Hub | Checklist) -> Mapping[str, Choice | HubQuestion]:
    """Return what can be done at a decision, by id, in the order of the file."""
    match node:
        case Scene():
            return node.choices
        case Hub():
            return {**node.questions, **node.leave}
        case Checklist():
            return {}
        case _:
            assert_never(node)


def node_blocks(number: int, name: str, level: int, proof: CaseProof) -> Iterator[Block]:
    """Give a decision: its text in all forms, what can be done, and what that does."""
    node = proof.case.nodes[name]
    path: ValuePath = ("nodes", name)
    yield Heading(level, line(f"Decision {number}"))
    yield place(KINDS[node.type], name, proof.unit.line(*path))
    yield from proof.naming.blocks(node.text)
    yield from _beside(node, proof)
    match node:
        case Scene():
            yield Entries(tuple(_choices(number, node.choices, (*path, "choices"), proof)))
            if node.dilemma:
                yield Paragraph(line("That every choice does harm is meant."))
            if node.keep_order:
                yield Paragraph(line("Learners see the choices in this order."))
        case Hub():
            yield from _hub(number, node, path, proof)
        case Checklist():
            yield from _checklist(number, node, path, proof)
        case _:
            assert_never(node)


def _beside(node: NodeBase, proof: CaseProof) -> Iterator[Block]:
    """Give what a node may have besides its text: more paragraphs, the short form, claims."""
    for extra in node.also:
        lead = line("Only if ", condition_words(extra.if_, proof.case), ":")
        yield Box((Paragraph(lead), *proof.naming.blocks(extra.text)))
    if node.short:
        yield Box((said("Short form", ""), *proof.naming.blocks(node.short)))
    facts = [("Claim", claim_words(claim, proof.material)) for claim in node.claims]
    if node.for_:
        facts.insert(0, ("Counts for", competency_words(node.for_, proof.material)))
    if facts:
        yield Facts(tuple(facts))


def _choices(
    number: int, choices: Mapping[str, Choice], path: ValuePath, proof: CaseProof, first: int = 0
) -> Iterator[tuple[Block, ...]]:
    """Give each choice: what is done, how it is rated, what follows, where it leads."""
    for index, (name, choice) in enumerate(choices.items(), first):
        follows = (
            [said("What follows", ""), *proof.naming.blocks(choice.then)] if choice.then else []
        )
        yield (
            _lead(number, index, (*path, name), choice.text, proof),
            *_doing(choice, proof),
            *follows,
            *_effects(choice.do, proof),
            said("Leads to", _routes(choice.goto, proof)),
        )


def _lead(number: int, index: int, path: ValuePath, text: str, proof: CaseProof) -> Paragraph:
    """Return the beginning of a choice, a question or an element."""
    where = small(f" ({path[-1]}, {proof.unit.line(*path)})")
    return Paragraph(line(strong(f"{number}.{letter(index)}"), " ", proof.naming.line(text), where))


def _doing(doing: Doing, proof: CaseProof) -> Iterator[Block]:
    """Give when something can be done, how it is rated and why, by which source, for what."""
    if doing.if_:
        yield said("Only if", condition_words(doing.if_, proof.case))
        locked = proof.naming.line(doing.locked or "")
        shown = line("it is shown with the reason: ", locked) if doing.locked else "it is hidden"
        yield said("Otherwise", shown)
    for rating, reason in doing.ratings.items():
        words = line(strong(f"{RATINGS[rating].capitalize()}:"), " ", proof.naming.line(reason))
        yield Paragraph(words, "key")
    if not doing.ratings:
        yield Paragraph(line("Not rated"))
    yield from _cited(doing.source, doing.for_, doing.claims, proof)


def _cited(
    sources: tuple[str, ...],
    competencies: tuple[str, ...],
    claims: tuple[str, ...],
    proof: CaseProof,
) -> Iterator[Block]:
    if sources:
        yield said("Source", proof.naming.all_cited(sources))
    if competencies:
        yield said("Counts for", competency_words(competencies, proof.material))
    for claim in claims:
        yield said("Claim", claim_words(claim, proof.material))


def _effects(effects: tuple[str, ...], proof: CaseProof) -> Iterator[Block]:
    if effects:
        yield said("Effects", effect_words(effects, proof.case))


def _routes(routes: tuple[Route, ...], proof: CaseProof) -> Line:
    """Return where something leads, and on what that depends."""
    ways = [
        line(proof.target(route.to), " if ", condition_words(route.if_, proof.case))
        if route.if_
        else line("otherwise " if len(routes) > 1 else "", proof.target(route.to))
        for route in routes
    ]
    return joined(ways)


def _hub(number: int, hub: Hub, path: ValuePath, proof: CaseProof) -> Iterator[Block]:
    entries = [
        (
            _lead(number, index, (*path, "questions", name), asked.ask, proof),
            said("Answer", proof.naming.line(asked.answer)),
            *_doing(asked, proof),
            *_effects(asked.do, proof),
            *([Paragraph(line("It can be asked again."))] if asked.repeat else []),
        )
        for index, (name, asked) in enumerate(hub.questions.items())
    ]
    yield Entries(tuple(entries))
    yield said("To be asked before leaving", many(hub.at_least, "question"))
    if hub.important:
        names = [proof.target(f"{path[-1]}.{name}") for name in hub.important]
        yield said("Missed if they are not asked", joined(names))
    leaving = _choices(number, hub.leave, (*path, "leave"), proof, len(hub.questions))
    yield Entries(tuple(leaving))


def _checklist(
    number: int, checklist: Checklist, path: ValuePath, proof: CaseProof
) -> Iterator[Block]:
    entries: list[tuple[Block, ...]] = []
    for index, (name, element) in enumerate(checklist.elements.items()):
        where: ValuePath = (*path, "elements", name)
        why = [said("Why", proof.naming.line(element.best))] if element.best else []
        entries.append(
            (
                _lead(number, index, where, element.ask, proof),
                Paragraph(line(strong("Right answer:"), " ", _element_key(element, proof)), "key"),
                *why,
                *_cited(element.source, element.for_, element.claims, proof),
            )
        )
    yield Entries(tuple(entries))
    yield said("What follows", "")
    yield Items(tuple(_result(result, proof) for result in checklist.results.values()))


def _element_key(element: Element, proof: CaseProof) -> Line:
    if element.answer is not None:
        return line(ELEMENT_ANSWERS[element.answer])
    met = condition_words(element.met_if, proof.case)
    return line("met, if ", met, "; otherwise not enough information")


def _result(result: Result, proof: CaseProof) -> Line:
    """Return what follows from a number of right answers."""
    words = line(f"{from_words(result.at_least)}: ", _routes(result.goto, proof))
    if result.do:
        words = line(words, ". Effects: ", effect_words(result.do, proof.case))
    return line(words, ". ", proof.naming.line(result.then)) if result.then else words
