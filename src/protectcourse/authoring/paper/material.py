"""What is put on paper: one unit or a whole course, with all that its units are read against."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from protectcourse.authoring.paper.naming import Naming, naming_of
from protectcourse.course.file_reading import FileReading, in_course, read_file
from protectcourse.course.folders import CourseFiles, Selection, select
from protectcourse.course.models import (
    Claim,
    ClaimsFile,
    CourseFile,
    GlossaryFile,
    Lesson,
    Module,
    Source,
    SourcesFile,
    Term,
)
from protectcourse.course.places import place_of
from protectcourse.course.problems import Problem
from protectcourse.errors import ContentError
from protectcourse.quiz.bank import Quiz
from protectcourse.scenario.model import Case

DIGITS = 16
"""Of a fingerprint."""
SORTS = {"lesson": "lesson", "quiz": "quiz", "scenario": "case"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A lesson, a quiz or a case, with the file in which it stands."""

    value: Lesson | Quiz | Case
    reading: FileReading
    number: str = ""
    """Of a lesson in a course, such as "2.3"."""
    elective: bool = False

    @property
    def id(self) -> str:
        """The unit's id."""
        return str(getattr(self.value, str(self.reading.kind)))

    @property
    def sort(self) -> str:
        """What the unit is, in a word."""
        return SORTS[str(self.reading.kind)]

    @property
    def name(self) -> str:
        """What the unit is, with its number: "lesson 2.3"."""
        return f"{self.sort} {self.number}" if self.number else self.sort

    def line(self, *path: str | int) -> str:
        """Return in which line of the file something begins: "line 12"."""
        return f"line {place_of(self.reading.tree, path, at_key=True).line}"


