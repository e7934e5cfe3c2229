"""What first attempts say of each question, and of each answer to it: worked out, not yet shown."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from protectcourse.quiz.marking import FULL_SCORE
from protectcourse.records.reports.quiz_answers import MIXED, PAIRED
from protectcourse.records.reports.quiz_words import (
    EARLIER,
    NO_COURSE,
    KnownAnswer,
    KnownQuestion,
    KnownQuiz,
)
from protectcourse.records.statistics.chosen import Chosen, chosen, is_beyond_chance
from protectcourse.records.statistics.first_attempts import (
    OMITTED,
    OTHERS,
    FirstAttempts,
    Item,
    ItemAnswers,
)
from protectcourse.records.statistics.item_statistics import (
    MIXED_FORMS,
    ItemStatistics,
    Value,
    effective_weights,
    item_statistics,
)
from protectcourse.records.statistics.whole_test import WholeTest, whole_test
from protectcourse.records.undefined import FEWER, FEWEST, Undefined

ENOUGH_FOR_SHARES, ENOUGH = 30, 100
"""People from whom on the share right, and all else, is worth acting on."""
VERY_HARD, REVIEW_BELOW = 0.20, 0.20
TYPED_OTHER = "other"
_NO_OPTIONS = frozenset({OMITTED, OTHERS, TYPED_OTHER})
_PARTS = re.compile(f"{re.escape(MIXED)}|{re.escape(PAIRED)}")


class AnswerResult(NamedTuple):
    """How often an answer was given, and what the course says of it."""

    answer: str
    known: KnownAnswer | None
    is_right: bool
    chosen: Chosen
    misleads: tuple[str, ...]
    """Why it looks as if it misled people; empty where it does not."""


class ItemResult(NamedTuple):
    """How a question did, in one wording."""

    item: Item
    known: KnownQuestion | None
    """What the course says of it, where its wording is still the same."""
    is_earlier: bool
    """Whether the course asks it in other words now, or not at all."""
    statistics: ItemStatistics
    intended: Value
    """Its share of the points of a test."""
    effective: Value
    """Its share of the differences between people's totals."""
    guess: Value
    all_right: int
    """How many people got all of it right."""
    answers: tuple[AnswerResult, ...]

    @property
    def look_at(self) -> tuple[str, ...]:
        """Why somebody should look at the question, in a few words each."""
        return tuple(_look_at(self))

    @property
    def enough_for(self) -> str:
        """What there are enough answers for to act on."""
        if self.statistics.people >= ENOUGH:
            return "all of it"
        return "share right" if self.statistics.people >= ENOUGH_FOR_SHARES else "nothing yet"


class QuizResult(NamedTuple):
    """How a quiz did."""

    quiz: str
    known: KnownQuiz | None
    whole: WholeTest
    items: tuple[ItemResult, ...]
    too_few: int
    """Earlier wordings with too few people to be listed."""


def quiz_result(quiz: str, attempts: FirstAttempts, known: KnownQuiz | None) -> QuizResult:
    """Return how a quiz did in first attempts: its questions in the order of the bank."""
    answers = {item: attempts.item_answers(item) for item in attempts.items()}
    core = attempts.core
    lengths = zip(attempts.totals, attempts.lengths, strict=True)
    weights: dict[Item, Value] = {}
    if len(core) == len(answers) and attempts.people >= FEWEST:
        columns = [answers[item].scores for item in core]
        weights = dict(zip(core, effective_weights(columns, attempts.totals), strict=True))
    found = [
        _item_result(item, given, _known_question(known, item), weights.get(item, MIXED_FORMS))
        for item, given in answers.items()
        if len(given.scores) >= FEWEST or _is_current(known, item)
    ]
    return QuizResult(
        quiz=quiz,
        known=known,
        whole=whole_test(
            [total / (FULL_SCORE * asked) for total, asked in lengths if asked],
            [answers[item].scores for item in core],
        ),
        items=tuple(sorted(found, key=lambda one: _place(known, one))),
        too_few=len(answers) - len(found),
    )


