"""Files that hold a part of a course under a name that no course file has, such as `one.txt`."""

import os
from collections.abc import Iterator
from pathlib import Path

from protectcourse.course.file_reading import peek_head
from protectcourse.course.folders import ENDINGS, CourseFiles

MOST = 500
"""Files that are looked into: beyond that the folder is not only a course's."""


def find_misnamed(files: CourseFiles, kind: str, unit: str) -> Path | None:
    """Return the file that begins like a unit but is not read for its name, if there is one."""
    for number, path in enumerate(_others(files)):
        if number == MOST:
            break
        if peek_head(path) == (kind, unit):
            return path
    return None


def _others(files: CourseFiles) -> Iterator[Path]:
    for side in (files.lessons, files.quizzes):
        for folder, _, names in os.walk(side) if side else ():
            for name in sorted(names):
                if not name.startswith(".") and not name.endswith(ENDINGS):
                    yield Path(folder, name)
