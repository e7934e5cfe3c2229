"""How a question did, against published figures and an independent computation."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy import stats

from protectcourse.records.statistics.item_statistics import (
    AGAINST_TOTAL,
    ALL_ALIKE,
    ALL_RIGHT,
    NONE_RIGHT,
    REST_ALIKE,
    TOTALS_ALIKE,
    effective_weights,
    item_statistics,
    wilson_interval,
)
from protectcourse.records.undefined import FEWER, Undefined

REFERENCE = (
    *("11111", "11110", "11101", "11100", "11010"),
    *("11000", "10100", "10010", "01000", "10000"),
)
"""Ten learners by five items, a row for each learner."""

Matrix = list[list[int]]
matrices = st.integers(1, 6).flatmap(
    lambda k: st.lists(
        st.lists(st.sampled_from([0, 0, 2500, 3333, 10_000, 10_000]), min_size=k, max_size=k),
        min_size=10,
        max_size=40,
    )
)
all_right: Matrix = [[10_000, 10_000]] * 12
one_apart: Matrix = [[10_000, 0]] + [[0, 10_000]] * 11


def reference() -> Matrix:
    """Return the published matrix as scores."""
    return [[10_000 * int(sign) for sign in row] for row in REFERENCE]


def column_and_rest(matrix: Matrix, place: int) -> tuple[list[int], list[int]]:
    """Return the scores on one question and on the rest."""
    return [row[place] for row in matrix], [sum(row) - row[place] for row in matrix]


def test_the_published_figures_come_out() -> None:
    """A report that disagrees with the literature by a rounding is wrong about everything else."""
    found = [item_statistics(*column_and_rest(reference(), place)) for place in range(5)]

    assert [one.facility for one in found] == pytest.approx([0.9, 0.7, 0.5, 0.4, 0.2])
    assert [one.discrimination for one in found] == pytest.approx(
        [0.22866478, 0.19920477, 0.40824829, 0.14845392, 0.48795004], abs=1e-6
    )


@pytest.mark.parametrize(
    ("right", "people", "low", "high"),
    [(9, 10, 0.5958, 0.9821), (7, 10, 0.3968, 0.8922), (0, 74, 0, 0.0493)],
)
def test_the_published_intervals_come_out(right: int, people: int, low: float, high: float) -> None:
    """The interval is what keeps a coordinator from acting on ten answers."""
    assert wilson_interval(right / people, people) == pytest.approx((low, high), abs=5e-5)


@given(matrices)
@example(all_right)
@example(one_apart)
@settings(deadline=None)
def test_each_figure_is_that_of_numpy(matrix: Matrix) -> None:
    """Sums without rounding must come to what a library of statistics finds by another way."""
    for place in range(len(matrix[0])):
        scores, rests = column_and_rest(matrix, place)

        found = item_statistics(scores, rests)

        assert found.facility == pytest.approx(np.mean(scores) / 10_000, abs=1e-9)
        spreads = np.var(scores, ddof=1) * np.var(rests, ddof=1)
        if len(set(scores)) > 1 and len(set(rests)) > 1:
            covariance = np.cov(scores, rests)[0, 1]
            most = np.cov(np.sort(scores), np.sort(rests))[0, 1]
            assert found.discrimination == pytest.approx(covariance / spreads**0.5, abs=1e-6)
            assert found.efficiency == pytest.approx(covariance / most, abs=1e-6)
        else:
            assert isinstance(found.discrimination, Undefined)
            assert isinstance(found.efficiency, Undefined)


@given(st.integers(10, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_is_that_of_scipy(counts: tuple[int, int]) -> None:
    """An interval that is too narrow makes chance look like a finding."""
    right, people = counts

    found = wilson_interval(right / people, people)

    expected = stats.binomtest(right, people).proportion_ci(method="wilson")
    assert found == pytest.approx((expected.low, expected.high), abs=1e-9)


@given(matrices)
@settings(deadline=None)
def test_the_weights_are_those_of_numpy(matrix: Matrix) -> None:
    """The weight in fact is the root of the covariance with the total, as a share of all."""
    columns = [list(column) for column in zip(*matrix, strict=True)]
    totals = [sum(row) for row in matrix]

    found = effective_weights(columns, totals)

    shares = [np.cov(column, totals)[0, 1] for column in columns]
    whole = sum(share**0.5 for share in shares if share > 1e-6)
    for weight, share in zip(found, shares, strict=True):
        if whole == 0:
            assert weight == TOTALS_ALIKE
        elif share < -1e-6:
            assert weight == AGAINST_TOTAL
        else:
            assert weight == pytest.approx(max(share, 0) ** 0.5 / whole, abs=1e-6)


@pytest.mark.parametrize(
    ("scores", "rests", "why"),
    [
        ([10_000] * 10, [*range(10)], ALL_RIGHT),
        ([0] * 10, [*range(10)], NONE_RIGHT),
        ([5_000] * 10, [*range(10)], ALL_ALIKE),
        ([0, 10_000] * 5, [20_000] * 10, REST_ALIKE),
        ([0, 10_000] * 4, [*range(8)], FEWER),
        ([], [], FEWER),
    ],
)
def test_what_is_undefined_says_why(scores: list[int], rests: list[int], why: Undefined) -> None:
    """An empty cell leaves the reader to guess whether the program or the question is at fault."""
    found = item_statistics(scores, rests)

    assert (found.discrimination, found.efficiency) == (why, why)


def test_nine_people_show_no_statistic() -> None:
    """Among nine colleagues a share is a finger pointed at somebody."""
    found = item_statistics([0, 10_000, 0] * 3, [*range(9)])

    assert [found.facility, *found.interval, found.discrimination] == [FEWER] * 4
    assert found.people == 9
