"""A credential says what Open Badges 3.0 wants said, and is read back whole or not at all."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from certified import ISSUER, SIGNER, certificate, completed, told
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.errors import RecordError
from protectcourse.records.certificates.credential import (
    CONTEXTS,
    NewerFormatError,
    read_credential,
    write_credential,
)
from protectcourse.records.certificates.did import did_of
from protectcourse.records.certificates.making import make_certificate

Plain = dict[str, Any]


def test_it_has_the_parts_of_an_open_badge() -> None:
    """The names, types and claims that every reader of Open Badges 3.0 looks for."""
    plain = write_credential(certificate())

    assert plain["@context"] == list(CONTEXTS)
    assert plain["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert plain["issuer"]["id"] == plain["iss"] == did_of(SIGNER.public_key)
    assert plain["id"] == plain["jti"]
    assert plain["id"].startswith("urn:uuid:")
    assert (plain["validFrom"], plain["nbf"]) == ("2026-11-24T12:00:00Z", 1795521600)
    assert (plain["validUntil"], plain["exp"]) == ("2028-11-24T23:59:59Z", 1858723199)
    achievement = plain["credentialSubject"]["achievement"]
    assert achievement["id"] == "https://learning.example.org/courses/demo"
    assert (achievement["name"], achievement["version"]) == ("A demonstration", "3")
    assert achievement["criteria"]["narrative"]
    assert "id" not in plain["credentialSubject"]


def test_nothing_in_it_is_fetched_and_no_score_stands_in_it() -> None:
    """It tells no server that it was looked at, and ranks nobody."""
    text = str(write_credential(certificate()))

    for word in ("credentialStatus", "evidence", "image", "result", "score", "proof"):
        assert word not in text


def test_without_an_end_it_has_none() -> None:
    """An end that nobody set would be one."""
    plain = write_credential(certificate(until=""))

    assert not {"validUntil", "exp"} & set(plain)


def test_a_draft_says_so_wherever_it_is_read() -> None:
    """In the name that a wallet shows, as a tag, and in words."""
    achievement = write_credential(certificate(is_draft=True))["credentialSubject"]["achievement"]

    assert achievement["name"] == "A demonstration (draft course)"
    assert achievement["tag"] == ["draft course"]
    assert "nobody had reviewed it" in achievement["criteria"]["narrative"]
    assert "draft" not in str(write_credential(certificate()))


@given(
    title=st.text(max_size=700),
    name=st.text(max_size=300),
    version=st.integers(1, 10**9),
    is_draft=st.booleans(),
    day=st.dates().map(lambda day: day.isoformat()),
    until=st.none() | st.dates().map(lambda day: day.isoformat()),
)
def test_what_is_written_is_read_back(
    title: str, name: str, version: int, is_draft: bool, day: str, until: str | None
) -> None:
    """Whatever the title and the days."""
    done = completed(version=version, is_draft=is_draft, day=day, until=until or "")
    made = make_certificate(done, told(title=title, name=name), ISSUER)

    assert read_credential(write_credential(made), SIGNER.public_key) == made


def test_a_title_that_ends_like_a_draft_stays_what_it_is() -> None:
    """The tag says what is a draft, not the title."""
    made = make_certificate(completed(), told(title="How to write (draft course)"), ISSUER)

    read = read_credential(write_credential(made), SIGNER.public_key)

    assert (read.title, read.is_draft) == ("How to write (draft course)", False)


def achievement(plain: Plain) -> Plain:
    """Return the achievement of a credential."""
    found: Plain = plain["credentialSubject"]["achievement"]
    return found


def identity(plain: Plain) -> Plain:
    """Return the first identity of a credential."""
    found: Plain = plain["credentialSubject"]["identifier"][0]
    return found


CHANGES: dict[str, Callable[[Plain], object]] = {
    "another issuer": lambda p: p["issuer"].update(id="did:key:z6Mkother"),
    "another iss": lambda p: p.update(iss="did:key:z6Mkother"),
    "another jti": lambda p: p.update(jti="urn:uuid:0"),
    "another end in the claims": lambda p: p.update(exp=p["exp"] + 1),
    "another beginning": lambda p: p.update(nbf=0),
    "another moment": lambda p: p.update(validFrom="2026-11-24T12:00:01Z"),
    "no such day": lambda p: p.update(validFrom="2026-11-31T12:00:00Z"),
    "a day of another sort": lambda p: p.update(validFrom=20261124),
    "a part more": lambda p: p.update(evidence=[{"id": "https://example.org"}]),
    "a status to fetch": lambda p: p.update(credentialStatus={"id": "https://example.org"}),
    "another type": lambda p: p["type"].remove("OpenBadgeCredential"),
    "contexts of others": lambda p: p.update({"@context": ["https://example.org/v1"]}),
    "no contexts": lambda p: p.pop("@context"),
    "no achievement": lambda p: p["credentialSubject"].pop("achievement"),
    "a list for a subject": lambda p: p.update(credentialSubject=[]),
    "no title": lambda p: achievement(p).update(name=""),
    "a title that steers": lambda p: achievement(p).update(name="a\x1b[2Jb"),
    "a title in two lines": lambda p: achievement(p).update(name="a\nb"),
    "a title that turns round": lambda p: achievement(p).update(name="a\u202eb"),
    "a very long title": lambda p: achievement(p).update(name="x" * 3000),
    "a version nought": lambda p: achievement(p).update(version="0"),
    "a version in words": lambda p: achievement(p).update(version="third"),
    "a version spelled otherwise": lambda p: achievement(p).update(version="03"),
    "a number for a version": lambda p: achievement(p).update(version=3),
    "an address that runs": lambda p: achievement(p).update(id="javascript:alert(1)"),
    "a language that is none": lambda p: achievement(p).update(inLanguage="<b>"),
    "another tag": lambda p: achievement(p).update(tag=["medal"]),
    "a number in clear": lambda p: identity(p).update(hashed=False),
    "no salt": lambda p: identity(p).pop("salt"),
    "another hash": lambda p: identity(p).update(identityHash="md5$00"),
    "another sort of identity": lambda p: identity(p).update(identityType="emailAddress"),
    "nobody": lambda p: p["credentialSubject"].update(identifier=[]),
    "two numbers": lambda p: p["credentialSubject"].update(identifier=[identity(p)] * 2),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_this_program_would_not_write_is_refused(change: Callable[[Plain], object]) -> None:
    """Its own key may have signed it elsewhere: signed is not yet sound."""
    plain = copy.deepcopy(write_credential(certificate()))
    change(plain)

    with pytest.raises(RecordError) as refused:
        read_credential(plain, SIGNER.public_key)

    assert not isinstance(refused.value, NewerFormatError)


@pytest.mark.parametrize("part", list(write_credential(certificate())))
def test_no_part_may_be_missing(part: str) -> None:
    """Each alone; a certificate without its end would hold for ever."""
    plain = write_credential(certificate())
    del plain[part]

    with pytest.raises(RecordError):
        read_credential(plain, SIGNER.public_key)


@pytest.mark.parametrize(
    "contexts",
    [
        ["https://www.w3.org/ns/credentials/v3", CONTEXTS[1]],
        [CONTEXTS[0], "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.9.json"],
        [CONTEXTS[0], "https://purl.imsglobal.org/spec/ob/v4p0/context-4.0.0.json"],
    ],
)
def test_a_newer_format_is_told_apart(contexts: list[str]) -> None:
    """Whoever has it should install the newer program, not suspect the issuer."""
    plain = write_credential(certificate()) | {"@context": contexts}

    with pytest.raises(NewerFormatError):
        read_credential(plain, SIGNER.public_key)
