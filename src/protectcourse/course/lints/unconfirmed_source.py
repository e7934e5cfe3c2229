"""Q139: a source that nobody has confirmed is cited.

Source: content.md §5.3 and course_format.md §5: a source whose status is `unconfirmed` may not be
cited. When it was looked up (`checked`) is C011.
"""

from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.course.references import references
from protectcourse.findings import Finding, Severity


def find(unit: Unit) -> Iterator[Finding]:
    """Give each place at which an unconfirmed source is cited."""
    unconfirmed = {
        name for name, source in unit.course.sources.items() if source.status == "unconfirmed"
    }
    if not unconfirmed:
        return
    for reference in references(unit.leaves):
        if reference.code == "C020" and reference.id in unconfirmed:
            yield Finding(
                code="Q139",
                path=reference.path,
                message=f"the source `{reference.id}` is `unconfirmed`",
                hint="Look it up and say so in sources.yaml, or cite another one.",
                offset=reference.offset,
            )


LINT = Lint(
    code="Q139",
    title="Only sources that somebody has looked up are cited.",
    why="A citation says that somebody has seen what is written there. For a source whose"
    " status is `unconfirmed` nobody has.",
    mend="Look it up, then change `status:` and add `checked:` in sources.yaml; or cite"
    " another source.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
title: Who waits where
text: Visitors wait in the hall [@house-rules, 2].
"""
    ),
    bad=Example(
        yaml="""\
title: Who waits where
text: Visitors wait in the hall [@hearsay].
"""
    ),
)
