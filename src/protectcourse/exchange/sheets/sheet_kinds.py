"""A row of each kind of question, as the question."""

from decimal import Decimal
from typing import Any, Literal, assert_never

from protectcourse.exchange.sheets.sheet_columns import CONTRAST, OPTION, REASON, split
from protectcourse.exchange.sheets.sheet_row import Row, as_number
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    Option,
    OrderQuestion,
    Pair,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from protectcourse.shapes import UNIT_ID

SheetKind = Literal[
    "one", "several", "true-false", "order", "match", "number", "short-text", "reflection"
]
TRUE = frozenset({"true", "yes", "right", "1", "wahr", "vrai", "verdadero", "vero", "waar"})
FALSE = frozenset({"false", "no", "wrong", "0", "falsch", "faux", "falso", "onwaar"})
"""What may stand for them: spreadsheets translate a cell that says TRUE."""
_OF_OPTIONS = frozenset({"keep order"})
_OF_SEVERAL = frozenset({"keep order", "all or nothing"})
_OF_NONE: frozenset[str] = frozenset()


def read_question(row: Row, kind: SheetKind) -> Question | None:
    """Return the question of a row; None, and why is told, where it has no answer."""
    match kind:
        case "one":
            return OneQuestion(**row.fields(_OF_OPTIONS), options=_options(row))
        case "several":
            return SeveralQuestion(**row.fields(_OF_SEVERAL), options=_options(row))
        case "true-false":
            return _true_false(row)
        case "order":
            texts = [row.text(OPTION.format(number)) for number in row.options]
            steps = dict(zip(row.ids(texts), texts, strict=True))
            return OrderQuestion(**_fields(row), steps=steps)
        case "match":
            return _match(row)
        case "number":
            return _number(row)
        case "short-text":
            forms = [row.plain(OPTION.format(number)) for number in row.options]
            return ShortTextQuestion(**_fields(row), accept=tuple(filter(None, forms)))
        case "reflection":
            model = row.text("model answer") or None
            return ReflectionQuestion(**row.fields(_OF_NONE), model_answer=model)
        case _:
            assert_never(kind)


def _fields(row: Row) -> dict[str, Any]:
    """Return the fields of a question that needs a reason."""
    return row.fields(_OF_NONE) | {"rationale": row.needed_reason()}


def _options(row: Row) -> dict[str, Option]:
    numbers = row.options
    texts = [row.text(OPTION.format(number)) for number in numbers]
    reasons = row.option_reasons([REASON.format(number) for number in numbers])
    right = row.numbers(split(row.word("correct")), numbers, "correct")
    close = row.numbers(split(str(row.more.get(CONTRAST, ""))), numbers, CONTRAST)
    thought = row.by_option("misconceptions", numbers)
    weights = _weights(row, numbers)
    return {
        name: Option(
            text=text,
            rationale=reason,
            correct=number in right,
            misconception=thought.get(number),
            contrast=number in close,
            weight=weights.get(number),
        )
        for name, number, text, reason in zip(row.ids(texts), numbers, texts, reasons, strict=True)
    }


def _weights(row: Row, numbers: list[int]) -> dict[int, Decimal]:
    """Return the weight of each option that has one, by its number."""
    weights = {}
    for number, entry in zip(numbers, split(row.word("weights")), strict=False):
        found = as_number(entry.removesuffix("%"), row.remarks, "weights") if entry else None
        if found is not None:
            weights[number] = found
    return weights


def _true_false(row: Row) -> Question | None:
    said = row.word("correct").casefold()
    if said not in TRUE | FALSE:
        row.remarks.lost("The question was left out: `correct` is neither true nor false.")
        return None
    thought = row.word("misconceptions")
    if thought and not UNIT_ID.fullmatch(thought):
        row.remarks.lost("Not understood: what stands under `misconceptions`.")
        thought = ""
    return TrueFalseQuestion(**_fields(row), answer=said in TRUE, misconception=thought or None)


def _match(row: Row) -> Question:
    sides = [(row.text(OPTION.format(n)), row.text(REASON.format(n))) for n in row.options]
    names = row.ids([left or right for left, right in sides])
    named = list(zip(names, sides, strict=True))
    return MatchQuestion(
        **_fields(row),
        pairs={name: Pair(left=left, right=right) for name, (left, right) in named if left},
        extra={name: right for name, (left, right) in named if not left},
    )


def _number(row: Row) -> Question | None:
    answer = row.number("correct")
    if answer is None:
        row.remarks.lost("The question was left out: the number is missing under `correct`.")
        return None
    tolerance = row.number("tolerance")
    return NumberQuestion(
        **_fields(row),
        answer=answer,
        tolerance=Decimal(0) if tolerance is None else tolerance,
        unit=row.plain("unit") or None,
    )
