"""Mistakes in a course, as data: where, what, and how to mend it."""

from dataclasses import dataclass

from protectcourse.findings import Severity


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One thing to mend in one file. Lines and columns count from 1; a whole file stands at 1:1."""

    file: str
    line: int
    column: int
    code: str
    """A letter for the area (C form, Q questions, S cases, T text) and three digits."""
    severity: Severity
    message: str
    hint: str = ""


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Say whether any of the problems keeps a file out of the course."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def whole_file(
    file: str, code: str, message: str, hint: str = "", severity: Severity = Severity.ERROR
) -> Problem:
    """Return a problem of a whole file, which stands at its very beginning."""
    return Problem(
        file=file, line=1, column=1, code=code, severity=severity, message=message, hint=hint
    )
