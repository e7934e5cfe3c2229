"""No change of a signed file goes unnoticed, and no file of others brings the program down."""

import json
import random
from pathlib import Path

import pytest
from completed import OTHER_SIGNER, SIGNER, make_sample
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.errors import RecordError
from protectcourse.progress.chain import canonical
from protectcourse.records.completion_record import write_record
from protectcourse.records.signed_file import (
    FORMAT,
    LONGEST_FILE,
    Verdict,
    read_signed_file,
    sign_record,
    verify,
)

RECORD = make_sample(name="Zoë 한")
FILE = sign_record(RECORD, SIGNER)
OWN = {SIGNER.public_key}


def test_the_key_known_or_new_is_told() -> None:
    """Somebody else's key can sign the same words."""
    assert verify(FILE, OWN).verdict is Verdict.KNOWN
    assert verify(FILE, {OTHER_SIGNER.public_key}).verdict is Verdict.NEW
    assert verify(FILE, OWN).record == verify(FILE, set()).record == RECORD
    assert verify(FILE, OWN).public_key == SIGNER.public_key


def test_no_flip_of_a_bit_is_accepted_with_changed_facts() -> None:
    """Two thousand flips: on a stick, by a mail program, by a hand."""
    chance = random.Random(4711)
    verdicts = set()
    for _ in range(2000):
        data = bytearray(FILE)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        verified = verify(bytes(data), OWN)
        verdicts.add(verified.verdict)
        assert verified.record in {None, RECORD}
        assert not verified.is_valid or verified.verdict is Verdict.KNOWN

    assert {Verdict.CHANGED, Verdict.NO_RECORD} <= verdicts


@given(st.integers(0, len(FILE)), st.integers(0, len(FILE)))
def test_no_part_of_a_file_is_a_record(start: int, end: int) -> None:
    """Cut at the front, the end, or both."""
    verified = verify(FILE[start:end], OWN)

    assert verified.record in {None, RECORD}


@pytest.mark.parametrize("part", ["name", "score", "day", "title", "status", "valid_until"])
def test_a_changed_fact_is_found(part: str) -> None:
    """The very thing that somebody would want to change."""
    parts = json.loads(FILE)
    record = json.loads(parts["record"])
    record[part] = 10000 if part == "score" else "2030-01-01"
    parts["record"] = canonical(record)

    verified = verify(json.dumps(parts).encode(), OWN)

    assert (verified.verdict, verified.record) == (Verdict.CHANGED, None)


def test_a_key_put_in_the_place_of_another_is_found() -> None:
    """The name of the key is signed along with the words."""
    parts = json.loads(FILE) | {"public_key": OTHER_SIGNER.public_key}

    assert verify(json.dumps(parts).encode(), OWN).verdict is Verdict.CHANGED


def test_what_the_key_signed_elsewhere_is_no_record() -> None:
    """The format is signed first: the bare words, signed for another purpose, do not count."""
    text = write_record(RECORD)
    parts = {
        "format": FORMAT,
        "record": text,
        "public_key": SIGNER.public_key,
        "signature": SIGNER.sign(text),
    }

    assert verify(json.dumps(parts).encode(), OWN).verdict is Verdict.CHANGED


def test_what_mail_programs_add_does_no_harm() -> None:
    """A byte order mark, other ends of lines, blanks at the end."""
    mailed = b"\xef\xbb\xbf" + FILE.replace(b"\n", b"\r\n") + b"\r\n \r\n"

    assert verify(mailed, OWN).verdict is Verdict.KNOWN


def test_a_file_is_plain_ascii() -> None:
    """No mail program has a say in it."""
    assert FILE.isascii()
    assert "한" not in FILE.decode()


@pytest.mark.parametrize("stated", ["protectcourse-completion/2", "protectcourse-completion/99"])
def test_a_newer_format_is_told_apart(stated: str) -> None:
    """Whoever gets it should install the newer program, not suspect the learner."""
    parts = {"format": stated, "credential": {"deep": [1]}}

    verified = verify(json.dumps(parts).encode(), OWN)

    assert (verified.verdict, verified.record) == (Verdict.NEWER, None)


def parts(**changes: object) -> bytes:
    """Return the signed file with some parts changed."""
    return json.dumps(json.loads(FILE) | changes).encode()


HOSTILE = {
    "empty": b"",
    "not UTF-8": b"\xff\xfe\x00",
    "no JSON": b"certificate",
    "a number": b"7",
    "a list": b"[]",
    "null": b"null",
    "nothing in it": b"{}",
    "deep lists": b"[" * 900_000,
    "deep objects": b'{"format":' * 90_000,
    "deep in a part": b'{"format":' + b"[" * 400_000 + b"]" * 400_000 + b"}",
    "a long number": b'{"format":' + b"9" * 900_000 + b"}",
    "too long": FILE + b" " * LONGEST_FILE,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(5000),
    "not a number": b'{"format":NaN}',
    "another format": parts(format="open-badge/1"),
    "no version": parts(format="protectcourse-completion/"),
    "version nought": parts(format="protectcourse-completion/0"),
    "a huge version": parts(format="protectcourse-completion/" + "9" * 5000),
    "a list for a format": parts(format=[FORMAT]),
    "a part more": parts(note=""),
    "a key that is none": parts(public_key="0" * 63 + "g"),
    "a key in capitals": parts(public_key=SIGNER.public_key.upper()),
    "a record that is no text": parts(record={"course": "c"}),
    "no signature": parts(signature=None),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_not_a_record_is_called_so(data: bytes) -> None:
    """Whatever stands in a file, the answer is a sentence."""
    assert verify(data, OWN).verdict is Verdict.NO_RECORD


@pytest.mark.parametrize(
    "changes",
    [
        {"signature": ""},
        {"signature": "xyz"},
        {"signature": "0" * 100_000},
        {"public_key": "0" * 64},
        {"record": "\ud800"},
        {"record": "[" * 100_000},
    ],
    ids=lambda changes: str(changes)[:30],
)
def test_what_nobody_signed_is_called_changed(changes: dict[str, object]) -> None:
    """In the form of a record, and not what was signed."""
    assert verify(parts(**changes), OWN).verdict is Verdict.CHANGED


@pytest.mark.parametrize("text", ["{}", "[" * 100_000, "certificate", '{"units":[]}'])
def test_a_valid_signature_of_something_else_makes_no_record(text: str) -> None:
    """Anybody has a key, and can sign what they like."""
    signed = SIGNER.sign(f"{FORMAT}\n{SIGNER.public_key}\n{text}")

    assert verify(parts(record=text, signature=signed), OWN).verdict is Verdict.NO_RECORD


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_nothing_raises(data: bytes) -> None:
    """The rest of what a file can hold."""
    assert verify(data, OWN).record is None


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """With its name."""
    for path in (tmp_path, tmp_path / "missing.pcdone", tmp_path / "a\0b"):
        with pytest.raises(RecordError):
            read_signed_file(path)


def test_of_a_file_without_end_only_so_much_is_read(tmp_path: Path) -> None:
    """Somebody names the wrong file, of several gigabytes."""
    path = tmp_path / "film.pcdone"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)

    data = read_signed_file(path)

    assert len(data) == LONGEST_FILE + 1
    assert verify(data, OWN).verdict is Verdict.NO_RECORD
