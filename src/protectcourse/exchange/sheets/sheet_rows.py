"""A bank as rows of cells, one for each question, of which nothing is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from protectcourse.exchange.carried import NO_FEEDBACK, NO_RATIONALE, LeftOut
from protectcourse.exchange.remarks import Remarks
from protectcourse.exchange.sheets.sheet_columns import (
    CONTRAST,
    MORE_OF_QUESTION,
    MORE_OF_QUIZ,
    OPTION,
    QUIZ,
    REASON,
    SET_ASIDE,
    columns,
    is_plain_list,
    join,
    write_more,
)
from protectcourse.plain_text import clean_text
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    OrderQuestion,
    Question,
    QuestionBase,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)

Cell = str | Decimal
Cells = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The names of the columns and the rows below them."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    left_out: tuple[LeftOut, ...] = ()


def sheet_of(quiz: Quiz) -> Sheet:
    """Return a bank as a sheet: its head, if it has more than a title, and its questions."""
    rows = [_head_row(quiz), *(_row(name, one) for name, one in quiz.questions.items())]
    most = max((_options_in(row) for row in rows), default=0)
    header = tuple(columns(most))
    remarks = Remarks(quiz.title, 0)
    if quiz.sources:
        remarks.lost("Not carried: the sources that the bank declares itself.")
    return Sheet(
        header,
        tuple(tuple(_clean(row.get(name, "")) for name in header) for row in rows if row),
        remarks.left_out,
    )


def _clean(cell: Cell) -> Cell:
    return clean_text(cell) if isinstance(cell, str) else cell


def _options_in(row: Cells) -> int:
    """Return how many options a row holds."""
    numbers = (int(name.rpartition(" ")[2]) for name in row if name[-1].isdigit())
    return max(numbers, default=0)


def _head_row(quiz: Quiz) -> Cells:
    """Return the row of the bank itself; nothing where all is as usual."""
    usual = Quiz(quiz=quiz.quiz, title=quiz.title, questions=quiz.questions)
    more: dict[str, object] = {
        key: str(getattr(quiz, field))
        for key, field in MORE_OF_QUIZ.items()
        if getattr(quiz, field) != getattr(usual, field)
    }
    more |= _set_aside(quiz.lint_allow)
    if not more and quiz.about is None:
        return {}
    row: Cells = {"kind": QUIZ, "id": quiz.quiz, "question": quiz.title, "more": write_more(more)}
    return row | ({"reason": quiz.about} if quiz.about is not None else {})


def _row(name: str, question: Question) -> Cells:
    """Return the cells of a question that hold something."""
    more: dict[str, object] = {}
    usual = QuestionBase(stem="")
    for key, field in MORE_OF_QUESTION.items():
        value = getattr(question, field, None)
        if value not in (None, False) and value != getattr(usual, field, None):
            more[key] = f"{value:f}" if isinstance(value, Decimal) else value
    row: Cells = {"kind": question.kind, "id": name, "question": question.stem}
    if question.rationale not in {None, NO_RATIONALE}:
        row["reason"] = question.rationale or ""
    for key, value in (("objective", question.objective), ("bloom", question.bloom)):
        row |= {key: value} if value is not None else {}
    for key, entries in (("source", question.source), ("claims", question.claims)):
        if is_plain_list(entries):
            row[key] = join(entries)
        elif entries:
            more[key] = list(entries)
    row |= _own_cells(question, more)
    more |= _set_aside(question.lint_allow)
    return row | ({"more": write_more(more)} if more else {})


def _set_aside(allowed: Mapping[str, str]) -> dict[str, object]:
    return {SET_ASIDE + code: reason for code, reason in allowed.items()}


def _own_cells(question: Question, more: dict[str, object]) -> Cells:
    """Return what the kind of a question has of its own; what is seldom used goes to `more`."""
    match question:
        case OneQuestion() | SeveralQuestion():
            return _options(question, more)
        case TrueFalseQuestion():
            row: Cells = {"correct": "true" if question.answer else "false"}
            thought = question.misconception
            return row | ({"misconceptions": thought} if thought is not None else {})
        case OrderQuestion():
            return _numbered(list(question.steps.values())) | _ids(question.steps)
        case MatchQuestion():
            lefts = [pair.left for pair in question.pairs.values()] + [""] * len(question.extra)
            rights = [pair.right for pair in question.pairs.values()] + [*question.extra.values()]
            names = [*question.pairs, *question.extra]
            return _numbered(lefts, rights) | _ids(names)
        case NumberQuestion():
            row = {"correct": question.answer, "tolerance": question.tolerance}
            return row | ({"unit": question.unit} if question.unit is not None else {})
        case ShortTextQuestion():
            return _numbered(list(question.accept))
        case ReflectionQuestion():
            model = question.model_answer
            return {"model answer": model} if model is not None else {}
        case _:
            assert_never(question)


def _options(question: OneQuestion | SeveralQuestion, more: dict[str, object]) -> Cells:
    options = list(question.options.values())
    numbered = list(enumerate(options, 1))
    reasons = ["" if one.rationale == NO_FEEDBACK else one.rationale for one in options]
    row = _numbered([one.text for one in options], reasons) | _ids(question.options)
    if right := [str(number) for number, one in numbered if one.correct]:
        row["correct"] = join(right)
    if question.is_weighted:
        row["weights"] = join("" if one.weight is None else f"{one.weight:f}" for one in options)
    if thought := [
        f"{number}: {one.misconception}" for number, one in numbered if one.misconception
    ]:
        row["misconceptions"] = join(thought)
    if close := [str(number) for number, one in numbered if one.contrast]:
        more[CONTRAST] = join(close)
    return row


def _numbered(texts: Sequence[str], beside: Sequence[str] = ()) -> Cells:
    row: Cells = {}
    for form, cells in ((OPTION, texts), (REASON, beside)):
        row |= {form.format(number): cell for number, cell in enumerate(cells, 1) if cell}
    return row


def _ids(names: Sequence[str] | Mapping[str, object]) -> Cells:
    return {"option ids": join(names)}
