"""Which units and questions the files of a course hold, and what only all of them together show."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from protectcourse.course.file_reading import Kind
from protectcourse.course.folders import CourseFiles
from protectcourse.course.head_checks import unit_of
from protectcourse.course.misnamed import find_misnamed
from protectcourse.course.models import CourseFile
from protectcourse.course.problems import Problem, whole_file
from protectcourse.findings import Finding, Severity, ValuePath, did_you_mean
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.questions import ReflectionQuestion

UNIT_KINDS: dict[Kind, str] = {"lesson": "lesson", "quiz": "quiz", "scenario": "case"}
ONLY_IN_MODULES = {"final": "final", "pretest": "pre-test"}
"""The pools whose questions are asked nowhere but in their quiz, in words."""


@dataclass(slots=True)
class UnitRegister:
    """Each unit and question of a course with the file that has it."""

    _kinds: dict[str, Kind] = field(default_factory=dict)
    """Kind of each unit that a file names, whether or not the file could be read."""
    _homes: dict[str, dict[str, str]] = field(default_factory=lambda: {"unit": {}, "question": {}})
    _lost: set[str] = field(default_factory=set)
    """Names, without their ending, of files that do not say which unit they hold."""
    _pools: dict[str, str] = field(default_factory=dict)
    """Pool of each quiz that could be read."""
    _practice: int = 0
    """Questions of practice that can be right or wrong."""

    def name(self, unit: str, kind: Kind) -> None:
        """Take down that a file names a unit."""
        self._kinds[unit] = kind

    def lose(self, stem: str) -> None:
        """Take down that a file could not be read so far as to say which unit it holds."""
        self._lost.add(stem)

    def home(self, what: Literal["unit", "question"], name: str, file: str) -> str:
        """Return the file that has a unit or a question: this one, unless another had it before."""
        return self._homes[what].setdefault(name, file)

    def take_quiz(self, quiz: Quiz) -> None:
        """Take down what a quiz is for, and how much it holds."""
        self._pools[quiz.quiz] = quiz.pool
        if quiz.pool == "practice":
            asked = quiz.questions.values()
            self._practice += sum(not isinstance(one, ReflectionQuestion) for one in asked)

    def has_all_quizzes(self, head: CourseFile) -> bool:
        """Say whether each quiz could be read that a module names, or a file."""
        named = {unit for _, unit, kind in _named_units(head) if kind == "quiz"}
        named |= {unit for unit, kind in self._kinds.items() if kind == "quiz"}
        return named <= self._pools.keys()

    def find_head_faults(self, head: CourseFile, files: CourseFiles) -> Iterator[Finding]:
        """Give what the head of the course names and asks for, and no file holds."""
        for path, unit, kind in _named_units(head):
            if self._kinds.get(unit) == kind or self._is_lost(unit):
                continue
            hint = self._meant(unit, kind, head, files)
            if misnamed := find_misnamed(files, kind, unit):
                hint = f"Rename {misnamed.name}: the name of a course file ends in .yaml."
            message = f"no file holds the {UNIT_KINDS[kind]} `{unit}`"
            yield Finding(code="C016", path=path, message=message, hint=hint)
        yield from self._find_needs(head)

    def _is_lost(self, unit: str) -> bool:
        """Say whether a file that could not be read most likely holds a unit, by its name."""
        return any(stem == unit or stem.endswith(f"-{unit}") for stem in self._lost)

    def _meant(self, unit: str, kind: Kind, head: CourseFile, files: CourseFiles) -> str:
        """Return what to do about a unit that no file holds: the likeliest slip first."""
        if other := self._kinds.get(unit):
            return f"`{unit}` is a {UNIT_KINDS[other]}: write `- {UNIT_KINDS[other]}: {unit}`."
        named = {name for _, name, _ in _named_units(head)}
        waiting = [name for name, one in self._kinds.items() if one == kind and name not in named]
        if near := did_you_mean(unit, waiting):
            return near
        folder = f"quizzes/{files.name}" if kind == "quiz" else f"lessons/{files.name}"
        return (
            f"Write a file in {folder} that begins with `{kind}: {unit}`, correct this name, or"
            " take the line out."
        )

    def find_unnamed(self, head: CourseFile) -> Iterator[Problem]:
        """Give the files of units that no module names; a practice bank serves reviews even so."""
        named = {unit for _, unit, _ in _named_units(head)}
        for unit, file in self._homes["unit"].items():
            if unit in named:
                continue
            hint = "Name it under `units:` in course.yaml, if it is meant to be seen."
            if use := ONLY_IN_MODULES.get(self._pools.get(unit, "")):
                message = f"no module names the {use} `{unit}`, so nobody can open it"
                yield whole_file(file, "C016", message, hint, Severity.WARNING)
            else:
                message = f"no module names `{unit}`, so learners do not meet it"
                yield whole_file(file, "C016", message, hint, Severity.INFO)

    def _find_needs(self, head: CourseFile) -> Iterator[Finding]:
        """C018: more is asked for than the quizzes hold; one that could not be read may hold it."""
        if not self.has_all_quizzes(head):
            return
        rules = head.completion
        entries = [entry for one in head.modules.values() for entry in one.units]
        counted = {self._pools.get(unit_of(e)) for e in entries if not e.elective}
        if "final" in rules.needs and "final" not in counted:
            yield Finding(
                code="C018",
                path=("completion", "needs", rules.needs.index("final")),
                message="`final` is needed, and no module has a quiz of `pool: final` that counts",
                hint="Name the final in a module, without `elective:`, or take `final` out here.",
            )
        for key, part in (("later_check", rules.later_check), ("refresher", rules.refresher)):
            if part is not None and part.draw > self._practice:
                yield Finding(
                    code="C018",
                    path=("completion", key, "draw"),
                    message=f"`draw` is {part.draw}, and the practice banks together hold"
                    f" {self._practice} that can be right or wrong",
                    hint="Draw fewer, or write more questions of `pool: practice`.",
                    severity=Severity.WARNING,
                )


def _named_units(head: CourseFile) -> Iterator[tuple[ValuePath, str, Kind]]:
    """Give path, id and kind of each unit that a module names."""
    for name, module in head.modules.items():
        for index, entry in enumerate(module.units):
            path = ("modules", name, "units", index)
            if entry.lesson is not None:
                yield (*path, "lesson"), entry.lesson, "lesson"
            elif entry.case is not None:
                yield (*path, "case"), entry.case, "scenario"
            elif entry.quiz is not None:
                yield (*path, "quiz"), entry.quiz, "quiz"
