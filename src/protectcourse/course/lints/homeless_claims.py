"""Q135: a claim that nothing teaches or tests, or an estimate that is taught without a date.

Source: content.md §5.3 and course_format.md §7: homes are worked out from `claims:` on pages,
decisions and questions; a claim without one is an error, for it is either missing from the course
or in the way. An estimate's page bears a year in its text, or `as_of`. That a contested claim is
attributed is Q129.
"""

from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.survey import Survey
from protectcourse.course.lints.unit import Unit
from protectcourse.course.lints.words import YEAR
from protectcourse.course.models import ClaimsFile, CourseFile, Lesson
from protectcourse.findings import Finding, Severity


def find(unit: Unit) -> Iterator[Finding]:
    """Give each page that teaches an estimate and says no date."""
    if not isinstance(unit.value, Lesson):
        return
    for name, page in unit.value.pages.items():
        estimates = [
            claim
            for claim in page.claims
            if claim in unit.course.claims and unit.course.claims[claim].type == "estimate"
        ]
        if not estimates or page.as_of:
            continue
        texts = (one.lines for one in unit.passages if one.path[:2] == ("pages", name))
        if not any(YEAR.search(text) for text in texts):
            yield Finding(
                code="Q135",
                path=("pages", name, "claims"),
                message=f"`{estimates[0]}` is an estimate, and this page bears no date",
                hint="Say of which year it is, and whose.",
            )


def find_at_end(value: CourseFile | ClaimsFile, survey: Survey) -> Iterator[Finding]:
    """Give each claim that no page, decision or question names."""
    if not isinstance(value, ClaimsFile):
        return
    for name in value.claims:
        if name not in survey.homes:
            yield Finding(
                code="Q135",
                path=("claims", name),
                message=f"no page, decision or question uses the claim `{name}`",
                hint="Name it under `claims:` where it is taught or tested, or take it out.",
                at_key=True,
            )


LINT = Lint(
    code="Q135",
    title="Every claim has a home, and an estimate a date.",
    why="The list of claims is the promise of what the course teaches. A claim without a"
    " place is a gap, or a leftover that confuses reviewers. An estimate without its year"
    " is read as if it were of today.",
    mend="Name the claim under `claims:` on the page, decision or question that uses it, or"
    " take it out of claims.yaml. Give an estimate its year in the text, or `as_of:`.",
    severity=Severity.ERROR,
    find=find,
    find_at_end=find_at_end,
    good=Example(
        yaml="""\
title: How many came
claims: [c3]
text: By the desk's estimate, several hundred came in 2019 [@house-rules,
  3].
"""
    ),
    bad=Example(
        yaml="""\
title: How many came
claims: [c3]
text: By the desk's estimate, more came than ever before [@house-rules,
  3].
"""
    ),
)
