"""Words and columns that the tables on questions share."""

from collections.abc import Iterator, Sequence

from protectcourse.records.reports.item_results import AnswerResult, ItemResult, QuizResult
from protectcourse.records.reports.report import Column, Row
from protectcourse.records.reports.short_words import short_words

LONGEST_STEM, LONGEST_ANSWER = 90, 160
NO_ANSWERS = (
    "Nobody has handed in answers to a quiz. They leave a learner's computer only at the level "
    "`answers`: protectcourse handin --level answers."
)


def asked_columns(*, heads: bool) -> tuple[Column, ...]:
    """Return the columns that say which question a row is of."""
    return (
        Column("Quiz", heads=heads),
        Column("Question", heads=heads),
        Column("What is asked", authored=True, heads=heads),
    )


def asked_cells(quiz: QuizResult, item: ItemResult) -> Row:
    """Return which question a row is of."""
    return quiz.quiz, item_name(item), stem_of(item)


def item_name(item: ItemResult) -> str:
    """Return the id of a question, and whether it is an earlier wording."""
    if not item.is_earlier:
        return item.item.question
    return f"{item.item.question} (an earlier wording)"


def stem_of(item: ItemResult) -> str:
    """Return what is asked, cut short; empty where the course does not say."""
    return short_words(item.known.stem, LONGEST_STEM) if item.known is not None else ""


def answer_words(answer: AnswerResult) -> str:
    """Return an answer in words, or else as it stands in the register."""
    known = answer.known
    return answer.answer if known is None else short_words(known.text, LONGEST_ANSWER)


def all_items(results: Sequence[QuizResult]) -> Iterator[tuple[QuizResult, ItemResult]]:
    """Give every question with its quiz."""
    for result in results:
        for item in result.items:
            yield result, item
