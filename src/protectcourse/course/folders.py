"""Which files make up a course, and which courses a path on the command line means."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from protectcourse.locations import CourseFolders

ENDINGS = (".yaml", ".yml")
DEEPEST = 4
"""Folders below a course's own: as deep as files are looked for."""


class CourseFiles(NamedTuple):
    """The folders of one course.

    Its lessons, and its quizzes beside them (which may be missing).
    """

    lessons: Path
    quizzes: Path | None = None

    @property
    def name(self) -> str:
        """The name of the course's folder, also where it is written `.`."""
        return _name(self.lessons)

    def files(self) -> list[Path]:
        """Return the YAML files of the course in a stable order, none outside its folders."""
        found = list(yaml_files(self.lessons))
        if self.quizzes is not None:
            found += yaml_files(self.quizzes)
        return found


class Selection(NamedTuple):
    """What a path means: a course, all of it or just one file; or a file that stands alone."""

    course: CourseFiles | None
    only: Path | None = None


def courses_in(folders: CourseFolders) -> list[CourseFiles]:
    """Return the courses of two folders side by side, by name."""
    if not folders.lessons.is_dir():
        return []
    return [
        _with_quizzes(child, folders.quizzes)
        for child in sorted(folders.lessons.iterdir())
        if child.is_dir() and not child.name.startswith(".")
    ]


def select(path: Path) -> list[Selection]:
    """Return what a path means. It must exist."""
    if path.is_dir():
        return _select_folder(path)
    course = course_around(path)
    return [Selection(course, only=path)]


def course_around(file: Path) -> CourseFiles | None:
    """Return the course in whose folders a file stands."""
    for folder in list(file.absolute().parents)[: DEEPEST + 1]:
        if is_course(folder):
            return _as_given(_with_quizzes(folder, folder.parent.parent / "quizzes"), file)
        across = folder.parent.parent / "lessons" / folder.name
        if folder.parent.name == "quizzes" and is_course(across):
            return _as_given(_with_quizzes(across, folder.parent), file)
    return None


def is_course(folder: Path) -> bool:
    """Say whether a folder holds the head of a course."""
    return any((folder / f"course{ending}").is_file() for ending in ENDINGS)


def yaml_files(folder: Path) -> Iterator[Path]:
    """Give the YAML files below a folder in a stable order, without hidden ones."""
    yield from _below(str(folder), DEEPEST)


def _below(folder: str, depth: int) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth:
                yield from _below(entry.path, depth - 1)
        elif entry.name.endswith(ENDINGS):
            yield Path(entry.path)


def _select_folder(path: Path) -> list[Selection]:
    if (path / "lessons").is_dir():
        found = courses_in(CourseFolders(path / "lessons", path / "quizzes"))
        return [Selection(course) for course in found]
    if is_course(path):
        return [Selection(_with_quizzes(path, _above(_above(path)) / "quizzes"))]
    if any(is_course(child) for child in _folders(path)):
        found = courses_in(CourseFolders(path, _above(path) / "quizzes"))
        return [Selection(course) for course in found]
    sides = _lesson_sides(path)
    if sides:
        return [Selection(course) for course in sides]
    return [Selection(course_around(file), only=file) for file in yaml_files(path)]


def _lesson_sides(path: Path) -> list[CourseFiles]:
    """Return the courses whose quizzes a folder holds, or belongs to."""
    lessons = _above(path) / "lessons"
    beside = [lessons / child.name for child in _folders(path)]
    beside += [_above(_above(path)) / "lessons" / _name(path)]
    return [
        _with_quizzes(folder, folder.parent.parent / "quizzes")
        for folder in beside
        if is_course(folder)
    ]


def _above(path: Path) -> Path:
    """Return the folder that holds one, written as the user wrote that; above `.` is `..`."""
    return Path(os.path.normpath(path / os.pardir))


def _name(folder: Path) -> str:
    """Return the name of a folder, also where it is written `.` or `..`."""
    return Path(os.path.normpath(folder.absolute())).name


def _as_given(course: CourseFiles, file: Path) -> CourseFiles:
    """Return the folders written as the user wrote the file: relative if it was."""
    if file.is_absolute():
        return course
    here = Path.cwd()
    quizzes = course.quizzes and Path(os.path.relpath(course.quizzes, here))
    return CourseFiles(Path(os.path.relpath(course.lessons, here)), quizzes)


def _with_quizzes(lessons: Path, quizzes: Path) -> CourseFiles:
    side = quizzes / _name(lessons)
    return CourseFiles(lessons, side if side.is_dir() and side != lessons else None)


def _folders(path: Path) -> Iterable[Path]:
    return [child for child in sorted(path.iterdir()) if child.is_dir()]
