from pathlib import Path

import pytest
from lint_examples import problems_of

from protectcourse.course.lints.lint import Lint
from protectcourse.course.lints.registry import LINTS
from protectcourse.course.problems import has_errors

by_code = pytest.mark.parametrize("lint", LINTS, ids=lambda lint: lint.code)


@by_code
def test_the_bad_example_is_found(tmp_path: Path, lint: Lint) -> None:
    """An example that shows no fault teaches nothing; a rule that misses it finds nothing."""
    found = [one for one in problems_of(tmp_path, lint.bad) if one.code == lint.code]

    assert found
    for problem in found:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message
        assert problem.hint.endswith((".", "?"))


@by_code
def test_the_good_example_is_not(tmp_path: Path, lint: Lint) -> None:
    """What a guide shows as good must pass the rule that it explains."""
    problems = problems_of(tmp_path, lint.good)

    assert [one for one in problems if one.code == lint.code] == []


@by_code
def test_both_examples_are_sound_yaml(tmp_path: Path, lint: Lint) -> None:
    """An example with a mistake of form would be copied with it."""
    for name, example in (("good", lint.good), ("bad", lint.bad)):
        problems = problems_of(tmp_path / name, example)

        assert not has_errors(tuple(one for one in problems if not one.code.startswith("Q1")))
