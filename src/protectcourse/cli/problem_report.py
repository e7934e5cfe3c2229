"""How problems are listed: for people, for programs, for a pull request."""

import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from textwrap import wrap
from typing import Literal, assert_never

from protectcourse.authoring.checking import Checked
from protectcourse.cli.excerpt import excerpt
from protectcourse.course.problems import Problem
from protectcourse.course.written_lines import written_lines
from protectcourse.findings import Severity
from protectcourse.plain_text import one_line

Form = Literal["text", "json", "github"]
LEAST_WIDTH, USUAL_WIDTH = 40, 80
INDENT = "    "
GUTTER = 8
"""Columns before a line of a file: its number, and a bar."""
GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(checked: Checked, form: Form) -> Iterator[str]:
    """Give the lines that list problems, and sum them up."""
    match form:
        case "text":
            yield from full_list(checked.problems)
            yield summary(checked)
            yield from learn_more(checked.problems)
        case "json":
            yield json.dumps(_as_json(checked), indent=2)
        case "github":
            yield from map(_as_workflow_command, checked.problems)
        case _:
            assert_never(form)


def full_list(problems: Iterable[Problem]) -> Iterator[str]:
    """Give each problem with its line in the file and how to mend it, then an empty line."""
    width = _width()
    for problem, line in _with_lines(problems):
        yield headline(problem)
        if line:
            shown = excerpt(line, problem.column, width - GUTTER)
            yield f"{problem.line:>5} | {shown.text}"
            yield f"{'':>5} | {shown.mark}"
        if problem.hint:
            yield from wrap(
                one_line(problem.hint), width, initial_indent=INDENT, subsequent_indent=INDENT
            )
        yield ""


def headline(problem: Problem) -> str:
    """Return place, severity, code and fact on one line, as editors know it."""
    place = f"{one_line(problem.file)}:{problem.line}:{problem.column}"
    return f"{place}: {problem.severity} {problem.code}: {one_line(problem.message)}"


def summary(checked: Checked) -> str:
    """Return how many problems there are, in how many files."""
    files = _counted(checked.files, "file")
    if not checked.problems:
        return f"No problem found in {files}."
    hit = len({problem.file for problem in checked.problems})
    if checked.files > 1:
        files = f"{hit} of {files}"
    words = f"{severities(checked)} in {files}."
    has_work = checked.has_failed(strict=True)
    return words if has_work else f"{words} Nothing has to be mended."


def severities(checked: Checked) -> str:
    """Return the problems counted by severity: "2 errors, 1 warning"."""
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    counts = [
        _counted(count, name)
        for severity, name in names.items()
        if (count := checked.count(severity))
    ]
    if checked.count(Severity.INFO) and len(counts) == 1:
        counts[0] += " (info)"
    return ", ".join(counts)


def learn_more(problems: Iterable[Problem]) -> Iterator[str]:
    """Give the command that tells more about the gravest problem, if there is one."""
    ranks = list(Severity)
    gravest = min(problems, key=lambda problem: ranks.index(problem.severity), default=None)
    if gravest is not None:
        yield f"More about a code, with examples: protectcourse check --explain {gravest.code}"


def _as_json(checked: Checked) -> dict[str, object]:
    return {
        "problems": [
            {**asdict(problem), "text": line} for problem, line in _with_lines(checked.problems)
        ],
        "summary": {
            "errors": checked.count(Severity.ERROR),
            "warnings": checked.count(Severity.WARNING),
            "infos": checked.count(Severity.INFO),
            "files": checked.files,
        },
    }


def _as_workflow_command(problem: Problem) -> str:
    """Return the line by which a workflow of GitHub marks a place in a pull request."""
    properties = ",".join(
        f"{name}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in {
            "file": problem.file,
            "line": problem.line,
            "col": problem.column,
            "title": problem.code,
        }.items()
    )
    words = f"{problem.message}\n{problem.hint}".rstrip("\n")
    return f"::{GITHUB_LEVELS[problem.severity]} {properties}::{_escaped(words)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _with_lines(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Give each problem with the line that it stands in; each file is read once, and let go."""
    for file, of_file in groupby(problems, key=attrgetter("file")):
        lines = written_lines(Path(file))
        for problem in of_file:
            yield problem, lines[problem.line - 1] if problem.line <= len(lines) else ""


def _width() -> int:
    """Return the columns of the terminal."""
    if sys.stdout is None or not sys.stdout.isatty():
        return USUAL_WIDTH
    return max(LEAST_WIDTH, shutil.get_terminal_size((USUAL_WIDTH, 24)).columns)


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"
