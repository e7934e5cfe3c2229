"""Opens a preview of what is being edited."""

import os
import shutil
import sys
from pathlib import Path

from protectcourse.authoring.trying.preview_target import find_target
from protectcourse.cli.output import say_aside
from protectcourse.clock import SystemClock
from protectcourse.tui.terminal import check_terminal, mend_terminal

NOT_POSSIBLE = 2


def preview_path(path: Path, item: str, settings: str, seed: int | None) -> int:
    """Show a file or a course until the author leaves, and return the exit code."""
    target = find_target(path)
    if (refusal := refuse_terminal()) is not None:
        return refusal

    from protectcourse.tui.preview_starting import preview
    from protectcourse.tui.preview_units import Wish

    given = tuple(one.strip() for one in settings.split(",") if one.strip())
    ending = preview(target, Wish(item, given, seed), SystemClock()).ending
    if ending.message:
        say_aside(ending.message)
    return ending.exit_code


def refuse_terminal() -> int | None:
    """Say why there can be no full screen, and return the exit code; None where there can be."""
    size = shutil.get_terminal_size()
    refusal = check_terminal(os.environ, sys.stdin, sys.stdout, size)
    if refusal is not None:
        say_aside(refusal)
        return NOT_POSSIBLE
    mend_terminal(sys.stdin.fileno())
    return None
