"""The examples of every rule, run as an author would run them."""

import re
from pathlib import Path

import pytest
from lint_examples import problems_of

from protectcourse.course.file_reading import read_file
from protectcourse.course.folders import CourseFiles
from protectcourse.course.lints.lint import Example
from protectcourse.course.loading import check_single, load_course
from protectcourse.course.problems import Problem
from protectcourse.course.rules.registry import RULES, find_rule
from protectcourse.course.rules.rule import Rule
from protectcourse.findings import Severity
from protectcourse.scenario.exploring.explorer import explore
from protectcourse.scenario.exploring.state_graph import Limits
from protectcourse.scenario.model import Case
from protectcourse.scenario.story import compile_story

OF_FORM = [rule for rule in RULES if not rule.code.startswith(("Q1", "S100"))]
"""The examples of Q1… are run with the lints, in `lints/test_examples.py`; that of S100 below."""
GRAVITY = list(reversed(Severity))
FOLLOWS = {"S145": {"S140"}}
"""What cannot but come along: a mark that no play reaches is lost in every play."""
NAMED = re.compile(r"^# ((?:lessons|quizzes)/\S+)\n", re.MULTILINE)


def found_in(folder: Path, example: Example) -> list[Problem]:
    """Return what `check` says of an example."""
    if NAMED.match(example.yaml):
        _, *parts = NAMED.split(example.yaml)
        for name, text in zip(parts[::2], parts[1::2], strict=True):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return load_course(CourseFiles(folder / "lessons" / "demo"), deeply=True).problems
    if re.match("kind: |title: .*\ntext: ", example.yaml):
        return problems_of(folder, example)
    path = folder / "example.yaml"
    path.write_text(example.yaml, encoding="utf-8")
    return check_single(path)


@pytest.mark.parametrize("rule", OF_FORM, ids=lambda rule: rule.code)
def test_the_bad_example_breaks_this_rule_and_no_other(tmp_path: Path, rule: Rule) -> None:
    """An example that shows two faults explains neither."""
    found = found_in(tmp_path, rule.bad)

    graver = {one.code for one in found if one.severity is not Severity.INFO} - {rule.code}
    ours = [one for one in found if one.code == rule.code]
    assert ours
    assert max(GRAVITY.index(one.severity) for one in ours) == GRAVITY.index(rule.severity)
    assert {code for code in graver if not code.startswith("Q1")} == FOLLOWS.get(rule.code, set())


@pytest.mark.parametrize("rule", OF_FORM, ids=lambda rule: rule.code)
def test_the_good_example_breaks_no_rule_of_form(tmp_path: Path, rule: Rule) -> None:
    """Trainers copy the good example: it must pass as it stands."""
    found = found_in(tmp_path, rule.good)

    graver = {one.code for one in found if one.severity is not Severity.INFO}
    assert {code for code in graver if not code.startswith("Q1")} == set()
    assert rule.code not in {one.code for one in found if "allowed" not in one.message}


@pytest.mark.parametrize(("which", "complete"), [("good", True), ("bad", False)])
def test_only_the_bad_example_of_a_case_too_large_is_so(
    tmp_path: Path, which: str, complete: bool
) -> None:
    """The whole limit takes seconds; a twentieth of it tells the two apart."""
    rule, path = find_rule("S100"), tmp_path / "case.yaml"
    assert rule is not None
    path.write_text(getattr(rule, which).yaml, encoding="utf-8")
    case = read_file(path, "case.yaml").value
    assert isinstance(case, Case)

    explored = explore(compile_story(case), Limits(states=10_000, plays=0, tries=0))

    assert explored.complete == complete
    assert ("S100" in {one.code for one in explored.findings}) != complete
