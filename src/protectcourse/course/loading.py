"""Reads a whole course, one file at a time, and says all that is wrong with it at once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from protectcourse.course.checks import (
    begin_writing_checks,
    check_alone,
    check_deeply,
    check_file,
    check_in_course,
)
from protectcourse.course.file_reading import FileReading, Kind, peek_kind, read_file
from protectcourse.course.folders import CourseFiles
from protectcourse.course.models import CourseFile
from protectcourse.course.problems import Problem, has_errors, whole_file
from protectcourse.course.references import Declared, Reference, references
from protectcourse.course.texts import Leaf, leaves
from protectcourse.course.yaml_reader import Block
from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.quiz.bank import Quiz

if TYPE_CHECKING:
    from protectcourse.course.file_reading import FileValue
    from protectcourse.course.lints.linting import Linting

UNIT_KINDS: dict[Kind, str] = {"lesson": "lesson", "quiz": "quiz", "scenario": "case"}
DECLARING = frozenset({"course", "sources", "glossary", "claims"})
"""The usual names of the files that declare what others refer to."""
Keep = Callable[[Kind, str, "FileValue"], None]
"""Called with each readable file's kind, id and value, while the course is being read."""


@dataclass(slots=True)
class LoadedCourse:
    """A course as read: its head (None if that could not be read) and everything wrong with it."""

    head: CourseFile | None = None
    problems: list[Problem] = field(default_factory=list)
    units: dict[str, Kind] = field(default_factory=dict)
    """Kind of each unit that could be read, by id."""
    left_out: list[str] = field(default_factory=list)
    """Names of files that could not be read."""


def load_course(
    files: CourseFiles, keep: Keep | None = None, *, deeply: bool = False
) -> LoadedCourse:
    """Read a course.

    What is wrong with it is in the result; `keep` is given each value as it comes. `deeply` tries
    every way through each case and holds a serious course to the checks of its writing, which takes
    its time: for authors, not for a learner who waits.
    """
    return _Loading(keep, deeply=deeply).load(files.files())


def check_single(path: Path) -> list[Problem]:
    """Return what is wrong with a file that stands outside any course."""
    reading = read_file(path, str(path))
    problems = list(reading.problems)
    if reading.value is not None:
        found = list(leaves(reading.value))
        problems += _problems_in(reading, found, deeply=True)
        found = list(leaves(reading.value))
        problems += [reading.problem(finding) for finding in check_alone(reading.value)]
        own = frozenset(_own_sources(reading.value))
        for reference in references(found, alone=True) if own else ():
            if missing := Declared().missing(reference, own):
                problems.append(reading.problem(missing))
    return sorted(problems)


