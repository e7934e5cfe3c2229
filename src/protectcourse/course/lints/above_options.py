"""Q103: an option that speaks of the others, such as “all of the above”.

Source: Haladyna, Downing and Rodriguez (2002) advise against “all of the above” and to use “none of
the above” with great care; NBME lists both. Options are shown in an order of their own here, so
“above” is not even true. “None of these” counts only where it is the whole thought: “none of these
papers” is ordinary English.
"""

import re
from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity

ABOVE = re.compile(
    r"\b(?:all|none|both|neither|any|each)\b.{0,40}?"
    r"\b(?:above|below|(?:of )?(?:these|the|other) (?:option|answer|choice)s?|a and b|b and c)\b"
    r"|^(?:all|none|both|neither) of (?:these|them|the (?:two|three))\W*$",
    re.IGNORECASE,
)


def find(unit: Unit) -> Iterator[Finding]:
    """Give each option that speaks of the other options."""
    for asked in unit.asked:
        for name, text in asked.options.items():
            if ABOVE.search(text):
                yield Finding(
                    code="Q103",
                    path=asked.option_path(name),
                    message=f"“{text[:60]}” speaks of the other options",
                    hint="Write an answer that stands alone, or make the question `kind: several`.",
                )


LINT = Lint(
    code="Q103",
    title="No option says “all of the above” or “none of the above”.",
    why="Each learner sees the options in another order, so that “above” is not even true."
    " And who knows that two options are right need not look at the third.",
    mend="Write an answer that stands alone. If several are right, make the question `kind:"
    " several`.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
kind: several
stem: "Which of these belong on the form? Choose all that apply:"
options:
  day:
    text: The day of the visit
    correct: true
    rationale: The day is what is looked up first of all.
  desk:
    text: The desk that was visited
    correct: true
    rationale: Two desks share the form, so it has to say which.
  faith:
    text: The visitor's faith
    rationale: Nobody at the desk needs to know it.
"""
    ),
    bad=Example(
        yaml="""\
kind: one
stem: "Which of these belong on the form?"
options:
  day:
    text: The day of the visit
    rationale: It does, and so does the desk beside it.
  desk:
    text: The desk that was visited
    rationale: It does, and so does the day beside it.
  both:
    text: Both of the above
    correct: true
    rationale: Day and desk are what is looked up first.
"""
    ),
)
