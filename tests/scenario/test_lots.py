"""Chance from a seed."""

from case_plays import seeds
from hypothesis import given

from protectcourse.scenario.lots import draw, rank


@given(seed=seeds)
def test_a_draw_is_in_range_and_stays(seed: int) -> None:
    """An attempt that is opened again must find what it found."""
    assert draw(seed, "variant", "interpreter", among=3) in {0, 1, 2}
    assert draw(seed, "a", among=1000) == draw(seed, "a", among=1000)


def test_lots_are_the_same_on_every_computer() -> None:
    """A draw that changed with a release would reshuffle attempts under way."""
    assert [draw(1, "gate", among=10), draw(2, "gate", among=10)] == [8, 4]
    assert rank(1, "gate", "storeroom").hex()[:8] == "b2f93081"


def test_a_rank_does_not_move_when_others_come() -> None:
    """A choice added to a scene must not change the order of those already seen."""
    names = [f"choice_{number}" for number in range(8)]

    few = sorted(names[:5], key=lambda name: rank(7, "gate", name))
    all_of_them = sorted(names, key=lambda name: rank(7, "gate", name))

    assert [name for name in all_of_them if name in few] == few
