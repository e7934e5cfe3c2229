"""Q101: the right option is much longer than the others.

Source: the NBME item-writing guide names the long correct answer among the flaws that reward
test-wise learners. The thresholds are this project's (content.md §5.3): a warning where the right
option is the longest, 1.4 times the mean of the others and 10 characters longer; an error beyond
twice the mean. Tuned here: the 10 characters are counted from the longest of the others, and for
the error too. A right option just longer than one other does not stand out, even if a third is
short (Q124, Q118); and “1,250” beside “7” is longer and tells nothing.
"""

from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity

LONG, FAR_TOO_LONG = 1.4, 2.0
LEAST_DIFFERENCE = 10
"""Characters."""


def find(unit: Unit) -> Iterator[Finding]:
    """Give each question whose right option stands out by its length."""
    for asked in unit.choosing:
        key = next(iter(asked.key))
        lengths = [len(text) for text in asked.distractors.values()]
        long, usual = len(asked.options[key]), sum(lengths) / len(lengths) if lengths else 0
        if not usual or long - max(lengths) < LEAST_DIFFERENCE:
            continue
        if long > LONG * usual:
            yield Finding(
                code="Q101",
                path=asked.option_path(key),
                message=f"the right option has {long} characters, the others {usual:.0f}"
                " on average: its length gives it away",
                hint="Shorten it, or say as much in the others.",
                severity=Severity.ERROR if long > FAR_TOO_LONG * usual else Severity.WARNING,
            )


LINT = Lint(
    code="Q101",
    title="The right option must not be the one that is much longer.",
    why="Authors put every care into what is right and are brief about the rest. Learners who"
    " notice choose the longest, and the answer says nothing about what they know.",
    mend="Shorten the right option, or say as much in the others. What explains the answer"
    " belongs into the rationale.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
kind: one
stem: A visitor without a badge waits at the door. What do you do?
options:
  hold:
    text: Hold the door open for them
    rationale: Now nobody knows who is in the house.
  walk:
    text: Walk with them to the desk
    correct: true
    rationale: The desk can look up whom they have come for.
  leave:
    text: Leave them standing outside
    rationale: They may have good cause to be here.
"""
    ),
    bad=Example(
        yaml="""\
kind: one
stem: A visitor without a badge waits at the door. What do you do?
options:
  hold:
    text: Hold the door
    rationale: Now nobody knows who is in the house.
  walk:
    text: Walk with them to the desk, where somebody can see whom they
      have come to visit
    correct: true
    rationale: The desk can look up whom they have come for.
  leave:
    text: Leave them there
    rationale: They may have good cause to be here.
"""
    ),
)
