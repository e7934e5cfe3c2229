"""The key to the cards of a case, for whoever leads: what is good, what it changes, where it goes.

Its numbers and letters are those of the handout.
"""

from collections.abc import Iterator

from protectcourse.authoring.paper.case_cards import CardChoice, Cards, deal
from protectcourse.authoring.paper.case_words import condition_words, effect_words
from protectcourse.authoring.paper.document import (
    Block,
    Entries,
    Heading,
    Line,
    Paragraph,
    joined,
    line,
    said,
    strong,
)
from protectcourse.authoring.paper.naming import Naming
from protectcourse.authoring.paper.unit_words import ELEMENT_ANSWERS, OUTCOMES, RATINGS, from_words
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Checklist, Choice, Element, Ending, Hub
from protectcourse.scenario.spelling import Route


def key_blocks(case: Case, level: int, naming: Naming) -> Iterator[Block]:
    """Give the key to each card of a case."""
    cards = deal(case)
    for name, node in case.nodes.items():
        yield Heading(level, line(f"Card {cards.numbers[name]}"))
        if isinstance(node, Checklist):
            yield from _checklist(node, cards, naming)
        else:
            yield choices_key(name, cards, naming)
        if isinstance(node, Hub) and node.important:
            asked = {one.id: one.letter for one in cards.choices(name)}
            letters = ", ".join(sorted(asked[one] for one in node.important if one in asked))
            yield said("Missed if they are not asked", letters)
    for name in sorted(case.endings, key=cards.numbers.__getitem__):
        yield Heading(level, line(f"Card {cards.numbers[name]}: an ending"))
        yield from _ending(case.endings[name], naming)


def choices_key(name: str, cards: Cards, naming: Naming) -> Entries:
    """Return what each choice of a card is worth and why, what it changes, and where it leads."""
    return Entries(tuple(tuple(_choice(one, cards, naming)) for one in cards.choices(name)))


def _choice(choice: CardChoice, cards: Cards, naming: Naming) -> Iterator[Block]:
    doing = choice.doing
    rated = [
        line(strong(f"{RATINGS[rating].capitalize()}:"), " ", naming.line(reason))
        for rating, reason in doing.ratings.items()
    ]
    yield Paragraph(line(strong(f"{choice.letter}."), " ", joined(rated) or "Not rated"))
    if doing.do:
        yield said("Changes", effect_words(doing.do, cards.case))
    if isinstance(doing, Choice) and len(cards.leads_to(doing.goto)) > 1:
        yield said("Leads to", _routes(doing.goto, cards))


def _routes(routes: tuple[Route, ...], cards: Cards) -> Line:
    ways = []
    for route in routes:
        card = f"card {cards.numbers.get(route.to, 0)}"
        met = condition_words(route.if_, cards.case)
        otherwise = "otherwise " if len(routes) > 1 else ""
        ways.append(line(card, " if ", met) if route.if_ else line(otherwise, card))
    return joined(ways)


def _checklist(checklist: Checklist, cards: Cards, naming: Naming) -> Iterator[Block]:
    entries: list[tuple[Block, ...]] = []
    for at, element in enumerate(checklist.elements.values(), 1):
        right = line(strong(f"{at}."), " ", _right(element, cards.case))
        why = (Paragraph(naming.line(element.best)),) if element.best else ()
        entries.append((Paragraph(right), *why))
    yield Entries(tuple(entries))
    for result in checklist.results.values():
        yield said(from_words(result.at_least), _routes(result.goto, cards))
        if result.do:
            yield said("Changes", effect_words(result.do, cards.case))
        if result.then:
            yield said("Read aloud", naming.line(result.then))


def _right(element: Element, case: Case) -> Line:
    if element.answer is not None:
        return line(ELEMENT_ANSWERS[element.answer])
    return line("met, if ", condition_words(element.met_if, case), "; else not enough information")


def _ending(ending: Ending, naming: Naming) -> Iterator[Block]:
    yield Paragraph(line(strong(f"{OUTCOMES[ending.outcome].capitalize()}.")))
    if ending.debrief:
        yield from naming.blocks(ending.debrief)
