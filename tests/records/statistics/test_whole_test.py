"""How a whole test did, against published figures and an independent computation."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from protectcourse.records.statistics.whole_test import (
    CORE_ALIKE,
    NO_CORE,
    cronbach_alpha,
    whole_test,
)
from protectcourse.records.undefined import FEWER, Undefined

REFERENCE = (
    *("11111", "11110", "11101", "11100", "11010"),
    *("11000", "10100", "10010", "01000", "10000"),
)
matrices = st.integers(2, 6).flatmap(
    lambda k: st.lists(
        st.lists(st.sampled_from([0, 0, 2500, 3333, 10_000]), min_size=k, max_size=k),
        min_size=10,
        max_size=40,
    )
)


def columns_of(matrix: list[list[int]]) -> list[list[int]]:
    """Return the scores question by question."""
    return [list(column) for column in zip(*matrix, strict=True)]


def test_the_published_figures_come_out() -> None:
    """Alpha .5124; the standard error is .9339 of five points with sample variances."""
    matrix = [[10_000 * int(sign) for sign in row] for row in REFERENCE]

    found = whole_test([sum(row) / 50_000 for row in matrix], columns_of(matrix))

    assert found.mean == pytest.approx(2.7 / 5)
    assert found.alpha == pytest.approx(0.5124223602, abs=1e-6)
    assert isinstance(found.error, float)
    assert found.error * 5 == pytest.approx(0.9339, abs=5e-5)


@given(matrices)
@settings(deadline=None)
def test_each_figure_is_that_of_numpy_and_scipy(matrix: list[list[int]]) -> None:
    """Two ways to the same number, also where hardly anything differs."""
    shares = [sum(row) / (10_000 * len(row)) for row in matrix]

    found = whole_test(shares, columns_of(matrix))

    assert found.mean == pytest.approx(np.mean(shares), abs=1e-9)
    assert found.median == pytest.approx(np.median(shares), abs=1e-9)
    assert found.deviation == pytest.approx(np.std(shares, ddof=1), abs=1e-9)
    if len(set(map(sum, matrix))) == 1:
        assert (found.skewness, found.alpha) == (CORE_ALIKE, CORE_ALIKE)
        assert isinstance(found.error, Undefined)
        return
    assert found.skewness == pytest.approx(stats.skew(shares, bias=False), abs=1e-6)
    assert found.kurtosis == pytest.approx(stats.kurtosis(shares, bias=False), abs=1e-6)
    k, scores = len(matrix[0]), np.array(matrix)
    alpha = k / (k - 1) * (1 - scores.var(axis=0, ddof=1).sum() / scores.sum(axis=1).var(ddof=1))
    assert found.alpha == pytest.approx(alpha, abs=1e-6)
    error = scores.sum(axis=1).std(ddof=1) * (1 - alpha) ** 0.5 / (10_000 * k)
    assert found.error == pytest.approx(error, abs=1e-6)


def test_without_questions_in_common_there_is_no_alpha() -> None:
    """An alpha over different questions would be a number that means nothing."""
    found = whole_test([0.1 * n for n in range(10)], [[0, 10_000] * 5])

    assert (found.alpha, found.error, found.core) == (NO_CORE, NO_CORE, 1)
    assert found.mean == pytest.approx(0.45)
    assert cronbach_alpha([]) == NO_CORE


def test_nine_people_show_no_statistic() -> None:
    """No group under ten shows a statistic."""
    found = whole_test([0.5] * 8 + [0.7], [[0] * 9, [10_000] * 9])

    assert [value for value in found if isinstance(value, Undefined)] == [FEWER] * 7
