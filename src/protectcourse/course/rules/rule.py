"""What a rule is: one thing that `check` can find, told to whoever wrote the file."""

from dataclasses import dataclass

from protectcourse.course.lints.lint import Example
from protectcourse.findings import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule, known by its code.

    An example that begins with a comment naming a file is several small files; every other is
    what `Example` says.
    """

    code: str
    title: str
    """What the rule asks for, in a sentence."""
    why: str
    """Why it matters to those who learn, or who write, in plain sentences."""
    mend: str
    """What to do about it."""
    severity: Severity
    """The gravest that it gives."""
    good: Example
    bad: Example
