"""Finds the courses that a command is about."""

from pathlib import Path

from protectcourse.course.folders import CourseFiles, courses_in, select
from protectcourse.errors import ContentError
from protectcourse.locations import shipped_courses


def find_courses(path: Path | None) -> list[CourseFiles]:
    """Return the courses at a path, or those that come with the program. Raises ContentError."""
    if path is not None:
        found = [one.course for one in select(path) if one.course is not None]
        if not found:
            hint = "Name a folder that holds course.yaml, or one with `lessons` and `quizzes`."
            raise ContentError(f"there is no course in {path}", hint)
        return found
    folders = shipped_courses()
    courses = courses_in(folders) if folders else []
    if not courses:
        raise ContentError("no course is installed", "Install the program again, or use --course.")
    return courses
