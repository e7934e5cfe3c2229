"""The columns of a sheet of questions: their names, what belongs there, how lists are written.

One row is one question. CSV and XLSX share them.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

KINDS: Mapping[str, str] = {
    "one": "Options, of which one is right. Its number stands under `correct`.",
    "several": "Options, of which several are right. Their numbers stand under `correct`: 1; 3",
    "true-false": "A statement. Under `correct` stands true or false.",
    "order": "Steps, written under the options in the right order.",
    "match": "Pairs: the left under an option, its match beside it. A match without an option"
    " belongs to nothing.",
    "number": "A number is asked for. It stands under `correct`.",
    "short-text": "A word is asked for. Every form that counts as right stands under an option.",
    "reflection": "To think about; nobody marks it.",
}
"""What a row of each kind holds."""
QUIZ = "quiz"
"""The kind of a row that is not a question but the head of the bank."""
LEAST_OPTIONS, MOST_OPTIONS = 6, 100
OPTION, REASON = "option {}", "reason or match {}"
BEFORE: Mapping[str, str] = {
    "kind": "What is asked: one of the kinds listed below.",
    "id": "A short name that never changes, of letters, digits and hyphens. Left empty, it is made"
    " from the question.",
    "question": "The question itself. *Slanted* and **bold** are written with stars.",
    "correct": "What is right: the number of the option, the numbers with ; between them, true or"
    " false, or the number that is asked for.",
}
"""The columns before the options, and what belongs there."""
OPTIONS: Mapping[str, str] = {
    "option 1": "The options, one a column; add columns for more. Of a question to put in order the"
    " steps, of a match the left-hand sides, of a short text the accepted words.",
    "reason or match 1": "Why the option beside it is right or wrong; of a match what belongs to"
    " it.",
}
"""The columns of the options, by the example of the first."""
AFTER: Mapping[str, str] = {
    "reason": "What is said after the answer, whatever it was.",
    "weights": "Only where options give part of the points: percent for each in turn: 100; 50; 0",
    "model answer": "What a good answer to a reflection might say.",
    "tolerance": "How far from the number still counts as right.",
    "unit": "The unit of the number.",
    "objective": "The learning objective, by its id in the course.",
    "bloom": "remember, understand, apply, analyse, evaluate or create.",
    "source": "Sources by their id, with the place after a comma; ; between several.",
    "claims": "The claims that the question asks about, by their ids, ; between them.",
    "misconceptions": "What is mistaken by whoever chooses an option: its number and the id of the"
    " misconception: 2: motive-decides; 3: past-harm",
    "option ids": "Ids of the options, in their order. Left empty, they are made from the words.",
    "more": "What is seldom used, a line each, such as `keep order: true` or `as of: 2012-03`.",
}
"""The columns after the options."""
MORE_OF_QUESTION: Mapping[str, str] = {
    "keep order": "keep_order",
    "all or nothing": "all_or_nothing",
    "as of": "as_of",
    "sensitivity": "sensitivity",
    "contested": "contested",
    "parallel of": "parallel_of",
    "angoff": "angoff",
    "was": "was",
}
"""What a question may have under `more`, and the field that it belongs to."""
MORE_OF_QUIZ: Mapping[str, str] = {
    "pool": "pool",
    "draw": "draw",
    "spread": "spread",
    "pass": "pass_",
    "floor": "floor",
    "feedback": "feedback",
    "attempts per day": "attempts_per_day",
    "minutes": "minutes",
    "was": "was",
}
"""The same for the head of the bank."""
SET_ASIDE = "set aside "
"""Begins an entry of `more` that gives the reason why a check is set aside."""
CONTRAST = "contrast"
_OPTION_COLUMN = re.compile(r"(option|reason or match|reason) ([1-9][0-9]{0,2})")
_SEPARATOR = re.compile(r"[;\n]")
_ENTRY = re.compile(r"([^:\n]{1,80}): ?(.*)")


class OptionColumn(NamedTuple):
    """A column of the options: which of the two it is, and of the how-manieth option."""

    is_option: bool
    number: int


def columns(options: int) -> list[str]:
    """Return the names of all columns for so many options, the usual number at least."""
    numbers = range(1, max(options, LEAST_OPTIONS) + 1)
    pairs = [form.format(number) for number in numbers for form in (OPTION, REASON)]
    return [*BEFORE, *pairs, *AFTER]


def tidy_name(cell: str) -> str:
    """Return the name of a column as it is compared."""
    return " ".join(cell.replace("_", " ").casefold().split())


def option_column(name: str) -> OptionColumn | None:
    """Return which column of the options a name is, or None."""
    found = _OPTION_COLUMN.fullmatch(name)
    if not found or int(found[2]) > MOST_OPTIONS:
        return None
    return OptionColumn(found[1] == "option", int(found[2]))


def known_name(name: str) -> bool:
    """Whether a column is one of ours."""
    return name in BEFORE or name in AFTER or option_column(name) is not None


def join(entries: Iterable[str]) -> str:
    """Return entries as one cell."""
    return "; ".join(entries)


def split(cell: str) -> list[str]:
    """Return the entries of a cell, with `;` or a line's end between them."""
    return [entry.strip() for entry in _SEPARATOR.split(cell)] if cell.strip() else []


def is_plain_list(entries: Iterable[str]) -> bool:
    """Whether entries can be joined and split again."""
    entries = list(entries)
    return split(join(entries)) == entries and all(entries)


def write_more(entries: Mapping[str, object]) -> str:
    """Return the seldom used values as the lines of one cell."""
    return "\n".join(f"{key}: {_written(value)}" for key, value in entries.items())


def read_more(cell: str) -> tuple[dict[str, object], list[str]]:
    """Return the values of such a cell by key, and the lines that hold none."""
    entries: dict[str, object] = {}
    others = []
    for line in cell.split("\n"):
        found = _ENTRY.fullmatch(line.strip())
        if found:
            entries[_tidy_key(found[1])] = _read(found[2].strip())
        elif line.strip():
            others.append(line.strip())
    return entries, others


def _tidy_key(key: str) -> str:
    """Return a key as it is compared; the code of a check keeps its letters."""
    tidy = " ".join(key.replace("_", " ").split())
    if tidy.casefold().startswith(SET_ASIDE):
        return SET_ASIDE + tidy[len(SET_ASIDE) :]
    return tidy.casefold()


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = value if isinstance(value, str) else ""
    is_plain = text and text == text.strip() and "\n" not in text and text[0] not in '"['
    return text if is_plain else json.dumps(value, ensure_ascii=False)


def _read(text: str) -> object:
    """Return a value: a text, or what stands there as JSON of a text or a list of texts."""
    if text[:1] in {'"', "["}:
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            return text
        is_list = isinstance(value, list) and all(isinstance(one, str) for one in value)
        return value if isinstance(value, str) or is_list else text
    return text
