"""Sums over whole numbers, without rounding: whether a spread is nought is then no question.

Each is n² times a population moment, or n(n − 1) times a sample one, so that a ratio of two of them
is that of the moments.
"""

from collections.abc import Sequence
from operator import mul

Numbers = Sequence[int]


def spread(one: Numbers) -> int:
    """Return n(n − 1) times the sample variance."""
    return joint_spread(one, one)


def joint_spread(one: Numbers, other: Numbers) -> int:
    """Return n(n − 1) times the sample covariance of two lists of the same length."""
    products: int = sum(map(mul, one, other))
    return len(one) * products - sum(one) * sum(other)


def greatest_joint_spread(one: Numbers, other: Numbers) -> int:
    """Return the same with both lists sorted: the most that pairing them anew could give."""
    return joint_spread(sorted(one), sorted(other))
