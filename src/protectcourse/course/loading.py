"""Reads a whole course, one file at a time, and says all that is wrong with it at once."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from protectcourse.course.allowing import Exceptions, Weighed
from protectcourse.course.bare_brackets import find_bare_brackets
from protectcourse.course.checked_file import Check, CheckedFile, file_checker
from protectcourse.course.checks import (
    begin_writing_checks,
    check_alone,
    check_exceptions,
    check_in_course,
)
from protectcourse.course.file_reading import FileReading, Kind, peek_kind
from protectcourse.course.folders import CourseFiles
from protectcourse.course.models import CourseFile
from protectcourse.course.problems import Problem
from protectcourse.course.references import (
    DECLARED_IN,
    Declared,
    Reference,
    rated_competencies,
    references,
)
from protectcourse.course.texts import Leaf
from protectcourse.course.unit_register import UNIT_KINDS, UnitRegister
from protectcourse.course.yaml_reader import Block
from protectcourse.findings import Finding, ValuePath
from protectcourse.quiz.bank import Quiz

if TYPE_CHECKING:
    from protectcourse.course.file_reading import FileValue
    from protectcourse.course.lints.linting import Linting

DECLARING = frozenset({"course", "sources", "glossary", "claims"})
"""The usual names of the files that declare what others refer to."""
WRITING = "Q1"
"""How the codes of the checks of writing begin."""
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
    names: list[str] = field(default_factory=list)
    """Names of all files that were looked at."""


def load_course(
    files: CourseFiles,
    keep: Keep | None = None,
    *,
    deeply: bool = False,
    check: Check | None = None,
) -> LoadedCourse:
    """Read a course.

    What is wrong with it is in the result; `keep` is given each value as it comes. `deeply` tries
    every way through each case and holds a serious course to the checks of its writing, which takes
    its time: for authors, not for a learner who waits. `check` reads a file in place of the usual
    way, for one who has kept what has not changed.
    """
    usual = check or file_checker(deeply=deeply)
    return _Loading(files, keep, usual, deeply=deeply).load()


def check_single(path: Path, check: Check | None = None) -> list[Problem]:
    """Return what is wrong with a file that stands outside any course."""
    checked = (check or file_checker(deeply=True, follow_links=True))(path)
    reading, value = checked.reading, checked.reading.value
    problems = list(reading.problems)
    if value is not None:
        exceptions = Exceptions(checked.texts)
        findings = [exceptions.weigh(finding) for finding in checked.findings]
        findings += check_alone(value)
        own = frozenset(_own_sources(value))
        for reference in references(checked.texts, alone=True) if own else ():
            if missing := Declared().missing(reference, own):
                findings.append(missing)
        if checked.is_sound:
            findings += check_exceptions(exceptions, lambda code: not code.startswith(WRITING))
        problems += [reading.problem(finding) for finding in findings]
    return sorted(problems)


class _Loading:
    """One reading of one course: each file is let go before the next is read."""

    def __init__(
        self, files: CourseFiles, keep: Keep | None, check: Check, *, deeply: bool
    ) -> None:
        self._files, self._keep, self._check, self._deeply = files, keep, check, deeply
        self._course = LoadedCourse()
        self._declared = Declared()
        self._unknown: frozenset[str] = frozenset()
        """Codes of references that a file would answer which could not be read."""
        self._pending: list[tuple[Reference, frozenset[str], Problem]] = []
        self._units = UnitRegister()
        self._head: FileReading | None = None
        self._declaring: list[Weighed] = []
        """Files that declare things."""
        self._has_begun_linting = False
        self._linting: Linting | None = None

    def load(self) -> LoadedCourse:
        """Read the files: those that declare things first, so that little has to be remembered."""
        names = self._in_order()
        while names:
            checked = self._check(Path(names.popleft()))
            self._take(checked.in_course(self._declared.ids["C020"]))
        self._finish_linting()
        unknown = self._unknown | ({"Q009"} if self._lacks_quizzes() else set())
        for reference, own, problem in self._pending:
            finding = self._declared.missing(reference, own)
            if reference.code not in unknown and finding is not None:
                self._course.problems.append(replace(problem, hint=finding.hint))
        self._check_units()
        self._course.problems.sort()
        return self._course

    def _in_order(self) -> deque[str]:
        """Return the files as text, which takes a third of the memory of ten thousand paths."""
        return deque(str(path) for path in sorted(self._files.files(), key=self._comes_later))

    def _comes_later(self, path: Path) -> bool:
        """Say whether a file declares nothing; the writing checks need to know it for certain."""
        named = path.stem in DECLARING
        return not named and (not self._deeply or peek_kind(path) not in DECLARING)

    def _take(self, checked: CheckedFile) -> None:
        reading, texts = checked.reading, checked.texts
        self._course.names.append(reading.name)
        self._course.problems += reading.problems
        value, kind = reading.value, reading.kind
        if isinstance(reading.tree, Block) and kind in UNIT_KINDS:
            self._units.name(str(reading.tree.get(kind)), kind)
        elif kind is None:
            self._units.lose(reading.path.stem)
        if value is None or kind is None:
            self._course.left_out.append(reading.name)
            self._unknown |= DECLARED_IN.get(kind or "", frozenset())
            return
        file = Weighed(reading, texts, Exceptions(texts))
        self._report(file, [*map(file.exceptions.weigh, checked.findings)])
        self._report(file, check_in_course(value, self._course.head))
        self._declared.take(value)
        if self._deeply:
            bare = find_bare_brackets(texts, self._declared.ids)
            self._report(file, map(file.exceptions.weigh, bare))
        self._remember_references(reading, value, texts)
        if isinstance(value, CourseFile):
            self._head, self._course.head = reading, value
        if isinstance(value, Quiz):
            self._units.take_quiz(value)
        unit = str(getattr(value, kind)) if kind in UNIT_KINDS else ""
        if unit and not self._is_new(reading, value, unit):
            return
        if not checked.is_sound:
            self._course.left_out.append(reading.name)
            return
        if self._deeply:
            self._lint(file)
        if unit:
            self._course.units[unit] = kind
        if self._keep is not None:
            self._keep(kind, unit, value)

    def _report(self, file: Weighed, findings: Iterable[Finding]) -> None:
        self._course.problems += map(file.reading.problem, findings)

    def _lint(self, file: Weighed) -> None:
        """Check how a file is written, once it is known what the course declares."""
        if file.reading.kind in DECLARING and not self._has_begun_linting:
            self._declaring.append(file)
            return
        self._begin_linting()
        if self._linting is not None:
            self._course.problems += self._linting.lint(file)
        self._report_stale(file, writing=self._linting is not None)

    def _begin_linting(self) -> None:
        if not self._has_begun_linting:
            self._has_begun_linting = True
            begun = begin_writing_checks(self._declaring)
            if begun is not None:
                self._linting, problems = begun
                self._course.problems += problems
            self._declaring = [file.without_texts() for file in self._declaring]

    def _finish_linting(self) -> None:
        """Say what only the whole course shows, unless a part of it could not be read."""
        if not self._deeply:
            return
        self._begin_linting()
        finished = self._linting is not None and not self._course.left_out
        if self._linting is not None and finished:
            self._course.problems += self._linting.finish()
        for file in self._declaring:
            self._report_stale(file, writing=finished)

    def _report_stale(self, file: Weighed, *, writing: bool) -> None:
        """C032: what is allowed and not there; of writing only where the writing was checked."""

        def was_looked_for(code: str) -> bool:
            return writing or not code.startswith(WRITING)

        self._report(file, check_exceptions(file.exceptions, was_looked_for))

    def _remember_references(
        self, reading: FileReading, value: "FileValue", texts: list[Leaf]
    ) -> None:
        """Keep what is not declared so far, with its place: it may be declared in a later file."""
        own = frozenset(_own_sources(value))
        for reference in (*references(texts), *rated_competencies(value)):
            finding = self._declared.missing(reference, own)
            if finding is not None:
                self._pending.append((reference, own, reading.problem(finding)))

    def _is_new(self, reading: FileReading, value: "FileValue", unit: str) -> bool:
        """C015: units share one set of ids, questions another."""
        new = self._once(reading, "unit", unit, (str(reading.kind),))
        for question in value.questions if isinstance(value, Quiz) else ():
            self._once(reading, "question", question, ("questions", question))
        return new

    def _once(
        self, reading: FileReading, what: Literal["unit", "question"], name: str, path: ValuePath
    ) -> bool:
        home = self._units.home(what, name, reading.name)
        if home == reading.name:
            return True
        message = f"the {what} id `{name}` is used in {home} too"
        hint = "Give one of the two another id."
        finding = Finding(code="C015", path=path, message=message, hint=hint, at_key=True)
        self._course.problems.append(reading.problem(finding))
        return False

    def _lacks_quizzes(self) -> bool:
        """Say whether a question that another names may stand in a bank that could not be read."""
        head = self._course.head
        return head is None or not self._units.has_all_quizzes(head)

    def _check_units(self) -> None:
        """C016, C018: what modules and completion name, and what no module names."""
        if self._head is None or self._course.head is None:
            return
        found = self._units.find_head_faults(self._course.head, self._files)
        self._course.problems += map(self._head.problem, found)
        self._course.problems += self._units.find_unnamed(self._course.head)


def _own_sources(value: "FileValue") -> Iterable[str]:
    return getattr(value, "sources", {}) if not isinstance(value, CourseFile) else ()