def _item_result(
    item: Item, given: ItemAnswers, known: KnownQuestion | None, effective: Value
) -> ItemResult:
    people = len(given.scores)
    current = known if known is not None and known.fingerprint == item.fingerprint else None
    return ItemResult(
        item=item,
        known=current,
        is_earlier=known is not None and current is None,
        statistics=item_statistics(given.scores, given.rests),
        intended=sum(1 / asked for asked in given.asked) / people if people >= FEWEST else FEWER,
        effective=effective if people >= FEWEST else FEWER,
        guess=current.guess if current else NO_COURSE if known is None else EARLIER,
        all_right=sum(score == FULL_SCORE for score in given.scores),
        answers=tuple(_answer_results(given, current)),
    )


def _answer_results(given: ItemAnswers, known: KnownQuestion | None) -> Iterable[AnswerResult]:
    """Give each answer that anybody gave or could have given, the most frequent first."""
    parts = [_parts(response) for response in given.responses]
    right = _right_parts(given, parts, known)
    offered = known.answers if known is not None else {}
    every = set(offered) | {part for one in parts for part in one}
    counted = {part: chosen([part in one for one in parts], given.rests) for part in every}
    for part in sorted(every, key=lambda one: (-counted[one].people, one)):
        yield AnswerResult(
            answer=part,
            known=offered.get(part),
            is_right=part in right,
            chosen=counted[part],
            misleads=tuple(_misleads(part, counted, right, given)),
        )


def _parts(response: str) -> frozenset[str]:
    return frozenset(_PARTS.split(response)) if response else frozenset({"(none chosen)"})


def _right_parts(
    given: ItemAnswers, parts: list[frozenset[str]], known: KnownQuestion | None
) -> frozenset[str]:
    """Return what is right: as the course says, else as whoever got all of it right answered."""
    if known is not None:
        return frozenset(name for name, answer in known.answers.items() if answer.is_right)
    full = (one for one, score in zip(parts, given.scores, strict=True) if score == FULL_SCORE)
    return frozenset(part for one in full for part in one)


def _misleads(
    part: str, counted: Mapping[str, Chosen], right: frozenset[str], given: ItemAnswers
) -> Iterable[str]:
    if part in right or part in _NO_OPTIONS or len(given.scores) < FEWEST or not right:
        return
    left, is_pair, _ = part.partition(" = ")
    rivals = [one for one in right if one.startswith(f"{left} = ")] if is_pair else list(right)
    fewest = min((counted[one].people for one in rivals if one in counted), default=0)
    if counted[part].people > fewest:
        yield "more people chose it than what is right"
    if counted[part].draws_the_better:
        yield "those who did well on the rest chose it"


def _look_at(result: ItemResult) -> Iterable[str]:
    facility, (low, high) = result.statistics.facility, result.statistics.interval
    if any(answer.misleads for answer in result.answers):
        yield "misleads"
    if isinstance(facility, Undefined) or isinstance(low, Undefined) or isinstance(high, Undefined):
        return
    if facility < VERY_HARD:
        yield "very hard"
    if _is_within(result.guess, low, high):
        yield "no better than guessing"
    discrimination = result.statistics.discrimination
    if isinstance(discrimination, Undefined):
        return
    if is_beyond_chance(-discrimination, result.statistics.people):
        yield "check what is marked right"
    elif discrimination < REVIEW_BELOW and result.statistics.people >= ENOUGH:
        yield "tells little apart"


def _is_within(guess: Value, low: float, high: float) -> bool:
    return not isinstance(guess, Undefined) and guess > 0 and low <= guess <= high


def _known_question(known: KnownQuiz | None, item: Item) -> KnownQuestion | None:
    """Return the question as the course has it; one that it has not any more is an earlier one."""
    if known is None:
        return None
    return known.questions.get(item.question, KnownQuestion("", "", {}, EARLIER))


def _is_current(known: KnownQuiz | None, item: Item) -> bool:
    question = known.questions.get(item.question) if known is not None else None
    return question is not None and question.fingerprint == item.fingerprint


def _place(known: KnownQuiz | None, result: ItemResult) -> tuple[int, str, bool, str]:
    """Return where a question stands: as in the bank, earlier wordings after the present one."""
    order = list(known.questions) if known is not None else []
    name, fingerprint = result.item
    place = order.index(name) if name in order else len(order)
    return place, name, result.is_earlier, fingerprint
