"""The chain notices every change of a log."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from logs import make_chain

from protectcourse.progress.chain import Head, canonical, find_break, seal_entry

CHAIN = make_chain(5)
PARTS = ("device", "prev", "kind", "body", "salt", "digest", "hash", "local", "seal")


def test_a_sound_chain_holds_and_its_head_is_noted() -> None:
    """Otherwise the tests below would pass for a check that always complains."""
    heads: dict[str, Head] = {}

    wrong = find_break(CHAIN, heads)

    assert wrong is None
    assert heads == {CHAIN[0].device: Head(5, CHAIN[-1].hash)}


@pytest.mark.parametrize("part", PARTS)
def test_a_flip_of_any_byte_is_found(part: str) -> None:
    """SQLite's own check finds one flipped bit in eight; the chain has to find the rest."""
    for place, entry in enumerate(CHAIN):
        whole = getattr(entry, part)
        for at in range(len(whole)):
            flipped = whole[:at] + chr(ord(whole[at]) ^ 1) + whole[at + 1 :]
            changed = [*CHAIN]
            changed[place] = replace(entry, **{part: flipped})

            assert find_break(changed, {}) is not None, (part, place, at)


@given(at=st.integers(0, 4), number=st.integers(-3, 9))
def test_another_number_is_found(at: int, number: int) -> None:
    """The number is the order of what happened."""
    changed = [*CHAIN]
    changed[at] = replace(CHAIN[at], seq=number)

    assert (find_break(changed, {}) is None) == (number == CHAIN[at].seq)


@pytest.mark.parametrize("dropped", range(4))
def test_a_dropped_entry_is_found(dropped: int) -> None:
    """An answer that vanished must not vanish unnoticed."""
    left = [*CHAIN[:dropped], *CHAIN[dropped + 1 :]]

    assert find_break(left, {}) == f"entry {dropped + 2}: entry {dropped + 1} is missing"


@given(st.permutations(CHAIN))
def test_any_other_order_is_found(shuffled: list) -> None:  # type: ignore[type-arg]
    """The order is part of what is kept."""
    assert (find_break(shuffled, {}) is None) == (shuffled == CHAIN)


def test_an_entry_of_another_chain_is_found() -> None:
    """A sound entry put in the place of another is still a forgery."""
    other = make_chain(5)
    other[2] = replace(other[2], salt="f" * 32)
    changed = [*CHAIN[:2], other[2], *CHAIN[3:]]

    assert find_break(changed, {}) == "entry 3: its content was changed"


@pytest.mark.parametrize("place", range(4))
def test_an_entry_sealed_anew_is_found_by_the_next(place: int) -> None:
    """Whoever changes an answer and works out its hashes again still breaks the chain after it."""
    old = CHAIN[place]
    body = old.body.replace('"number"', '"other"')
    forged = seal_entry(old.device, old.seq, old.prev, old.kind, body, old.salt, old.local)
    changed = [*CHAIN[:place], forged, *CHAIN[place + 1 :]]

    wrong = find_break(changed, {})

    assert wrong == f"entry {place + 2}: it does not follow the entry before"


def test_the_check_goes_on_from_a_head() -> None:
    """A start checks only what came after the last check."""
    heads = {CHAIN[0].device: Head(3, CHAIN[2].hash)}

    assert find_break(CHAIN[3:], dict(heads)) is None
    assert find_break(CHAIN[4:], dict(heads)) is not None


@given(st.dictionaries(st.text(), st.integers() | st.text()))
def test_canonical_json_is_the_same_for_the_same_content(value: dict[str, int | str]) -> None:
    """Every program that reads a log must come to the same hash, whatever the order of keys."""
    text = canonical(value)

    assert text == canonical(dict(reversed(value.items())))
    assert unicodedata.is_normalized("NFC", text)
