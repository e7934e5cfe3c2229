"""Tables of what people answered: which answers mislead, how often each came, which beliefs."""

from collections import Counter
from collections.abc import Iterator, Sequence

from protectcourse.records.reports.item_results import AnswerResult, ItemResult, QuizResult
from protectcourse.records.reports.item_words import (
    NO_ANSWERS,
    all_items,
    answer_words,
    asked_cells,
    asked_columns,
)
from protectcourse.records.reports.quiz_words import CourseWords
from protectcourse.records.reports.report import Column, Kind, Row, Table
from protectcourse.records.undefined import FEWEST

MOST_ANSWERS = 8
"""Wrong orders and the like that are listed for one question."""


def misleading_table(results: Sequence[QuizResult]) -> Table:
    """Return the wrong answers that look as if they misled people."""
    rows = [
        _misleading_row(quiz, item, answer)
        for quiz, item in all_items(results)
        for answer in item.answers
        if answer.misleads
    ]
    return Table(
        name="misleading",
        title="Answers that mislead people",
        about=(
            "A wrong answer stands here when more people chose it than what is right, or when "
            "those who chose it did better on the rest of the quiz than chance explains.",
        ),
        columns=(
            *asked_columns(heads=True),
            Column("Wrong answer", authored=True),
            Column("Chose it", Kind.WHOLE),
            Column("All right", Kind.WHOLE),
            Column("People", Kind.WHOLE),
            Column("Why it stands here"),
        ),
        rows=tuple(rows),
        empty="No question stands out." if results else NO_ANSWERS,
    )


def _misleading_row(quiz: QuizResult, item: ItemResult, answer: AnswerResult) -> Row:
    return (
        *asked_cells(quiz, item),
        answer_words(answer),
        answer.chosen.people,
        item.all_right,
        item.statistics.people,
        "; ".join(answer.misleads),
    )


def answers_table(results: Sequence[QuizResult], words: CourseWords | None) -> Table:
    """Return how often each answer was given, and by whom."""
    return Table(
        name="answers",
        title="Answers",
        about=(
            "Better or worse: how giving an answer goes with the score on the rest (100 × the "
            "correlation). It should be above 0 for what is right and below 0 for what is wrong.",
        ),
        columns=(
            *asked_columns(heads=True),
            Column("Answer", authored=True),
            Column("Right"),
            Column("Chose it", Kind.WHOLE),
            Column("Share", Kind.PERCENT),
            Column("Better or worse", Kind.PERCENT),
            Column("Misconception", authored=True, spare=True),
        ),
        rows=tuple(
            _answer_row(quiz, item, answer, words)
            for quiz, item in all_items(results)
            if item.statistics.people >= FEWEST
            for answer in item.answers[:MOST_ANSWERS]
        ),
        empty=NO_ANSWERS,
    )


def _answer_row(
    quiz: QuizResult, item: ItemResult, answer: AnswerResult, words: CourseWords | None
) -> Row:
    mistaken = answer.known.misconception if answer.known is not None else ""
    return (
        *asked_cells(quiz, item),
        answer_words(answer),
        "right" if answer.is_right else "",
        answer.chosen.people,
        answer.chosen.share,
        answer.chosen.discrimination,
        words.misconceptions.get(mistaken, mistaken) if words is not None else mistaken,
    )


def misconception_tables(
    results: Sequence[QuizResult], words: CourseWords | None
) -> Iterator[Table]:
    """Give how often a wrong answer was chosen out of each mistaken belief that it stands for."""
    if words is None or not words.misconceptions:
        return
    chosen: Counter[str] = Counter()
    chances: Counter[str] = Counter()
    for _, item in all_items(results):
        if item.statistics.people >= FEWEST:
            for name, people in _mistaken(item):
                chosen[name] += people
                chances[name] += item.statistics.people
    yield Table(
        name="misconceptions",
        title="Mistaken beliefs",
        about=("Of the answers that could have been given out of it, how many were.",),
        columns=(
            Column("Mistaken belief", authored=True),
            Column("Answers out of it", Kind.WHOLE),
            Column("Of", Kind.WHOLE),
            Column("Share", Kind.PERCENT),
        ),
        rows=tuple(
            (words.misconceptions.get(name, name), chosen[name], of, chosen[name] / of)
            for name, of in sorted(chances.items(), key=lambda one: -chosen[one[0]] / one[1])
        ),
        empty="Too few answers were given to questions that tell mistaken beliefs.",
    )


def _mistaken(item: ItemResult) -> Iterator[tuple[str, int]]:
    for answer in item.answers:
        if answer.known is not None and answer.known.misconception:
            yield answer.known.misconception, answer.chosen.people
