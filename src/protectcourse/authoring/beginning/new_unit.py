"""Begins a lesson, a quiz or a case: in a course, or as a file that stands alone."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from protectcourse.atomic import write_in_place, write_new
from protectcourse.authoring.beginning.course_entry import entry_line, with_unit
from protectcourse.authoring.beginning.schema_files import first_line, write_missing_schemas
from protectcourse.authoring.beginning.template_texts import as_yaml, fill
from protectcourse.course.folders import ENDINGS, CourseFiles, course_around, courses_in, is_course
from protectcourse.course.loading import DECLARING, load_course
from protectcourse.course.models import CourseFile
from protectcourse.errors import ContentError
from protectcourse.locations import CourseFolders
from protectcourse.quiz.bank import Quiz

if TYPE_CHECKING:
    from protectcourse.course.file_reading import FileValue, Kind

UnitKind = Literal["lesson", "quiz", "case"]
LONGEST_PREFIX = 50
"""Letters of a quiz's id that its questions' ids begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnit:
    """What a lesson, a quiz or a case begins with."""

    kind: UnitKind
    id: str
    template: str
    title: str
    minutes: int | None = None
    objective: str | None = None
    competency: str | None = None


class Home(NamedTuple):
    """The course that a new unit belongs to, as far as it matters to it."""

    files: CourseFiles
    head: CourseFile
    taken: frozenset[str]
    """The ids of its units and questions."""

    @property
    def usual_module(self) -> str:
        """The id of the module that a new unit most likely belongs to: the last with a lesson."""
        modules = self.head.modules
        with_lessons = [name for name, one in modules.items() if any(u.lesson for u in one.units)]
        return (with_lessons or list(modules))[-1]

    def names(self, unit: str) -> bool:
        """Say whether a module names a unit already."""
        entries = (entry for one in self.head.modules.values() for entry in one.units)
        return any(unit in {entry.lesson, entry.case, entry.quiz} for entry in entries)


class MadeUnit(NamedTuple):
    """Where a new unit stands, and whether its course names it."""

    file: Path
    head: Path | None = None
    """The course.yaml of its course, if it has one."""
    to_add: str = ""
    """The line that its author is to add there by hand; empty where it stands there."""


def homes_at(folder: Path) -> list[CourseFiles]:
    """Return the courses that a new unit may belong to, seen from an absolute folder.

    Raises ContentError.
    """
    if not folder.is_dir():
        raise ContentError(f"there is no folder {folder}", "Make it first, or name another.")
    if around := course_around(folder / "unit"):
        return [around]
    top = folder.parent if folder.name in {"lessons", "quizzes"} else folder
    found = courses_in(CourseFolders(top / "lessons", top / "quizzes"))
    return [course for course in found if is_course(course.lessons)]


def read_home(course: CourseFiles) -> Home:
    """Read the course that a new unit belongs to. Raises ContentError where its head cannot be."""
    questions: set[str] = set()

    def keep(_kind: "Kind", _unit: str, value: "FileValue") -> None:
        if isinstance(value, Quiz):
            questions.update(value.questions)

    loaded = load_course(course, keep)
    if loaded.head is None:
        message = f"the course in {course.lessons} cannot be read, so that nothing can be added"
        raise ContentError(message, f"See `protectcourse check {course.lessons}`.")
    return Home(course, loaded.head, frozenset({*loaded.units, *questions}))


def write_unit(unit: NewUnit, folder: Path, home: Home | None, module: str | None) -> MadeUnit:
    """Write the file of a new unit, and name it in a module of its course. Raises ContentError."""
    file = _place(unit, folder, home)
    if home is not None:
        _refuse_taken(unit, home)
    if os.path.lexists(file):
        message = f"{file} is there already, and nothing is written over it"
        raise ContentError(message, f"Give the {unit.kind} another name.")
    text = fill(unit.kind, unit.template, _values(unit))
    if home is not None:
        text = first_line(file, home.files.lessons.parent, unit.kind) + text
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if home is not None:
            write_missing_schemas(home.files.lessons.parent)
        write_new(file, text.encode())
    except OSError as error:
        message = f"{file} could not be written ({error.strerror})"
        raise ContentError(message, "Name another folder with --folder.") from error
    return MadeUnit(file) if home is None else _name_in_course(unit, file, home, module)


def _place(unit: NewUnit, folder: Path, home: Home | None) -> Path:
    name = f"{unit.id}.yaml"
    if home is None:
        return folder / name
    lessons = home.files.lessons
    match unit.kind:
        case "lesson":
            return lessons / name
        case "case":
            return lessons / "scenarios" / name
        case "quiz":
            return lessons.parent.parent / "quizzes" / lessons.name / name


def _values(unit: NewUnit) -> dict[str, str | None]:
    return {
        "id": unit.id,
        "title": as_yaml(unit.title),
        "minutes": None if unit.minutes is None else str(unit.minutes),
        "objective": unit.objective,
        "competency": unit.competency,
        "prefix": unit.id[:LONGEST_PREFIX].rstrip("-."),
    }


def _refuse_taken(unit: NewUnit, home: Home) -> None:
    if unit.id in DECLARING:
        message = f"`{unit.id}.yaml` is the name of a file in which the course declares things"
        raise ContentError(message, f"Give the {unit.kind} another name.")
    if unit.id in home.taken:
        message = f"the course `{home.head.course}` has something called `{unit.id}` already"
        raise ContentError(message, f"Give the {unit.kind} another name.")


def _name_in_course(unit: NewUnit, file: Path, home: Home, module: str | None) -> MadeUnit:
    """Put a line for the unit into course.yaml, if that can be done safely."""
    lessons = home.files.lessons
    head = next(path for end in ENDINGS if (path := lessons / f"course{end}").is_file())
    if home.names(unit.id):
        return MadeUnit(file, head)
    by_hand = MadeUnit(file, head, to_add=entry_line(unit.kind, unit.id))
    try:
        text = head.read_bytes().decode()
        more = with_unit(text, module or home.usual_module, unit.kind, unit.id)
        if more is None or head.is_symlink():
            return by_hand
        write_in_place(head, more.encode())
    except (OSError, UnicodeDecodeError):
        return by_hand
    return MadeUnit(file, head)
