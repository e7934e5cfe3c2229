"""Hand-in files for tests: of a log, of some entries alone, and changed by hand."""

import gzip
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from completed import SIGNER

from protectcourse.course.outline import CourseOutline, ModuleOutline, UnitOutline
from protectcourse.progress.chain import FIRST, Entry, canonical, seal_entry
from protectcourse.progress.store import Store
from protectcourse.records.handing_in.bundle import (
    compress,
    make_hand_in,
    sign_header,
    spans_of,
    write_line,
)
from protectcourse.records.handing_in.levels import Level
from protectcourse.signing import Signer

DAY = date(2026, 11, 24)
LEARNER, DEVICE = "00112233aabbccdd", "ffeeddccbbaa9988"
OUTLINE = CourseOutline(
    id="c",
    version=2,
    title="Of visitors",
    language="en",
    modules=(
        ModuleOutline(
            "m",
            "One",
            "1",
            units=(
                UnitOutline("l", "lesson", "Welcome", 5),
                UnitOutline("q", "quiz", "Visitors", 5),
                UnitOutline("k", "case", "The call", 5, sensitivity="S1"),
            ),
        ),
    ),
)
"""The course that the events of `logs.ONE_OF_EACH` belong to."""


def hand_in(store: Store, level: Level = Level.ANSWERS, **more: Any) -> bytes:
    """Return the hand-in file of a log."""
    parts = {"day": DAY, "signer": SIGNER} | more
    return make_hand_in(store, [OUTLINE], level=level, **parts)


def lines_of(data: bytes) -> list[str]:
    """Return the lines of a hand-in file."""
    return gzip.decompress(data).decode().splitlines()


def packed(lines: Iterable[str]) -> bytes:
    """Return lines as a hand-in file, signed or not."""
    return compress(lines)


def body_of(kind: str, learner: str = LEARNER, day: str = "2026-11-24", **parts: Any) -> str:
    """Return the body of an event."""
    return canonical({"kind": kind, "learner": learner, "day": day} | parts)


def answered(number: int, learner: str = LEARNER, day: str = "2026-11-24") -> str:
    """Return the body of an answer that can be told from the others by its number."""
    given = {"question": f"q{number}", "fingerprint": "f", "answer": {"kind": "choice"}}
    return body_of("answer-given", learner, day, unit="c/q", attempt=1, score=0, **given)


def chain_of(bodies: Sequence[str], device: str = DEVICE, salts: Sequence[str] = ()) -> list[Entry]:
    """Return bodies as the chain of a device, with salts that are always the same."""
    entries: list[Entry] = []
    prev = FIRST
    for seq, body in enumerate(bodies, 1):
        salt = salts[seq - 1] if salts else f"{seq:032x}"
        entries.append(seal_entry(device, seq, prev, "", body, salt, "{}"))
        prev = entries[-1].hash
    return entries


def sealed_lines(
    entries: Sequence[Entry],
    held: Iterable[int] = (),
    signer: Signer = SIGNER,
    header: Mapping[str, Any] | None = None,
) -> list[str]:
    """Return the lines of a file of these entries alone; `held` are the numbers held back."""
    spans, kept = spans_of(entries), set(held)
    parts: dict[str, Any] = {
        "learner": LEARNER,
        "name": "Ada",
        "day": DAY.isoformat(),
        "level": "answers",
        "made_with": "a test",
        "courses": {"c": {"version": 2, "title": "Of visitors", "status": "draft"}},
        "devices": [asdict(span) for span in spans.values()],
    }
    places = {device: place for place, device in enumerate(spans)}
    lines = [sign_header(parts | dict(header or {}), signer)]
    return lines + [
        write_line(places[one.device], one, leaves=one.seq not in kept) for one in entries
    ]


def file_of(
    entries: Sequence[Entry],
    held: Iterable[int] = (),
    signer: Signer = SIGNER,
    header: Mapping[str, Any] | None = None,
) -> bytes:
    """Return a file of these entries alone; `held` are the numbers of those held back."""
    return packed(sealed_lines(entries, held, signer, header))