class Part(NamedTuple):
    """A module with its units, or the units that no module names."""

    title: str
    module: Module | None
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """A unit, or all units of a course, and what they refer to."""

    parts: tuple[Part, ...]
    whole: bool
    """Whether it is a whole course."""
    head: CourseFile | None = None
    head_file: FileReading | None = None
    sources: Mapping[str, Source] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    """Names of files of the course that could not be read."""

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units in order."""
        return tuple(unit for part in self.parts for unit in part.units)

    @property
    def language(self) -> str:
        """The language that the units are written in."""
        own = [unit.value.language for unit in self.units if isinstance(unit.value, Case)]
        return self.head.language if self.head else next(filter(None, own), "en")

    @property
    def id(self) -> str:
        """The id of the course if it is whole, else of the unit."""
        return self.head.course if self.whole and self.head else self.units[0].id

    @property
    def title(self) -> str:
        """The title of the course if it is whole, else of the unit."""
        return self.head.title if self.whole and self.head else self.units[0].value.title

    def naming(self, unit: Unit | None = None) -> Naming:
        """Return how sources and terms are called, in a unit with those of its own."""
        own = unit.value.sources if unit is not None else {}
        return naming_of(self.sources, self.terms, own)


def choose(path: Path) -> Selection:
    """Return the one course or file that a path means. Raises ContentError."""
    found = select(path)
    if len(found) == 1:
        only = found[0].only
        is_head = only is not None and only.stem == "course" and found[0].course is not None
        return found[0]._replace(only=None) if is_head else found[0]
    if not found:
        raise ContentError(f"there is no course in {path}", "Name a file, or a course's folder.")
    names = ", ".join(str(one.course.name if one.course else one.only) for one in found[:8])
    raise ContentError(f"{path} holds several: {names}", "Name one of them.")


def read_material(selection: Selection) -> Material:
    """Return what a selection means. Raises ContentError where it cannot be read."""
    if selection.course is None:
        unit = _unit(read_file(Path(selection.only or ""), str(selection.only)))
        return Material((Part("", None, (unit,)),), whole=False)
    read = [read_file(path, str(path), follow_links=False) for path in selection.course.files()]
    sources = [name for f in read if isinstance(f.value, SourcesFile) for name in f.value.sources]
    readings = [in_course(one, sources) for one in read]
    course = _course(readings, selection.course)
    return course if selection.only is None else _only(course, readings, selection.only)


def fingerprint(*readings: FileReading) -> str:
    """Return the first digits of the SHA-256 of a file, of several over theirs in order."""
    try:
        hashes = [sha256(reading.path.read_bytes()).hexdigest() for reading in readings]
    except OSError as error:
        hint = "Check that it is there and may be read."
        raise ContentError(f"a file could not be read: {error.strerror}", hint) from error
    whole = hashes[0] if len(hashes) == 1 else sha256("\n".join(hashes).encode()).hexdigest()
    return whole[:DIGITS]


def _course(readings: list[FileReading], files: CourseFiles) -> Material:
    head_file = next((one for one in readings if isinstance(one.value, CourseFile)), None)
    if head_file is None or not isinstance(head_file.value, CourseFile):
        heads = [one for one in readings if one.kind == "course"]
        raise (
            _unreadable(heads[0])
            if heads
            else ContentError(
                f"the course in {files.lessons} has no head",
                "A file of it has to begin with `course:`.",
            )
        )
    head = head_file.value
    units = {unit.id: unit for unit in reversed([_as_unit(one) for one in readings]) if unit}
    values = [one.value for one in readings]
    return Material(
        parts=tuple(_parts(head, dict(reversed(units.items())))),
        whole=True,
        head=head,
        head_file=head_file,
        sources={n: v for f in values if isinstance(f, SourcesFile) for n, v in f.sources.items()},
        terms={n: v for f in values if isinstance(f, GlossaryFile) for n, v in f.glossary.items()},
        claims={n: v for f in values if isinstance(f, ClaimsFile) for n, v in f.claims.items()},
        unread=tuple(one.name for one in readings if one.value is None),
    )


def _only(course: Material, readings: list[FileReading], path: Path) -> Material:
    """Return the one unit of a course that stands in a file."""
    wanted = path.absolute()
    reading = next((one for one in readings if one.path.absolute() == wanted), None)
    if reading is None:
        reading = read_file(path, str(path))
    unit = next((one for one in course.units if one.reading is reading), None)
    part = Part("", None, (unit or _unit(reading),))
    return Material(
        parts=(part,),
        whole=False,
        head=course.head,
        head_file=course.head_file,
        sources=course.sources,
        terms=course.terms,
        claims=course.claims,
    )


def _parts(head: CourseFile, units: dict[str, Unit]) -> Iterator[Part]:
    """Give the modules in order, then what none of them names."""
    left = dict(units)
    for number, module in enumerate(head.modules.values(), head.numbers_from):
        placed: list[Unit] = []
        lessons = 0
        for entry in module.units:
            lessons += entry.lesson is not None
            unit = units.get(entry.lesson or entry.case or entry.quiz or "")
            if unit is None:
                continue
            left.pop(unit.id, None)
            name = f"{number}.{lessons}" if unit.sort == "lesson" else ""
            placed.append(Unit(unit.value, unit.reading, name, entry.elective))
        yield Part(f"{number} {module.title}", module, tuple(placed))
    if left:
        yield Part("In no module", None, tuple(left.values()))


def _as_unit(reading: FileReading) -> Unit | None:
    match reading.value:
        case Lesson() | Quiz() | Case() as value:
            return Unit(value, reading)
        case _:
            return None


def _unit(reading: FileReading) -> Unit:
    unit = _as_unit(reading)
    if unit is not None:
        return unit
    if reading.value is None:
        raise _unreadable(reading)
    message = f"{reading.name} holds no lesson, quiz or case"
    raise ContentError(message, "Name a file that does, or the folder of the whole course.")


def _unreadable(reading: FileReading) -> ContentError:
    first: Problem | None = min(reading.problems, default=None)
    where = f"{first.file}:{first.line}:{first.column}: {first.message}" if first else reading.name
    hint = f"See `protectcourse check {reading.name}` for all of it."
    return ContentError(f"the file could not be read ({where})", hint)
