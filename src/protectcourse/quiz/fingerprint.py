"""The fingerprint of a question: what was asked and what was right, in sixteen digits.

An answer is recorded with it, so that a later edit never changes what an old answer meant. A change
of a rationale, a source or the order of the options leaves it as it is.
"""

import json
import unicodedata
from decimal import Decimal
from hashlib import sha256
from typing import Any, assert_never

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

LENGTH = 16
"""Hexadecimal digits."""


def fingerprint(question: Question) -> str:
    """Return the first digits of the SHA-256 over the question's canonical JSON."""
    asked = {"kind": question.kind, "stem": question.stem} | _asked_and_right(question)
    text = json.dumps(asked, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:LENGTH]


def _asked_and_right(question: Question) -> dict[str, Any]:
    """Return the ids and texts of what can be chosen, and the key."""
    match question:
        case OneQuestion():
            return _options(question)
        case SeveralQuestion():
            return _options(question) | {"all_or_nothing": question.all_or_nothing}
        case TrueFalseQuestion():
            return {"key": question.answer}
        case OrderQuestion():
            return {"steps": dict(question.steps), "key": list(question.steps)}
        case MatchQuestion():
            pairs = {name: [pair.left, pair.right] for name, pair in question.pairs.items()}
            return {"pairs": pairs, "extra": dict(question.extra)}
        case NumberQuestion():
            key = [_plain(question.answer), _plain(question.tolerance)]
            return {"unit": question.unit, "key": key}
        case ShortTextQuestion():
            return {"key": list(question.accept)}
        case ReflectionQuestion():
            return {}
        case _:
            assert_never(question)


def _options(question: OneQuestion | SeveralQuestion) -> dict[str, Any]:
    texts = {name: option.text for name, option in question.options.items()}
    weights = {name: _plain(weight) for name, weight in question.weights.items()}
    right = weights if question.is_weighted else sorted(question.key)
    return {"options": texts, "key": right}


def _plain(number: Decimal) -> str:
    """Return a number so that 12, 12.0 and 12.00 are the same."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
