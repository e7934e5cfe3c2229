"""A question as its reviewer reads it: every option with key, reason, misconception and source."""

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from protectcourse.authoring.paper.document import (
    Block,
    Entries,
    Facts,
    Grid,
    Items,
    Line,
    Paragraph,
    Piece,
    joined,
    line,
    place,
    said,
    small,
    strong,
)
from protectcourse.authoring.paper.material import Material, Unit
from protectcourse.authoring.paper.naming import Naming, authored
from protectcourse.authoring.paper.proof_references import (
    claim_words,
    exceptions_words,
    objective_words,
)
from protectcourse.authoring.paper.unit_words import SENSITIVITY, letter, question_kind
from protectcourse.findings import ValuePath
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


def question_blocks(
    number: int, question: Question, path: ValuePath, unit: Unit, material: Material
) -> list[Block]:
    """Return a question below its heading, all that its file says of it."""
    naming = material.naming(unit)
    stem = naming.blocks(question.stem)
    answers = list(_answers(number, question, path, unit, material))
    why = [said("Why", naming.line(question.rationale))] if question.rationale else []
    facts = list(_facts(question, unit, material))
    return [*stem, *answers, *why, *([Facts(tuple(facts))] if facts else [])]


def question_place(question: Question, path: ValuePath, unit: Unit) -> Paragraph:
    """Return what sort of question it is, its id, and the line in its file."""
    name = "" if path[-1] in {"recall", "guess_first"} else str(path[-1])
    return place(question_kind(question), name, unit.line(*path))


def _answers(
    number: int, question: Question, path: ValuePath, unit: Unit, material: Material
) -> Iterator[Block]:
    """Give what can be answered and what is right."""
    naming = material.naming(unit)
    match question:
        case OneQuestion() | SeveralQuestion():
            yield _options(number, question, path, unit, material)
        case TrueFalseQuestion():
            yield _key(line("true" if question.answer else "false"))
            yield from _misconception(question.misconception, material)
        case OrderQuestion():
            yield said("The right order", "")
            yield Items(tuple(naming.line(step) for step in question.steps.values()), 1)
        case MatchQuestion():
            yield _pairs(question, naming)
            for extra in question.extra.values():
                yield said("Belongs to nothing", naming.line(extra))
        case NumberQuestion():
            yield _key(_number(question))
        case ShortTextQuestion():
            yield _key(joined([(authored(form),) for form in question.accept]), "Accepted")
        case ReflectionQuestion():
            if question.model_answer:
                yield said("One good answer", naming.line(question.model_answer))
        case _:
            assert_never(question)


def _options(
    number: int,
    question: OneQuestion | SeveralQuestion,
    path: ValuePath,
    unit: Unit,
    material: Material,
) -> Entries:
    """Return the options, each with its key, its reason and where it stands."""
    naming = material.naming(unit)
    entries: list[tuple[Block, ...]] = []
    for index, (name, option) in enumerate(question.options.items()):
        is_right = name in question.key
        marks = [strong("Right") if is_right else Piece("Not right")]
        if option.weight is not None:
            marks.append(Piece(f", worth {_plain(option.weight)} %"))
        if option.contrast:
            marks.append(Piece(", meant to be almost the same as another"))
        where = small(f" ({name}, {unit.line(*path, 'options', name)})")
        lead = line(strong(f"{number}.{letter(index)}"), " ", naming.line(option.text), where)
        why = line(*marks, ": ", naming.line(option.rationale))
        entries.append(
            (
                Paragraph(lead),
                Paragraph(why, "key" if is_right else ""),
                *_misconception(option.misconception, material),
            )
        )
    return Entries(tuple(entries))


def _misconception(name: str | None, material: Material) -> Iterator[Block]:
    if name is not None:
        meant = material.head.misconceptions.get(name, "") if material.head else ""
        yield said("Misconception", line(authored(meant), " ", small(f"({name})")))


def _key(words: Line, label: str = "Right answer") -> Paragraph:
    return Paragraph(line(strong(f"{label}:"), " ", words), "key")


def _pairs(question: MatchQuestion, naming: Naming) -> Grid:
    rows = tuple(
        (naming.line(pair.left), naming.line(pair.right)) for pair in question.pairs.values()
    )
    return Grid((line("Left"), line("Belongs to it")), rows)


def _number(question: NumberQuestion) -> Line:
    words = line(
        _plain(question.answer), *((" ", authored(question.unit)) if question.unit else ())
    )
    if not question.tolerance:
        return words
    least, most = question.answer - question.tolerance, question.answer + question.tolerance
    return line(words, f" (right from {_plain(least)} to {_plain(most)})")


def _plain(number: Decimal) -> str:
    """Return a number without zeros at its end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _facts(question: Question, unit: Unit, material: Material) -> Iterator[tuple[str, Line]]:
    """Give what else the file says of a question."""
    naming = material.naming(unit)
    if question.objective:
        yield "Objective", objective_words(question.objective, material)
    if question.bloom:
        yield "Asks to", line(question.bloom)
    if question.source:
        yield "Source", naming.all_cited(question.source)
    if question.claims:
        yield "Claims", joined([claim_words(one, material) for one in question.claims])
    if question.as_of:
        yield "As of", line(question.as_of)
    if question.contested:
        yield "Contested", line("yes")
    if question.sensitivity != "S0":
        yield "Sensitivity", line(SENSITIVITY[question.sensitivity])
    if question.parallel_of:
        yield "Another wording of", line(small(question.parallel_of))
    if question.angoff is not None:
        yield "Judged to be right for", line(f"{_plain(question.angoff)} of barely able learners")
    if question.lint_allow:
        yield "Exceptions to checks", exceptions_words(question.lint_allow)
