"""A certificate is judged by the key that is expected, and no change of it goes unnoticed."""

import json
import random
from datetime import date

import pytest
from certified import (
    LEARNER,
    ORGANISATION,
    OTHER_SIGNER,
    SIGNER,
    TODAY,
    certificate,
    completed,
    token,
    told,
)
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.records.certificates.credential import write_credential
from protectcourse.records.certificates.jwt import sign_token
from protectcourse.records.certificates.making import Issuer, make_certificate
from protectcourse.records.certificates.revocation import Revocation, make_list
from protectcourse.records.certificates.verifying import (
    LONGEST_FILE,
    CertificateVerdict,
    Judged,
    judge,
)

KEY = SIGNER.public_key
GOOD = token()


def verdict(data: bytes, key: str = KEY, today: date = TODAY) -> CertificateVerdict:
    """Return the verdict on a file."""
    return judge(data, key, today).verdict


def test_a_certificate_of_the_expected_issuer_is_valid() -> None:
    """And says what was written into it."""
    assert judge(GOOD, KEY, TODAY) == Judged(CertificateVerdict.VALID, certificate())


def test_of_another_issuer_nothing_is_said_but_the_key() -> None:
    """Anybody can sign the same words, under the same name."""
    judged = judge(token(OTHER_SIGNER), KEY, TODAY)

    assert judged.verdict is CertificateVerdict.OTHER_ISSUER
    assert judged.certificate is None
    assert judged.stated_key == OTHER_SIGNER.public_key


def test_without_an_expected_issuer_it_is_never_valid() -> None:
    """The key in a file is a claim: a forger brings their own."""
    for signer in (SIGNER, OTHER_SIGNER):
        judged = judge(token(signer), "", TODAY)
        assert judged.verdict is CertificateVerdict.UNPINNED
        assert judged.certificate is None
        assert judged.stated_key == signer.public_key


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-11-23", CertificateVerdict.NOT_YET),
        ("2026-11-24", CertificateVerdict.VALID),
        ("2028-11-24", CertificateVerdict.VALID),
        ("2028-11-25", CertificateVerdict.EXPIRED),
        ("9999-12-31", CertificateVerdict.EXPIRED),
    ],
)
def test_it_holds_from_the_first_day_to_the_last(today: str, expected: CertificateVerdict) -> None:
    """Both included; out of them the certificate is still shown."""
    judged = judge(GOOD, KEY, date.fromisoformat(today))

    assert judged.verdict is expected
    assert judged.certificate == certificate()


def test_without_an_end_it_does_not_expire() -> None:
    """Where no end was set."""
    assert verdict(token(until=""), today=date.max) is CertificateVerdict.VALID


def test_a_withdrawn_one_is_told_with_day_and_reason() -> None:
    """Whatever its days: it does not come back by expiring."""
    gone = Revocation(certificate().id, "2027-01-05", "issued to the wrong person")
    listed = make_list("Example Aid", [gone, Revocation(certificate(nth=2).id, "2027-01-04", "x")])

    for today in (TODAY, date.max):
        judged = judge(GOOD, KEY, today, listed)
        assert (judged.verdict, judged.revocation) == (CertificateVerdict.REVOKED, gone)
    other = judge(token(nth=3), KEY, TODAY, listed)
    assert other.verdict is CertificateVerdict.VALID


def test_no_flip_of_a_bit_is_accepted_with_changed_facts() -> None:
    """Two thousand flips; what is still valid is the very same certificate."""
    chance = random.Random(4711)
    verdicts = set()
    for _ in range(2000):
        data = bytearray(GOOD)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        judged = judge(bytes(data), KEY, TODAY)
        verdicts.add(judged.verdict)
        assert judged.certificate in {None, certificate()}
        assert judged.certificate is None or judged.verdict is CertificateVerdict.VALID

    assert {CertificateVerdict.CHANGED, CertificateVerdict.NO_CREDENTIAL} <= verdicts


def test_no_flip_of_a_bit_within_the_token_is_accepted_at_all() -> None:
    """Not even as another spelling of the same: every bit of every letter."""
    good = GOOD.strip()
    for place in range(0, len(good), 7):
        for bit in range(8):
            data = bytearray(good)
            data[place] ^= 1 << bit
            assert judge(bytes(data), KEY, TODAY).certificate is None, (place, bit)


