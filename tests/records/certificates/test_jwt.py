"""A token has one spelling, one algorithm, and no say in how it is checked."""

import base64
import hashlib
import hmac
import json

import pytest
from certified import OTHER_SIGNER, SIGNER, token
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.errors import RecordError
from protectcourse.records.certificates.did import did_of, key_id
from protectcourse.records.certificates.jwt import (
    looks_like_token,
    read_payload,
    read_token,
    sign_token,
)

LONGEST = 65_536
KID = key_id(did_of(SIGNER.public_key))
HEADER = {"alg": "EdDSA", "kid": KID, "typ": "JWT"}
GOOD = token().strip()
PAYLOAD = GOOD.split(b".")[1]


def encoded(text: str | bytes) -> bytes:
    """Return base64url without padding."""
    data = text.encode() if isinstance(text, str) else text
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def with_header(header: str, payload: bytes = PAYLOAD) -> bytes:
    """Return a token with a header of any text, soundly signed by the organisation's own key."""
    signed = encoded(header) + b"." + payload
    return signed + b"." + encoded(bytes.fromhex(SIGNER.sign(signed.decode())))


def canonical(header: object) -> str:
    """Return canonical JSON."""
    return json.dumps(header, sort_keys=True, separators=(",", ":"))


def hmac_signed(key: bytes) -> bytes:
    """Return a token for HS256 with a public key as the secret: the confusion of algorithms."""
    signed = encoded(canonical(HEADER | {"alg": "HS256"})) + b"." + PAYLOAD
    return signed + b"." + encoded(hmac.new(key, signed, hashlib.sha256).digest())


def test_the_test_signs_as_the_program_does() -> None:
    """Else the refusals below would prove nothing."""
    assert with_header(canonical(HEADER)) == GOOD


def test_what_is_signed_is_read_back() -> None:
    """With whose key it says it is signed."""
    made = sign_token({"b": "ü", "a": [1]}, "JWT", SIGNER).encode()

    read = read_token(made, "JWT", LONGEST)

    assert read_payload(read.payload) == {"a": [1], "b": "ü"}
    assert read.stated_key == SIGNER.public_key
    assert read.is_signed_by(SIGNER.public_key)
    assert not read.is_signed_by(OTHER_SIGNER.public_key)


@pytest.mark.parametrize("around", [b"%s\n", b"\xef\xbb\xbf%s", b"  %s\r\n\r\n"])
def test_what_mail_programs_add_does_no_harm(around: bytes) -> None:
    """A byte order mark, ends of lines, blanks."""
    assert read_token(around % GOOD, "JWT", LONGEST).is_signed_by(SIGNER.public_key)
    assert looks_like_token(around % GOOD)


HEADERS = {
    "no algorithm": canonical(HEADER | {"alg": "none"}),
    "algorithm left out": canonical({"kid": KID, "typ": "JWT"}),
    "a secret": canonical(HEADER | {"alg": "HS256"}),
    "another algorithm": canonical(HEADER | {"alg": "RS256"}),
    "the other spelling": canonical(HEADER | {"alg": "Ed25519"}),
    "a key brought along": canonical(HEADER | {"jwk": {"kty": "OKP", "crv": "Ed25519", "x": "A"}}),
    "an address of keys": canonical(HEADER | {"jku": "https://example.org/keys"}),
    "a chain": canonical(HEADER | {"x5c": ["MII"], "x5u": "https://example.org/chain"}),
    "a demand": canonical(HEADER | {"crit": ["b64"], "b64": False}),
    "another sort": canonical(HEADER | {"typ": "protectcourse-revoked+jwt"}),
    "a name twice": canonical(HEADER)[:-1] + ',"alg":"none"}',
    "blanks": json.dumps(HEADER, sort_keys=True),
    "another order": json.dumps(dict(reversed(HEADER.items())), separators=(",", ":")),
    "an escape": canonical(HEADER).replace("EdDSA", "\\u0045dDSA"),
    "another key's half": canonical(HEADER | {"kid": KID.split("#")[0] + "#key-1"}),
    "no key": canonical(HEADER | {"kid": "did:web:example.org#1"}),
    "a number for a key": canonical(HEADER | {"kid": 7}),
    "null": "null",
    "a list": "[]",
    "deep": "[" * 40_000,
    "a long number": "9" * 40_000,
    "nothing": " ",
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS.keys())
def test_any_other_header_is_refused_though_soundly_signed(header: str) -> None:
    """A header that is obeyed is how tokens are forged."""
    with pytest.raises(RecordError):
        read_token(with_header(header), "JWT", LONGEST)


