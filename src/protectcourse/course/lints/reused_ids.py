"""Q136: an old id (`was:`) that something else still has, or two things claim.

Source: content.md §5.3, by its first paragraphs concerning ids only: that ids are unique is C015,
and answers carry fingerprints, so no version is to be kept up. What is left: `was: old-id` hands an
old id's work to its new bearer, so the old id must be free, and have one heir.
"""

from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.course.models import Lesson
from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.quiz.bank import Quiz

PAGE = "page"
"""The sort of what needs a name of its own only within its lesson."""


def find(unit: Unit) -> Iterator[Finding]:
    """Give each `was` whose id is taken, and each id that another thing gave as its old one."""
    if not unit.is_unit:
        return
    pages: tuple[set[str], set[str]] = (set(), set())
    course = unit.course
    for sort, name, was, path in _named(unit):
        ids, renamed = pages if sort == PAGE else (course.ids[sort], course.renamed[sort])
        if name in renamed:
            yield _finding(path, f"`{name}` is the old id of something else, and in use again")
        if was and (was in ids or was in renamed):
            yield _finding((*path, "was"), f"the old id `{was}` belongs to something else too")
        ids.add(name)
        if was:
            renamed.add(was)


def _named(unit: Unit) -> Iterator[tuple[str, str, str | None, ValuePath]]:
    """Give sort, id, old id and path of a unit, its pages and questions."""
    value = unit.value
    yield "unit", unit.id, value.was, ()
    if isinstance(value, Quiz):
        for name, question in value.questions.items():
            yield "question", name, question.was, ("questions", name)
    elif isinstance(value, Lesson):
        for name, page in value.pages.items():
            yield PAGE, name, page.was, ("pages", name)


def _finding(path: ValuePath, message: str) -> Finding:
    return Finding(
        code="Q136",
        path=path,
        message=message,
        hint="Learners' work would go to both: choose an id that was never used.",
        at_key=True,
    )


_ASKED = """\
kind: short-text
was: {was}
stem: "What does every visitor wear?"
accept: [badge, a badge]
rationale: The badge shows at a glance who has been to the desk.
"""
LINT = Lint(
    code="Q136",
    title="An old id has one heir and no other bearer.",
    why="What learners did under the id behind `was:` goes on to the new one. If two lay claim to"
    " it, or something still bears the old id, it would go to both.",
    mend="Choose an id that was never used, and keep `was:` only where something was really"
    " renamed.",
    severity=Severity.ERROR,
    find=find,
    good=Example(yaml=_ASKED.format(was="q0")),
    bad=Example(yaml=_ASKED.format(was="q0"), times=2),
)
