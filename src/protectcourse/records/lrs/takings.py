"""Which time a learner takes a course: each time is a registration of its own."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any


class Takings:
    """Counts how often courses were begun again before an event of a device."""

    def __init__(self, begun: Iterable[tuple[str, int, Mapping[str, Any]]]) -> None:
        """Take device, number and body of events, of which those that begin a course again count.

        They come in the order of the devices' logs.
        """
        self._again: dict[tuple[str, str], list[int]] = {}
        for device, seq, body in begun:
            if body.get("kind") == "course-begun" and body.get("again") == 1:
                self._again.setdefault((device, str(body.get("course"))), []).append(seq)

    def count(self, device: str, seq: int, body: Mapping[str, Any]) -> int:
        """Return which time, from 1, the course of an event is taken in that event."""
        unit = str(body.get("unit", ""))
        course = str(body.get("course") or unit.partition("/")[0])
        return 1 + bisect_right(self._again.get((device, course), ()), seq)
