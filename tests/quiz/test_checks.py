"""What is wrong with questions and banks: for each code what earns it, and that the good do not."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from question_strategies import questions, statement

from protectcourse.findings import ValuePath
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.checks import find_faults, find_question_faults
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    Option,
    OrderQuestion,
    Pair,
    Question,
    SeveralQuestion,
    ShortTextQuestion,
)

AT = ("questions", "q1")


def options(count: int, correct: str = "") -> dict[str, Option]:
    """Return the first options of the alphabet, some of them right."""
    names = "abcdefghij"[:count]
    return {name: Option(text=name, rationale="Why.", correct=name in correct) for name in names}


def weighted(*weights: str | None) -> dict[str, Option]:
    """Return options with these weights."""
    return {
        name: Option(text=name, rationale="Why.", weight=None if w is None else Decimal(w))
        for name, w in zip("abcdef", weights, strict=False)
    }


def one(choices: dict[str, Option]) -> OneQuestion:
    """Return a question with one right option."""
    return OneQuestion(stem="?", options=choices)


def several(choices: dict[str, Option]) -> SeveralQuestion:
    """Return a question with several right options."""
    return SeveralQuestion(stem="?", options=choices)


def order(count: int) -> OrderQuestion:
    """Return a question with so many steps."""
    return OrderQuestion(stem="?", steps={f"s{n}": f"{n}" for n in range(count)}, rationale="Why.")


def match(count: int, extra: str = "x") -> MatchQuestion:
    """Return a question with so many pairs."""
    pairs = {f"p{n}": Pair(left=f"{n}", right=f"{n}") for n in range(count)}
    return MatchQuestion(stem="?", pairs=pairs, extra={extra: "More"}, rationale="Why.")


def word(*accept: str) -> ShortTextQuestion:
    """Return a question for a word."""
    return ShortTextQuestion(stem="?", accept=accept, rationale="Why.")


def number(tolerance: str) -> NumberQuestion:
    """Return a question for a number."""
    return NumberQuestion(
        stem="?", answer=Decimal(1), tolerance=Decimal(tolerance), rationale="Why."
    )


BAD: list[tuple[str, Question, ValuePath]] = [
    ("Q002", one(options(1, "a")), ("options",)),
    ("Q002", one(options(9, "a")), ("options",)),
    ("Q002", several(options(2, "ab")), ("options",)),
    ("Q002", order(2), ("steps",)),
    ("Q002", order(9), ("steps",)),
    ("Q002", match(1), ("pairs",)),
    ("Q002", match(9), ("pairs",)),
    ("Q003", one(options(3)), ("options",)),
    ("Q003", one(options(3, "ac")), ("options", "c", "correct")),
    ("Q003", several(options(3)), ("options",)),
    ("Q003", several(options(3, "a")), ("options",)),
    ("Q003", several(options(3, "abc")), ("options",)),
    ("Q003", several(weighted("50", "50", "0.5")), ("options",)),
    ("Q004", one(weighted("100", None, "0")), ("options", "b")),
    ("Q004", one(weighted("50", "50", "0")), ("options",)),
    ("Q004", one(weighted("100", "-101")), ("options", "b", "weight")),
    ("Q004", several(weighted("50", "40", "-10")), ("options",)),
    ("Q004", several(weighted("100", "100", "0")), ("options",)),
    ("Q005", word(), ("accept",)),
    ("Q005", word("treaty", "Treaty."), ("accept", 1)),
    ("Q005", word("treaty", "…"), ("accept", 1)),
    ("Q005", word("treaty, the treaty"), ("accept",)),
    ("Q006", number("-0.5"), ("tolerance",)),
    ("C013", replace(number("0"), angoff=Decimal("1.1")), ("angoff",)),
    ("C015", match(2, extra="p1"), ("extra", "p1")),
]


@pytest.mark.parametrize(("code", "question", "where"), BAD)
def test_a_fault_is_found_where_it_stands(code: str, question: Question, where: ValuePath) -> None:
    """The author is taken to the line, and told what to do about it."""
    findings = find_question_faults(question, AT)

    assert (code, AT + where) in [(one.code, one.path) for one in findings]
    assert all(one.message for one in findings)


@given(questions("one", "several", "true-false", "order", "match", "number", "reflection"))
def test_a_good_question_has_no_fault(question: Question) -> None:
    """A check that cries wolf is switched off."""
    assert find_question_faults(question, AT) == []


@pytest.mark.parametrize(
    "question",
    [
        word("declaratory", "declarative"),
        word("treaty", "in law, a treaty"),
        one(weighted("100", "50", "-50")),
        several(weighted("33.33", "33.33", "33.33", "-100")),
        several(options(10, "ab")),
        number("0"),
    ],
)
def test_the_edges_are_allowed(question: Question) -> None:
    """What the format allows must pass."""
    assert find_question_faults(question, AT) == []


def test_a_weight_decides_over_a_mark() -> None:
    """An option said to be right that adds nothing confuses whoever reads the feedback."""
    choices = weighted("100", "0") | {"b": Option(text="b", rationale="Why.", correct=True)}

    findings = find_question_faults(one(choices), AT)

    assert ("Q004", (*AT, "options", "b", "correct")) in [(f.code, f.path) for f in findings]


def bank(*members: Question, **rules: object) -> Quiz:
    """Return a bank of these questions, q0, q1 and so on."""
    numbered = {f"q{n}": member for n, member in enumerate(members)}
    return Quiz(quiz="bank", title="Bank", questions=numbered, **rules)  # type: ignore[arg-type]


def test_the_faults_of_a_bank_are_those_of_its_questions() -> None:
    """One run of the check shows everything."""
    found = find_faults(bank(statement(), order(2)))

    assert [(one.code, one.path) for one in found] == [("Q002", ("questions", "q1", "steps"))]
