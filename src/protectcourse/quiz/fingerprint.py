"""What was asked and what was right, as sixteen hex digits."""

import json
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

DIGITS = 16


def fingerprint(question: Question) -> str:
    """Return the first 16 hex digits of the SHA-256 of a question's kind, stem, choices and key.

    An edited rationale leaves it as it is: what was asked and what was right have not changed.
    """
    asked = [question.kind, question.stem, _key(question)]
    text = json.dumps(asked, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:DIGITS]


def _key(question: Question) -> Any:
    match question:
        case OneQuestion() | SeveralQuestion():
            return [[n, o.text, o.correct, o.weight] for n, o in question.options.items()]
        case TrueFalseQuestion():
            return question.answer
        case OrderQuestion():
            return list(question.steps.items())
        case MatchQuestion():
            pairs = [[name, pair.left, pair.right] for name, pair in question.pairs.items()]
            return [pairs, list(question.extra.items())]
        case NumberQuestion():
            return [str(question.answer), str(question.tolerance or 0), question.unit]
        case ShortTextQuestion():
            return list(question.accept)
        case ReflectionQuestion():
            return None
        case _:
            assert_never(question)