@pytest.mark.parametrize("key", [bytes.fromhex(SIGNER.public_key), SIGNER.public_key.encode()])
def test_a_public_key_is_no_secret(key: bytes) -> None:
    """The confusion of algorithms: what checks a signature is used to make one."""
    with pytest.raises(RecordError):
        read_token(hmac_signed(key), "JWT", LONGEST)


def other_last_letter(text: bytes) -> bytes:
    """Return base64 that says the same in another way: spare bits set."""
    letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return text[:-1] + bytes([letters[letters.index(text[-1]) + 1]])


HEAD, _, SIGNATURE = GOOD.split(b".")
SPELLINGS = {
    "empty": b"",
    "two parts": HEAD + b"." + PAYLOAD,
    "four parts": GOOD + b".AAAA",
    "no signature": HEAD + b"." + PAYLOAD + b".",
    "short signature": HEAD + b"." + PAYLOAD + b"." + SIGNATURE[:-4],
    "long signature": HEAD + b"." + PAYLOAD + b"." + SIGNATURE + b"AAAA",
    "spare bits": HEAD + b"." + PAYLOAD + b"." + other_last_letter(SIGNATURE),
    "padding": GOOD + b"==",
    "one letter over": HEAD + b"." + PAYLOAD + b"." + SIGNATURE[:-1],
    "the other alphabet": GOOD[:-2] + b"+/",
    "a blank inside": HEAD + b". " + PAYLOAD + b"." + SIGNATURE,
    "a line's end inside": HEAD + b"\n." + PAYLOAD + b"." + SIGNATURE,
    "nought": GOOD + b"\0",
    "not ASCII": GOOD + "é".encode(),
    "JSON form": b'{"protected":"' + HEAD + b'","payload":"","signature":""}',
    "too long": GOOD + b" " * LONGEST,
    "no UTF-8": HEAD + b"." + encoded(b"\xff\xfe") + b"." + SIGNATURE,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(5000),
}


@pytest.mark.parametrize("data", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_any_other_spelling_is_refused(data: bytes) -> None:
    """Two files that differ must never be the same certificate."""
    with pytest.raises(RecordError):
        read_token(data, "JWT", LONGEST)


@pytest.mark.parametrize(
    "payload",
    [
        *('{"a":1,"a":2}', '{"b":1,"a":2}', '{"a": 1}', '{"a":1.0}x', '{"e":"e\u0301"}'),
        *("[]", "7", "null", "", "NaN", "[" * 30_000, '{"a":' * 5_000),
        '{"a":' + "9" * 5_000 + "}",
    ],
    ids=lambda text: text[:20],
)
def test_only_one_text_of_a_payload_counts(payload: str) -> None:
    """Signed is not yet sound: two readers must read the same, and none may fall over it."""
    with pytest.raises(RecordError):
        read_payload(payload)


@given(st.binary(max_size=400))
def test_nothing_else_is_raised(data: bytes) -> None:
    """Whatever a file holds."""
    with pytest.raises(RecordError):
        read_token(data, "JWT", LONGEST)


@given(st.binary(max_size=80), st.binary(max_size=80), st.binary(min_size=64, max_size=64))
def test_nothing_else_is_raised_by_parts(head: bytes, payload: bytes, signature: bytes) -> None:
    """Of a file that is spelled as a token."""
    data = b".".join(map(encoded, (head or b"{}", payload or b"{}", signature)))

    with pytest.raises(RecordError):
        read_token(data, "JWT", LONGEST)
