"""How a whole test did: its totals, and how far its questions measure one thing.

Moodle's definitions: sample variances, and for skewness and kurtosis (0 for a normal curve) the
k-statistics. Where people had different questions, alpha is worked out over those that everybody
had, and the standard error is that of the score on these.
"""

from collections.abc import Sequence
from math import fsum, sqrt
from statistics import fmean, median
from typing import NamedTuple

from protectcourse.quiz.marking import FULL_SCORE
from protectcourse.records.statistics.exact import Numbers, spread
from protectcourse.records.statistics.item_statistics import Value
from protectcourse.records.undefined import FEWER, FEWEST, Undefined

FEWEST_ITEMS = 2
NO_CORE = Undefined("no two questions were asked of everybody")
CORE_ALIKE = Undefined("everybody had the same score")
NO_ALPHA = Undefined("there is no alpha to work it out from")


class WholeTest(NamedTuple):
    """How a test did; scores are shares of the points, from 0 to 1."""

    people: int
    mean: Value
    median: Value
    deviation: Value
    """The standard deviation."""
    skewness: Value
    kurtosis: Value
    core: int
    """How many questions everybody had."""
    alpha: Value
    """Cronbach's alpha over these: the coefficient of internal consistency."""
    error: Value
    """The standard error of a score on these, as a share."""


def whole_test(shares: Sequence[float], core: Sequence[Numbers]) -> WholeTest:
    """Return how a test did.

    `shares` are people's totals as shares of their points, `core` people's scores on each question
    that everybody had.
    """
    people = len(shares)
    if people < FEWEST:
        return _too_few(people, len(core))
    skewness, kurtosis = _shape(shares)
    alpha = cronbach_alpha(core)
    return WholeTest(
        people=people,
        mean=fmean(shares),
        median=median(shares),
        deviation=sqrt(_moment(shares, 2) * people / (people - 1)),
        skewness=skewness,
        kurtosis=kurtosis,
        core=len(core),
        alpha=alpha,
        error=_standard_error(core, alpha),
    )


def cronbach_alpha(core: Sequence[Numbers]) -> Value:
    """Return Cronbach's alpha of questions that everybody had, or why there is none."""
    if len(core) < FEWEST_ITEMS:
        return NO_CORE
    whole = spread(_totals(core))
    if whole == 0:
        return CORE_ALIKE
    k = len(core)
    return k / (k - 1) * (1 - sum(map(spread, core)) / whole)


def _too_few(people: int, core: int) -> WholeTest:
    return WholeTest(people, FEWER, FEWER, FEWER, FEWER, FEWER, core, FEWER, FEWER)


def _standard_error(core: Sequence[Numbers], alpha: Value) -> Value:
    """Return the deviation of the score on the core that is due to chance."""
    if isinstance(alpha, Undefined):
        return alpha if len(core) < FEWEST_ITEMS else NO_ALPHA
    totals = _totals(core)
    deviation = sqrt(spread(totals) / (len(totals) * (len(totals) - 1)))
    return deviation / (FULL_SCORE * len(core)) * sqrt(max(0.0, 1 - alpha))


def _totals(core: Sequence[Numbers]) -> list[int]:
    return [sum(scores) for scores in zip(*core, strict=True)]


def _shape(shares: Sequence[float]) -> tuple[Value, Value]:
    """Return skewness and kurtosis as ratios of k-statistics."""
    if min(shares) == max(shares):
        return CORE_ALIKE, CORE_ALIKE
    n = len(shares)
    m2, m3, m4 = (_moment(shares, power) for power in (2, 3, 4))
    k2 = n * m2 / (n - 1)
    k3 = n**2 * m3 / ((n - 1) * (n - 2))
    k4 = n**2 * ((n + 1) * m4 - 3 * (n - 1) * m2**2) / ((n - 1) * (n - 2) * (n - 3))
    return k3 / k2**1.5, k4 / k2**2


def _moment(shares: Sequence[float], power: int) -> float:
    """Return the mean power of the distance from the mean."""
    mean = fmean(shares)
    return fsum((share - mean) ** power for share in shares) / len(shares)