class _Loading:
    """One reading of one course: each file is let go before the next is read."""

    def __init__(self, keep: Keep | None, *, deeply: bool) -> None:
        self._keep, self._deeply = keep, deeply
        self._course = LoadedCourse()
        self._declared = Declared()
        self._pending: list[tuple[Reference, frozenset[str], Problem]] = []
        self._named: dict[str, Kind] = {}
        """Kind of each unit that a file names, whether or not the file could be read."""
        self._homes: dict[tuple[str, str], str] = {}
        self._head: FileReading | None = None
        self._declaring: list[FileReading] | None = []
        """Files that declare things, until the first that does not."""
        self._linting: Linting | None = None

    def load(self, paths: list[Path]) -> LoadedCourse:
        """Read the files: those that declare things first, so that little has to be remembered."""
        for path in sorted(paths, key=self._comes_later):
            self._take(read_file(path, str(path), follow_links=False))
        self._finish_linting()
        for reference, own, problem in self._pending:
            if self._declared.missing(reference, own) is not None:
                self._course.problems.append(problem)
        if self._head is not None:
            self._check_units(self._head)
        self._course.problems.sort()
        return self._course

    def _comes_later(self, path: Path) -> bool:
        """Say whether a file declares nothing; the writing checks need to know it for certain."""
        named = path.stem in DECLARING
        return not named and (not self._deeply or peek_kind(path) not in DECLARING)

    def _take(self, reading: FileReading) -> None:
        self._course.problems += reading.problems
        value, kind = reading.value, reading.kind
        if isinstance(reading.tree, Block) and kind in UNIT_KINDS:
            self._named[str(reading.tree.get(kind))] = kind
        if value is None or kind is None:
            self._course.left_out.append(reading.name)
            return
        texts = list(leaves(value))
        found = _problems_in(reading, texts, deeply=self._deeply)
        self._course.problems += found
        in_course = check_in_course(value, self._course.head)
        self._course.problems += (reading.problem(finding) for finding in in_course)
        self._declared.take(value)
        self._remember_references(reading, value, texts)
        if isinstance(value, CourseFile):
            self._head, self._course.head = reading, value
        unit = str(getattr(value, kind)) if kind in UNIT_KINDS else ""
        if unit and not self._is_new(reading, value, unit):
            return
        if self._deeply and not has_errors(tuple(found)):
            self._lint(reading, texts)
        if any(problem.severity is Severity.ERROR for problem in found):
            self._course.left_out.append(reading.name)
            return
        if unit:
            self._course.units[unit] = kind
        if self._keep is not None:
            self._keep(kind, unit, value)

    def _lint(self, reading: FileReading, texts: list[Leaf]) -> None:
        """Check how a file is written, once it is known what the course declares."""
        if self._declaring is not None and reading.kind in DECLARING:
            self._declaring.append(reading)
            return
        self._begin_linting()
        if self._linting is not None:
            self._course.problems += self._linting.lint(reading, texts)

    def _begin_linting(self) -> None:
        if self._declaring is not None:
            begun = begin_writing_checks(self._declaring)
            self._declaring = None
            if begun is not None:
                self._linting, problems = begun
                self._course.problems += problems

    def _finish_linting(self) -> None:
        """Say what only the whole course shows, unless a part of it could not be read."""
        self._begin_linting()
        if self._linting is not None and not self._course.left_out:
            self._course.problems += self._linting.finish()

    def _remember_references(
        self, reading: FileReading, value: "FileValue", texts: list[Leaf]
    ) -> None:
        """Keep what is not declared so far, with its place: it may be declared in a later file."""
        own = frozenset(_own_sources(value))
        for reference in references(texts):
            finding = self._declared.missing(reference, own)
            if finding is not None:
                self._pending.append((reference, own, reading.problem(finding)))

    def _is_new(self, reading: FileReading, value: "FileValue", unit: str) -> bool:
        """C015: units share one set of ids, questions another."""
        new = self._once(reading, "unit", unit, (str(reading.kind),))
        for question in value.questions if isinstance(value, Quiz) else ():
            self._once(reading, "question", question, ("questions", question))
        return new

    def _once(self, reading: FileReading, what: str, name: str, path: ValuePath) -> bool:
        home = self._homes.setdefault((what, name), reading.name)
        if home == reading.name:
            return True
        message = f"the {what} id `{name}` is used in {home} too"
        hint = "Give one of the two another id."
        finding = Finding(code="C015", path=path, message=message, hint=hint, at_key=True)
        self._course.problems.append(reading.problem(finding))
        return False

    def _check_units(self, head: FileReading) -> None:
        """C016: a unit that no file holds; a file that no module names."""
        named = set()
        for path, unit, kind in _named_units(self._course.head):
            named.add(unit)
            if self._named.get(unit) != kind:
                message = f"no file holds the {UNIT_KINDS[kind]} `{unit}`"
                hint = f"Write a file that begins with `{kind}: {unit}`, or mend this name."
                finding = Finding(code="C016", path=path, message=message, hint=hint)
                self._course.problems.append(head.problem(finding))
        for (what, unit), name in self._homes.items():
            if what == "unit" and unit not in named:
                message = f"no module names `{unit}`, so learners do not meet it"
                hint = "Name it under `units:` in course.yaml, if it is meant to be seen."
                self._course.problems.append(whole_file(name, "C016", message, hint, Severity.INFO))


def _problems_in(reading: FileReading, texts: list[Leaf], *, deeply: bool) -> list[Problem]:
    """Return what is wrong within a file; a case is tried only if it has no error of form."""
    problems = [reading.problem(finding) for finding in check_file(reading.value, texts)]
    if deeply and not has_errors(tuple(problems)):
        problems += [reading.problem(finding) for finding in check_deeply(reading.value)]
    return problems


def _named_units(head: CourseFile | None) -> Iterator[tuple[ValuePath, str, Kind]]:
    """Give path, id and kind of each unit that a module names."""
    for name, module in head.modules.items() if head else ():
        for index, entry in enumerate(module.units):
            path = ("modules", name, "units", index)
            if entry.lesson is not None:
                yield (*path, "lesson"), entry.lesson, "lesson"
            elif entry.case is not None:
                yield (*path, "case"), entry.case, "scenario"
            elif entry.quiz is not None:
                yield (*path, "quiz"), entry.quiz, "quiz"


def _own_sources(value: "FileValue") -> Iterable[str]:
    return getattr(value, "sources", {}) if not isinstance(value, CourseFile) else ()
