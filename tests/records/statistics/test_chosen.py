"""What people answered, and which answers draw those who know the rest."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protectcourse.records.statistics.chosen import (
    ALL_CHOSE,
    NONE_CHOSE,
    chosen,
    is_beyond_chance,
)
from protectcourse.records.undefined import FEWER, Undefined

people = st.lists(
    st.tuples(st.booleans(), st.integers(0, 9).map(lambda n: n * 10_000)), min_size=10, max_size=60
)


@given(people)
@settings(deadline=None)
def test_the_correlation_is_that_of_numpy(rows: list[tuple[bool, int]]) -> None:
    """A point-biserial correlation is Pearson's with a yes or no."""
    gave_it, rests = [row[0] for row in rows], [row[1] for row in rows]

    found = chosen(gave_it, rests)

    assert found.people == sum(gave_it)
    assert found.share == pytest.approx(np.mean(gave_it))
    if len(set(gave_it)) == len(set(gave_it) | {True, False}) and len(set(rests)) > 1:
        expected = np.corrcoef(np.array(gave_it, dtype=float), rests)[0, 1]
        assert found.discrimination == pytest.approx(expected, abs=1e-6)
    else:
        assert isinstance(found.discrimination, Undefined)


@pytest.mark.parametrize(
    ("gave_it", "why"), [([True] * 10, ALL_CHOSE), ([False] * 10, NONE_CHOSE), ([True] * 9, FEWER)]
)
def test_what_is_undefined_says_why(gave_it: list[bool], why: Undefined) -> None:
    """A reader must be able to tell a fault of the question from a lack of people."""
    assert chosen(gave_it, [*range(len(gave_it))]).discrimination == why


def test_an_answer_that_the_better_give_is_told_from_chance() -> None:
    """Half of all harmless answers lie a little above nought; they are not to be looked at."""
    clearly = chosen([False] * 20 + [True] * 20, [*range(40)])
    hardly = chosen([True, False] * 20, [*range(40)][::-1])

    assert clearly.draws_the_better
    assert not hardly.draws_the_better
    assert is_beyond_chance(1.0, 10)
    assert not is_beyond_chance(-0.9, 10)
