"""`protectcourse check`: what is wrong in a course."""

import gc
from pathlib import Path

from protectcourse.authoring.checking import check_paths
from protectcourse.cli.output import say, say_aside
from protectcourse.cli.problem_report import Form, report

NOTHING = 2
"""The exit code where there was nothing to check: most likely a path mistyped."""


def check_and_report(paths: tuple[Path, ...], form: Form, *, strict: bool) -> int:
    """Check what the paths name, print every problem, and return the exit code."""
    gc.freeze()  # the program itself stays: no collection needs to look through it
    gc.enable()
    checked = check_paths(paths)
    if not checked.files:
        named = ", ".join(map(str, paths))
        say_aside(f"protectcourse: there is no course file in {named}")
        say_aside("The name of a course file ends in .yaml or .yml.")
        return NOTHING
    for line in report(checked, form):
        say(line)
    return 1 if checked.has_failed(strict=strict) else 0
