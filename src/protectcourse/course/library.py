"""The installed courses, opened for learners: from their compiled form where nothing has changed.

The classes of lessons, quizzes and cases are imported where one is opened, and the reader of YAML
where a course has changed: the dashboard needs neither, and a start is quicker without.
"""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zlib import crc32

from protectcourse import __version__
from protectcourse.course.compiled import CompiledCourse, stamp
from protectcourse.course.folders import CourseFiles
from protectcourse.course.outline import CourseOutline
from protectcourse.errors import ContentError

if TYPE_CHECKING:
    from protectcourse.course.models import Lesson, Source, Term
    from protectcourse.quiz.bank import Quiz
    from protectcourse.scenario.model import Case

T = TypeVar("T")


class Course:
    """A course opened for learning: its outline at once, its units when they are asked for."""

    def __init__(self, compiled: CompiledCourse) -> None:
        self._compiled = compiled

    @property
    def outline(self) -> CourseOutline:
        """The modules and units, without their content."""
        return self._compiled.outline

    def lesson(self, unit_id: str) -> "Lesson":
        """Return a lesson. Raises ContentError."""
        from protectcourse.course.models import Lesson

        return self._part("lesson", unit_id, Lesson)

    def quiz(self, unit_id: str) -> "Quiz":
        """Return a bank of questions. Raises ContentError."""
        from protectcourse.quiz.bank import Quiz

        return self._part("quiz", unit_id, Quiz)

    def case(self, unit_id: str) -> "Case":
        """Return a case. Raises ContentError."""
        from protectcourse.scenario.model import Case

        return self._part("scenario", unit_id, Case)

    @cached_property
    def sources(self) -> Mapping[str, "Source"]:
        """The sources of the course by id."""
        from protectcourse.course.models import SourcesFile

        files = [self._part("sources", n, SourcesFile) for n in self._compiled.names("sources")]
        return {name: source for file in files for name, source in file.sources.items()}

    @cached_property
    def glossary(self) -> Mapping[str, "Term"]:
        """The terms of the glossary by id."""
        from protectcourse.course.models import GlossaryFile

        files = [self._part("glossary", n, GlossaryFile) for n in self._compiled.names("glossary")]
        return {name: term for file in files for name, term in file.glossary.items()}

    def _part(self, sort: str, name: str, kind: type[T]) -> T:
        try:
            return self._compiled.part(sort, name, kind)
        except (KeyError, OSError, ValueError, TypeError) as error:
            message = f"`{name}` could not be opened"
            hint = "Start the program again: the course is then read anew."
            raise ContentError(message, hint) from error


def open_course(files: CourseFiles, cache: Path) -> Course:
    """Open a course, reading its files only if one has changed since the last time.

    `cache` is the folder for compiled courses; where it cannot be written a temporary one serves.
    Raises ContentError where nothing of the course can be read.
    """
    try:
        made_from = stamp(files.files(), __version__)
    except OSError as error:
        message = f"the course in {files.lessons} could not be read: {error.strerror}"
        raise ContentError(message, "Check that the folder is there and may be read.") from error
    path = cache / f"{files.name}-{_short_hash(files.lessons)}.course"
    compiled = CompiledCourse.open(path, made_from)
    if compiled is None:
        from protectcourse.course.compiling import compile_course

        compiler, outline = compile_course(files)
        try:
            compiled = compiler.write(path, made_from, outline)
        except OSError:
            import tempfile

            elsewhere = Path(tempfile.mkdtemp(prefix="protectcourse-")) / path.name
            compiled = compiler.write(elsewhere, made_from, outline)
    return Course(compiled)


def _short_hash(folder: Path) -> str:
    return f"{crc32(str(folder.absolute()).encode()):08x}"
