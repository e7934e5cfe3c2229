"""A question on paper: what is asked, in an order by lot, and room to answer; not what is right."""

from collections.abc import Iterator
from typing import assert_never

from protectcourse.authoring.paper.case_cards import LOT
from protectcourse.authoring.paper.document import (
    Block,
    Grid,
    Items,
    Line,
    Paragraph,
    WriteLines,
    line,
)
from protectcourse.authoring.paper.naming import Naming, authored
from protectcourse.authoring.paper.unit_words import letter
from protectcourse.quiz.presentation import shown_order
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    OrderQuestion,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)

NO_NAMES = "Names and details of real people do not belong here."
GAP = "____"


def question_on_paper(name: str, question: Question, naming: Naming) -> Iterator[Block]:
    """Give a question with boxes to tick or lines to write on; `name` decides the order by lot."""
    yield from naming.blocks(question.stem)
    order = shown_order(name, question, LOT)
    match question:
        case OneQuestion() | SeveralQuestion():
            texts = [naming.line(question.options[one].text) for one in order]
            yield _lettered(texts, "☐ ")
        case TrueFalseQuestion():
            yield Items((line("☐ true"), line("☐ false")), is_bare=True)
        case OrderQuestion():
            yield _lettered([naming.line(question.steps[one]) for one in order])
            yield Paragraph(line("The letters in the right order:"))
            yield WriteLines()
        case MatchQuestion():
            yield _left_sides(question, naming)
            yield _lettered([naming.line(question.right_sides[one]) for one in order])
        case NumberQuestion():
            unit = line(" (", authored(question.unit), ")") if question.unit else ()
            yield Paragraph(line("Your number", unit, ":"))
            yield WriteLines()
        case ShortTextQuestion():
            yield WriteLines()
        case ReflectionQuestion():
            yield Paragraph(line(NO_NAMES))
            yield WriteLines(4)
        case _:
            assert_never(question)


def _lettered(texts: list[Line], before: str = "") -> Items:
    lettered = (line(f"{before}{letter(at)}. ", text) for at, text in enumerate(texts))
    return Items(tuple(lettered), is_bare=True)


def _left_sides(question: MatchQuestion, naming: Naming) -> Grid:
    rows = tuple((naming.line(pair.left), line(GAP)) for pair in question.pairs.values())
    return Grid((line("Write the letter that belongs to each"), line("Letter")), rows)
