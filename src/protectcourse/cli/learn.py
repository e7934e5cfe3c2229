"""Opens the course in the full screen."""

import os
import shutil
import sys
from pathlib import Path

from protectcourse.cli.output import say_aside
from protectcourse.clock import SystemClock
from protectcourse.course.folders import CourseFiles, courses_in, select
from protectcourse.errors import ContentError
from protectcourse.locations import data_folder, shipped_courses
from protectcourse.tui.terminal import check_terminal, mend_terminal

NOT_POSSIBLE = 2


def open_app(data_dir: Path | None, course_path: Path | None) -> int:
    """Open the course and return the exit code once the learner has left."""
    size = shutil.get_terminal_size()
    refusal = check_terminal(os.environ, sys.stdin, sys.stdout, size)
    if refusal is not None:
        say_aside(refusal)
        return NOT_POSSIBLE
    mend_terminal(sys.stdin.fileno())
    files = _course_files(course_path)
    folder = data_folder(data_dir, os.environ)

    from protectcourse.tui.starting import learn

    ending = learn(files, folder, SystemClock())
    if ending.message:
        say_aside(ending.message)
    return ending.exit_code


def _course_files(path: Path | None) -> CourseFiles:
    """Return the course at a path, or the one that comes with the program. Raises ContentError."""
    if path is not None:
        found = [one.course for one in select(path) if one.course is not None]
        if not found:
            hint = "Name a folder that holds course.yaml, or one with `lessons` and `quizzes`."
            raise ContentError(f"there is no course in {path}", hint)
        return found[0]
    folders = shipped_courses()
    courses = courses_in(folders) if folders else []
    if not courses:
        raise ContentError("no course is installed", "Install the program again, or use --course.")
    return courses[0]
