"""`protectcourse check --explain`: the page of a rule."""

from protectcourse.cli.output import say, say_aside
from protectcourse.course.rules.pages import page_of
from protectcourse.course.rules.registry import RULES, find_rule
from protectcourse.findings import did_you_mean

_MISTAKEN = str.maketrans("OIL", "011")
"""Letters that are typed for the digits that they look like."""
UNKNOWN = 2
"""The exit code for a code that no rule has."""


def explain_rule(code: str) -> int:
    """Print what a rule asks for, why, and how to mend it; return the exit code."""
    wanted = code.strip().upper()
    rule = find_rule(wanted)
    if rule is None:
        say_aside(f"protectcourse: no rule has the code {code}")
        in_digits = wanted[:1] + wanted[1:].translate(_MISTAKEN)
        hint = did_you_mean(in_digits, [one.code for one in RULES])
        say_aside(hint or "Codes look like Q101; `check` shows them before each message.")
        return UNKNOWN
    say(page_of(rule).rstrip("\n"))
    return 0
