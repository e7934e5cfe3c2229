"""A clock that says what a test wants it to say."""

from datetime import UTC, date, datetime, timedelta


class FakeClock:
    """Stands still until it is moved."""

    def __init__(self, moment: datetime = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """Return the moment set, aware and in UTC."""
        return self._moment

    def today(self) -> date:
        """Return the day of that moment."""
        return self._moment.date()

    def move(self, **by: int) -> None:
        """Move by days, minutes and so on; back where they are negative."""
        self._moment += timedelta(**by)
