"""Q114: too many questions of one level, too few of another.

Source: the bands of content.md §6.4, drawn up for a final: remember at most 20 %, understand 20–40,
apply 25–40, analyse 15–30, evaluate (with create) 4 at least. Tuned here: the final's pool from 25
questions on is held to them, the least at which one question is 4 %; a practice pool of that size
gives information, as it grows with the course. A module without a question at analyse or above is a
warning only where one of the objectives that its questions serve is at that level: the course's
own plan (§6.4) gives M4 no such objective, and its questions cannot reach what nobody aims at.
"""

from collections import Counter
from collections.abc import Iterator

from protectcourse.course.lints.levels import LEVELS, level_of
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.survey import Survey
from protectcourse.course.models import ClaimsFile, CourseFile
from protectcourse.findings import Finding, Severity

BANDS = {
    "remember": (0, 20),
    "understand": (20, 40),
    "apply": (25, 40),
    "analyse": (15, 30),
    "evaluate": (4, 100),
}
"""Percent of a pool, least and most."""
LEAST = 25
JUDGED = {"final": Severity.ERROR, "practice": Severity.INFO}


def find_at_end(value: CourseFile | ClaimsFile, survey: Survey) -> Iterator[Finding]:
    """Give each level of a pool that is out of its band, and each module that stays low."""
    if not isinstance(value, CourseFile):
        return
    for pool, severity in JUDGED.items():
        yield from _find_in_pool(survey, pool, severity)
    yield from _find_low(survey)


def _find_in_pool(survey: Survey, pool: str, severity: Severity) -> Iterator[Finding]:
    counts: Counter[str] = Counter()
    for sort, count in survey.items.items():
        if sort.pool == pool and sort.bloom:
            counts["evaluate" if sort.bloom == "create" else sort.bloom] += count
    total = sum(counts.values())
    if total < LEAST:
        return
    for level, (least, most) in BANDS.items():
        share = 100 * counts[level] / total
        if not least <= share <= most:
            yield Finding(
                code="Q114",
                path=("objectives",),
                message=f"{counts[level]} of {total} {pool} questions are at “{level}”"
                f" ({share:.0f} %); {least} to {most} % are asked for",
                hint="Write some at the levels that are short, or ask some for more.",
                severity=severity,
                at_key=True,
            )


def _find_low(survey: Survey) -> Iterator[Finding]:
    """Give each module whose objectives ask for analysis, and none of whose questions does."""
    high = LEVELS.index("analyse")
    reached: dict[str, int] = {}
    aimed: dict[str, int] = {}
    for sort in survey.items:
        objective = survey.objective(sort.objective)
        if sort.module and objective is not None:
            aims = level_of(objective.bloom)
            aimed[sort.module] = max(aimed.get(sort.module, -1), aims)
            reached[sort.module] = max(reached.get(sort.module, -1), level_of(sort.bloom))
    for module, aims in aimed.items():
        if aims >= high > reached[module]:
            yield Finding(
                code="Q114",
                path=("modules", module),
                message=f"module `{module}` aims at “{LEVELS[aims]}”, and its questions stop at"
                f" “{LEVELS[reached[module]]}”",
                hint="Write a question in which something has to be taken apart or weighed.",
                severity=Severity.WARNING,
                at_key=True,
            )


_AT = """\
kind: short-text
objective: O3
bloom: {level}
stem: "What does every visitor wear?"
accept: [badge, a badge]
rationale: The badge shows at a glance who has been to the desk.
"""
LINT = Lint(
    code="Q114",
    title="Questions are spread over the levels, from remembering to judging.",
    why="A test that only asks what somebody remembers says nothing about what they will do."
    " A final therefore also asks to apply, to take apart and to judge.",
    mend="Write questions at the levels that are short, or turn some of the others into small"
    " cases from work.",
    severity=Severity.ERROR,
    find_at_end=find_at_end,
    good=Example(yaml=_AT.format(level="analyse"), times=2),
    bad=Example(yaml=_AT.format(level="remember"), times=2),
)
