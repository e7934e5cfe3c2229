"""Says what became of a hand-in file whose events do not follow each other."""

from collections.abc import Iterable, Mapping
from typing import Any

from protectcourse.records.handing_in.form import Fault, HandInError, Span


def explain_place(
    number: int,
    line: Mapping[str, Any],
    span: Span,
    wanted: int,
    lines: Iterable[tuple[int, Mapping[str, Any]]],
) -> HandInError:
    """Return what is wrong where another event of a device was due than the one in a line.

    `lines` are all of the file.
    """
    seq, place = line["s"], line["d"]
    found = {(one["s"], n): one["c"] for n, one in lines if one["d"] == place}
    before = [check for (s, n), check in found.items() if s == seq and n < number]
    if not span.first <= seq <= span.last or (before and line["c"] not in before):
        return HandInError(Fault.FOREIGN, f"it is no step of {span.device}", number)
    if before:
        message = f"step {seq} of {span.device} stands there a second time"
        return HandInError(Fault.DOUBLED, message, number)
    later = [n for s, n in found if s == wanted and n > number]
    if later:
        message = f"step {wanted} of {span.device} comes only in line {later[0]}"
        return HandInError(Fault.REORDERED, message, number)
    return HandInError(Fault.DROPPED, f"before it {_steps(span, wanted, seq - 1)}", number)


def explain_end(number: int, span: Span, wanted: int) -> HandInError:
    """Return that a file ends before the last event of a device; `number` is its last line."""
    return HandInError(Fault.CUT, f"after it {_steps(span, wanted, span.last)}", number)


def _steps(span: Span, first: int, last: int) -> str:
    if first == last:
        return f"step {first} of {span.device} is missing"
    return f"steps {first} to {last} of {span.device} are missing"
