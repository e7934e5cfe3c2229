"""Opens the course in the full screen."""

import os
import shutil
import sys
from pathlib import Path

from protectcourse.cli.courses import find_courses
from protectcourse.cli.output import say_aside
from protectcourse.clock import SystemClock
from protectcourse.locations import data_folder
from protectcourse.tui.terminal import check_terminal, mend_terminal

NOT_POSSIBLE = 2


def open_app(data_dir: Path | None, course: str | None) -> int:
    """Open the course and return the exit code once the learner has left."""
    size = shutil.get_terminal_size()
    refusal = check_terminal(os.environ, sys.stdin, sys.stdout, size)
    if refusal is not None:
        say_aside(refusal)
        return NOT_POSSIBLE
    mend_terminal(sys.stdin.fileno())
    folder = data_folder(data_dir, os.environ)
    courses = find_courses(course, folder)

    from protectcourse.tui.starting import learn

    ending = learn(courses, folder, SystemClock(), _ask)
    if ending.message:
        say_aside(ending.message)
    return ending.exit_code


def _ask(question: str) -> str:
    """Return the line that is typed after a question; empty where the input has ended."""
    say_aside(question)
    return sys.stdin.readline()
