"""Q105: words such as “usually” or “often” in an option.

Source: NBME lists vague frequency words among the flaws, since readers differ widely in what they
take them to mean. Tuned here: “may” and “could” are the very words in which law gives a permission
(“whom a State may return”). They count as caution (“may be”, “could have”, like “perhaps”), and
caution only where the right option alone has it: then it gives it away.
"""

import re
from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.course.lints.words import without_quotations
from protectcourse.findings import Finding, Severity

VAGUE = re.compile(
    r"\b(?:usually|often|sometimes|rarely|seldom|generally|frequently|occasionally|normally"
    r"|typically|in most cases|as a rule|tends? to)\b",
    re.IGNORECASE,
)
CAUTIOUS = re.compile(
    r"\b(?:might|perhaps|possibly|(?:may|could) (?:be|have|also|well)\b)", re.IGNORECASE
)


def find(unit: Unit) -> Iterator[Finding]:
    """Give each vague option, and each right option that alone is cautious."""
    for asked in unit.asked:
        for name, text in asked.options.items():
            if found := VAGUE.search(without_quotations(text)):
                yield Finding(
                    code="Q105",
                    path=asked.option_path(name),
                    message=f"“{found.group()}” means something else to every reader",
                    hint="Say when or for whom, or leave the word out.",
                    severity=Severity.WARNING,
                )
        cautious = {name for name, text in asked.options.items() if CAUTIOUS.search(text)}
        if asked.has_one_key and cautious == asked.key:
            name = next(iter(cautious))
            found = CAUTIOUS.search(asked.options[name])
            word = found.group() if found else ""
            yield Finding(
                code="Q105",
                path=asked.option_path(name),
                message=f"the right option alone is cautious (“{word}”), which gives it away",
                hint="Write the others as cautiously, or this one more firmly.",
                severity=Severity.WARNING,
            )


LINT = Lint(
    code="Q105",
    title="Options do without “usually”, “often” and the like.",
    why="One reader takes “often” for half the time, another for nearly always. So they"
    " disagree about the word and not about the matter. And a single cautious option looks"
    " like the right one.",
    mend="Say when, for whom or how many, or leave the word out. Let all options be as"
    " cautious as one another.",
    severity=Severity.WARNING,
    find=find,
    good=Example(
        yaml="""\
kind: one
stem: When is the list of visitors destroyed?
options:
  day:
    text: At the end of the day
    rationale: A complaint can come in a day later than that.
  month:
    text: After thirty days
    correct: true
    rationale: The rule of the house says thirty days for lists.
  year:
    text: After one year
    rationale: No purpose of the list lasts as long as that.
"""
    ),
    bad=Example(
        yaml="""\
kind: one
stem: When is the list of visitors destroyed?
options:
  day:
    text: At the end of the day
    rationale: A complaint can come in a day later than that.
  month:
    text: Usually after thirty days
    correct: true
    rationale: The rule of the house says thirty days for lists.
  year:
    text: After one year
    rationale: No purpose of the list lasts as long as that.
"""
    ),
)
