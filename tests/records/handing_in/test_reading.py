"""Hand-in files read with suspicion: what holds is taken whole, what does not is named."""

import gzip
import hashlib
import json
import random
import tracemalloc
import zlib
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from completed import OTHER_SIGNER, SIGNER
from handed_in import answered, body_of, chain_of, file_of, hand_in, packed, sealed_lines
from logs import ONE_OF_EACH, open_log

from protectcourse.progress.chain import canonical
from protectcourse.records.handing_in.bundle import sign_header, write_line
from protectcourse.records.handing_in.form import SEAL, Fault, HandIn, HandInError
from protectcourse.records.handing_in.levels import Level
from protectcourse.records.handing_in.reading import read_hand_in

ENTRIES = chain_of([answered(number) for number in range(1, 9)])
HELD = (3, 6)
LINES = sealed_lines(ENTRIES, HELD)
READ = read_hand_in(packed(LINES), None)


def fault_of(data: bytes) -> tuple[Fault, int]:
    """Return what is found wrong with a file, and on which line."""
    with pytest.raises(HandInError) as refused:
        read_hand_in(data, None)
    assert refused.value.hint
    return refused.value.fault, refused.value.line


@pytest.mark.parametrize("level", list(Level))
def test_what_was_handed_in_is_read_again(tmp_path: Path, level: Level) -> None:
    """Every event is there, with its hash as the learner's own log has it."""
    store = open_log(tmp_path / "data")
    store.append(*ONE_OF_EACH)
    log = store.holdings().saved

    read = read_hand_in(hand_in(store, level), None)

    assert [(one.seq, one.hash.hex(), one.digest.hex()) for one in read.entries] == [
        (entry.seq, entry.hash, entry.digest) for entry in log
    ]
    bodies = [one.body for one in read.entries if one.body is not None]
    assert bodies == [entry.body for entry in log if entry.body in bodies]
    assert (read.learner, read.level) == (store.learner, level)


def test_what_mail_programs_do_does_no_harm() -> None:
    """They add a byte order mark, carriage returns and blank lines, or unpack the file."""
    text = "\ufeff" + "\r\n".join([*LINES, "", ""])

    for data in (gzip.compress(text.encode()), text.encode(), "\n".join(LINES).encode()):
        assert read_hand_in(data, None) == READ


@pytest.mark.parametrize(
    ("lines", "fault", "line"),
    [
        ([*LINES[:4], LINES[4].replace("q4", "q5"), *LINES[5:]], Fault.CHANGED, 5),
        ([*LINES[:3], LINES[3].replace('"g":"', '"g":"0')[:-2] + '"}', *LINES[4:]], None, 4),
        ([*LINES[:4], *LINES[5:]], Fault.DROPPED, 5),
        ([*LINES[:1], *LINES[2:]], Fault.DROPPED, 2),
        (LINES[:-1], Fault.CUT, 8),
        (LINES[:1], Fault.CUT, 1),
        ([*LINES[:4], LINES[5], LINES[4], *LINES[6:]], Fault.REORDERED, 5),
        ([*LINES[:5], LINES[4], *LINES[5:]], Fault.DOUBLED, 6),
        ([*LINES, LINES[4]], Fault.DOUBLED, 10),
        ([*LINES[:4], '{"hello":1}', *LINES[4:]], Fault.FOREIGN, 5),
        ([*LINES[:4], "[]", *LINES[4:]], Fault.FOREIGN, 5),
        ([*LINES[:4], "hello", *LINES[4:]], Fault.CHANGED, 5),
        ([LINES[0].replace("Ada", "Eve"), *LINES[1:]], Fault.HEADER, 1),
        ([LINES[0].replace('"last":8', '"last":7'), *LINES[1:-1]], Fault.HEADER, 1),
        ([LINES[0].replace("handin/1", "handin/2"), *LINES[1:]], Fault.NEWER, 0),
        (["{}", *LINES[1:]], Fault.NO_RECORD, 0),
        (LINES[1:], Fault.NO_RECORD, 0),
        ([], Fault.NO_RECORD, 0),
    ],
)
def test_each_fault_is_told_apart_and_its_line_named(
    lines: list[str], fault: Fault | None, line: int
) -> None:
    """A coordinator asks for the file again with words that help to find what went wrong."""
    found, where = fault_of(packed(lines))

    assert where == line
    assert found is (fault or Fault.CHANGED)


def test_a_line_of_another_file_is_foreign() -> None:
    """Whether it was put in or took the place of one."""
    other = sealed_lines(chain_of([answered(number + 50) for number in range(1, 20)]))

    assert fault_of(packed([*LINES[:5], other[3], *LINES[5:]])) == (Fault.FOREIGN, 6)
    assert fault_of(packed([*LINES, other[9]])) == (Fault.FOREIGN, 10)
    assert fault_of(packed([*LINES[:4], other[4], *LINES[5:]])) == (Fault.CHANGED, 5)


