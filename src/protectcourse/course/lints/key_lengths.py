"""Q102: over a whole bank, the right option is the longest (or the shortest) too often.

Source: content.md §5.3, after the NBME guide's flaw of the long correct answer: a one-sided exact
binomial test against chance 1/k, at 0.05, from 20 questions on. With k = 3 that is 11 of 20, 19 of
40, 42 of 100; with k = 4, 9 of 20, 16 of 40, 33 of 100. Where questions differ in how many options
they have, the Poisson binomial gives the same test exactly.
"""

from collections.abc import Iterator, Sequence

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.chance import at_least
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import FEW, Unit
from protectcourse.findings import Finding, Severity

SIGNIFICANT = 0.05


def find(unit: Unit) -> Iterator[Finding]:
    """Give a finding where length tells the key, all questions of a bank taken together."""
    asked = [one for one in unit.bank if one.has_one_key and len(one.options) > 1]
    if len(asked) < FEW:
        return
    chances = [1 / len(one.options) for one in asked]
    for what, sign in (("longest", 1), ("shortest", -1)):
        hits = _hits(asked, sign)
        probability = at_least(hits, chances)
        if probability < SIGNIFICANT:
            yield Finding(
                code="Q102",
                path=("questions",),
                message=f"the right option is the {what} in {hits} of {len(asked)} questions;"
                f" chance alone would give about {sum(chances):.0f} (p = {probability:.3f})",
                hint="Even out the lengths in some of them: length must not tell.",
                at_key=True,
            )


def _hits(asked: Sequence[Asked], sign: int) -> int:
    """Count the questions whose key is strictly longest, or with -1 strictly shortest."""
    hits = 0
    for one in asked:
        key = sign * len(one.key_texts[0])
        hits += all(key > sign * len(text) for text in one.distractors.values())
    return hits


LINT = Lint(
    code="Q102",
    title="Over a bank, length must not tell which option is right.",
    why="A single long answer can be chance; over twenty questions it becomes a habit, and a"
    " habit can be guessed. Then the score measures how well somebody knows the author.",
    mend="Even out the lengths in some of the questions, so that the longest, and the"
    " shortest, is right no more often than chance would have it.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        times=20,
        yaml="""\
kind: one
stem: Somebody rings and asks for a colleague's address. What do you do?
options:
  give:
    text: Give them the address
    rationale: You do not know who is on the line.
  ask:
    text: Take their number
    correct: true
    rationale: Your colleague can ring back, or leave it be.
  hang:
    text: Hang up at once
    rationale: It may be a call that matters to somebody.
""",
    ),
    bad=Example(
        times=20,
        yaml="""\
kind: one
stem: Somebody rings and asks for a colleague's address. What do you do?
options:
  give:
    text: Give it to them
    rationale: You do not know who is on the line.
  ask:
    text: Take their number and ring
    correct: true
    rationale: Your colleague can ring back, or leave it be.
  hang:
    text: Hang up on them
    rationale: It may be a call that matters to somebody.
""",
    ),
)
