"""The report on questions: which mislead people, how each did, and how each quiz did as a whole."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from protectcourse.records.reports.answer_tables import (
    answers_table,
    misconception_tables,
    misleading_table,
)
from protectcourse.records.reports.item_results import (
    ENOUGH,
    ENOUGH_FOR_SHARES,
    QuizResult,
    quiz_result,
)
from protectcourse.records.reports.question_tables import (
    questions_table,
    quizzes_table,
    weights_table,
)
from protectcourse.records.reports.quiz_answers import QuizAnswers
from protectcourse.records.reports.quiz_words import CourseWords, KnownQuiz
from protectcourse.records.reports.report import Report
from protectcourse.records.undefined import FEWEST

TITLE = "Which questions do their work"
BASIS = (
    "Only first attempts that were finished, and only the answers of those who handed them in. "
    "Each wording of a question is counted by itself; what was left out has no points."
)
SMALL = (
    f"No group of fewer than {FEWEST} people shows a statistic. Act on the share right from "
    f"{ENOUGH_FOR_SHARES} people, on all else from {ENOUGH}: below that much of it is chance."
)


class Asked(NamedTuple):
    """What the report is about, in words."""

    register: str
    day: str
    quiz: str | None = None


def items_report(answers: QuizAnswers, words: CourseWords | None, asked: Asked) -> Report:
    """Return the report; with `words` of a course questions and answers stand there in words."""
    several = len({course for course, _ in answers.quizzes}) > 1
    results = [
        quiz_result(
            f"{course}/{quiz}" if several else quiz,
            answers.quizzes.pop((course, quiz)),
            _known(words, course, quiz),
        )
        for course, quiz in sorted(answers.quizzes, key=lambda one: _order(words, *one))
    ]
    language = words.language if words is not None else "en"
    return Report(
        title=TITLE,
        about=tuple(_about(words, asked)),
        tables=(
            misleading_table(results),
            questions_table(results),
            weights_table(results),
            answers_table(results, words),
            *misconception_tables(results, words),
            quizzes_table(results),
        ),
        notes=tuple(_notes(answers, results, words)),
        language=language,
    )


def _about(words: CourseWords | None, asked: Asked) -> Iterator[str]:
    yield f"From the register {asked.register} on {asked.day}."
    if words is not None:
        yield f"Course: {words.title} ({words.id})"
    if asked.quiz is not None:
        yield f"Only the quiz {asked.quiz}."
    yield BASIS


def _notes(
    answers: QuizAnswers, results: Sequence[QuizResult], words: CourseWords | None
) -> Iterator[str]:
    yield SMALL
    if words is None and results:
        yield "Questions and answers stand here by their ids; --course shows them in words."
    if answers.unfinished:
        yield f"First attempts not finished, or without their answers: {answers.unfinished}."
    if answers.twice:
        yield f"First attempts done twice in copied profiles, and left out: {answers.twice}."
    if answers.unreadable:
        yield f"Answers that could not be read, and are left out: {answers.unreadable}."
    too_few = sum(result.too_few for result in results)
    if too_few:
        yield f"Wordings answered by fewer than {FEWEST} people, and not listed: {too_few}."


def _known(words: CourseWords | None, course: str, quiz: str) -> KnownQuiz | None:
    return words.quizzes.get(quiz) if words is not None and words.id == course else None


def _order(words: CourseWords | None, course: str, quiz: str) -> tuple[str, int, str]:
    """Return where a quiz stands: as in its course, else by its id."""
    order = list(words.quizzes) if words is not None and words.id == course else []
    return course, order.index(quiz) if quiz in order else len(order), quiz
