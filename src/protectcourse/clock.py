"""The one place that asks what time it is."""

from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Says what time it is; tests pass one that says what they want."""

    def now(self) -> datetime:
        """Return this moment, aware and in UTC."""
        ...

    def today(self) -> date:
        """Return the learner's own calendar day."""
        ...


class SystemClock:
    """The clock of this computer."""

    def now(self) -> datetime:
        """Return this moment, aware and in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the calendar day in this computer's time zone."""
        return datetime.now().astimezone().date()
