"""Checks whatever paths lead to: whole courses, single files of one, files that stand alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from protectcourse.course.checked_file import Check, file_checker
from protectcourse.course.folders import CourseFiles, Selection, select
from protectcourse.course.loading import LoadedCourse, check_single, load_course
from protectcourse.course.problems import Problem
from protectcourse.errors import ContentError
from protectcourse.findings import Severity

INCOMPLETE = "S100"
"""The code for a case that was too large to be tried in all its ways."""
Checker = Callable[[bool], Check]
"""Gives what reads a file, following links or not."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong, sorted by place, and in how many files it was looked for."""

    problems: tuple[Problem, ...]
    files: int

    def count(self, severity: Severity) -> int:
        """Return how many problems have this severity."""
        return sum(problem.severity is severity for problem in self.problems)

    def has_failed(self, *, strict: bool = False) -> bool:
        """Say whether there is an error; where it is `strict`, also a warning or a case untried."""
        if not strict:
            return self.count(Severity.ERROR) > 0
        return any(
            problem.severity is not Severity.INFO or problem.code == INCOMPLETE
            for problem in self.problems
        )


def usual_checker(follow_links: bool) -> Check:
    """Return what reads each file anew."""
    return file_checker(deeply=True, follow_links=follow_links)


def check_paths(paths: tuple[Path, ...], checker: Checker = usual_checker) -> Checked:
    """Check what the paths name, each course once, however many paths lead to it.

    Raises ContentError where a folder cannot be looked into.
    """
    problems: set[Problem] = set()
    names: set[str] = set()
    read: dict[CourseFiles, LoadedCourse] = {}
    for selection in _selections(paths):
        if selection.course is None:
            if selection.only:
                problems.update(check_single(selection.only, checker(True)))
                names.add(str(selection.only))
            continue
        if selection.course not in read:
            check = checker(False)
            read[selection.course] = load_course(selection.course, deeply=True, check=check)
        course = read[selection.course]
        problems.update(_shown(course.problems, selection))
        names.update(course.names if selection.only is None else [str(selection.only)])
    return Checked(tuple(sorted(problems)), len(names))


def _selections(paths: tuple[Path, ...]) -> Iterator[Selection]:
    for path in paths:
        try:
            yield from select(path)
        except OSError as error:
            message = f"{path} cannot be looked into: {error.strerror}"
            hint = "Ask whoever looks after this computer for the right to read it."
            raise ContentError(message, hint) from error


def _shown(problems: list[Problem], selection: Selection) -> list[Problem]:
    """Return the problems that belong to what was asked about."""
    if selection.only is None:
        return problems
    wanted = selection.only.absolute()
    return [problem for problem in problems if Path(problem.file).absolute() == wanted]