def test_a_file_that_breaks_off_is_cut() -> None:
    """Packed or not, wherever it breaks off."""
    data = packed(LINES)
    text = "\n".join(LINES).encode()

    for end in range(20, len(data), 7):
        assert fault_of(data[:end])[0] is Fault.CUT
    for end in range(len(LINES[0]) + 1, len(text) - 1, 11):
        assert fault_of(gzip.compress(text[:end]))[0] is Fault.CUT


def test_what_was_added_behind_the_end_is_foreign() -> None:
    """Nothing that nobody signed is let through."""
    assert fault_of(packed(LINES) + b"more") == (Fault.FOREIGN, 0)


def test_a_seal_that_was_damaged_is_told() -> None:
    """And one of a later form, and one to nobody."""
    key = OTHER_SIGNER.public_key.encode()

    with pytest.raises(HandInError, match="does not open"):
        read_hand_in(SEAL + key + b"\n" + b"x" * 200, OTHER_SIGNER)
    assert fault_of(SEAL + key + b"\n" + b"x") == (Fault.SEALED, 0)
    assert fault_of(SEAL + b"nobody\n") == (Fault.DAMAGED, 0)
    assert fault_of(b"protectcourse-sealed/2 " + key + b"\n") == (Fault.NEWER, 0)


def test_a_file_signed_again_by_another_is_that_of_the_other() -> None:
    """Whoever changes a file can sign it, but not with the learner's key."""
    parts = json.loads(LINES[0]) | {"name": "Eve"}
    del parts["signature"]

    read = read_hand_in(packed([sign_header(parts, OTHER_SIGNER), *LINES[1:]]), None)

    assert read.public_key == OTHER_SIGNER.public_key != READ.public_key


def test_no_flip_of_a_bit_is_accepted_changed() -> None:
    """Of 2,000, half in the file as it is sent, half in its text packed anew."""
    data = packed(LINES)
    text = ("\n".join(LINES) + "\n").encode()
    lot = random.Random(7)

    for _ in range(1000):
        _refused_or_the_same(_flipped(data, lot))
        _refused_or_the_same(gzip.compress(_flipped(text, lot), 1))


def _flipped(data: bytes, lot: random.Random) -> bytes:
    place = lot.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << lot.randrange(8)]) + data[place + 1 :]


def _refused_or_the_same(data: bytes) -> None:
    try:
        assert read_hand_in(data, None) == READ
    except HandInError as error:
        assert error.hint


def test_a_held_back_answer_cannot_be_guessed() -> None:
    """There are four answers: whoever has the file hashes all four, in every way there is."""
    secret = "b"
    guesses = {name: _choice(name) for name in "abcd"}
    salts = [f"{random.SystemRandom().getrandbits(128):032x}" for _ in range(3)]
    entries = chain_of([answered(1), guesses[secret], answered(3)], salts=salts)

    text = "\n".join(sealed_lines(entries, held=[2]))

    for body in guesses.values():
        for told in (body, f"{len(body)}:{body}", f"0:{len(body)}:{body}"):
            hashed = hashlib.sha256(told.encode()).hexdigest()
            assert hashed not in text
            assert hashed[:8] not in text
    assert entries[1].salt not in text
    assert guesses[secret] not in text


def _choice(name: str) -> str:
    answer = {"kind": "choice", "chosen": [name]}
    return body_of("answer-given", unit="c/q", attempt=1, question="q2", answer=answer, score=0)


@pytest.mark.parametrize("at", [1, 2, 4, 5])
def test_nothing_before_a_held_back_event_can_be_forged(at: int) -> None:
    """Its digest is in the file: all that follows is worked out anew, and still does not fit."""
    bodies = [one.body for one in ENTRIES]
    bodies[at - 1] = answered(99)
    forged = chain_of(bodies)
    held = [one if one.seq not in HELD else replace(one, body="") for one in forged]

    lines = [LINES[0]] + [write_line(0, one, leaves=one.seq not in HELD) for one in held]

    assert fault_of(packed(lines))[0] is Fault.CHANGED


def test_the_place_of_an_event_cannot_be_changed() -> None:
    """Another device's chain with the same bodies is another chain."""
    other = chain_of([one.body for one in ENTRIES], device="0" * 16)
    lines = [write_line(0, one, leaves=True) for one in other]

    assert fault_of(packed([LINES[0], *lines])) == (Fault.CHANGED, 2)


# what nobody's program writes


def signed_with(**parts: object) -> bytes:
    """Return a file whose header is signed, with parts that no program writes."""
    return file_of(ENTRIES, header=parts)


SPAN = asdict(READ.spans[0])


