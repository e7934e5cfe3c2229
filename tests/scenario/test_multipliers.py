"""What makes a case large: told exactly for cases in which it can be counted by hand."""

from case_plays import story_of

from protectcourse.scenario.exploring.explorer import search
from protectcourse.scenario.exploring.multipliers import find_multipliers

CONDITION = ("nodes.call.choices.address.if", ["caller = calm"])


def test_a_variant_that_matters_is_named_first() -> None:
    """Four states, two of them only because of who calls: that is four thirds as many."""
    variants = ("variants", {"caller": ["calm", "afraid"]})

    (one,) = find_multipliers(search(story_of("first_case", variants, CONDITION)))

    assert (one.name, round(one.times, 2)) == ("caller", 1.33)


def test_what_is_never_read_multiplies_nothing() -> None:
    """To drop it would change nothing: it must not be suggested."""
    flag = ("track.flags", {"told": "She was told."})
    effect = ("nodes.call.choices.address.do", ["set told"])

    assert find_multipliers(search(story_of("first_case", flag, effect))) == []
