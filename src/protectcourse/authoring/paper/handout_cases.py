"""A case as decision cards for a room: scenes and choices, and nothing that rates them.

What changes in the story's notes and meters is told by whoever leads, from the key in the plan.
"""

from collections.abc import Iterator

from protectcourse.authoring.paper.case_cards import CardChoice, Cards, deal
from protectcourse.authoring.paper.case_words import condition_words, level_words, variable_name
from protectcourse.authoring.paper.document import (
    Block,
    Box,
    Entries,
    Heading,
    Line,
    Paragraph,
    WriteLines,
    joined,
    line,
    said,
    strong,
)
from protectcourse.authoring.paper.naming import Naming
from protectcourse.authoring.paper.unit_words import many
from protectcourse.scenario.effects import parse_effect
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Checklist, Choice, Ending, Hub, HubQuestion
from protectcourse.scenario.spelling import Route

INVENTED = "The people in this case are invented."
HOW_TO_PLAY = (
    "Begin at card {start}. Read a card together, talk, choose, and write your choice down before"
    " you turn to the next. Read a note only when a card sends you to it. Whoever leads says what"
    " a choice changes, and which card comes next where a card does not say so."
)
ANSWERS = "☐ met  ☐ not met  ☐ not enough information"
NOTHING_YET = "Nothing more can be seen for now."
LEADER_SAYS = "whoever leads says which card comes next"


def case_cards(case: Case, level: int, naming: Naming, *, short: bool) -> Iterator[Block]:
    """Give the cards of a case below its heading, then the notes; each is headed by `level`."""
    cards = deal(case)
    yield Paragraph(line(strong(INVENTED)))
    if case.about:
        yield from naming.blocks(case.about)
    yield Paragraph(line(HOW_TO_PLAY.format(start=cards.numbers.get(case.start, 1))))
    yield from _case_file(case, level, cards)
    for name in case.nodes:
        yield Heading(level, line(f"Card {cards.numbers[name]}"))
        yield Box(tuple(_card(name, cards, naming, short=short)))
    for name in sorted(case.endings, key=cards.numbers.__getitem__):
        yield Heading(level, line(f"Card {cards.numbers[name]}: an ending"))
        yield Box(tuple(_ending(case.endings[name], naming)))
    yield from _notes(level, cards, naming)


def _case_file(case: Case, level: int, cards: Cards) -> Iterator[Block]:
    """Give the sheet on which learners keep what they know."""
    yield Heading(level, line("Your case file"))
    for name, meter in case.track.meters.items():
        if not meter.hidden:
            yield Paragraph(line(variable_name(name), ": ", level_words(meter, meter.start)))
        if not meter.hidden and meter.when_empty:
            card = cards.numbers.get(meter.when_empty, 0)
            words = line("When there is none left of it, the story goes to card ", str(card), ".")
            yield Paragraph(words)
    for name, values in case.variants.items():
        each = joined([(variable_name(value),) for value in values], " or ")
        yield Paragraph(line("Drawn by whoever leads: ", variable_name(name), ": ", each))
    yield Paragraph(line("What you have learnt, and what you chose:"))
    yield WriteLines(max(4, len(case.track.facts) + 2))


def _card(name: str, cards: Cards, naming: Naming, *, short: bool) -> Iterator[Block]:
    node = cards.case.nodes[name]
    yield from naming.blocks((node.short if short else None) or node.text)
    for extra in node.also:
        yield Paragraph(line("Only if ", condition_words(extra.if_, cards.case), ":"))
        yield from naming.blocks(extra.text)
    if isinstance(node, Hub):
        yield Paragraph(line(_hub_words(node)))
    if isinstance(node, Checklist):
        yield from _checklist(node, cards, naming)
    else:
        choices = cards.choices(name)
        yield Entries(tuple(tuple(_choice(one, cards, naming)) for one in choices))


def _hub_words(hub: Hub) -> str:
    """Return how an interview is held."""
    least = f" Ask {many(hub.at_least, 'question')} at least." if hub.at_least else ""
    return f"Ask in any order, each question once; then choose how to go on.{least}"


def _choice(choice: CardChoice, cards: Cards, naming: Naming) -> Iterator[Block]:
    """Give a choice, when it is there, and where it leads; not what it is worth."""
    match choice.doing:
        case HubQuestion(ask=text):
            on = "come back to this card"
        case Choice(text=text, goto=routes):
            on = _on(routes, cards)
    yield Paragraph(line(strong(f"{choice.letter}."), " ", naming.line(text)))
    if choice.doing.if_:
        yield Paragraph(line("Only if ", condition_words(choice.doing.if_, cards.case), "."))
    if choice.doing.if_ and choice.doing.locked:
        yield said("If not", naming.line(choice.doing.locked))
    told = f"read note {choice.note}, then {on}" if choice.note else on
    yield Paragraph(line(f"→ {told[:1].upper()}{told[1:]}."))


def _on(routes: tuple[Route, ...], cards: Cards) -> str:
    found = cards.leads_to(routes)
    return f"go to card {found[0]}" if len(found) == 1 else LEADER_SAYS


def _checklist(checklist: Checklist, cards: Cards, naming: Naming) -> Iterator[Block]:
    entries = [
        (Paragraph(line(strong(f"{at}."), " ", naming.line(element.ask))), Paragraph(line(ANSWERS)))
        for at, element in enumerate(checklist.elements.values(), 1)
    ]
    yield Entries(tuple(entries))
    routes = tuple(route for result in checklist.results.values() for route in result.goto)
    yield Paragraph(line(f"→ When you are done: {_on(routes, cards)}."))


def _ending(ending: Ending, naming: Naming) -> Iterator[Block]:
    yield from naming.blocks(ending.text)
    for asked in ending.ask_yourself:
        yield Paragraph(naming.line(asked))
        yield WriteLines(2)


def _notes(level: int, cards: Cards, naming: Naming) -> Iterator[Block]:
    """Give what follows choices and questions, in an order by lot, to be read one by one."""
    if not cards.notes:
        return
    yield Heading(level, line("Notes"))
    yield Paragraph(line("Read only the note that a card sends you to."))
    entries: dict[int, tuple[Block, ...]] = {}
    for name in cards.case.nodes:
        for choice in cards.choices(name):
            if choice.note:
                entries[choice.note] = tuple(_note(choice, cards.case, naming))
    yield Entries(tuple(entries[number] for number in sorted(entries)))


def _note(choice: CardChoice, case: Case, naming: Naming) -> Iterator[Block]:
    match choice.doing:
        case HubQuestion(answer=text):
            told = text
        case Choice(then=then):
            told = then or NOTHING_YET
    yield Paragraph(line(strong(f"Note {choice.note}")))
    yield from naming.blocks(told)
    for fact in _facts(choice.doing.do, case, naming):
        yield said("For your case file", fact)


def _facts(effects: tuple[str, ...], case: Case, naming: Naming) -> list[Line]:
    """Return the sentences that come into the case file, as they do on the screen."""
    found = [one for effect in effects if (one := parse_effect(effect)) and one.verb == "learn"]
    return [naming.line(case.track.facts.get(one.name, "")) for one in found]
