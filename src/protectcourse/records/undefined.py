"""What stands in place of a number that there is not, or that is not shown, and why."""

from typing import NamedTuple

FEWEST = 10
"""No group of fewer people shows a statistic (records.md §5)."""


class Undefined(NamedTuple):
    """No value, and why, in a few words such as "nobody got it wrong"."""

    why: str


FEWER = Undefined(f"fewer than {FEWEST} people")
"""Stands in place of a statistic of a small group."""
