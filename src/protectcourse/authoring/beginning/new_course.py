"""Begins a course: a small one that works at once, to be replaced page by page."""

import contextlib
import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from protectcourse.authoring.beginning.schema_files import first_line, write_missing_schemas
from protectcourse.authoring.beginning.template_texts import as_yaml, fill
from protectcourse.course.folders import course_around
from protectcourse.course.schema import SchemaName
from protectcourse.errors import ContentError

USUAL_OBJECTIVE = "Explain what to do when somebody comes in without a badge."
LESSON_FILES: tuple[tuple[str, SchemaName, str], ...] = (
    ("course.yaml", "course", "course"),
    ("sources.yaml", "sources", "sources"),
    ("glossary.yaml", "glossary", "glossary"),
    ("01-welcome.yaml", "lesson", "welcome"),
)
"""The files of a new course in its folder of lessons: name, sort, template."""
QUIZ_FILE: tuple[str, SchemaName, str] = ("welcome-quiz.yaml", "quiz", "welcome-quiz")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCourse:
    """What a course begins with."""

    id: str
    title: str
    objective: str
    today: date


@dataclass(frozen=True, slots=True)
class MadeCourse:
    """Where a new course stands."""

    top: Path
    """The folder that holds `lessons` and `quizzes`."""
    files: tuple[Path, ...]


def top_for_course(folder: Path) -> Path:
    """Return the folder that gets `lessons` and `quizzes`, if a course may begin in `folder`.

    From within one of the two it is the one above. `folder` is absolute. Raises ContentError.
    """
    if not folder.is_dir():
        raise ContentError(f"there is no folder {folder}", "Make it first, or name another.")
    if around := course_around(folder / "course"):
        message = f"{folder} belongs to the course `{around.name}`"
        raise ContentError(message, "Go to another folder, or name one with --folder.")
    beside = {"lessons", "quizzes"}
    within = folder.name in beside and not beside & {one.name for one in folder.iterdir()}
    return folder.parent if within else folder


def write_course(course: NewCourse, top: Path) -> MadeCourse:
    """Write the files of a new course into new folders, all or none. Raises ContentError."""
    folders = (top / "quizzes" / course.id, top / "lessons" / course.id)
    for folder in folders:
        if os.path.lexists(folder):
            message = f"{folder} is there already, and nothing is written over it"
            raise ContentError(message, "Give the course another name, or name another --folder.")
    quizzes, lessons = folders
    texts = {
        quizzes: {QUIZ_FILE[0]: _text(course, quizzes, lessons.parent, *QUIZ_FILE)},
        lessons: {one[0]: _text(course, lessons, lessons.parent, *one) for one in LESSON_FILES},
    }
    try:
        write_missing_schemas(lessons.parent)
        _put_in_place(texts)
    except OSError as error:
        message = f"the course could not be written in {top} ({error.strerror})"
        raise ContentError(message, "Name another folder with --folder.") from error
    return MadeCourse(top, tuple(to / name for to in (lessons, quizzes) for name in texts[to]))


def _text(
    course: NewCourse, folder: Path, lessons: Path, file: str, sort: SchemaName, template: str
) -> str:
    values = {
        "id": course.id,
        "title": as_yaml(course.title),
        "objective": as_yaml(course.objective),
        "today": course.today.isoformat(),
    }
    return first_line(folder / file, lessons, sort) + fill("course", template, values)


def _put_in_place(texts: dict[Path, dict[str, str]]) -> None:
    """Write each folder under a hidden name, then give all their names. Raises OSError."""
    hidden = {to: to.with_name(f".{to.name}.{os.getpid()}.new") for to in texts}
    done: list[Path] = []
    try:
        for to, files in texts.items():
            hidden[to].mkdir(parents=True)
            for name, text in files.items():
                (hidden[to] / name).write_text(text, encoding="utf-8", newline="\n")
        for to, made in hidden.items():
            made.rename(to)
            done.append(to)
    except BaseException:
        for folder in (*hidden.values(), *done):
            with contextlib.suppress(OSError):
                shutil.rmtree(folder)
        raise
