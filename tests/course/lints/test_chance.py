from itertools import product
from math import factorial, prod

import pytest

from protectcourse.course.lints.chance import at_least, chi_squared_tail, uneven


@pytest.mark.parametrize(
    ("options", "questions", "hits"),
    [
        *((4, 20, 9), (4, 40, 16), (4, 60, 22), (4, 100, 33)),
        *((3, 20, 11), (3, 40, 19), (3, 60, 27), (3, 100, 42)),
    ],
)
def test_the_table_of_the_design_holds(options: int, questions: int, hits: int) -> None:
    """These counts are the first that chance gives less than once in twenty."""
    chances = [1 / options] * questions

    assert at_least(hits, chances) < 0.05 <= at_least(hits - 1, chances)


def test_unlike_chances_are_added_up_exactly() -> None:
    """A bank has questions with three options and with four."""
    chances = [1 / 3, 1 / 4, 1 / 2]
    by_hand = sum(
        prod(c if hit else 1 - c for c, hit in zip(chances, outcome, strict=True))
        for outcome in product((True, False), repeat=3)
        if sum(outcome) >= 2
    )

    assert at_least(2, chances) == pytest.approx(by_hand)
    assert at_least(0, chances) == pytest.approx(1)


@pytest.mark.parametrize(
    ("statistic", "freedom", "tail"),
    [
        *((3.841459, 1, 0.05), (5.991465, 2, 0.05), (7.814728, 3, 0.05)),
        *((11.344867, 3, 0.01), (9.487729, 4, 0.05), (0.0, 2, 1.0)),
    ],
)
def test_chi_squared_agrees_with_the_printed_tables(
    statistic: float, freedom: int, tail: float
) -> None:
    """Its tail is worked out by a finite series; any table of quantiles must agree."""
    assert chi_squared_tail(statistic, freedom) == pytest.approx(tail, abs=1e-6)


@pytest.mark.parametrize("counts", [(5, 0, 0), (4, 3, 3), (8, 1, 1), (2, 2, 1), (6, 0, 0, 1)])
def test_few_cases_are_tested_exactly(counts: tuple[int, ...]) -> None:
    """Below five to a class chi-squared is off; every outcome is counted instead."""
    total, classes = sum(counts), len(counts)

    def likelihood(outcome: tuple[int, ...]) -> float:
        return factorial(total) / prod(map(factorial, outcome)) / classes**total

    outcomes = [o for o in product(range(total + 1), repeat=classes) if sum(o) == total]
    by_hand = sum(
        likelihood(o) for o in outcomes if likelihood(o) <= likelihood(counts) * (1 + 1e-9)
    )
    assert uneven(counts) == pytest.approx(by_hand)


def test_nothing_to_compare_is_never_uneven() -> None:
    """An empty bank, or questions with one option, must not be divided by."""
    assert uneven([]) == uneven([7]) == uneven([0, 0, 0]) == 1.0
