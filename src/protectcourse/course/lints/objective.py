"""Q113: a question or a lesson without an objective, or a question without its level.

Source: Haladyna et al. (2002): each item reflects one specific content and one cognitive behaviour.
course_format.md §1.9: from the moment that the course has objectives. The course's first lesson may
go without, as it shows the way and teaches nothing yet; so may a reflection without a level, since
it is never marked. A name that the course does not have is C022.
"""

from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.course.models import Lesson
from protectcourse.findings import Finding, Severity


def find(unit: Unit) -> Iterator[Finding]:
    """Give each lesson and each question of a bank that serves no objective."""
    if not unit.course.head.objectives:
        return
    value = unit.value
    if isinstance(value, Lesson) and not value.objectives and unit.id != unit.course.first_lesson:
        yield Finding(
            code="Q113",
            path=(),
            message="this lesson names no objective",
            hint="Add `objectives: […]` with ids from course.yaml.",
        )
    for asked in unit.asked:
        if not asked.in_bank:
            continue
        missing = [
            f"`{key}`"
            for key, value in (
                ("objective", asked.question.objective),
                ("bloom", asked.question.bloom or not asked.is_marked),
            )
            if not value
        ]
        if missing:
            yield Finding(
                code="Q113",
                path=asked.path,
                message=f"`{asked.name}` does not say its {' and its '.join(missing)}",
                hint="Add what is missing: `objective:` with an id from course.yaml, `bloom:` with"
                " the level at which it asks.",
                at_key=True,
            )


LINT = Lint(
    code="Q113",
    title="Every lesson and question serves an objective.",
    why="Results are read by objective. A lesson or question that serves none cannot show"
    " what somebody has learnt, and perhaps it is not needed.",
    mend="Add `objectives:` to a lesson, `objective:` and `bloom:` to a question of a bank,"
    " with an id from course.yaml.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
kind: short-text
objective: O1
bloom: remember
stem: "What does every visitor wear?"
accept: [badge, a badge]
rationale: The badge shows at a glance who has been to the desk.
"""
    ),
    bad=Example(
        yaml="""\
kind: short-text
bloom: remember
stem: "What does every visitor wear?"
accept: [badge, a badge]
rationale: The badge shows at a glance who has been to the desk.
"""
    ),
)
