"""Q112: a question of a bank cites nothing.

Source: content.md §5.3 with its first paragraphs: one source at least; course_format.md §1.9: from
the moment that the course has sources. A reflection has no answer to prove. Prompts of a lesson
stand beside the citations of their page. Whether a question assesses a claim that it does not name
cannot be told by a program and is left to reviewers.
"""

from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity


def find(unit: Unit) -> Iterator[Finding]:
    """Give each marked question of a bank without a source."""
    if not unit.course.sources:
        return
    for asked in unit.bank:
        if not asked.question.source:
            yield Finding(
                code="Q112",
                path=asked.path,
                message=f"`{asked.name}` names no source for its answer",
                hint="Add `source:` with an id from sources.yaml; `course` for the course's own"
                " frame.",
                at_key=True,
            )


LINT = Lint(
    code="Q112",
    title="Every question of a bank cites a source.",
    why="Whoever doubts an answer must be able to look it up, and whoever reviews the course"
    " has to. An answer without a source is an opinion.",
    mend="Add `source:` with the id of a source from sources.yaml, and the place in it:"
    " `excom6, (c)`. Use `course` for the course's own frame.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
kind: short-text
source: house-rules, 4
stem: "What does every visitor wear?"
accept: [badge, a badge]
rationale: The badge shows at a glance who has been to the desk.
"""
    ),
    bad=Example(
        yaml="""\
kind: short-text
stem: "What does every visitor wear?"
accept: [badge, a badge]
rationale: The badge shows at a glance who has been to the desk.
"""
    ),
)
