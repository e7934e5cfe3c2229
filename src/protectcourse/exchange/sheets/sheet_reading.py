"""Rows of cells, which somebody may have written by hand, as a bank."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, cast

from protectcourse.errors import ExchangeError
from protectcourse.exchange.carried import CarriedIn, LeftOut
from protectcourse.exchange.foreign.made_ids import Named
from protectcourse.exchange.foreign.sound_bank import Proposed, bank_of
from protectcourse.exchange.remarks import Remarks, short_item
from protectcourse.exchange.sheets.sheet_columns import (
    AFTER,
    BEFORE,
    KINDS,
    MORE_OF_QUIZ,
    OPTION,
    QUIZ,
    SET_ASIDE,
    known_name,
    tidy_name,
)
from protectcourse.exchange.sheets.sheet_kinds import SheetKind, read_question
from protectcourse.exchange.sheets.sheet_row import Row
from protectcourse.findings import did_you_mean
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.checks import find_faults
from protectcourse.shapes import UNIT_ID

NEEDED = ("kind", "question")
_CHOICES = {
    "pool": ("practice", "final", "pretest"),
    "spread": ("objective", "domain"),
    "feedback": ("now", "after", "after-pass"),
}
_LIMITS = {"draw": (1, 1000), "pass": (0, 100), "floor": (1, 1000), "minutes": (1, 600)}
_HINT = "Export a bank of a course: its first row shows the columns."


class NumberedRow(NamedTuple):
    """A row as the file has it, and its number there, from 1."""

    number: int
    cells: Sequence[str]


def is_header(cells: Iterable[str]) -> bool:
    """Whether a row names the columns that no sheet of questions can do without."""
    names = {tidy_name(cell) for cell in cells}
    return all(name in names for name in NEEDED)


def bank_of_rows(rows: Iterable[NumberedRow], bank_id: str, title: str) -> CarriedIn:
    """Return the bank of a sheet, whose first row names the columns. Raises ExchangeError."""
    waiting = iter(rows)
    header = next((row for row in waiting if any(map(str.strip, row.cells))), None)
    if header is None or not is_header(header.cells):
        number = header.number if header else 1
        named = ", ".join(f"`{name}`" for name in NEEDED)
        raise ExchangeError(f"row {number} does not name the columns {named}", _HINT)
    names, told = _names(header)
    proposed: list[Proposed] = []
    head: Row | None = None
    for numbered in waiting:
        if not any(map(str.strip, numbered.cells)):
            continue
        cells = {
            name: cell for name, cell in zip(names, numbered.cells, strict=False) if name and cell
        }
        row = Row(numbered.number, cells)
        if row.kind == QUIZ and head is None:
            head = row
        else:
            _take(row, proposed, told)
    carried = bank_of(proposed, told, bank_id, title)
    return _with_head(carried, head) if head is not None else carried


def _names(header: NumberedRow) -> tuple[list[str], list[LeftOut]]:
    """Return the name of each column, empty for one that is left out, and what is to be told."""
    remarks = Remarks("the first row", header.number)
    names: list[str] = []
    for cell in header.cells:
        name = tidy_name(cell)
        if name.startswith("reason ") and not name.startswith("reason or "):
            name = name.replace("reason ", "reason or match ", 1)
        if known_name(name) and name not in names:
            names.append(name)
            continue
        names.append("")
        if name and name in names:
            remarks.lost(f"The column `{short_item(name)}` is there twice: the first one is read.")
        elif name:
            near = did_you_mean(name, [*BEFORE, *AFTER, OPTION.format(1)])
            remarks.lost(f"The column `{short_item(name)}` is not known. {near}".strip())
    return names, list(remarks.left_out)


def _take(row: Row, proposed: list[Proposed], told: list[LeftOut]) -> None:
    """Read one question: propose it, or tell why there is none."""
    question = None
    if row.kind in KINDS:
        question = read_question(row, cast(SheetKind, row.kind))
    else:
        near = did_you_mean(row.kind, KINDS) or f"It is one of: {', '.join(KINDS)}."
        said = f"`kind` is “{short_item(row.kind)}”" if row.kind else "`kind` is empty"
        row.remarks.lost(f"The question was left out: {said}. {near}")
    if question is None:
        told += row.remarks.left_out
        return
    given = row.word("id")
    if given and not UNIT_ID.fullmatch(given):
        row.remarks.changed(f"“{short_item(given)}” cannot be an id: another was made.")
    proposed.append(
        Proposed(question, Named(given or question.stem, question.stem, given), row.remarks)
    )


def _with_head(carried: CarriedIn, head: Row) -> CarriedIn:
    """Return the bank with the settings that its own row gives, where they fit the questions."""
    if carried.quiz is None:
        return carried
    fields = {key: value for key, value in _head_fields(head).items() if value is not None}
    quiz: Quiz = replace(carried.quiz, **fields)
    if faults := find_faults(quiz):
        head.remarks.lost(f"The settings of the bank were left out: {faults[0].message}.")
        quiz = carried.quiz
    told = sorted((*carried.left_out, *head.remarks.left_out), key=lambda one: one.line)
    return CarriedIn(quiz=quiz, left_out=tuple(told))


def _head_fields(head: Row) -> dict[str, Any]:
    fields: dict[str, Any] = {"about": head.plain("reason") or None}
    fields["lint_allow"] = head.set_aside() or None
    for key, value in head.more.items():
        if key.startswith(SET_ASIDE):
            continue
        found = _setting(key, str(value)) if key in MORE_OF_QUIZ else None
        if found is None:
            head.remarks.lost(f"Not understood under `more`: `{key}`: {short_item(str(value))}")
        else:
            fields[MORE_OF_QUIZ[key]] = found
    return fields


def _setting(key: str, text: str) -> str | int | None:
    """Return a setting of the bank, or None where a text is none."""
    if key in _CHOICES:
        return text if text in _CHOICES[key] else None
    if key == "was":
        return text if UNIT_ID.fullmatch(text) else None
    least, most = _LIMITS.get(key, (1, 1000))
    is_number = text.isascii() and text.isdigit() and len(text) < 5
    return int(text) if is_number and least <= int(text) <= most else None
