"""What a lint is: one rule of writing, how grave it is, how it is found, and two examples."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from protectcourse.course.lints.survey import Survey
from protectcourse.course.lints.unit import Unit
from protectcourse.course.models import ClaimsFile, CourseFile
from protectcourse.findings import Finding, Severity

Find = Callable[[Unit], Iterable[Finding]]
"""Finds what is wrong in one file, as soon as it is read."""
FindAtEnd = Callable[[CourseFile | ClaimsFile, Survey], Iterable[Finding]]
"""Finds what only the whole course shows, in the file of the course or that of its claims."""


def _find_nothing(_unit: Unit) -> Iterable[Finding]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A piece of a course as an author writes it.

    It begins like a file (`lesson:`, `quiz:` …); or with `kind:`, and is one question; or with
    `title:`, and is one page. `times` asks the question as often, each time under another id, or
    gives the page its last line as often.
    """

    yaml: str
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Lint:
    """One rule of writing.

    A sentence for its title, what an author should know of it, the gravest severity that it gives,
    what finds it.
    """

    code: str
    title: str
    why: str
    """Why it matters to those who learn, in plain sentences."""
    mend: str
    """What an author can do about it."""
    severity: Severity
    find: Find = _find_nothing
    find_at_end: FindAtEnd | None = None
    good: Example
    bad: Example
