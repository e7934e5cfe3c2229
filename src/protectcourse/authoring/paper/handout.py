"""A unit or a course on paper for learners in a room: without keys, ratings or reasons."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, assert_never

from protectcourse.authoring.paper.document import (
    Block,
    Box,
    Document,
    Entries,
    Facts,
    Heading,
    Line,
    Paragraph,
    Piece,
    line,
    said,
    strong,
)
from protectcourse.authoring.paper.handout_cases import case_cards
from protectcourse.authoring.paper.handout_questions import question_on_paper
from protectcourse.authoring.paper.material import Material, Part, Unit
from protectcourse.authoring.paper.naming import Naming, authored
from protectcourse.authoring.paper.proof_lessons import page_texts
from protectcourse.authoring.paper.proof_references import referred, source_line
from protectcourse.authoring.paper.unit_words import GRAVE, PAGE_KINDS, review_words
from protectcourse.course.models import Lesson, Page
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import Question
from protectcourse.scenario.model import Case

GUESS, RECALL = "Guess first", "Try to recall"
NOT_PRINTED = frozenset(
    {"rationale", "best", "acceptable", "harmful", "red_line", "model_answer", "debrief"}
    | {"accept", "source", "claims"}
)
"""Keys whose words a handout leaves out: what they name would be a hint."""
HELD_BACK = "These questions are the final assessment and are not printed here."


class HandoutChoices(NamedTuple):
    """What a trainer can choose about a handout."""

    short: bool = False
    """Whether sensitive pages are printed in their short form."""
    with_final: bool = False
    """Whether the questions of a final are printed."""


def handout_of(material: Material, choices: HandoutChoices, today: date) -> Document:
    """Return the handout of a unit or a course."""
    blocks: list[Block] = [
        Heading(1, (authored(material.title),)),
        Facts(tuple(_facts(material, today))),
    ]
    if material.whole and material.head is not None:
        blocks += material.naming().blocks(material.head.about or "")
        for part in material.parts:
            blocks += _part_blocks(part, choices, material)
    else:
        blocks += _unit_blocks(material.units[0], 2, choices, material)
    blocks += _back(choices, material)
    title = f"Handout: {material.title}"
    return Document(title, material.language, tuple(blocks), has_contents=material.whole)


def is_held_back(unit: Unit, choices: HandoutChoices) -> bool:
    """Say whether a unit is the assessment, which is printed only where that is asked for."""
    return isinstance(unit.value, Quiz) and unit.value.pool == "final" and not choices.with_final


def _facts(material: Material, today: date) -> Iterator[tuple[str, Line]]:
    head = material.head
    if head is not None:
        yield "Course", line(authored(head.title), f", version {head.version}")
        yield "State", review_words(head.status, head.reviewers)
        if head.licence:
            yield "Licence", line(authored(head.licence))
    yield "Printed on", line(today.isoformat())


def _part_blocks(part: Part, choices: HandoutChoices, material: Material) -> Iterator[Block]:
    """Give a module and its units."""
    yield Heading(2, (authored(part.title),), f"part-{material.parts.index(part) + 1}")
    if part.module is not None and part.module.about:
        yield from material.naming().blocks(part.module.about)
    for unit in part.units:
        lead = line(f"{unit.name.capitalize()}: ", authored(unit.value.title))
        yield Heading(3, lead, f"unit-{unit.id}")
        yield from _unit_blocks(unit, 4, choices, material)


def _unit_blocks(
    unit: Unit, level: int, choices: HandoutChoices, material: Material
) -> Iterator[Block]:
    """Give a unit below its heading, with its content note first and support last."""
    naming = material.naming(unit)
    note = None if isinstance(unit.value, Quiz) else unit.value.content_note
    if note:
        yield Box((said("Before you read", ""), *naming.blocks(note)))
    match unit.value:
        case Lesson() as lesson:
            yield from _lesson(lesson, level, naming, short=choices.short)
        case Quiz() as quiz:
            if is_held_back(unit, choices):
                yield Paragraph(line(HELD_BACK))
            else:
                yield from _quiz(quiz, level, naming)
        case Case() as case:
            yield from case_cards(case, level, naming, short=choices.short)
        case _:
            assert_never(unit.value)
    support = material.head.support if material.head else None
    if support and not isinstance(unit.value, Quiz) and unit.value.sensitivity >= GRAVE:
        yield Box((said("If this weighs on you", ""), *naming.blocks(support)))


def _lesson(lesson: Lesson, level: int, naming: Naming, *, short: bool) -> Iterator[Block]:
    if lesson.about:
        yield from naming.blocks(lesson.about)
    if lesson.guess_first is not None:
        yield _prompt(GUESS, f"{lesson.lesson}/guess", lesson.guess_first, naming)
    for at, (name, page) in enumerate(lesson.pages.items(), 1):
        yield Heading(level, line(f"{at}. ", naming.line(page.title)))
        yield from _page(page, naming, short=short)
        if page.recall is not None:
            yield _prompt(RECALL, f"{lesson.lesson}/{name}", page.recall, naming)


def _page(page: Page, naming: Naming, *, short: bool) -> Iterator[Block]:
    if page.kind in PAGE_KINDS:
        yield Paragraph((Piece(PAGE_KINDS[page.kind], "emphasis"),))
    if short and page.short:
        yield from naming.blocks(page.short)
        return
    for label, text in page_texts(page):
        if label:
            yield Paragraph(line(strong(label)))
        yield from naming.blocks(text)


def _prompt(label: str, name: str, question: Question, naming: Naming) -> Box:
    lead = Paragraph(line(strong(label)))
    return Box((lead, *question_on_paper(name, question, naming)))


def _quiz(quiz: Quiz, level: int, naming: Naming) -> Iterator[Block]:
    if quiz.about:
        yield from naming.blocks(quiz.about)
    for number, (name, question) in enumerate(quiz.questions.items(), 1):
        yield Heading(level, line(f"Question {number}"))
        yield from question_on_paper(name, question, naming)


def _back(choices: HandoutChoices, material: Material) -> Iterator[Block]:
    """Give what stands at the end: the terms and sources of what is printed, and no others."""
    naming = material.naming()
    printed = [unit for unit in material.units if not is_held_back(unit, choices)]
    found = referred(printed, material, NOT_PRINTED)
    if found.terms:
        yield Heading(2, line("Words"), "terms")
        terms = (material.terms[name] for name in found.terms)
        each = (
            line(Piece(one.term, "strong", authored=True), ": ", naming.line(one.meaning))
            for one in terms
        )
        yield Entries(tuple((Paragraph(words),) for words in each))
    if found.sources:
        yield Heading(2, line("Sources"), "sources")
        each = (source_line(material.sources[name]) for name in found.sources)
        yield Entries(tuple((Paragraph(words),) for words in each))
