"""`protectcourse explore`: what trying every way through a case found."""

import gc
import json
from pathlib import Path
from typing import NamedTuple

from protectcourse.authoring.case_map import draw_map, mermaid_lines, tree_lines
from protectcourse.authoring.checking import Checked
from protectcourse.authoring.exploration import (
    CaseFindings,
    Ways,
    explore_file,
    find_case,
    read_case,
)
from protectcourse.cli.exploration_json import as_json, problems_as_json, why_as_json
from protectcourse.cli.exploration_report import report_lines, why_lines
from protectcourse.cli.output import say
from protectcourse.cli.problem_report import full_list, summary
from protectcourse.course.file_reading import FileReading
from protectcourse.course.problems import Problem
from protectcourse.errors import ContentError, ScenarioError
from protectcourse.findings import did_you_mean
from protectcourse.scenario.model import Case

UNTRIED = "This case cannot be tried before its errors are mended."


class Asked(NamedTuple):
    """What is to be shown, and how."""

    why: str | None
    """The ending that is asked about."""
    map_form: str | None
    """`text` or `mermaid`."""
    form: str
    """`text` or `json`."""
    strict: bool


def explore_case(case: str, course: Path | None, asked: Asked) -> int:
    """Explore a case, print what was found, and return the exit code."""
    gc.enable()
    reading = read_case(find_case(case, course))
    if not isinstance(reading.value, Case):
        _say_problems(_why_no_case(reading), asked.form)
        return ContentError.exit_code
    found = explore_file(reading, reading.value)
    if found.ways is None:
        if asked.form == "text":
            say(f"{UNTRIED}\n")
        _say_problems(found.problems, asked.form)
        return 1
    if asked.form == "json":
        say(json.dumps(_as_json(found, found.ways, asked), indent=2))
    else:
        for line in _text_lines(found, found.ways, asked):
            say(line)
    return 1 if found.has_errors or (asked.strict and found.has_faults) else 0


def _text_lines(found: CaseFindings, ways: Ways, asked: Asked) -> list[str]:
    parts: list[str] = []
    if asked.map_form:
        parts += _map_lines(ways, asked.map_form)
    if asked.why is not None:
        parts += [""] if parts else []
        parts += why_lines(ways, _ending(asked.why, found.case))
    return parts or [*report_lines(found, ways), *_problem_lines(found.problems)]


def _map_lines(ways: Ways, form: str) -> list[str]:
    drawn = draw_map(ways.explored)
    return list(mermaid_lines(drawn) if form == "mermaid" else tree_lines(drawn))


def _as_json(found: CaseFindings, ways: Ways, asked: Asked) -> dict[str, object]:
    listed = as_json(found)
    if asked.why is not None:
        listed["why"] = why_as_json(ways, _ending(asked.why, found.case))
    if asked.map_form:
        listed["map"] = "\n".join(_map_lines(ways, asked.map_form))
    return listed


def _ending(name: str, case: Case) -> str:
    """Return the ending that is asked about. Raises ScenarioError if the case has none such."""
    if name not in case.endings:
        hint = did_you_mean(name, case.endings) or f"Its endings: {', '.join(case.endings)}."
        raise ScenarioError(f"this case has no ending `{name}`", hint)
    return name


def _why_no_case(reading: FileReading) -> tuple[Problem, ...]:
    """Return the problems of a file that is no case; of another kind of file, that it is one."""
    if reading.value is None:
        return reading.problems
    message = f"{reading.path} is a {reading.kind}, not a case"
    raise ContentError(message, "The file of a case begins with `scenario:`.")


def _say_problems(problems: tuple[Problem, ...], form: str) -> None:
    if form == "json":
        say(json.dumps({"findings": problems_as_json(problems)}, indent=2))
        return
    for line in _problem_lines(problems):
        say(line)


def _problem_lines(problems: tuple[Problem, ...]) -> list[str]:
    return [*full_list(problems), summary(Checked(problems, 1))]
