"""Q104: words such as “always” stand on one side only, in wrong options or in the right one.

Source: NBME and Haladyna et al. (2002): test-wise learners know that absolute terms are mostly
wrong. content.md §5.3: a warning for each question, an error where more than a tenth of a bank has
it. Tuned here: words in quotation marks do not count (law is quoted); “any” and “only” count only
in their absolute sense (“any kind of” and “only food” do not close a door); a tenth of a bank is
judged from three questions on, since one of nine is already more than a tenth.
"""

import re
from collections.abc import Iterator

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.course.lints.words import without_quotations
from protectcourse.findings import Finding, Severity

ABSOLUTE = re.compile(
    r"\b(?:always|never|every|all|none|completely|entirely|impossible|in any case|whatever happens"
    r"|no matter|under no circumstances|only (?:if|when|after|once|by|in)|without exception)\b"
    r"(?! (?:that )?apply\b)",
    re.IGNORECASE,
)
SHARE, LEAST = 0.1, 3


def find(unit: Unit) -> Iterator[Finding]:
    """Give each question in which an absolute word tells sides, and a bank with too many."""
    telling = [(one, told) for one in unit.choosing if (told := _telling(one))]
    for asked, (name, word) in telling:
        where = "the right option" if name in asked.key else "wrong options"
        yield Finding(
            code="Q104",
            path=asked.option_path(name),
            message=f"“{word}” stands in {where} only, which tells the sides apart",
            hint="Say it without the absolute word, or use one on the other side too.",
            severity=Severity.WARNING,
        )
    in_bank = sum(one.in_bank for one, _ in telling)
    if in_bank >= LEAST and in_bank > SHARE * len(unit.bank):
        yield Finding(
            code="Q104",
            path=("questions",),
            message=f"absolute words tell the sides apart in {in_bank} of {len(unit.bank)}"
            " questions; a tenth is the most",
            hint="Mend some of the questions that are named below.",
            at_key=True,
        )


def _telling(asked: Asked) -> tuple[str, str] | None:
    """Return the first option, and word, where absolute words stand on one side only."""
    found = {
        name: match.group().lower()
        for name, text in asked.options.items()
        if (match := ABSOLUTE.search(without_quotations(text)))
    }
    sides = {name in asked.key for name in found}
    return next(iter(found.items())) if len(sides) == 1 else None


LINT = Lint(
    code="Q104",
    title="Words such as “always” must not mark the wrong options, or the right one.",
    why="Hardly anything in protection work is always so, and learners know it: an option"
    " with “always” or “never” is mostly wrong. Where such words stand on one side only,"
    " nobody needs to know the subject.",
    mend="Say it without the absolute word, or use one in a right and in a wrong option alike."
    " Words in quotation marks do not count.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
kind: one
stem: A colleague asks for a visitor's name. When do you give it?
options:
  asks:
    text: Once the colleague has asked
    rationale: That somebody asks is not yet a reason to tell.
  needs:
    text: Once the work calls for it
    correct: true
    rationale: What decides is the need for it, and not rank.
  signs:
    text: Once the visitor has left
    rationale: The duty to keep a name outlasts the visit.
"""
    ),
    bad=Example(
        yaml="""\
kind: one
stem: A colleague asks for a visitor's name. When do you give it?
options:
  always:
    text: Always, since they work here
    rationale: That somebody asks is not yet a reason to tell.
  needs:
    text: Once the work calls for it
    correct: true
    rationale: What decides is the need for it, and not rank.
  never:
    text: Never, whoever may ask
    rationale: Some tasks of the house cannot do without it.
"""
    ),
)
