"""How likely something is by chance alone, worked out exactly.

Nothing is simulated or looked up, and no statistics library is needed.
"""

from collections.abc import Iterator, Sequence
from math import erfc, exp, factorial, lgamma, log, prod, sqrt

LEAST_EXPECTED = 5
"""Cases expected in each class, from which on chi-squared is near enough (Cochran's rule)."""


def at_least(hits: int, chances: Sequence[float]) -> float:
    """Return the probability of `hits` or more successes in independent trials.

    Exact: the binomial tail where all chances are equal, the Poisson binomial one where not.
    """
    distribution = [1.0]
    for chance in chances:
        missed = [*(p * (1 - chance) for p in distribution), 0.0]
        hit = [0.0, *(p * chance for p in distribution)]
        distribution = [one + other for one, other in zip(missed, hit, strict=True)]
    return min(1.0, sum(distribution[hits:]))


def uneven(counts: Sequence[int]) -> float:
    """Return the probability of counts at least as uneven, if all classes are equally likely.

    Chi-squared where every class expects five or more, else the exact multinomial test.
    """
    total, classes = sum(counts), len(counts)
    if total == 0 or classes < 2:
        return 1.0
    if total / classes >= LEAST_EXPECTED:
        expected = total / classes
        statistic = sum((count - expected) ** 2 / expected for count in counts)
        return chi_squared_tail(statistic, classes - 1)
    return _multinomial_tail(counts)


def chi_squared_tail(statistic: float, freedom: int) -> float:
    """Return the probability that chi-squared is `statistic` or more, by the finite series."""
    half = statistic / 2
    if half <= 0:
        return 1.0
    shape = 0.5 if freedom % 2 else 1.0
    tail = erfc(sqrt(half)) if freedom % 2 else exp(-half)
    while 2 * shape < freedom:
        tail = tail + exp(shape * log(half) - half - lgamma(shape + 1))
        shape += 1
    return min(1.0, tail)


def _multinomial_tail(counts: Sequence[int]) -> float:
    """Add up all outcomes that are no likelier than the one seen; equal ones are taken together."""
    total, classes = sum(counts), len(counts)
    seen = _outcome(counts)
    tail = 0.0
    for parts in _partitions(total, classes, total):
        likelihood = _outcome(parts)
        if likelihood <= seen * (1 + 1e-9):
            orders = factorial(classes) // prod(factorial(parts.count(p)) for p in set(parts))
            tail += orders * likelihood
    return min(1.0, tail / float(classes) ** total)


def _outcome(counts: Sequence[int]) -> float:
    """Return in how many ways these counts come about."""
    return factorial(sum(counts)) // prod(map(factorial, counts))


def _partitions(total: int, classes: int, most: int) -> Iterator[tuple[int, ...]]:
    """Give every way to share `total` among classes, largest share first."""
    if classes == 1:
        if total <= most:
            yield (total,)
        return
    for first in range(min(total, most), (total - 1) // classes, -1):
        for rest in _partitions(total - first, classes - 1, first):
            yield (first, *rest)
