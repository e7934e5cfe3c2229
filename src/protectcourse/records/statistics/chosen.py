"""What people answered to a question: how often each answer came, and from whom."""

from collections.abc import Sequence
from math import inf, sqrt
from typing import NamedTuple

from protectcourse.records.statistics.exact import Numbers
from protectcourse.records.statistics.item_statistics import Value, correlation
from protectcourse.records.undefined import FEWER, FEWEST, Undefined

ALL_CHOSE = Undefined("everybody chose it")
NONE_CHOSE = Undefined("nobody chose it")
BEYOND_CHANCE = 2.326
"""How many of its own errors above 0 a correlation must be to count: once in a hundred by chance.

A quiz has many wrong answers, of which one in twenty would be too many to look at in vain.
"""


class Chosen(NamedTuple):
    """How often an answer was given, and how its givers did on the rest."""

    people: int
    share: Value
    discrimination: Value
    """The point-biserial correlation of giving it with the rest, from -1 to 1."""
    draws_the_better: bool
    """Whether those who gave it did better on the rest than chance explains."""


def chosen(gave_it: Sequence[bool], rests: Numbers) -> Chosen:
    """Return how an answer did: whether each person gave it, and their score on the rest."""
    people = sum(gave_it)
    if len(gave_it) < FEWEST:
        return Chosen(people, FEWER, FEWER, draws_the_better=False)
    found = _discrimination(gave_it, rests)
    return Chosen(
        people=people,
        share=people / len(gave_it),
        discrimination=found,
        draws_the_better=is_beyond_chance(found, len(gave_it)),
    )


def is_beyond_chance(found: Value, people: int) -> bool:
    """Return whether a correlation is further above 0 than chance explains."""
    if isinstance(found, Undefined) or found <= 0:
        return False
    error = sqrt((1 - found**2) / (people - 2)) if found < 1 else 0.0
    return (found / error if error else inf) > BEYOND_CHANCE


def _discrimination(gave_it: Sequence[bool], rests: Numbers) -> Value:
    if all(gave_it):
        return ALL_CHOSE
    if not any(gave_it):
        return NONE_CHOSE
    return correlation([int(one) for one in gave_it], rests)
