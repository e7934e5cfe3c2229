"""Q122: a question with several right options that does not say so.

Source: content.md §5.3: the stem says how many, or “all that apply”; NBME counts its absence among
the flaws of unclear task. How many options are right, and how they score, is Q003 and Q004.
"""

import re
from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity
from protectcourse.quiz.questions import SeveralQuestion

SAID = re.compile(
    r"\b(?:all|every one|each) (?:that|which|of them that|answers? that|options? that) "
    r"|\b(?:choose|select|tick|mark|which|name|pick) (?:the )?(?:two|three|four|five|\d)\b"
    r"|\bone or more\b|\bmore than one\b|\ball (?:right|correct) (?:answers|options)\b",
    re.IGNORECASE,
)


def find(unit: Unit) -> Iterator[Finding]:
    """Give each question for several options whose stem sounds as if one were right."""
    if not unit.course.reads_english:
        return
    for asked in unit.asked:
        if isinstance(asked.question, SeveralQuestion) and not SAID.search(asked.stem):
            yield Finding(
                code="Q122",
                path=asked.stem_path,
                message="several options are right, and the stem does not say so",
                hint="End it with “Choose all that apply:”, or say how many.",
            )


_ASKED = """\
kind: several
stem: "Which of these belong on the form?{told}"
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
LINT = Lint(
    code="Q122",
    title="Where several options are right, the stem says so.",
    why="If a question does not say how many options are right, learners guess what you had"
    " in mind instead of thinking about the matter.",
    mend="End the stem with “Choose all that apply:”, or say how many.",
    severity=Severity.ERROR,
    find=find,
    good=Example(yaml=_ASKED.format(told=" Choose all that apply:")),
    bad=Example(yaml=_ASKED.format(told="")),
)
