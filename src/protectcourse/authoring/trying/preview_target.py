"""What is previewed: a course, or one file of it, or a file that stands alone."""

from pathlib import Path
from typing import NamedTuple

from protectcourse.course.file_reading import peek_kind
from protectcourse.course.folders import CourseFiles, select
from protectcourse.errors import ContentError

UNITS = ("lesson", "quiz", "scenario")
"""The first keys of files that a learner opens; all others only serve them."""


class PreviewTarget(NamedTuple):
    """A course to be shown, all of it or one unit; or a unit that stands alone."""

    path: Path
    """As it was given."""
    course: CourseFiles | None
    is_unit: bool
    """Whether just the file at `path` is shown."""

    def owns(self, file: str) -> bool:
        """Say whether the problems of a file are to be shown."""
        return not self.is_unit or Path(file).absolute() == self.path.absolute()


def find_target(path: Path) -> PreviewTarget:
    """Return what a path asks to be shown. Raises ContentError where that is nothing, or several.

    A file of a course that is no unit, such as its glossary, shows the course.
    """
    found = select(path)
    courses = [one.course for one in found if one.course is not None]
    if len(courses) > 1:
        names = ", ".join(sorted(course.name for course in courses))
        raise ContentError(f"there are several courses in {path}: {names}", "Name one of them.")
    course = courses[0] if courses else None
    if path.is_dir():
        if course is None:
            hint = "Name a folder that holds course.yaml, or one file."
            raise ContentError(f"there is no course in {path}", hint)
        return PreviewTarget(path, course, is_unit=False)
    kind = peek_kind(path)
    is_serving = kind in {"course", "sources", "glossary", "claims"}
    if is_serving and course is None:
        message = f"{path} holds `{kind}:`, which no learner opens by itself"
        raise ContentError(message, "Name a lesson, a quiz or a case, or the folder of a course.")
    return PreviewTarget(path, course, is_unit=not is_serving)
