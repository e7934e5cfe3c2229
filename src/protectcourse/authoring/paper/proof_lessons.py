"""A lesson as its reviewer reads it: each page in full, with its short form, claims and prompt."""

from collections.abc import Iterator

from protectcourse.authoring.paper.document import (
    Block,
    Box,
    Facts,
    Heading,
    Line,
    Paragraph,
    joined,
    line,
    place,
    said,
    strong,
)
from protectcourse.authoring.paper.material import Material, Unit
from protectcourse.authoring.paper.naming import Naming
from protectcourse.authoring.paper.proof_questions import question_blocks, question_place
from protectcourse.authoring.paper.proof_references import (
    claim_words,
    exceptions_words,
    objective_words,
)
from protectcourse.authoring.paper.unit_words import (
    BOX_LABELS,
    PAGE_KINDS,
    SENSITIVITY,
    review_words,
)
from protectcourse.course.models import BoxPage, Lesson, Page
from protectcourse.quiz.questions import Question

GUESS, RECALL = "to guess first, not scored", "to recall, not scored"


def lesson_blocks(lesson: Lesson, level: int, unit: Unit, material: Material) -> Iterator[Block]:
    """Give all of a lesson below its heading; its pages are headed by `level`."""
    naming = material.naming(unit)
    yield Facts(tuple(_lesson_facts(lesson, material, naming)))
    if lesson.about:
        yield from naming.blocks(lesson.about)
    number = 0
    if lesson.guess_first is not None:
        number = 1
        yield _prompt(1, GUESS, lesson.guess_first, ("guess_first",), unit, material)
    for at, (name, page) in enumerate(lesson.pages.items(), 1):
        yield Heading(level, line(f"Page {at}. ", naming.line(page.title)))
        yield place(PAGE_KINDS.get(page.kind, ""), name, unit.line("pages", name))
        yield from _page(page, material, naming)
        if page.recall is not None:
            number += 1
            path = ("pages", name, "recall")
            yield _prompt(number, RECALL, page.recall, path, unit, material)


def page_texts(page: Page) -> Iterator[tuple[str, str]]:
    """Give the texts of a page in order, each with what stands above it, or nothing."""
    if page.text:
        yield "", page.text
    if isinstance(page, BoxPage):
        for label, text in zip(
            BOX_LABELS.values(), (page.known, page.argued, page.changed), strict=True
        ):
            if text:
                yield label, text


def _lesson_facts(lesson: Lesson, material: Material, naming: Naming) -> Iterator[tuple[str, Line]]:
    yield "Minutes", line(str(lesson.minutes))
    if lesson.objectives:
        yield "Objectives", joined([objective_words(one, material) for one in lesson.objectives])
    yield "Sensitivity", line(SENSITIVITY[lesson.sensitivity])
    if lesson.content_note:
        yield "Note shown before", naming.line(lesson.content_note)
    yield "State", review_words(lesson.status, lesson.reviewers)
    if lesson.lint_allow:
        yield "Exceptions to checks", exceptions_words(lesson.lint_allow)


def _page(page: Page, material: Material, naming: Naming) -> Iterator[Block]:
    for label, text in page_texts(page):
        if label:
            yield Paragraph(line(strong(label)))
        yield from naming.blocks(text)
    if page.short:
        yield Box((said("Short form", ""), *naming.blocks(page.short)))
    facts = list(_page_facts(page, material, naming))
    if facts:
        yield Facts(tuple(facts))


def _page_facts(page: Page, material: Material, naming: Naming) -> Iterator[tuple[str, Line]]:
    if page.sensitivity != "S0":
        yield "Sensitivity", line(SENSITIVITY[page.sensitivity])
    for claim in page.claims:
        yield "Claim", claim_words(claim, material)
    if page.source:
        yield "Sources of the page", naming.all_cited(page.source)
    if page.as_of:
        yield "As of", line(page.as_of)
    if page.lint_allow:
        yield "Exceptions to checks", exceptions_words(page.lint_allow)


def _prompt(
    number: int,
    what: str,
    question: Question,
    path: tuple[str, ...],
    unit: Unit,
    material: Material,
) -> Box:
    """Return the question of a page, or of a lesson, in a box."""
    lead = Paragraph(line(strong(f"Question {number}"), f" ({what})"))
    where = question_place(question, path, unit)
    return Box((lead, where, *question_blocks(number, question, path, unit, material)))
