"""Tables of how each question did, what it adds, and how each quiz did as a whole."""

from collections.abc import Sequence

from protectcourse.records.reports.item_results import ItemResult, QuizResult
from protectcourse.records.reports.item_words import NO_ANSWERS, all_items, item_name, stem_of
from protectcourse.records.reports.report import Chart, Column, Kind, Row, Table


def questions_table(results: Sequence[QuizResult]) -> Table:
    """Return how each question did."""
    people = max((result.whole.people for result in results), default=0)
    return Table(
        name="questions",
        title="Questions",
        about=(
            "Right: the mean share of the points, with the interval in which the true share lies "
            "95 times in 100. Discrimination: how the score on a question goes with the score on "
            "the rest (100 × the correlation).",
        ),
        columns=(
            Column("Quiz", heads=True),
            Column("Question"),
            Column("What is asked", authored=True, spare=True),
            Column("People", Kind.WHOLE),
            Column("Right", Kind.PERCENT),
            Column("from", Kind.PERCENT),
            Column("to", Kind.PERCENT),
            Column("Discrimination", Kind.PERCENT),
            Column("Enough to act on", spare=True),
            Column("Look at"),
        ),
        rows=tuple(_question_row(quiz, item) for quiz, item in all_items(results)),
        charts=(
            Chart(
                title="Share right of each question",
                form="bars",
                label="Question",
                values=("Right",),
                axis="share of the points, 95 % interval",
                people=f"n = up to {people} people",
                interval=("from", "to"),
            ),
        ),
        empty=NO_ANSWERS,
    )


def _question_row(quiz: QuizResult, item: ItemResult) -> Row:
    found = item.statistics
    return (
        quiz.quiz,
        item_name(item),
        stem_of(item),
        found.people,
        found.facility,
        found.interval.low,
        found.interval.high,
        found.discrimination,
        item.enough_for,
        "; ".join(item.look_at),
    )


def weights_table(results: Sequence[QuizResult]) -> Table:
    """Return what each question adds to the quiz."""
    return Table(
        name="weights",
        title="What each question adds",
        about=(
            "Efficiency: the discrimination as a share of the most that these scores allow. "
            "Weight meant: the share of the points. Weight in fact: the share of the differences "
            "between people's totals. Guessing: the score of one who answers by lot.",
        ),
        columns=(
            Column("Quiz", heads=True),
            Column("Question"),
            Column("Efficiency", Kind.PERCENT),
            Column("Weight meant", Kind.PERCENT),
            Column("Weight in fact", Kind.PERCENT),
            Column("Guessing", Kind.PERCENT),
        ),
        rows=tuple(_weights_row(quiz, item) for quiz, item in all_items(results)),
        empty=NO_ANSWERS,
    )


def _weights_row(quiz: QuizResult, item: ItemResult) -> Row:
    return (
        quiz.quiz,
        item_name(item),
        item.statistics.efficiency,
        item.intended,
        item.effective,
        item.guess,
    )


def quizzes_table(results: Sequence[QuizResult]) -> Table:
    """Return how each quiz did as a whole."""
    return Table(
        name="quizzes",
        title="Quizzes as a whole",
        about=(
            "Alpha (the coefficient of internal consistency) tells how far the questions measure "
            "one thing: from 70 % for training, 80 % where something depends on the result. It is "
            "worked out over the questions that everybody had; the standard error is that of the "
            "score on these.",
        ),
        columns=(
            Column("Quiz"),
            Column("People", Kind.WHOLE),
            Column("Mean", Kind.PERCENT),
            Column("Median", Kind.PERCENT),
            Column("Standard deviation", Kind.PERCENT),
            Column("Skewness", Kind.NUMBER, digits=2, spare=True),
            Column("Kurtosis", Kind.NUMBER, digits=2, spare=True),
            Column("In common", Kind.WHOLE),
            Column("Alpha", Kind.PERCENT),
            Column("Standard error", Kind.PERCENT),
        ),
        rows=tuple(_quiz_row(result) for result in results),
        empty=NO_ANSWERS,
    )


def _quiz_row(result: QuizResult) -> Row:
    whole = result.whole
    return (
        result.quiz,
        whole.people,
        whole.mean,
        whole.median,
        whole.deviation,
        whole.skewness,
        whole.kurtosis,
        whole.core,
        whole.alpha,
        whole.error,
    )
