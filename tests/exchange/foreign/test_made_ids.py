"""Ids made from words: valid, different, and none from a place in a list."""

from hypothesis import given, settings
from hypothesis import strategies as st

from protectcourse.exchange.foreign.made_ids import Named, part_ids, slug, unit_ids
from protectcourse.shapes import PART_ID, UNIT_ID


@settings(deadline=None)
@given(st.lists(st.builds(Named, st.text(max_size=9), st.text(max_size=3), st.text(max_size=3))))
def test_ids_are_valid_and_different(entries: list[Named]) -> None:
    """Two alike, or one with a blank, would make the whole bank unreadable."""
    units, parts = unit_ids(entries), part_ids(entries)

    assert len(set(units)) == len(set(parts)) == len(entries)
    assert all(UNIT_ID.fullmatch(one) for one in units)
    assert all(PART_ID.fullmatch(one) for one in parts)


def test_an_id_reads_like_the_words() -> None:
    """Authors type ids when they refer to a question."""
    assert slug("Où est l’homme d'État ?") == "ou-est-lhomme-detat"


def test_of_equal_words_each_keeps_its_id_wherever_it_stands() -> None:
    """A number at the end would change hands when a question is put before another."""
    first, second, third = (Named("Who?", content) for content in ("a", "b", "c"))

    one, other = unit_ids([first, second, third]), unit_ids([first, third, second])

    assert dict(zip("abc", one, strict=True)) == dict(zip("acb", other, strict=True))


def test_an_id_that_comes_along_is_kept_if_it_is_one_and_free() -> None:
    """Moodle's own numbers of questions are what a team refers to."""
    ids = unit_ids([Named("a"), Named("Words", given="a"), Named("c", given="not one")])

    assert ids[1:] == ["a", "c"]
