"""What a check has to say about a part of a file, before line and column are known.

Questions and cases are checked where their rules live (``quiz``, ``scenario``); ``course`` knows
the file and turns each finding into a ``Problem`` with a place.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum

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


def allowed(finding: Finding, reason: str) -> Finding:
    """Return a finding that an author allows with `lint_allow`: still listed, as information."""
    return replace(
        finding,
        message=f"allowed: {finding.message}",
        hint=f"`lint_allow` gives the reason: {reason}",
        severity=Severity.INFO,
    )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "Did you mean `…`?" for the nearest known word, or nothing."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean `{near[0]}`?" if near else ""
