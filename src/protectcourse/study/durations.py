"""Lengths of time, in words and as events keep them."""

from datetime import timedelta

LONGEST_MINUTES = 240
"""A sitting longer than this was left open rather than worked at."""


def about_minutes(minutes: int) -> str:
    """Return a length of time in words, such as "about 4 h 10"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"about {rest} min"
    return f"about {hours} h {rest:02d}" if rest else f"about {hours} h"


def whole_minutes(spent: timedelta) -> int:
    """Return a length of time as events keep it: whole minutes from 1 to 240."""
    return max(1, min(LONGEST_MINUTES, round(spent.total_seconds() / 60)))
