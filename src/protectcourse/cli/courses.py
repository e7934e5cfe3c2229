"""Finds the courses that a command is about."""

from pathlib import Path

from protectcourse.course.folders import CourseFiles, courses_in, select
from protectcourse.course.packs.installed import installed_courses, stated_version
from protectcourse.errors import ContentError
from protectcourse.findings import did_you_mean
from protectcourse.locations import shipped_courses


def find_courses(chosen: str | None, folder: Path) -> list[CourseFiles]:
    """Return the courses at a path, the one of an id, or else all that there are.

    Those are the courses that came with the program and those added to the data folder. Raises
    ContentError.
    """
    if chosen is None:
        courses = list(all_courses(folder).values())
        if not courses:
            hint = "Install the program again, or use --course."
            raise ContentError("no course is installed", hint)
        return courses
    return _at_path(Path(chosen)) if Path(chosen).exists() else [_of_id(chosen, folder)]


def all_courses(folder: Path) -> dict[str, CourseFiles]:
    """Return every course that can be opened, by id: of two alike the newer, or the added one."""
    folders = shipped_courses()
    courses = {one.name: one for one in courses_in(folders)} if folders else {}
    for added in installed_courses(folder):
        files, shipped = added.files, courses.get(added.id)
        if files and not (shipped and stated_version(shipped) > added.version):
            courses[added.id] = files
    return courses


def _at_path(path: Path) -> list[CourseFiles]:
    found = [one.course for one in select(path) if one.course is not None]
    if not found:
        hint = "Name a folder that holds course.yaml, or one with `lessons` and `quizzes`."
        raise ContentError(f"there is no course in {path}", hint)
    return found


def _of_id(course: str, folder: Path) -> CourseFiles:
    courses = all_courses(folder)
    if course not in courses:
        hint = did_you_mean(course, courses) or "`protectcourse courses list` names them."
        raise ContentError(f"there is no folder and no course `{course}`", hint)
    return courses[course]
