"""A facilitator's plan: what to print, the ground rules, a timetable, prompts and the key."""

from collections.abc import Iterator
from datetime import date
from shlex import quote

from protectcourse.authoring.paper.case_cards import deal
from protectcourse.authoring.paper.document import (
    Block,
    Box,
    Document,
    Entries,
    Facts,
    Grid,
    Heading,
    Items,
    Line,
    Paragraph,
    Piece,
    WriteLines,
    line,
    said,
    strong,
)
from protectcourse.authoring.paper.facilitation import Length, Session, Station, plan_session
from protectcourse.authoring.paper.facilitation_key import choices_key, key_blocks
from protectcourse.authoring.paper.facilitation_words import CLOSING, GROUND_RULES, STEPS, TITLES
from protectcourse.authoring.paper.material import Material, Unit
from protectcourse.authoring.paper.naming import authored
from protectcourse.authoring.paper.unit_words import GRAVE, SENSITIVITY, many, review_words
from protectcourse.quiz.bank import Quiz
from protectcourse.scenario.model import Case
from protectcourse.scenario.nodes import Scene

COPIES = {
    "pairs": "one for each pair",
    "teams": "one for each team of four to six",
    "corners": "one for each person, the card of the decision only",
    "reading": "one for each person",
    "questions": "one for each team",
}


def plan_of(material: Material, length: Length, today: date) -> Document:
    """Return the plan of a session. Raises ContentError where nothing is fit for one."""
    session = plan_session(material, length)
    blocks = [
        Heading(1, line("Plan for a session: ", authored(material.title))),
        Facts(tuple(_facts(session, material, today))),
        Heading(2, line("What to print")),
        *_materials(session),
        Heading(2, line("Ground rules")),
        *_ground_rules(material),
        Heading(2, line("Timetable")),
        _timetable(session),
        *(block for station in session.stations for block in _station(station, session, material)),
        *_keys(session, material),
    ]
    return Document(f"Plan: {material.title}", material.language, tuple(blocks))


def _facts(session: Session, material: Material, today: date) -> Iterator[tuple[str, Line]]:
    yield "For", line("whoever leads the session; not for learners, since it holds the keys")
    if material.head is not None:
        head = material.head
        yield "Course", line(authored(head.title), f", version {head.version}")
        yield "State", review_words(head.status, head.reviewers)
    yield "Takes", line(many(session.minutes, "minute"))
    yield "Group", line("six to twenty-four people")
    yield "Made on", line(today.isoformat())


def _materials(session: Session) -> Iterator[Block]:
    """Give what to print, how often, and by which command."""
    yield Paragraph(
        line(
            "Read each case yourself beforehand, on the screen or in its proof. This plan holds the"
            " keys: do not hand it out."
        )
    )
    seen: set[str] = set()
    entries: list[tuple[Block, ...]] = []
    for station in session.stations:
        unit = station.unit
        if unit is None or unit.id in seen:
            continue
        seen.add(unit.id)
        short = " --short" if _sensitivity(unit) >= GRAVE else ""
        command = f"protectcourse handout {quote(unit.reading.name)} --format html{short}"
        lead = line(strong(unit.value.title), f" ({unit.name}): {COPIES[station.kind]}")
        entries.append((Paragraph(lead), Paragraph((Piece(command, authored=True),))))
    yield Entries(tuple(entries))
    yield Paragraph(line("Also: pens, paper, and a clock that everybody can see."))


def _ground_rules(material: Material) -> Iterator[Block]:
    yield Items(tuple(line(rule) for rule in GROUND_RULES), 1)
    support = material.head.support if material.head else None
    blocks = material.naming().blocks(support) if support else []
    words = Paragraph(line("Who can be spoken to, here and afterwards (write it on the wall):"))
    yield Box((said("Support", ""), *blocks, words, WriteLines(2)))


def _timetable(session: Session) -> Grid:
    rows: list[tuple[Line, ...]] = []
    at = 0
    for station in session.stations:
        title = line(": ", authored(station.unit.value.title)) if station.unit else ()
        begin, end = _time(at), _time(at + station.minutes)
        what = line(TITLES[station.kind], title)
        rows.append((line(f"{begin}–{end}"), line(str(station.minutes)), what))
        at += station.minutes
    return Grid((line("From the start"), line("Minutes"), line("What")), tuple(rows))


def _time(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _station(station: Station, session: Session, material: Material) -> Iterator[Block]:
    """Give how a stretch is led, what may be asked in it, and what weighs in it."""
    title = line(": ", authored(station.unit.value.title)) if station.unit else ()
    yield Heading(2, line(TITLES[station.kind], title))
    if station.unit is not None:
        yield from _about(station.unit, material)
    yield Items(tuple(line(step) for step in STEPS[station.kind]), 1)
    if station.unit is None or not isinstance(station.unit.value, Case):
        prompts = CLOSING if station.kind == "debrief" else ()
        if prompts:
            yield Heading(3, line("To ask"))
            yield Items((*(line(asked) for asked in prompts), *_asked(session, material)))
        return
    if station.kind == "corners":
        yield from _corners(station.unit, station.unit.value, session, material)
    asked = _prompts(station.unit, station.unit.value, material)
    if asked:
        yield Heading(3, line("To talk about"))
        yield Items(tuple(asked))


def _about(unit: Unit, material: Material) -> Iterator[Block]:
    """Give how long a unit takes alone, how much it weighs, and what its note says."""
    if isinstance(unit.value, Quiz):
        return
    minutes = f"About {many(unit.value.minutes, 'minute')} alone; " if unit.value.minutes else ""
    yield Paragraph(line(f"{minutes}{SENSITIVITY[unit.value.sensitivity]}."))
    if unit.value.content_note:
        note = material.naming(unit).line(unit.value.content_note)
        yield said("Say beforehand", note)


def _corners(unit: Unit, case: Case, session: Session, material: Material) -> Iterator[Block]:
    """Give the decision that is argued, with a corner for each choice, and what is good in each."""
    naming = material.naming(unit)
    cards = deal(case)
    node = case.nodes[session.corner]
    yield Heading(3, line(f"The decision (card {cards.numbers[session.corner]})"))
    if isinstance(node, Scene):
        yield from naming.blocks(node.text)
    choices = cards.choices(session.corner)
    corners = (
        line(strong(f"Corner {one.letter}:"), " ", naming.line(node.choices[one.id].text))
        for one in choices
        if isinstance(node, Scene)
    )
    yield Items(tuple(corners))
    yield Heading(3, line("Key points, for you"))
    yield choices_key(session.corner, cards, naming)


def _prompts(unit: Unit, case: Case, material: Material) -> list[Line]:
    """Return the questions that the endings of a case ask."""
    naming = material.naming(unit)
    return [naming.line(one) for ending in case.endings.values() for one in ending.ask_yourself]


def _asked(session: Session, material: Material) -> list[Line]:
    """Return one question of each case for the debrief."""
    each = [
        _prompts(unit, unit.value, material)[:1]
        for unit in session.cases
        if isinstance(unit.value, Case)
    ]
    return [line(one) for asked in each for one in asked]


def _keys(session: Session, material: Material) -> Iterator[Block]:
    """Give the key to the cards of each case."""
    for unit in session.cases:
        if isinstance(unit.value, Case):
            yield Heading(2, line("Key to the cards: ", authored(unit.value.title)))
            yield from key_blocks(unit.value, 3, material.naming(unit))


def _sensitivity(unit: Unit) -> str:
    return "S0" if isinstance(unit.value, Quiz) else unit.value.sensitivity
