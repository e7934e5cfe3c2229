"""Reads a hand-in file with suspicion: every hash is worked out again, up to the signed head.

A file that was read stands as it was signed; which installation signed it, it says itself. That
does not show who sat at the keyboard.
"""

import contextlib
import json
from collections.abc import Iterator
from hashlib import sha256
from json.scanner import make_scanner
from typing import Any, NoReturn

from protectcourse.records.handing_in.facts import read_facts
from protectcourse.records.handing_in.form import (
    CHECK_DIGITS,
    MOST_DEVICES,
    NO_FACTS,
    Fault,
    Filed,
    HandIn,
    HandInError,
    Span,
)
from protectcourse.records.handing_in.header import read_header
from protectcourse.records.handing_in.misplaced import explain_end, explain_place
from protectcourse.records.handing_in.unpacking import numbered_lines, unpack
from protectcourse.signing import Signer

PARTS_HELD, PARTS_WHOLE = 4, 5
DIGEST_BYTES = 32


def _refuse(number: str) -> NoReturn:
    raise ValueError(f"{number} is not a whole number")


_SCAN = make_scanner(json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse))  # type: ignore[arg-type]


def read_hand_in(data: bytes, key: Signer | None) -> HandIn:
    """Return what is in a hand-in file, whole and checked; `key` opens one that is sealed.

    Raises HandInError, a RecordError, which says what is wrong and on which line.
    """
    unpacked = unpack(data, key)
    lines = numbered_lines(unpacked.text)
    _, first = next(lines, (1, ""))
    header = read_header(first, load_line)
    entries = list(_read_entries(lines, header.spans, unpacked.text))
    return HandIn(
        learner=header.learner,
        name=header.name,
        day=header.day,
        level=header.level,
        public_key=header.public_key,
        made_with=header.made_with,
        courses=header.courses,
        spans=header.spans,
        entries=entries,
        sealed=unpacked.sealed,
    )


def load_line(line: str) -> Any:
    """Return the one JSON value that a line holds. Raises ValueError, RecursionError."""
    try:
        value, end = _SCAN(line, 0)
    except StopIteration as error:
        raise ValueError("there is no value") from error
    if end != len(line):
        raise ValueError("something follows")
    return value


class _Chain:
    """How far the events of one device have been checked."""

    __slots__ = ("next", "prefix", "prev", "span")

    def __init__(self, span: Span) -> None:
        self.span = span
        self.prefix = f"{len(span.device)}:{span.device}"
        self.next = span.first
        self.prev = span.prev


def _read_entries(
    lines: Iterator[tuple[int, str]], spans: tuple[Span, ...], text: bytes
) -> Iterator[Filed]:
    """Give every event, found to hold, in the order of the file. Raises HandInError."""
    chains = [_Chain(span) for span in spans]
    number = 1
    for number, words in lines:
        line = _load_event(number, words, len(chains), text)
        place = line["d"]
        chain = chains[place]
        if line["s"] != chain.next or chain.next > chain.span.last:
            raise explain_place(number, line, chain.span, chain.next, _all_lines(text))
        yield _check(number, place, line, chain)
    for chain in chains:
        if chain.next <= chain.span.last:
            raise explain_end(number, chain.span, chain.next)
        if chain.prev != chain.span.head:
            raise HandInError(Fault.CHANGED, "the steps do not lead to the one that was signed")


def _all_lines(text: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give every line of the form of an event's."""
    for number, words in numbered_lines(text):
        with contextlib.suppress(HandInError):
            yield number, _load_event(number, words, MOST_DEVICES, text)


def _load_event(number: int, words: str, devices: int, text: bytes) -> dict[str, Any]:
    """Return a line of the form of an event's. Raises HandInError."""
    try:
        line = load_line(words)
    except (ValueError, RecursionError) as error:
        if number > text.count(b"\n"):
            raise HandInError(Fault.CUT, "the file breaks off here", number) from error
        raise HandInError(Fault.CHANGED, "it can no longer be read", number) from error
    if not _is_event(line, devices):
        raise HandInError(Fault.FOREIGN, "it is not one of this file", number)
    return line  # type: ignore[no-any-return]


def _is_event(line: Any, devices: int) -> bool:
    """Say whether a line has the parts of an event's, and no others."""
    if type(line) is not dict or type(line.get("c")) is not str:
        return False
    place, seq = line.get("d"), line.get("s")
    if type(place) is not int or not 0 <= place < devices or type(seq) is not int:
        return False
    if len(line) == PARTS_HELD:
        return type(line.get("g")) is str
    return len(line) == PARTS_WHOLE and type(line.get("b")) is str and type(line.get("t")) is str


def _check(number: int, place: int, line: dict[str, Any], chain: _Chain) -> Filed:
    """Return an event that follows the one before it, and bring its chain up to date.

    The hashes are those of `progress.chain`, written out: this is done a million times. Raises
    HandInError.
    """
    seq, body = line["s"], line.get("b")
    held = line["g"] if body is None else _digest(number, line["t"], body)
    digits = str(seq)
    told = f"{chain.prefix}{len(digits)}:{digits}64:{chain.prev}{len(held)}:{held}"
    hashed = sha256(told.encode("utf-8", "replace")).digest()
    chain.prev = hashed.hex()
    chain.next = seq + 1
    if chain.prev[:CHECK_DIGITS] != line["c"]:
        message = f"step {seq} of {chain.span.device} is not as it was signed"
        raise HandInError(Fault.CHANGED, message, number)
    try:
        digest = bytes.fromhex(held)
        if len(digest) != DIGEST_BYTES:
            raise ValueError("a digest is too short")
        facts = NO_FACTS if body is None else read_facts(load_line(body))
    except (ValueError, TypeError, RecursionError) as error:
        message = f"step {seq} of {chain.span.device} is signed, but no step of a learner's"
        raise HandInError(Fault.UNSOUND, message, number) from error
    return Filed(place, seq, hashed, digest, body, facts)


def _digest(number: int, salt: str, body: str) -> str:
    try:
        data = body.encode()
        return sha256(b"%d:%b%d:%b" % (len(salt), salt.encode(), len(data), data)).hexdigest()
    except UnicodeEncodeError as error:
        raise HandInError(Fault.CHANGED, "it can no longer be read", number) from error
