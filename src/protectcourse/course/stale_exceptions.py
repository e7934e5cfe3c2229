"""C032: exceptions that name no rule, or that allow nothing.

An exception that has outlived what it allowed would hide the next mistake of its kind.
"""

from collections.abc import Callable, Iterator

from protectcourse.course.allowing import KEY, Exceptions
from protectcourse.course.rules.registry import RULES, find_rule
from protectcourse.findings import Finding, Severity, did_you_mean

NEVER_ALLOWED = ("C", "Q0")
"""How the codes begin of what cannot be read or asked as it stands."""


def find_stale_exceptions(
    exceptions: Exceptions, was_looked_for: Callable[[str], bool]
) -> Iterator[Finding]:
    """Give the exceptions of a file that are good for nothing, once all has been looked for."""
    for part, code in exceptions.unneeded():
        path = (*part, KEY, code)
        if find_rule(code) is None:
            hint = did_you_mean(code.upper(), [rule.code for rule in RULES])
            yield Finding(
                code="C032",
                path=path,
                message=f"`{code}` is not the code of a rule",
                hint=hint or "Name a code as `check` shows it, such as Q104.",
                at_key=True,
            )
        elif code.startswith(NEVER_ALLOWED):
            message = f"`{code}` cannot be allowed: what it finds has to be mended"
            yield _stale(path, message, "Take this line out.")
        elif was_looked_for(code):
            message = f"`{code}` allows nothing: no warning of that code stands here"
            hint = "Take this line out, or move it to the part that it is meant for."
            yield _stale(path, message, hint)


def _stale(path: tuple[str | int, ...], message: str, hint: str) -> Finding:
    return Finding(
        code="C032", path=path, message=message, hint=hint, severity=Severity.WARNING, at_key=True
    )
