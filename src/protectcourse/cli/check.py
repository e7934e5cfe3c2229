"""`protectcourse check`: what is wrong in a course, as text or as JSON."""

import gc
import json
from dataclasses import asdict
from pathlib import Path

from protectcourse.cli.output import say
from protectcourse.course.folders import CourseFiles, Selection, select
from protectcourse.course.loading import check_single, load_course
from protectcourse.course.problems import Problem, has_errors


def check_paths(paths: tuple[Path, ...], form: str) -> int:
    """Check what the paths name, print every problem, and return the exit code."""
    gc.enable()
    problems = tuple(sorted(set(_problems(paths))))
    if form == "json":
        say(json.dumps({"problems": [asdict(problem) for problem in problems]}, indent=2))
    else:
        for problem in problems:
            _print_problem(problem)
        say(_summary(problems))
    return 1 if has_errors(problems) else 0


def _problems(paths: tuple[Path, ...]) -> list[Problem]:
    """Read each course once, however many paths lead to it."""
    selections = [selection for path in paths for selection in select(path)]
    found: list[Problem] = []
    read: dict[CourseFiles, list[Problem]] = {}
    for selection in selections:
        if selection.course is None:
            found += check_single(selection.only) if selection.only else []
            continue
        if selection.course not in read:
            read[selection.course] = load_course(selection.course, deeply=True).problems
        found += _shown(read[selection.course], selection)
    return found


def _shown(problems: list[Problem], selection: Selection) -> list[Problem]:
    """Return the problems that belong to what was asked about."""
    if selection.only is None:
        return problems
    wanted = selection.only.absolute()
    return [problem for problem in problems if Path(problem.file).absolute() == wanted]


def _print_problem(problem: Problem) -> None:
    place = f"{problem.file}:{problem.line}:{problem.column}"
    say(f"{place}: {problem.severity} {problem.code}: {problem.message}")
    if problem.hint:
        say(f"    {problem.hint}")


def _summary(problems: tuple[Problem, ...]) -> str:
    counts = [
        f"{count} {severity}{'s' if count != 1 and severity != 'info' else ''}"
        for severity in ("error", "warning", "info")
        if (count := sum(problem.severity == severity for problem in problems))
    ]
    return ", ".join(counts) if counts else "No problem found."
