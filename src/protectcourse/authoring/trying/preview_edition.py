"""A course as its files stand at one moment, ready to be shown though nobody has compiled it."""

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from protectcourse.authoring.trying.preview_target import UNITS, PreviewTarget
from protectcourse.authoring.watching import KeptFiles
from protectcourse.course.checked_file import Check, CheckedFile
from protectcourse.course.compiled import CourseCompiler
from protectcourse.course.compiling import (
    Compiled,
    compile_readable,
    outline_unit,
    without_scripts,
)
from protectcourse.course.library import Course
from protectcourse.course.models import Lesson, Source, SourcesFile
from protectcourse.course.outline import CourseOutline, ModuleOutline
from protectcourse.course.plain_form import decode
from protectcourse.course.problems import Problem
from protectcourse.course.texts import SCRIPTS
from protectcourse.course.yaml_reader import Block
from protectcourse.findings import Severity
from protectcourse.quiz.bank import Quiz
from protectcourse.scenario.model import Case

ALONE = "preview"
"""The id of the course, and of its one module, around a file that stands alone."""


class Edition(NamedTuple):
    """What the files hold, and what is wrong with them so far as reading them shows."""

    course: Course | None
    """None where nothing of it can be shown."""
    unit: str
    """The unit to be shown, by id; empty for the whole course."""
    problems: tuple[Problem, ...]

    @property
    def is_shown(self) -> bool:
        """Whether there is something to show."""
        if self.course is None:
            return False
        return not self.unit or self.course.outline.unit(self.unit) is not None


def read_edition(target: PreviewTarget, kept: KeptFiles) -> Edition:
    """Read what is previewed, but for the files that are kept and have not changed since.

    Never raises for what the files hold. A scripted play that has gone astray is told, and keeps
    nothing from being shown: an author looks at the case before mending it.
    """
    set_aside: list[Problem] = []
    check = _check_but_scripts(kept.checker(target.course is None), set_aside)
    if target.course is None:
        return _read_alone(target, check, set_aside)
    compiled = compile_readable(target.course, check)
    problems = [*compiled.problems, *set_aside]
    own = [one for one in problems if target.owns(one.file)]
    unit = _unit_in(kept.checker(False)(target.path)) if target.is_unit else ""
    outline = compiled.outline
    if outline is None or (target.is_unit and unit not in compiled.units):
        errors = [one for one in problems if one.severity is Severity.ERROR]
        told = own if any(one.severity is Severity.ERROR for one in own) else errors
        return Edition(None, unit, tuple(sorted(told)))
    course = Course(compiled.compiler.hold(_opened(outline, compiled, unit)))
    return Edition(course, unit, tuple(sorted(own)))


def empty_course() -> Course:
    """Return a course without units: what stands in while the files cannot be read."""
    outline = CourseOutline(id=ALONE, version=1, title="", language="en")
    return Course(CourseCompiler().hold(outline))


def _check_but_scripts(usual: Check, set_aside: list[Problem]) -> Check:
    """Return what checks a file and puts aside what is wrong with its scripts."""

    def check(path: Path) -> CheckedFile:
        checked = usual(path)
        about_scripts = [one for one in checked.findings if one.path[:1] == (SCRIPTS,)]
        set_aside.extend(checked.reading.problem(one) for one in about_scripts)
        kept = [one for one in checked.findings if one not in about_scripts]
        return replace(checked, findings=kept)

    return check


def _unit_in(checked: CheckedFile) -> str:
    """Return the id of the unit in a file, whether or not it could be read as one."""
    tree = checked.reading.tree
    first = next(iter(tree), "") if isinstance(tree, Block) else ""
    return str(tree[first]) if isinstance(tree, Block) and first in UNITS else ""


def _opened(outline: CourseOutline, compiled: Compiled, unit: str) -> CourseOutline:
    """Return an outline in which nothing is locked, with a unit that no module may name yet."""
    modules = [module._replace(after=()) for module in outline.modules]
    if unit and outline.unit(unit) is None:
        units = (compiled.units[unit],)
        modules.append(ModuleOutline(id=ALONE, title="", number="", units=units))
    return outline._replace(modules=tuple(modules))


def _read_alone(target: PreviewTarget, check: Check, set_aside: list[Problem]) -> Edition:
    """Return a file as the only unit of a course made around it."""
    checked = check(target.path)
    reading = checked.reading
    found = [*reading.problems, *map(reading.problem, checked.findings), *set_aside]
    value = reading.value
    if not checked.is_sound or not isinstance(value, Lesson | Quiz | Case):
        return Edition(None, "", tuple(sorted(found)))
    course = _course_around(value, str(reading.kind))
    return Edition(course, next(course.outline.units()).id, tuple(sorted(found)))


def _course_around(value: Lesson | Quiz | Case, kind: str) -> Course:
    unit = outline_unit(value, None)
    module = ModuleOutline(id=ALONE, title=value.title, number="", units=(unit,))
    outline = CourseOutline(
        id=ALONE, version=1, title=value.title, language="en", modules=(module,)
    )
    compiler = CourseCompiler()
    compiler.add(kind, unit.id, without_scripts(value), str)
    sources = {} if isinstance(value, Case) else _own_sources(value.sources)
    compiler.add("sources", ALONE, SourcesFile(sources=sources), str)
    return Course(compiler.hold(outline))


def _own_sources(declared: Any) -> dict[str, Source]:
    """Return the sources that a file declares for itself; of a bank only those that are whole."""
    made = {}
    for name, source in declared.items():
        try:
            made[name] = source if isinstance(source, Source) else decode(Source, dict(source))
        except (KeyError, TypeError, ValueError):
            continue
    return made