@given(st.integers(0, len(GOOD)), st.integers(0, len(GOOD)))
def test_no_part_of_a_file_is_a_certificate(start: int, end: int) -> None:
    """Cut at the front, the end, or both."""
    assert judge(GOOD[start:end], KEY, TODAY).certificate in {None, certificate()}


def signed(changes: dict[str, object]) -> bytes:
    """Return a credential with other parts, soundly signed."""
    return sign_token(write_credential(certificate()) | changes, "JWT", SIGNER).encode()


@pytest.mark.parametrize(
    "change",
    [{"day": "2026-11-25"}, {"until": ""}, {"version": 4}, {"is_draft": True}, {"course": "other"}],
)
def test_a_changed_fact_is_found(change: dict[str, object]) -> None:
    """The very thing that somebody would want to change: body of one, signature of another."""
    changed = certificate(**change)
    head, _, signature = GOOD.strip().split(b".")
    body = sign_token(write_credential(changed), "JWT", SIGNER).encode().split(b".")[1]

    assert verdict(b".".join((head, body, signature))) is CertificateVerdict.CHANGED


def test_the_key_of_another_in_the_header_does_not_help() -> None:
    """The forger signs with their own key and names the organisation's, or the other way round."""
    theirs, ours = token(OTHER_SIGNER).strip().split(b"."), GOOD.strip().split(b".")

    for mixed in ((ours[0], *theirs[1:]), (theirs[0], *ours[1:]), (*ours[:2], theirs[2])):
        assert verdict(b".".join(mixed)) is CertificateVerdict.CHANGED


def test_a_forger_cannot_speak_for_the_organisation_in_the_body() -> None:
    """Signed by the forger, with the organisation's name and did in the words."""
    body = write_credential(certificate())
    forged = sign_token(body, "JWT", OTHER_SIGNER).encode()

    assert verdict(forged) is CertificateVerdict.OTHER_ISSUER
    assert verdict(forged, "") is CertificateVerdict.NO_CREDENTIAL


def test_a_newer_format_is_told_apart() -> None:
    """Only where the expected key signed it: else it is no news."""
    badges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.9.0.json"
    newer = {"@context": ["https://www.w3.org/ns/credentials/v3", badges]}

    assert verdict(signed(newer)) is CertificateVerdict.NEWER
    assert verdict(signed(newer), OTHER_SIGNER.public_key) is CertificateVerdict.OTHER_ISSUER


def test_a_list_of_the_withdrawn_is_no_certificate() -> None:
    """What the key signed for another purpose does not count."""
    data = sign_token({"format": "protectcourse-revoked/1"}, "protectcourse-revoked+jwt", SIGNER)

    assert verdict(data.encode()) is CertificateVerdict.NO_CREDENTIAL


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 100, b"eyJ", b"." * 60_000, b"a.b.c", GOOD * 40, json.dumps({}).encode()],
    ids=lambda data: repr(data[:12]),
)
def test_what_is_no_certificate_is_called_so(data: bytes) -> None:
    """Whatever stands in a file, the answer is a verdict."""
    assert verdict(data) is CertificateVerdict.NO_CREDENTIAL
    assert verdict(b" " * LONGEST_FILE + GOOD) is CertificateVerdict.NO_CREDENTIAL


def test_what_the_key_signed_and_is_no_credential_is_none() -> None:
    """The key is used for packs and records too."""
    for payload in ({}, {"a": 1}, {"format": "pack/1"}):
        data = sign_token(payload, "JWT", SIGNER).encode()
        assert verdict(data) is CertificateVerdict.NO_CREDENTIAL


def test_the_same_completion_makes_the_same_certificate() -> None:
    """A register that was lost, collected again, issues what was issued before."""
    assert token() == token()
    assert len({certificate(nth=n).id for n in (1, 2, 3)}) == 3
    assert certificate(learner=LEARNER[::-1]).id != certificate().id


def test_its_number_tells_nothing_to_whoever_lacks_the_key() -> None:
    """The same completion under another key has another number and other salts."""
    other = make_certificate(completed(), told(), Issuer(ORGANISATION, OTHER_SIGNER))

    assert other.id != certificate().id
    assert {i.salt for i in other.identities}.isdisjoint(i.salt for i in certificate().identities)
