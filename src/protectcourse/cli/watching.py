"""`protectcourse check --watch`: what each save has mended and broken, beside an editor."""

import gc
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

from protectcourse.authoring.watching import Change, watch
from protectcourse.cli.output import say
from protectcourse.cli.problem_report import full_list, headline, summary
from protectcourse.clock import Clock, SystemClock
from protectcourse.errors import INTERRUPTED
from protectcourse.findings import Severity

MOST_LEFT, MOST_NAMED = 12, 3
"""Lines of problems still there, and files named, after a save."""
SYSTEM_CLOCK = SystemClock()


def watch_and_report(
    paths: tuple[Path, ...],
    clock: Clock = SYSTEM_CLOCK,
    sleep: Callable[[float], None] = time.sleep,
) -> int:
    """Check what the paths name, and again after every save; return the code when interrupted."""
    gc.enable()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)  # whoever reads along must not wait
    try:
        for change in watch(paths, sleep):
            if change.files:
                _say_change(change, clock)
            else:
                _say_all(change)
                gc.freeze()  # what has been read stays: no collection needs to look through it
    except KeyboardInterrupt:
        say("")
    return INTERRUPTED


def _say_all(change: Change) -> None:
    for line in full_list(change.checked.problems):
        say(line)
    say(summary(change.checked))
    say("Waiting for you to save a file. Ctrl+C ends this.")


def _say_change(change: Change, clock: Clock) -> None:
    """Say what a save has done: what is new in full, what is left in a line each."""
    time_of_day = clock.now().astimezone().strftime("%H:%M:%S")
    say("")
    say(f"{time_of_day} {_named(change.files)}: {_done(change)}.")
    for line in full_list(change.new):
        say(line)
    left = [
        problem
        for problem in change.checked.problems
        if problem not in change.new and problem.severity is not Severity.INFO
    ]
    if left:
        say("Still there:")
        for problem in left[:MOST_LEFT]:
            say(f"  {headline(problem)}")
        if len(left) > MOST_LEFT:
            say(f"  … and {len(left) - MOST_LEFT} more")
    say(summary(change.checked))


def _named(files: tuple[Path, ...]) -> str:
    names = ", ".join(file.name for file in files[:MOST_NAMED])
    more = len(files) - MOST_NAMED
    return f"{names} and {more} more" if more > 0 else names


def _done(change: Change) -> str:
    parts = [f"{change.mended} mended"] if change.mended else []
    parts += [f"{len(change.new)} new"] if change.new else []
    return ", ".join(parts) or "nothing new"