@pytest.mark.parametrize(
    "parts",
    [
        {"learner": "Ada"},
        {"learner": 7},
        {"name": ["Ada"]},
        {"name": "x" * 201},
        {"day": "2026-02-30"},
        {"day": "20261124"},
        {"level": "everything"},
        {"courses": []},
        {"courses": {"c": {"version": "2", "title": "t", "status": "draft"}}},
        {"courses": {"../c": {"version": 2, "title": "t", "status": "draft"}}},
        {"courses": {"c": {"version": 2, "title": "t", "status": "draft", "more": 1}}},
        {"devices": {}},
        {"devices": [SPAN, SPAN]},
        {"devices": [SPAN | {"count": 7}]},
        {"devices": [SPAN | {"first": 0}]},
        {"devices": [SPAN | {"first": True}]},
        {"devices": [SPAN | {"last": 10**12, "count": 10**12}]},
        {"devices": [SPAN | {"prev": "1" * 64}]},
        {"devices": [SPAN | {"device": "\x1b[2J"}]},
        {"devices": [{}]},
        {"devices": [7]},
        {"more": 1},
    ],
)
def test_a_signed_header_that_no_program_writes_is_refused(parts: dict[str, object]) -> None:
    """A signature says who wrote it, not that it is sound."""
    assert fault_of(signed_with(**parts)) == (Fault.UNSOUND, 1)


@pytest.mark.parametrize(
    "body",
    [
        "[]",
        "7",
        "{}",
        "not json",
        "[" * 100_000,
        body_of("answer-given", learner="Ada"),
        body_of("answer-given", day="2026-13-01"),
        body_of("answer-given", day="\x1b[2J"),
        body_of("Answer Given"),
        body_of("answer-given", unit=7),
        body_of("answer-given", unit="c/\x9bq"),
        body_of("answer-given", unit="c/" + "q" * 300),
        body_of("answer-given", score="5"),
        body_of("answer-given", score=10**30),
        body_of("answer-given", score=True),
        body_of("answer-given").replace("}", ',"score":0.5}'),
        body_of("answer-given").replace("}", ',"score":NaN}'),
        body_of("answer-given").replace("}", f',"score":{"9" * 5000}}}'),
    ],
)
def test_a_signed_event_that_no_program_writes_is_refused(body: str) -> None:
    """It would stand in every report."""
    data = file_of(chain_of([answered(1), body, answered(3)]))

    assert fault_of(data) == (Fault.UNSOUND, 3)


def test_control_characters_in_names_are_made_visible() -> None:
    """Whoever signs can put any into the header."""
    courses = {"c": {"version": 2, "title": "\x1b[2JVisitors", "status": "draft"}}

    read = read_hand_in(signed_with(name="\u202eAda\n\x9b", courses=courses), None)

    assert read.name == "\ufffdAda \ufffd"
    assert read.courses[0].title == "\ufffd[2JVisitors"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x1f\x8b",
        b"\x1f\x8b\x08\x00",
        b"\x00" * 1000,
        b"{" * 100_000,
        b"[" * 100_000,
        gzip.compress(b"[" * 100_000, mtime=0),
        gzip.compress(b"", mtime=0),
        gzip.compress(b"\xff\xfe", mtime=0),
        b'{"format": 7}',
        b'{"format": "protectcourse-handin/1"}',
        b'{"format": "protectcourse-handin/1", "public_key": {}, "signature": []}',
        canonical({"format": "protectcourse-handin/1", "x": "\ud800"}).encode(),
        b'{"format": "protectcourse-completion/1"}',
    ],
)
def test_what_is_no_hand_in_file_is_told_in_a_sentence(data: bytes) -> None:
    """Whatever was sent."""
    fault, _ = fault_of(data)

    assert fault in {Fault.NO_RECORD, Fault.CUT, Fault.HEADER, Fault.CHANGED}


@pytest.mark.parametrize("blank", [b"\n", b" ", b"x", b"[1,"])
def test_a_bomb_is_not_unpacked(blank: bytes) -> None:
    """A few kilobytes that unfold to gigabytes would stop the collector's computer."""
    packer = zlib.compressobj(9, wbits=31)
    parts = [packer.compress(blank * (10_000_000 // len(blank))) for _ in range(12)]
    bomb = b"".join([*parts, packer.flush()])
    tracemalloc.start()

    fault, _ = fault_of(bomb)

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(bomb) < 20_000_000
    assert fault is Fault.TOO_LARGE
    assert peak < 80_000_000


def test_a_line_without_an_end_is_refused() -> None:
    """As is a file too large to be anybody's."""
    assert fault_of(gzip.compress(b"x" * 2_000_000)) == (Fault.TOO_LARGE, 1)
    assert fault_of(b"x" * 20_000_001) == (Fault.TOO_LARGE, 0)


def test_a_part_of_a_log_can_be_read() -> None:
    """A file need not begin with the first event, where the one before is named."""
    read: HandIn = read_hand_in(file_of(ENTRIES[4:]), None)

    assert [one.seq for one in read.entries] == [5, 6, 7, 8]
    assert read.spans[0].prev == ENTRIES[3].hash
    assert SIGNER.public_key == read.public_key
