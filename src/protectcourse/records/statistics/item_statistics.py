"""How a question did, by the definitions of Moodle's quiz statistics (sample variances).

A score is a whole number from 0 to 10000; who left a question out has 0. The rest of a person is
their total without the question, whichever other questions they had.
"""

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

from protectcourse.quiz.marking import FULL_SCORE
from protectcourse.records.statistics.exact import (
    Numbers,
    greatest_joint_spread,
    joint_spread,
    spread,
)
from protectcourse.records.undefined import FEWER, FEWEST, Undefined

Value = float | Undefined
CERTAINTY = 0.95

ALL_RIGHT = Undefined("nobody got it wrong")
NONE_RIGHT = Undefined("nobody got it right")
ALL_ALIKE = Undefined("everybody had the same score on it")
REST_ALIKE = Undefined("everybody had the same score on the rest")
TOTALS_ALIKE = Undefined("no question goes with the total")
AGAINST_TOTAL = Undefined("it runs against the total")
MIXED_FORMS = Undefined("people had different questions")


class Interval(NamedTuple):
    """Between which two values the true one may well be."""

    low: Value
    high: Value


class ItemStatistics(NamedTuple):
    """How a question did with the people who were asked it."""

    people: int
    facility: Value
    """The mean share of the points, from 0 to 1."""
    interval: Interval
    """Of the facility, with a certainty of 95 per cent."""
    discrimination: Value
    """The correlation of the score with the rest, from -1 to 1."""
    efficiency: Value
    """The covariance with the rest, as a share of the greatest that there could be."""


def item_statistics(scores: Numbers, rests: Numbers) -> ItemStatistics:
    """Return how a question did: the score of each person on it, and on the rest."""
    if len(scores) < FEWEST:
        return ItemStatistics(len(scores), FEWER, Interval(FEWER, FEWER), FEWER, FEWER)
    share = sum(scores) / (FULL_SCORE * len(scores))
    return ItemStatistics(
        people=len(scores),
        facility=share,
        interval=wilson_interval(share, len(scores)),
        discrimination=correlation(scores, rests),
        efficiency=efficiency(scores, rests),
    )


def wilson_interval(share: float, people: int) -> Interval:
    """Return the Wilson interval of a share; of partial credit it is wider than it need be."""
    z = NormalDist().inv_cdf((1 + CERTAINTY) / 2)
    middle = share + z * z / (2 * people)
    half = z * sqrt(share * (1 - share) / people + z * z / (4 * people * people))
    whole = 1 + z * z / people
    return Interval(max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole))


def correlation(scores: Numbers, rests: Numbers) -> Value:
    """Return Pearson's correlation of a question with the rest, or why there is none."""
    together = spread(scores) * spread(rests)
    if together == 0:
        return _why_alike(scores, rests)
    return joint_spread(scores, rests) / sqrt(together)


def efficiency(scores: Numbers, rests: Numbers) -> Value:
    """Return the covariance as a share of the greatest that the two lists could have."""
    greatest = greatest_joint_spread(scores, rests)
    if greatest == 0:
        return _why_alike(scores, rests)
    return joint_spread(scores, rests) / greatest


def effective_weights(columns: list[Numbers], totals: Numbers) -> list[Value]:
    """Return how much of the differences between totals each question of a test makes.

    The root of its covariance with the total, as a share of all of them. Everybody must have had
    the same questions.
    """
    shares = [joint_spread(scores, totals) for scores in columns]
    whole = sum(sqrt(share) for share in shares if share > 0)
    if whole == 0:
        return [TOTALS_ALIKE for _ in columns]
    return [sqrt(share) / whole if share >= 0 else AGAINST_TOTAL for share in shares]


def _why_alike(scores: Numbers, rests: Numbers) -> Undefined:
    if spread(scores):
        return REST_ALIKE
    return {FULL_SCORE: ALL_RIGHT, 0: NONE_RIGHT}.get(scores[0], ALL_ALIKE) if scores else FEWER
