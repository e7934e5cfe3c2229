"""Q138: the minutes that a lesson states are not those that it takes.

Source: content.md §5.3 and course_format.md §3: words ÷ 180 a minute and 20 seconds for each
prompt, within 30 % or one minute. The words are those of its pages, note, stems and options; not of
the short form, which is read instead, and not of rationales, of which few are shown. Tuned here: a
bank's minutes are a suggestion with room to think, and a case's depend on the way through it
(`explore` counts them), so both are left out.
"""

from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.course.models import Lesson
from protectcourse.findings import Finding, Severity

WORDS_A_MINUTE = 180
PROMPT_SECONDS = 20
TOLERANCE, LEAST_TOLERANCE = 0.3, 1.0
UNCOUNTED = frozenset({"short", "rationale", "model_answer"})


def find(unit: Unit) -> Iterator[Finding]:
    """Give a lesson whose minutes are far from what it takes to read."""
    if not isinstance(unit.value, Lesson):
        return
    words = sum(len(one.lines.split()) for one in unit.passages if one.key not in UNCOUNTED)
    needed = words / WORDS_A_MINUTE + len(unit.asked) * PROMPT_SECONDS / 60
    if abs(needed - unit.value.minutes) > max(LEAST_TOLERANCE, TOLERANCE * unit.value.minutes):
        yield Finding(
            code="Q138",
            path=("minutes",),
            message=f"{words} words and {len(unit.asked)} prompts take about {needed:.0f} minutes;"
            f" {unit.value.minutes} are stated",
            hint=f"Write `minutes: {max(1, round(needed))}`, or change the lesson.",
            severity=Severity.WARNING,
        )


_LESSON = """\
lesson: badges
title: Badges
minutes: {minutes}
objectives: [O1]
pages:
  one:
    title: Who wears one
    text: Every visitor wears a badge where it can be seen, and hands it
      back on leaving.
"""
LINT = Lint(
    code="Q138",
    title="A lesson takes about as long as it says.",
    why="People fit a lesson into a break. One that takes twice as long as it says is broken off.",
    mend="Write the minutes that the message has worked out, or shorten the lesson.",
    severity=Severity.WARNING,
    find=find,
    good=Example(yaml=_LESSON.format(minutes=1)),
    bad=Example(yaml=_LESSON.format(minutes=10)),
)
