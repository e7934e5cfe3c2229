"""A question as it is put to a learner, and what is said after the answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from protectcourse.course.models import Source
from protectcourse.quiz.answers import Answer
from protectcourse.quiz.marking import Mark, Remark, Verdict, mark
from protectcourse.quiz.presentation import shown_order
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
from protectcourse.study.citing import Footnote, footnotes

VERDICTS = {
    Verdict.RIGHT: "✓ right",
    Verdict.PARTLY: "~ partly",
    Verdict.NOT_RIGHT: "✗ not right",
    Verdict.UNSCORED: "· not scored",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it is put: its choices in the order in which they are shown."""

    id: str
    question: Question
    choices: tuple[tuple[str, str], ...]
    """Id and text of each option, step or right-hand side; empty where words are to be written."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is said after an answer: how right it was, why, and where it is written."""

    verdict: str
    """A sign and a word, such as "✓ right"."""
    score: int | None
    """From 0 to 10000; None for what is not scored."""
    remarks: tuple[Remark, ...]
    rationale: str
    model_answer: str
    notes: tuple[Footnote, ...]
    not_saved: str = ""
    """Why the answer could not be saved yet, and what to do; empty where it was."""


def put(question_id: str, question: Question, seed: int) -> Asked:
    """Return a question with its choices in the order that belongs to the attempt's seed."""
    texts = _texts(question)
    order = shown_order(question_id, question, seed)
    return Asked(question_id, question, tuple((name, texts[name]) for name in order))


def judge(question: Question, answer: Answer, sources: Mapping[str, Source]) -> Feedback:
    """Mark an answer and say why. Raises AnswerError where the answer does not fit the question."""
    return explain(question, mark(question, answer), sources)


def explain(question: Question, marked: Mark, sources: Mapping[str, Source]) -> Feedback:
    """Return what is said of a mark."""
    model_answer = question.model_answer if isinstance(question, ReflectionQuestion) else ""
    return Feedback(
        verdict=VERDICTS[marked.verdict],
        score=marked.score,
        remarks=marked.remarks,
        rationale=question.rationale or "",
        model_answer=model_answer or "",
        notes=footnotes([question.rationale or ""], question.source, sources),
    )


def _texts(question: Question) -> dict[str, str]:
    """Return the text of each choice by its id."""
    match question:
        case OneQuestion() | SeveralQuestion():
            return {name: option.text for name, option in question.options.items()}
        case TrueFalseQuestion():
            return {"true": "True", "false": "False"}
        case OrderQuestion():
            return dict(question.steps)
        case MatchQuestion():
            rights = {name: pair.right for name, pair in question.pairs.items()}
            return rights | dict(question.extra)
        case NumberQuestion() | ShortTextQuestion() | ReflectionQuestion():
            return {}
        case _:
            assert_never(question)
