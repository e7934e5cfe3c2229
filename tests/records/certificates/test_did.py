"""Keys as other programs name them."""

import pytest
from certified import SIGNER
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.records.certificates.did import did_of, key_id, key_of
from protectcourse.signing import Signer

OF_NOUGHT = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"
"""The first example of the did:key method for Ed25519: the key made of 32 noughts."""


def test_a_key_is_named_as_the_method_says() -> None:
    """Else no other program finds the key in the name."""
    assert did_of(Signer(bytes(32)).public_key) == OF_NOUGHT
    assert key_id(OF_NOUGHT) == f"{OF_NOUGHT}#{OF_NOUGHT.removeprefix('did:key:')}"


@given(st.binary(min_size=32, max_size=32).map(bytes.hex))
def test_a_key_comes_back_out_of_its_name(key: str) -> None:
    """Whatever the key, noughts at its ends too."""
    assert key_of(did_of(key)) == key


@pytest.mark.parametrize(
    "did",
    [
        "",
        "did:key:",
        "did:web:example.org",
        OF_NOUGHT[:-1],
        OF_NOUGHT + "1",
        OF_NOUGHT + "\n",
        OF_NOUGHT.replace("z6Mk", "z6LS"),  # a key for sealing, not for signing
        OF_NOUGHT.replace("did:key:z", "did:key:m"),
        "did:key:z" + "z" * 50,
        "did:key:z" + "1" * 48,
        "did:key:z" + "z" * 100_000,
        did_of(SIGNER.public_key).replace("z6", "z16"),
    ],
    ids=lambda did: did[:40],
)
def test_what_names_no_key_for_signing_is_none(did: str) -> None:
    """It comes out of a file that anybody may have written."""
    assert key_of(did) is None
