import pkgutil
import re

from protectcourse.course import lints
from protectcourse.course.lints.registry import ELSEWHERE, LINTS

NO_LINTS = {
    "allowing",
    "asked",
    "attribution",
    "chance",
    "levels",
    "likeness",
    "lint",
    "linting",
    "passage",
    "registry",
    "shingles",
    "survey",
    "syllables",
    "unit",
    "words",
}


def test_every_code_has_a_lint_or_a_reason() -> None:
    """A code that is promised and missing would be looked for in vain."""
    codes = {lint.code for lint in LINTS}

    assert codes | set(ELSEWHERE) == {f"Q{number}" for number in range(101, 141)}
    assert not codes & set(ELSEWHERE)


def test_lints_stand_in_the_order_of_their_codes() -> None:
    """The guide prints them as they stand."""
    codes = [lint.code for lint in LINTS]

    assert codes == sorted(set(codes))


def test_every_module_is_a_lint_or_serves_them() -> None:
    """A module that nobody registered would never run."""
    modules = {module.name for module in pkgutil.iter_modules(lints.__path__)}
    registered = {lint.find.__module__ for lint in LINTS if lint.find_at_end is None}
    registered |= {lint.find_at_end.__module__ for lint in LINTS if lint.find_at_end is not None}

    assert len(modules - NO_LINTS) == len(LINTS)
    assert {name.rpartition(".")[2] for name in registered} == modules - NO_LINTS


def test_every_lint_says_where_its_threshold_comes_from() -> None:
    """A rule without a source is an opinion."""
    for lint in LINTS:
        finder = lint.find_at_end or lint.find
        module = __import__(finder.__module__, fromlist=["__doc__"])

        assert module.__doc__.startswith(f"{lint.code}: ")
        assert re.search(r"^Source: ", module.__doc__, re.MULTILINE), lint.code
