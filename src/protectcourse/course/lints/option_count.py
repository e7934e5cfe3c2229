"""Q121: too few options, or too many.

Source: Rodriguez (2005), a meta-analysis of 80 years: three options are enough. content.md §5.3: an
error below 3 or above 6, a warning above 4. Tuned here: the warning is for questions with one right
option; to choose several takes more to choose from, so there only more than 6 is told.
"""

from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity
from protectcourse.quiz.questions import OneQuestion

FEWEST, ENOUGH, MOST = 3, 4, 6


def find(unit: Unit) -> Iterator[Finding]:
    """Give each question with too few or too many options."""
    for asked in unit.asked:
        count = len(asked.options)
        if not count:
            continue
        enough = ENOUGH if isinstance(asked.question, OneQuestion) else MOST
        if FEWEST <= count <= enough:
            continue
        yield Finding(
            code="Q121",
            path=(*asked.path, "options"),
            message=f"{count} options; three are enough, {enough} the most",
            hint="Leave out the wrong ones that nobody would choose."
            if count > enough
            else "Add one that somebody who has misunderstood would choose.",
            severity=Severity.WARNING if FEWEST <= count <= MOST else Severity.ERROR,
            at_key=True,
        )


LINT = Lint(
    code="Q121",
    title="Three options, four at most.",
    why="Three good options test as well as five, and take less time to read and to write."
    " With two, half of all guesses are right.",
    mend="Leave out the wrong options that nobody would choose; or add one that somebody might.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
kind: one
stem: Where does the list of visitors go in the evening?
options:
  drawer:
    text: Into the locked drawer
    correct: true
    rationale: One person has the key to it, and nobody else.
  tray:
    text: Onto the tray by the door
    rationale: Whoever passes by the door could read it there.
  bag:
    text: Home in your own bag
    rationale: A list that travels with you can be lost on the way.
"""
    ),
    bad=Example(
        yaml="""\
kind: one
stem: Where does the list of visitors go in the evening?
options:
  drawer:
    text: Into the locked drawer
    correct: true
    rationale: One person has the key to it, and nobody else.
  tray:
    text: Onto the tray by the door
    rationale: Whoever passes by the door could read it there.
"""
    ),
)
