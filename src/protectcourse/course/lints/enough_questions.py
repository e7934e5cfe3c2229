"""Q116: too few questions for an objective.

Source: content.md §5.3: an error below 2 in practice or below 2 in the final; a warning below 4 in
all; for a critical objective an error below 3 in each. Tuned here: a pool counts once the course
has a bank of it (a course that is being written has no final yet, and every objective would be an
error), and “4 in all” counts once it has both.
"""

from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.survey import Survey
from protectcourse.course.models import ClaimsFile, CourseFile
from protectcourse.findings import Finding, Severity

LEAST, LEAST_CRITICAL, LEAST_IN_ALL = 2, 3, 4
POOLS = ("practice", "final")


def find_at_end(value: CourseFile | ClaimsFile, survey: Survey) -> Iterator[Finding]:
    """Give each objective that is tested too seldom."""
    if not isinstance(value, CourseFile):
        return
    pools = [pool for pool in POOLS if pool in survey.pools]
    for name, objective in value.objectives.items():
        least = LEAST_CRITICAL if objective.critical else LEAST
        counts = {pool: survey.items_for(name, pool) for pool in pools}
        few = next((pool for pool in pools if counts[pool] < least), None)
        if few is not None:
            what = "critical objective" if objective.critical else "objective"
            yield _finding(
                name,
                f"`{name}` has {_said(counts[few])} in the {few} banks; this {what} needs {least}",
                Severity.ERROR,
            )
        elif len(pools) == len(POOLS) and sum(counts.values()) < LEAST_IN_ALL:
            yield _finding(
                name,
                f"`{name}` has {_said(sum(counts.values()))} in all; {LEAST_IN_ALL} are asked for",
                Severity.WARNING,
            )


def _said(count: int) -> str:
    return "no question" if not count else f"{count} question{'s' if count > 1 else ''}"


def _finding(name: str, message: str, severity: Severity) -> Finding:
    return Finding(
        code="Q116",
        path=("objectives", name),
        message=message,
        hint="Write more, so that a second attempt meets other questions.",
        severity=severity,
        at_key=True,
    )


_ON = """\
kind: short-text
objective: O1
bloom: remember
stem: "What does every visitor wear?"
accept: [badge, a badge]
rationale: The badge shows at a glance who has been to the desk.
"""
LINT = Lint(
    code="Q116",
    title="Every objective has questions enough.",
    why="From one question nobody can tell whether an objective was reached, and in a second"
    " attempt it comes again. Critical objectives need three in each pool.",
    mend="Write more questions on this objective: two in practice and two in the final at"
    " least, four in all.",
    severity=Severity.ERROR,
    find_at_end=find_at_end,
    good=Example(yaml=_ON, times=2),
    bad=Example(yaml=_ON),
)
