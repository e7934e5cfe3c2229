"""What a check has to say about a part of a file, before line and column are known.

Questions and cases are checked where their rules live (``quiz``, ``scenario``); ``course`` knows
the file and turns each finding into a ``Problem`` with a place.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum

MOST_NAMED = 8
"""Words that a hint lists; more are not read."""
ValuePath = tuple[str | int, ...]
"""The keys and list positions that lead from the top of a file to a value."""


class Severity(StrEnum):
    """How much a finding matters: only an error keeps a file out of the course."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend, at a path inside one file."""

    code: str
    """A letter for the area and three digits, never reused."""
    path: ValuePath
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    at_key: bool = False
    """Whether the key itself is meant rather than its value."""
    offset: int | None = None
    """Where in the text at the path it stands, in characters; None for all of the text."""
    is_allowed: bool = False
    """Whether an author allows it, with a reason."""


def allowed(finding: Finding, reason: str) -> Finding:
    """Return a finding that an author allows with `lint_allow`: still listed, as information."""
    return replace(
        finding,
        message=f"allowed: {finding.message}",
        hint=f"`lint_allow` gives the reason: {reason}",
        severity=Severity.INFO,
        is_allowed=True,
    )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "Did you mean `…`?" for the nearest known word, or nothing."""
    near = nearest(word, known)
    return f"Did you mean `{near}`?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that a misspelt one most likely stands for; empty for none."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def name_one_of(word: str, known: Iterable[str]) -> str:
    """Return the nearest known word as a question, or some of those that there are."""
    names = list(known)
    if not names:
        return "There is none of this sort yet: write one."
    listed = ", ".join(f"`{name}`" for name in names[:MOST_NAMED])
    more = " or another" if len(names) > MOST_NAMED else ""
    return did_you_mean(word, names) or f"Name one of those there are: {listed}{more}."
