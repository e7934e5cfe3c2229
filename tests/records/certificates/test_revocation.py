"""The list of withdrawn certificates counts when the issuer signed it, and never otherwise."""

import random

import pytest
from certified import OTHER_SIGNER, SIGNER, certificate, token
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.errors import RecordError
from protectcourse.records.certificates.did import did_of
from protectcourse.records.certificates.jwt import sign_token
from protectcourse.records.certificates.revocation import (
    LONGEST_REASON,
    SORT,
    Revocation,
    clean_reason,
    make_list,
    read_list,
    write_list,
)

KEY, NAME = SIGNER.public_key, "list.pcrevoked"
ENTRIES = (
    Revocation(certificate().id, "2027-01-05", "issued to the wrong person"),
    Revocation(certificate(nth=2).id, "2027-03-01", "name misspelt"),
)
LISTED = make_list("Example Aid", ENTRIES)
FILE = write_list(LISTED, SIGNER)


def test_a_list_is_read_back() -> None:
    """With its number, which is how many it lists, and the day of the latest."""
    assert read_list(FILE, KEY, NAME) == LISTED
    assert (LISTED.number, LISTED.day) == (2, "2027-03-01")
    assert make_list("A", ()).number == 0
    assert read_list(write_list(make_list("A", ()), SIGNER), KEY, NAME).entries == ()


def test_the_same_withdrawals_make_the_same_file() -> None:
    """In whatever order they were made."""
    assert write_list(make_list("Example Aid", reversed(ENTRIES)), SIGNER) == FILE


def test_a_list_of_another_says_nothing() -> None:
    """Else anybody could withdraw anything, or hide that it was withdrawn."""
    with pytest.raises(RecordError, match="signed by another"):
        read_list(write_list(LISTED, OTHER_SIGNER), KEY, NAME)


def test_no_flip_of_a_bit_is_accepted() -> None:
    """Each is refused, or leaves the list as it was."""
    chance = random.Random(4711)
    refused = 0
    for _ in range(2000):
        data = bytearray(FILE)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        try:
            assert read_list(bytes(data), KEY, NAME) == LISTED
        except RecordError:
            refused += 1

    assert refused > 1900


def payload(**changes: object) -> dict[str, object]:
    """Return the payload of a list with some parts changed."""
    entry = {"id": certificate().id, "day": "2027-01-05", "reason": "x"}
    usual = {"format": "protectcourse-revoked/1", "iss": did_of(KEY), "name": "Example Aid"}
    return {**usual, "number": 1, "day": "2027-01-05", "revoked": [entry], **changes}


def test_the_test_signs_a_sound_list() -> None:
    """Else the refusals below would prove nothing."""
    assert read_list(sign_token(payload(), SORT, SIGNER).encode(), KEY, NAME).number == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"number": 2},
        {"day": "2027-01-06"},
        {"revoked": None},
        {"revoked": [{"id": "x", "day": "2027-01-05", "reason": "x"}]},
        {"revoked": [{"id": certificate().id, "day": "soon", "reason": "x"}], "day": "soon"},
        {"revoked": [{"id": certificate().id}]},
        {"name": 7},
        {"name": "a\x1b[2J"},
        {"iss": did_of(OTHER_SIGNER.public_key)},
        {"more": 1},
        {"format": 1},
        {"format": "other/1"},
    ],
    ids=lambda changes: str(changes)[:50],
)
def test_what_is_not_sound_is_refused_though_signed(changes: dict[str, object]) -> None:
    """A list that is read wrongly calls a withdrawn certificate valid."""
    with pytest.raises(RecordError, match="is not a list"):
        read_list(sign_token(payload(**changes), SORT, SIGNER).encode(), KEY, NAME)


def test_a_newer_list_is_told_apart() -> None:
    """Whoever has it should install the newer program."""
    data = sign_token(payload(format="protectcourse-revoked/2"), SORT, SIGNER).encode()

    with pytest.raises(RecordError, match="newer version"):
        read_list(data, KEY, NAME)


@pytest.mark.parametrize("data", [b"", b"eyJ", b"\0" * 1000, b"[" * 100_000, b"a.b.c"])
def test_what_is_no_list_is_told_in_a_sentence(data: bytes) -> None:
    """With the name of the file."""
    with pytest.raises(RecordError, match=f"{NAME} is not a list"):
        read_list(data, KEY, NAME)


def test_a_certificate_is_no_list() -> None:
    """Nor the other way round: each says in its header what it is."""
    with pytest.raises(RecordError, match="is not a list"):
        read_list(token(), KEY, NAME)


@given(st.text(max_size=400))
def test_a_reason_is_one_clean_line(reason: str) -> None:
    """It is read in terminals of people who did not write it."""
    cleaned = clean_reason(reason)
    entries = (Revocation(certificate().id, "2027-01-05", cleaned),)

    assert len(cleaned) <= LONGEST_REASON
    listed = read_list(write_list(make_list("A", entries), SIGNER), KEY, NAME)
    assert listed.number == 1
