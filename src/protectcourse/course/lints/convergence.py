"""Q120: the right option is the one that has most in common with all the others.

Source: NBME's “convergence strategy”: who knows nothing picks the option that shares most with the
others. content.md §5.3, information only by its first paragraphs: for each option, how often its
content words stand in the others; from four options on, where the right one alone has most, by
30 %.
"""

from collections.abc import Iterator

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity

LEAST_OPTIONS = 4
AHEAD = 1.3


def find(unit: Unit) -> Iterator[Finding]:
    """Give each question whose options converge on the right one."""
    for asked in unit.choosing:
        if len(asked.options) < LEAST_OPTIONS:
            continue
        shared = _shared(asked)
        key = next(iter(asked.key))
        most = max(count for name, count in shared.items() if name != key)
        if most and shared[key] >= AHEAD * most:
            yield Finding(
                code="Q120",
                path=asked.option_path(key),
                message=f"the right option shares {shared[key]} words with the others, no other"
                f" more than {most}",
                hint="Take a word out of it, or share words among the wrong ones too.",
                severity=Severity.INFO,
            )


def _shared(asked: Asked) -> dict[str, int]:
    """Return how often each option's content words stand in the other options."""
    words = {name: set(found) for name, found in asked.option_words.items()}
    return {
        name: sum(len(own & other) for one, other in words.items() if one != name)
        for name, own in words.items()
    }


LINT = Lint(
    code="Q120",
    title="The right option is not the one that shares most with the others.",
    why="Authors make wrong options by changing the right one a little. So the right one has"
    " most in common with the rest, and can be found by comparing. This is only a note.",
    mend="Let wrong options share words among themselves too, or write one afresh.",
    severity=Severity.INFO,
    find=find,
    good=Example(
        yaml="""\
kind: one
stem: What is written on the slip?
options:
  a:
    text: Name and day
    correct: true
    rationale: Both are looked up when someone asks for a guest.
  b:
    text: Host and hour
    rationale: The host is known to the desk without a slip.
  c:
    text: Name and hour
    rationale: The hour changes as visitors come and go.
  d:
    text: Host and day
    rationale: The host is known to the desk without a slip.
"""
    ),
    bad=Example(
        yaml="""\
kind: one
stem: What is written on the slip?
options:
  a:
    text: Name and day
    correct: true
    rationale: Both are looked up when someone asks for a guest.
  b:
    text: Name and faith
    rationale: Nobody at the desk has to know the faith.
  c:
    text: Day and colour
    rationale: The colour of a slip tells nothing of its bearer.
  d:
    text: Shoe size
    rationale: Nobody at the desk has to know the size of a shoe.
"""
    ),
)
