"""Answers and questions in the patterns that xAPI has for them: `a[,]b`, `s[.]t`, `15[:]20`."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple, assert_never

from protectcourse.plain_text import one_line
from protectcourse.quiz.answers import OTHER
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
from protectcourse.records.xapi.body import MOST_PARTS, Body

AND, IS, TO = "[,]", "[.]", "[:]"
INTERACTIONS: Mapping[str, str] = {
    "choice": "choice",
    "true-false": "true-false",
    "order": "sequencing",
    "match": "matching",
    "number": "numeric",
    "short-text": "fill-in",
}
"""What xAPI calls each kind of answer. A reflection is the learner's own, and is not among them."""
REFLECTION = "reflection"


class Given(NamedTuple):
    """An answer as a statement carries it."""

    interaction: str
    response: str = ""
    """Empty where there is none, or where what was typed stays with the learner."""
    form: int | str | None = None
    """Of a typed answer: the place of the accepted form, or `other`."""


def read_answer(answer: Body, question: Question | None) -> Given | None:
    """Return what was answered; None for a reflection. Raises RecordError."""
    kind = answer.choice("kind", *INTERACTIONS, REFLECTION)
    if kind == REFLECTION:
        return None
    given = Given(INTERACTIONS[kind])
    match kind:
        case "choice":
            return given._replace(response=AND.join(sorted(answer.identifiers("chosen"))))
        case "true-false":
            return given._replace(response=answer.choice("value", "true", "false"))
        case "order":
            return given._replace(response=AND.join(answer.identifiers("steps")))
        case "match":
            return given._replace(response=pairs_pattern(answer.pairs("choices")))
        case _:
            form = _form(answer)
            return given._replace(form=form, response=_accepted(question, form))


def pairs_pattern(pairs: Mapping[str, str]) -> str:
    """Return what was matched with what."""
    return AND.join(f"{left}{IS}{right}" for left, right in sorted(pairs.items()))


def describe(question: Question, language: str) -> dict[str, Any]:
    """Return what a definition says of a question: what was asked, and what is right."""
    said = {"description": _words(question.stem, language)}
    match question:
        case OneQuestion():
            return said | _options(question, sorted(question.key), language)
        case SeveralQuestion():
            return said | _options(question, [AND.join(sorted(question.key))], language)
        case TrueFalseQuestion():
            return said | _right("true" if question.answer else "false")
        case OrderQuestion():
            steps = _components(question.steps, language)
            return said | {"choices": steps} | _right(AND.join(question.steps))
        case MatchQuestion():
            left = {name: pair.left for name, pair in question.pairs.items()}
            sides = {
                "source": _components(left, language),
                "target": _components(question.right_sides, language),
            }
            return said | sides | _right(pairs_pattern({name: name for name in question.pairs}))
        case NumberQuestion():
            return said | _right(_range(question.answer, question.tolerance))
        case ShortTextQuestion():
            forms = (f"{{case_matters=false}}{one_line(form)}" for form in question.accept)
            return said | _right(*forms)
        case ReflectionQuestion():
            return said
        case _:
            assert_never(question)


def _form(answer: Body) -> int | str:
    """Return the place of the accepted form, or `other`. Raises RecordError."""
    if answer.has_word("form", OTHER):
        return OTHER
    return answer.whole("form", 0, MOST_PARTS)


def _accepted(question: Question | None, form: int | str) -> str:
    """Return the accepted form itself, as the author wrote it."""
    if isinstance(question, ShortTextQuestion) and isinstance(form, int):
        return one_line(question.accept[form]) if form < len(question.accept) else ""
    return ""


def _options(
    question: OneQuestion | SeveralQuestion, right: Iterable[str], language: str
) -> dict[str, Any]:
    texts = {name: option.text for name, option in question.options.items()}
    return {"choices": _components(texts, language)} | _right(*right)


def _components(texts: Mapping[str, str], language: str) -> list[dict[str, Any]]:
    return [{"id": name, "description": _words(text, language)} for name, text in texts.items()]


def _right(*patterns: str) -> dict[str, Any]:
    found = [pattern for pattern in patterns if pattern]
    return {"correctResponsesPattern": found} if found else {}


def _words(text: str, language: str) -> dict[str, str]:
    return {language: one_line(text) or "-"}


def _range(answer: Decimal, tolerance: Decimal) -> str:
    if not tolerance:
        return f"{answer:f}"
    return f"{answer - tolerance:f}{TO}{answer + tolerance:f}"
