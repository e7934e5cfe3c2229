"""A learner in a certificate is a hash: it can be tested, and not read."""

import base64
from hashlib import sha256

import pytest
from certified import ISSUER, LEARNER, NAME, certificate, completed, token

from protectcourse.records.certificates.identity import hash_of, spelled
from protectcourse.records.certificates.making import Told, make_certificate


def test_the_hash_is_that_of_open_badges() -> None:
    """What identifies, then the salt: other programs test it the same way."""
    assert hash_of("Ada", "00ff") == "sha256$" + sha256(b"Ada00ff").hexdigest()


@pytest.mark.parametrize("said", [NAME, f"  {NAME}\n", LEARNER, "Mina  Okafor"])
def test_a_name_or_number_can_be_tested(said: str) -> None:
    """White space makes nobody another."""
    assert certificate().is_for(said)


@pytest.mark.parametrize("said", ["Mina Okafo", "mina okafor", "", LEARNER[:-1], "sha256$"])
def test_any_other_is_not_theirs(said: str) -> None:
    """Nearly the same is not the same."""
    assert not certificate().is_for(said)


def test_one_letter_in_two_spellings_is_one_letter() -> None:
    """One computer composes an accent, another does not."""
    assert spelled("Zoe\u0308") == spelled("Zo\u00eb")


def test_neither_name_nor_number_stands_in_the_file() -> None:
    """The file travels further than the page."""
    payload = base64.urlsafe_b64decode(token().split(b".")[1] + b"==").decode()

    for secret in (NAME, "Mina", "Okafor", LEARNER, LEARNER[:8]):
        assert secret not in payload


def test_two_certificates_of_one_learner_cannot_be_put_together() -> None:
    """Each has salts of its own: whoever has both learns nothing by it."""
    first, second = certificate(), certificate(course="other")

    mine = {identity.salt for identity in (*first.identities, *second.identities)}
    hashes = {identity.hash for identity in (*first.identities, *second.identities)}

    assert (len(mine), len(hashes)) == (4, 4)


def test_without_a_name_only_the_number_can_be_tested() -> None:
    """A name is never required."""
    nameless = make_certificate(completed(), Told("T", "en", "  "), ISSUER)

    assert nameless.is_for(LEARNER)
    assert not nameless.is_for("")
    assert not nameless.has_name
