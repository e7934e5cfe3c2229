"""Reads what stands between the braces of a GIFT question."""

import re
from decimal import Decimal, InvalidOperation
from typing import NoReturn

from protectcourse.exchange.foreign.foreign_text import TextFormat
from protectcourse.exchange.gift.gift_items import (
    Accepted,
    Answer,
    Answers,
    Choices,
    Essay,
    Marked,
    MatchPair,
    NumberAnswer,
    Numbers,
    Pairs,
    TrueFalse,
)
from protectcourse.exchange.gift.gift_signs import Piece, cut, show_escaped

_WEIGHT = re.compile(r"%(-?[0-9]{1,3}(?:\.[0-9]{0,15})?)%")
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,15}(?:\.[0-9]{0,15})?|\.[0-9]{1,15})(?:[eE][+-]?[0-9]{1,2})?"
)


class NotAnswersError(ValueError):
    """What stands between the braces is of no sort that GIFT knows; never leaves the parser."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line, self.why = line, why


def parse_answers(inner: str, line: int, usual: TextFormat) -> Answers:
    """Return the answers of a question whose texts are, if they say nothing else, of a format.

    Raises NotAnswersError.
    """
    text = inner.strip()
    at = line + inner[: len(inner) - len(inner.lstrip())].count("\n")
    if not text:
        return Essay()
    if text.startswith("#"):
        return _numbers(text[1:], at, usual)
    if "~" in text:
        return _choices(text, at, usual)
    if "=" in text and "->" in text:
        return _pairs(text, at, usual)
    if (truth := _TRUTH.get(text.partition("#")[0].strip())) is not None:
        return _true_false(text, truth, usual)
    return Accepted(tuple(_answer(piece, usual, right=True) for piece in cut(text, at, "=")))


def parse_marked(text: str, usual: TextFormat) -> Marked:
    """Return a text in the format that it names, else in the usual one."""
    bare = text.strip()
    for name in ("html", "markdown", "plain", "moodle"):
        if bare.startswith(f"[{name}]"):
            return Marked(show_escaped(bare[len(name) + 2 :].strip()), name)
    return Marked(show_escaped(bare), usual)


def _optional(text: str, usual: TextFormat) -> Marked | None:
    marked = parse_marked(text, usual)
    return marked if marked.text else None


def _choices(text: str, line: int, usual: TextFormat) -> Choices:
    pieces = cut(text, line, "=~")
    answers = tuple(_answer(piece, usual, right=piece.sign == "=") for piece in pieces)
    if len(answers) < 2:
        _refuse(line, "A question to choose has two options at least.")
    return Choices(answers)


def _answer(piece: Piece, usual: TextFormat, *, right: bool) -> Answer:
    weight, rest = _weight(piece.text)
    text, _, feedback = rest.partition("#")
    return Answer(piece.line, right, parse_marked(text, usual), weight, _optional(feedback, usual))


def _weight(text: str) -> tuple[Decimal | None, str]:
    found = _WEIGHT.match(text)
    return (Decimal(found[1]), text[found.end() :]) if found else (None, text)


def _pairs(text: str, line: int, usual: TextFormat) -> Pairs:
    pieces = cut(text, line, "=")
    for piece in pieces:
        if "->" not in piece.text:
            _refuse(piece.line, "A pair to be matched is written `=left -> right`.")
    if len(pieces) < 2:
        _refuse(line, "A question to match has two pairs at least.")
    return Pairs(tuple(_pair(piece, usual) for piece in pieces))


def _pair(piece: Piece, usual: TextFormat) -> MatchPair:
    left, _, right = piece.text.partition("->")
    return MatchPair(piece.line, parse_marked(left, usual), show_escaped(right).strip())


def _true_false(text: str, truth: bool, usual: TextFormat) -> TrueFalse:
    _, *said = text.split("#", 2)
    wrong, right = (*said, "", "")[:2]
    return TrueFalse(truth, _optional(wrong, usual), _optional(right, usual))


def _numbers(text: str, line: int, usual: TextFormat) -> Numbers:
    answers, found, wrong = text.partition("~")
    pieces = [(piece, *_weight(piece.text)) for piece in cut(answers, line, "=")]
    others = [rest for _, _, rest in pieces if rest.startswith("*")]
    made = tuple(_number(*one, usual) for one in pieces if one[2] not in others)
    if not made:
        _refuse(line, "A question for a number gives no number.")
    said = (others[0] if others and not wrong else wrong).partition("#")[2]
    listed = bool(found) or any(piece.sign for piece, _, _ in pieces)
    return Numbers(made, _optional(said, usual), listed)


def _number(piece: Piece, weight: Decimal | None, rest: str, usual: TextFormat) -> NumberAnswer:
    written, _, said = rest.partition("#")
    feedback = _optional(said, usual)
    written = show_escaped(written).strip()
    if ".." in written:
        low, _, high = written.partition("..")
        ends = _decimal(low, piece.line), _decimal(high, piece.line)
        return NumberAnswer(piece.line, "range", *ends, weight, feedback)
    if ":" in written:
        number, _, margin = written.partition(":")
        both = _decimal(number, piece.line), _decimal(margin, piece.line)
        return NumberAnswer(piece.line, "margin", *both, weight, feedback)
    exact = _decimal(written, piece.line)
    return NumberAnswer(piece.line, "exact", exact, Decimal(0), weight, feedback)


def _decimal(written: str, line: int) -> Decimal:
    if _NUMBER.fullmatch(written.strip()):
        try:
            return Decimal(written.strip())
        except InvalidOperation:  # pragma: no cover - the pattern leaves none
            pass
    return _refuse(line, f"“{' '.join(written.split())[:40]}” is not a number.")


def _refuse(line: int, why: str) -> NoReturn:
    raise NotAnswersError(line, why)
