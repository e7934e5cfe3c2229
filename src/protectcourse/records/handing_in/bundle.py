"""Makes the hand-in file of a learner: the same bytes for the same log, level and day."""

import gzip
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from protectcourse import __version__
from protectcourse.course.outline import CourseOutline
from protectcourse.plain_text import one_line
from protectcourse.progress.chain import Entry, canonical
from protectcourse.progress.store import Store
from protectcourse.records.handing_in.form import (
    CHECK_DIGITS,
    FORMAT,
    LONGEST_NAME,
    LONGEST_TITLE,
    SEAL,
    Span,
)
from protectcourse.records.handing_in.levels import Level
from protectcourse.records.handing_in.selection import Chosen, Selection, select_entries
from protectcourse.signing import Signer, seal

MADE_WITH = f"protectcourse {__version__}"


def make_hand_in(
    store: Store,
    outlines: Iterable[CourseOutline],
    *,
    level: Level,
    day: date,
    signer: Signer,
    organisation_key: str = "",
    course: str | None = None,
) -> bytes:
    """Return the hand-in file of a learner, sealed where the organisation's key is known.

    With a course, only what belongs to it leaves. Raises StoreError where the log is damaged,
    RecordError where the key will not do.
    """
    selection = select_entries(store, outlines, level, course)
    return pack_selection(selection, day, signer, organisation_key)


def pack_selection(
    selection: Selection, day: date, signer: Signer, organisation_key: str = ""
) -> bytes:
    """Return the hand-in file of what was selected. Raises RecordError where a key will not do."""
    packed = compress(_lines(selection, day, signer))
    if not organisation_key:
        return packed
    return SEAL + organisation_key.encode() + b"\n" + seal(packed, organisation_key)


def sign_header(parts: dict[str, Any], signer: Signer) -> str:
    """Return the first line of a file: the canonical form of its parts, signed."""
    signed = parts | {"format": FORMAT, "public_key": signer.public_key}
    return canonical(signed | {"signature": signer.sign(canonical(signed))})


def write_line(span: int, entry: Entry, *, leaves: bool) -> str:
    """Return the line of an entry, whole or held back; `span` is the place of its device."""
    line: dict[str, Any] = {"c": entry.hash[:CHECK_DIGITS], "d": span, "s": entry.seq}
    line |= {"b": entry.body, "t": entry.salt} if leaves else {"g": entry.digest}
    return json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def compress(lines: Iterable[str]) -> bytes:
    """Return lines as gzip, without a time or the name of a system."""
    packed = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, packed, mtime=0) as file:
        file.writelines(line.encode() + b"\n" for line in lines)
    return packed.getvalue()


def spans_of(entries: Iterable[Entry]) -> dict[str, Span]:
    """Return what there is of each device, by its number, in the order of the log."""
    ends: dict[str, tuple[Entry, Entry]] = {}
    for entry in entries:
        ends[entry.device] = (ends.get(entry.device, (entry,))[0], entry)
    return {device: _span(*two) for device, two in ends.items()}


def _span(first: Entry, last: Entry) -> Span:
    count = last.seq - first.seq + 1
    return Span(first.device, first.seq, last.seq, count, first.prev, last.hash)


def _lines(selection: Selection, day: date, signer: Signer) -> Iterator[str]:
    spans = spans_of(one.entry for one in selection.chosen)
    yield sign_header(
        {
            "learner": selection.learner,
            "name": _clean(selection.name, LONGEST_NAME),
            "day": day.isoformat(),
            "level": selection.level.value,
            "made_with": MADE_WITH,
            "courses": {outline.id: _course(outline) for outline in selection.courses},
            "devices": [asdict(span) for span in spans.values()],
        },
        signer,
    )
    places = {device: number for number, device in enumerate(spans)}
    for one in selection.chosen:
        yield _line(places, one)


def _line(places: dict[str, int], one: Chosen) -> str:
    return write_line(places[one.entry.device], one.entry, leaves=one.leaves)


def _course(outline: CourseOutline) -> dict[str, Any]:
    title = _clean(outline.title, LONGEST_TITLE)
    return {"version": outline.version, "title": title, "status": outline.status}


def _clean(text: str, longest: int) -> str:
    """Return text as it stands in canonical JSON: composed before it is cut to its length."""
    return one_line(unicodedata.normalize("NFC", text))[:longest]
