"""Reads a course in full and makes its compiled form: the outline and every part."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from protectcourse.course.checked_file import Check
from protectcourse.course.compiled import CourseCompiler
from protectcourse.course.file_reading import Kind
from protectcourse.course.folders import CourseFiles
from protectcourse.course.loading import load_course
from protectcourse.course.models import CourseFile, GlossaryFile, Lesson, UnitEntry
from protectcourse.course.outline import CourseOutline, ModuleOutline, UnitOutline
from protectcourse.course.problems import Problem
from protectcourse.course.prose import spell_terms
from protectcourse.errors import ContentError
from protectcourse.quiz.bank import Quiz
from protectcourse.scenario.model import Case

if TYPE_CHECKING:
    from protectcourse.course.file_reading import FileValue

SECONDS_PER_QUESTION = 40
USUAL_CASE_MINUTES = 7


class Compiled(NamedTuple):
    """A course as read, as far as it could be."""

    compiler: CourseCompiler
    outline: CourseOutline | None
    """None where the course's own file could not be read."""
    units: dict[str, UnitOutline]
    """Every unit that could be read, whether or not a module names it."""
    problems: list[Problem]


def compile_course(files: CourseFiles) -> tuple[CourseCompiler, CourseOutline]:
    """Read a course and return its parts and outline.

    Raises ContentError if its head is unreadable.
    """
    compiled = compile_readable(files)
    if compiled.outline is None:
        first = next((p for p in compiled.problems if p.severity == "error"), None)
        where = (
            f"{first.file}:{first.line}:{first.column}: {first.message}"
            if first
            else "no course.yaml"
        )
        message = f"the course in {files.lessons} could not be opened ({where})"
        raise ContentError(message, f"See `protectcourse check {files.lessons}` for all of it.")
    return compiled.compiler, compiled.outline


def compile_readable(files: CourseFiles, check: Check | None = None) -> Compiled:
    """Read a course, each file by `check` where one is given; return what could be read of it."""
    compiler = CourseCompiler()
    units: dict[str, UnitOutline] = {}
    heads: list[CourseFile] = []
    wordings: dict[str, str] = {}

    def keep(kind: Kind, unit: str, value: "FileValue") -> None:
        if isinstance(value, CourseFile):
            heads.append(value)
            return
        if isinstance(value, GlossaryFile):  # read before the units, see ``loading``
            wordings.update({name: term.term for name, term in value.glossary.items()})
        spell = partial(spell_terms, wordings=wordings)
        compiler.add(kind, unit or str(len(compiler)), without_scripts(value), spell)
        if isinstance(value, Lesson | Quiz | Case):
            units[unit] = outline_unit(value, heads[0] if heads else None)

    loaded = load_course(files, keep, check=check)
    outline = outline_course(heads[0], units, tuple(loaded.left_out)) if heads else None
    return Compiled(compiler, outline, units, loaded.problems)


def without_scripts(value: "FileValue") -> "FileValue":
    """Return what a learner is given of a file: the author's scripted attempts are not."""
    return replace(value, tests={}) if isinstance(value, Quiz) and value.tests else value


def outline_unit(value: Lesson | Quiz | Case, head: CourseFile | None) -> UnitOutline:
    """Return the line of the dashboard for one unit."""
    match value:
        case Lesson():
            return UnitOutline(
                id=value.lesson,
                sort="lesson",
                title=value.title,
                minutes=value.minutes,
                pages=tuple(value.pages),
                sensitivity=max(
                    [value.sensitivity, *(p.sensitivity for p in value.pages.values())]
                ),
                objectives=value.objectives,
            )
        case Quiz():
            asked = value.draw or len(value.questions)
            usual_pass = head.defaults.pass_ if head else 80
            return UnitOutline(
                id=value.quiz,
                sort="quiz",
                title=value.title,
                minutes=value.minutes or max(1, round(asked * SECONDS_PER_QUESTION / 60)),
                pool=value.pool,
                pass_mark=_pass_mark(value, usual_pass),
                attempts_per_day=value.attempts_per_day or 0,
            )
        case Case():
            return UnitOutline(
                id=value.scenario,
                sort="case",
                title=value.title,
                minutes=value.minutes or USUAL_CASE_MINUTES,
                sensitivity=value.sensitivity,
            )


def _pass_mark(quiz: Quiz, usual: int) -> int:
    """Return the percent that a quiz asks for; 0 for a pre-test, which nobody passes or fails."""
    if quiz.pool == "pretest":
        return 0
    return usual if quiz.pass_ is None else quiz.pass_


def outline_course(
    head: CourseFile, units: dict[str, UnitOutline], left_out: tuple[str, ...]
) -> CourseOutline:
    """Return the outline: modules in order with those of their units that could be read."""
    modules = []
    unread: list[str] = []
    for number, (name, module) in enumerate(head.modules.items(), head.numbers_from):
        lines: list[UnitOutline] = []
        lessons = 0
        for entry in module.units:
            lessons += entry.lesson is not None
            unit_id = entry.lesson or entry.case or entry.quiz or ""
            unit = units.get(unit_id)
            if unit is not None:
                lines.append(_placed(unit, entry, f"{number}.{lessons}"))
            elif not entry.elective:
                unread.append(unit_id)
        modules.append(
            ModuleOutline(
                id=name,
                title=module.title,
                number=str(number),
                after=module.after,
                units=tuple(lines),
            )
        )
    return CourseOutline(
        id=head.course,
        version=head.version,
        title=head.title,
        language=head.language,
        subtitle=head.subtitle or "",
        about=head.about or "",
        licence=head.licence or "",
        status=head.status,
        support=head.support or "",
        case_pass=head.defaults.case_pass,
        needs=head.completion.needs,
        valid_months=head.completion.valid_months or 0,
        modules=tuple(modules),
        objectives={name: objective.text for name, objective in head.objectives.items()},
        domains=head.domains,
        domain_of={n: one.domain for n, one in head.objectives.items() if one.domain},
        competencies=head.competencies,
        misconceptions=head.misconceptions,
        left_out=left_out,
        unread=tuple(unread),
    )


def _placed(unit: UnitOutline, entry: UnitEntry, number: str) -> UnitOutline:
    """Return a unit as one module has it: elective or not, with its number if it is a lesson."""
    number = number if unit.sort == "lesson" else ""
    return unit._replace(elective=entry.elective, number=number)
