"""Q115: a question is at another level than its objective.

Source: content.md §5.3: a warning where the two are more than one level apart, an error where none
of an objective's questions reaches the level that it names; the same distance between an
objective's first verb and the level it claims. Verbs are read in objectives only: a question begins
with “which” at every level. An objective without any question is Q116.
"""

from collections.abc import Iterator

from protectcourse.course.lints.levels import LEVELS, level_of, level_of_verb
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.survey import Survey
from protectcourse.course.lints.unit import Unit
from protectcourse.course.models import ClaimsFile, CourseFile
from protectcourse.findings import Finding, Severity

FAR = 2
"""Levels apart."""


def find(unit: Unit) -> Iterator[Finding]:
    """Give each question that is far from its objective's level, and each such verb."""
    for asked in unit.bank:
        objective = unit.course.objective(asked.question.objective)
        if objective is None or not objective.bloom or not asked.question.bloom:
            continue
        if abs(level_of(asked.question.bloom) - level_of(objective.bloom)) >= FAR:
            yield Finding(
                code="Q115",
                path=(*asked.path, "bloom"),
                message=f"this question is at “{asked.question.bloom}”, its objective at"
                f" “{objective.bloom}”",
                hint="Ask for more, or for less; or give the question to another objective.",
                severity=Severity.WARNING,
            )
    if isinstance(unit.value, CourseFile):
        for name, objective in unit.value.objectives.items():
            shown = level_of_verb(objective.text)
            if (
                shown
                and objective.bloom
                and abs(level_of(shown) - level_of(objective.bloom)) >= FAR
            ):
                yield Finding(
                    code="Q115",
                    path=("objectives", name, "bloom"),
                    message=f"the objective begins with a verb of “{shown}” and claims"
                    f" “{objective.bloom}”",
                    hint="Choose a verb of that level, or the level of that verb.",
                    severity=Severity.WARNING,
                )


def find_at_end(value: CourseFile | ClaimsFile, survey: Survey) -> Iterator[Finding]:
    """Give each objective whose level none of its questions reaches."""
    if not isinstance(value, CourseFile):
        return
    for name, objective in value.objectives.items():
        levels = [level_of(sort.bloom) for sort in survey.items if sort.objective == name]
        if objective.bloom and levels and max(levels) < level_of(objective.bloom):
            yield Finding(
                code="Q115",
                path=("objectives", name),
                message=f"no question on `{name}` reaches “{objective.bloom}”; the highest is at"
                f" “{LEVELS[max(levels)] if max(levels) >= 0 else 'no level'}”",
                hint="Write one that does, or aim lower.",
                at_key=True,
            )


_AT = """\
kind: short-text
objective: O2
bloom: {level}
stem: "What do you hand to a visitor who has signed in?"
accept: [badge, a badge]
rationale: The badge shows at a glance who has been to the desk.
"""
LINT = Lint(
    code="Q115",
    title="A question is at the level of its objective, or one away.",
    why="An objective that says “apply” and is tested with “which year …” looks as if it were"
    " reached and is not. Two levels apart is too far; one is fine.",
    mend="Ask for more, or for less; give the question to another objective; or let the"
    " objective begin with a verb of its own level.",
    severity=Severity.ERROR,
    find=find,
    find_at_end=find_at_end,
    good=Example(yaml=_AT.format(level="apply")),
    bad=Example(yaml=_AT.format(level="remember")),
)
