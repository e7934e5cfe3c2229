"""GIFT as the oracle tells it: what our parser read, in the shape of gift-pegjs's JSON.

Both are brought to one form. Where the two differ by rule, Moodle's own is kept, and the reason is
said here: (1) Moodle keeps the ends of lines in a text, the oracle makes blanks of them; (2) Moodle
puts the gap `_____` just where the braces stood, the oracle puts blanks around it; (3) Moodle knows
true and false feedback as said of a wrong and of a right answer, the oracle as first and second;
(4) a weight is a decimal number here, and a float there; (5) Moodle escapes nothing in the right
side of a pair that it does not escape elsewhere, the oracle leaves its escapes as placeholders.
"""

import re
from decimal import Decimal
from typing import Any, assert_never

from protectcourse.exchange.gift.gift_items import (
    Accepted,
    Answer,
    Category,
    Choices,
    Description,
    Essay,
    GiftItem,
    GiftQuestion,
    Marked,
    NumberAnswer,
    Numbers,
    Pairs,
    TrueFalse,
    Unreadable,
)


def shape_of(item: GiftItem) -> dict[str, Any]:
    """Return an item in the oracle's shape."""
    match item:
        case Category(_, name):
            return {"type": "Category", "title": name}
        case Unreadable():
            return {"type": "Unreadable", "why": item.why}
        case GiftQuestion():
            return _question(item)
        case _:
            assert_never(item)


def tidied(value: Any) -> Any:
    """Return a value of the oracle, or of ours, with what both mean alike written alike."""
    match value:
        case dict():
            return {
                key: tidied(entry)
                for key, entry in value.items()
                if (entry is not None and key not in {"id", "tags"}) or entry
            }
        case list():
            return [tidied(entry) for entry in value]
        case str():
            return re.sub(r"\s*_____\s*", "_____", " ".join(value.split()))
        case bool():
            return value
        case int() | float() | Decimal():
            return float(value)
        case _:
            return value


def _question(item: GiftQuestion) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "id": item.idnumber,
        "tags": list(item.tags),
        "title": item.title,
        "stem": _text(item.stem),
        "hasEmbeddedAnswers": item.embedded,
        "globalFeedback": _text(item.feedback),
    }
    match item.answers:
        case Description():
            return {**shape, "type": "Description"}
        case Essay():
            return {**shape, "type": "Essay"}
        case TrueFalse(truth, wrong, right):
            said = {"trueFeedback": _text(wrong), "falseFeedback": _text(right)}
            return {**shape, **said, "type": "TF", "isTrue": truth}
        case Choices(answers):
            return {**shape, "type": "MC", "choices": [_choice(one) for one in answers]}
        case Accepted(answers):
            return {**shape, "type": "Short", "choices": [_choice(one) for one in answers]}
        case Numbers():
            return {**shape, "type": "Numerical", "choices": _numbers(item.answers, item.stem)}
        case Pairs(pairs):
            listed = [{"subquestion": _text(one.left), "subanswer": one.right} for one in pairs]
            return {**shape, "type": "Matching", "matchPairs": listed}
        case _:
            assert_never(item.answers)


def _text(marked: Marked | None) -> dict[str, str] | None:
    return None if marked is None else {"format": marked.format, "text": marked.text}


def _choice(answer: Answer) -> dict[str, Any]:
    return {
        "isCorrect": answer.right,
        "weight": answer.weight,
        "text": _text(answer.text),
        "feedback": _text(answer.feedback),
    }


def _numbers(numbers: Numbers, stem: Marked) -> Any:
    if not numbers.listed:
        return _number(numbers.answers[0])
    listed = [
        {
            "isCorrect": True,
            "weight": one.weight,
            "text": _number(one),
            "feedback": _text(one.feedback),
        }
        for one in numbers.answers
    ]
    if numbers.wrong:
        text = {"format": stem.format, "text": "*"}
        said = _text(numbers.wrong)
        listed.append({"isCorrect": False, "weight": None, "text": text, "feedback": said})
    return listed


def _number(answer: NumberAnswer) -> dict[str, Any]:
    match answer.sort:
        case "exact":
            return {"type": "simple", "number": answer.first}
        case "margin":
            return {"type": "range", "number": answer.first, "range": answer.second}
        case "range":
            return {
                "type": "high-low",
                "numberHigh": answer.second,
                "numberLow": answer.first,
            }
        case _:
            assert_never(answer.sort)
