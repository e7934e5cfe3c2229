"""Q123: a stem that asks nothing, or options that all begin with the same words.

Source: Haladyna et al. (2002): put the central idea in the stem and not in the options.
content.md §5.3: the lead-in ends with `?` or `:` (a warning); three words or more with which every
option begins belong into the stem (a warning); a lead-in that could stand under any stem (“Which is
true?”) cannot be answered without the options (information). A statement to judge as true or false
may end as a sentence does.
"""

import re
from collections.abc import Iterator

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity
from protectcourse.quiz.questions import TrueFalseQuestion

ASKING = re.compile(r"[?:][\"'”’)*]*$")
COMMON_WORDS = 3
EMPTY = re.compile(
    r"(?:which|what) (?:one |statement |sentence |answer |option )?(?:of (?:the following|these) )?"
    r"(?:is|are) (?:true|correct|right|false)\W*",
    re.IGNORECASE,
)


def find(unit: Unit) -> Iterator[Finding]:
    """Give each stem that leaves open what is asked."""
    for asked in unit.asked:
        if not ASKING.search(asked.stem) and not isinstance(asked.question, TrueFalseQuestion):
            yield Finding(
                code="Q123",
                path=asked.stem_path,
                message="the stem does not end with a question",
                hint="End it with what is asked and `?`, or with `:` if the answer completes it.",
                severity=Severity.WARNING,
            )
        elif asked.options and EMPTY.fullmatch(asked.lead_in):
            yield Finding(
                code="Q123",
                path=asked.stem_path,
                message=f"“{asked.lead_in}” cannot be answered without the options",
                hint="Ask what the question is about.",
                severity=Severity.INFO,
            )
        if common := _common_opening(asked):
            yield Finding(
                code="Q123",
                path=(*asked.path, "options"),
                message=f"every option begins with “{common}”",
                hint="Put these words at the end of the stem.",
                severity=Severity.WARNING,
                at_key=True,
            )


def _common_opening(asked: Asked) -> str:
    """Return the words with which all options begin, if they are enough to matter."""
    if len(asked.options) < 2:
        return ""
    common = []
    for words in zip(*(text.split() for text in asked.options.values()), strict=False):
        if len({word.casefold() for word in words}) > 1:
            break
        common.append(words[0])
    return " ".join(common) if len(common) >= COMMON_WORDS else ""


LINT = Lint(
    code="Q123",
    title="The stem asks the question, and holds what all options share.",
    why="A good question can be answered before the options are read. Words that every option"
    " repeats belong to the question, where they are read once.",
    mend="End the stem with the question, or with a colon where the option completes it, and"
    " move there what all options begin with.",
    severity=Severity.WARNING,
    find=find,
    good=Example(
        yaml="""\
kind: one
stem: "A badge that was lost is reported to:"
options:
  desk:
    text: the desk
    correct: true
    rationale: The desk can lock what the badge opens.
  host:
    text: the host
    rationale: The host cannot lock what the badge opens.
  guard:
    text: the guard
    rationale: The guard sees the badge and not who wears it.
"""
    ),
    bad=Example(
        yaml="""\
kind: one
stem: Somebody has lost a badge.
options:
  desk:
    text: It is reported to the desk
    correct: true
    rationale: The desk can lock what the badge opens.
  host:
    text: It is reported to the host
    rationale: The host cannot lock what the badge opens.
  guard:
    text: It is reported to the guard
    rationale: The guard sees the badge and not who wears it.
"""
    ),
)
