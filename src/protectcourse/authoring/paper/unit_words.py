"""The words on paper for what a course says by codes: levels, kinds, ratings and the like."""

from collections.abc import Mapping
from typing import assert_never

from protectcourse.authoring.paper.document import Line, joined, line
from protectcourse.authoring.paper.naming import authored
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
from protectcourse.scenario.nodes import Rating
from protectcourse.shapes import Review

RATINGS: Mapping[Rating, str] = {
    Rating.BEST: "best",
    Rating.ACCEPTABLE: "acceptable",
    Rating.HARMFUL: "harmful",
    Rating.RED_LINE: "red line",
}
OUTCOMES = {"good": "a good ending", "mixed": "a mixed ending", "bad": "a bad ending"}
ELEMENT_ANSWERS = {"met": "met", "not_met": "not met", "unclear": "not enough information"}
SENSITIVITY = {
    "S0": "S0: nothing that weighs",
    "S1": "S1: serious matters are mentioned",
    "S2": "S2: grave harm is mentioned, never described",
    "S3": "S3: the gravest harm is mentioned, never described",
}
GRAVE = "S2"
"""The least sensitivity of what is told of before it is shown."""
SOURCE_KINDS = {
    "treaty": "treaty",
    "un-body": "UN body",
    "court": "court",
    "government": "government",
    "advocacy": "advocacy organisation",
    "academic": "academic",
    "press": "press",
    "course": "this course",
}
SOURCE_STATUS = {
    "confirmed": "confirmed",
    "partly": "partly confirmed",
    "article-only": "only the article says so",
    "unconfirmed": "not confirmed",
}
POOLS = {"practice": "practice", "final": "the final assessment", "pretest": "a test beforehand"}
PAGE_KINDS = {"example": "Worked example", "box": "Known, argued, changed"}
BOX_LABELS = {"known": "What is known", "argued": "What is argued", "changed": "What has changed"}


def review_words(status: str, reviewers: tuple[Review, ...]) -> Line:
    """Return whether something was reviewed, by whom, when, and what they looked at."""
    if status == "draft" or not reviewers:
        return line("draft: nobody has reviewed it yet" if status == "draft" else status)
    each = [
        line(authored(one.by), f", {one.date}, checked ", authored(one.checked))
        for one in reviewers
    ]
    return line("reviewed by ", joined(each))


def question_kind(question: Question) -> str:
    """Return in words how a question is answered."""
    match question:
        case OneQuestion():
            return "one right answer"
        case SeveralQuestion(all_or_nothing=True):
            return "several right answers; only all of them together count"
        case SeveralQuestion():
            return "several right answers"
        case TrueFalseQuestion():
            return "true or false"
        case OrderQuestion():
            return "steps to put in order"
        case MatchQuestion():
            return "pairs to match"
        case NumberQuestion():
            return "a number"
        case ShortTextQuestion():
            return "a word or a few"
        case ReflectionQuestion():
            return "to think about; nobody marks it"
        case _:
            assert_never(question)


def many(count: int, one: str, several: str = "") -> str:
    """Return a count with its noun: "1 page", "3 pages"."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def from_words(right: int) -> str:
    """Return which results of a checklist are meant, from a number of right answers on."""
    return f"From {many(right, 'right answer')} on" if right else "With fewer right answers"


def letter(number: int) -> str:
    """Return the letter of an option, from 0: a, b … z, aa, ab …."""
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("a") + number % 26)
