"""Q125: true or false, too often or about what is disputed.

Source: content.md §5.3: a warning where more than a tenth of a bank is true or false, since half
the guesses are right; an error on a contested claim, since §7.3 asks who holds which view and never
which view is true. Prompts of a lesson are not marked, so there only the second holds.
"""

from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity
from protectcourse.quiz.questions import TrueFalseQuestion

SHARE = 0.1


def find(unit: Unit) -> Iterator[Finding]:
    """Give a bank with too many statements to judge, and each statement that is disputed."""
    judged = [one for one in unit.asked if isinstance(one.question, TrueFalseQuestion)]
    in_bank = sum(one.in_bank for one in judged)
    if in_bank > SHARE * len(unit.bank):
        yield Finding(
            code="Q125",
            path=("questions",),
            message=f"{in_bank} of {len(unit.bank)} questions are true-false;"
            " a tenth is the most, for a guess is right every second time",
            hint=f"Make {'it' if in_bank == 1 else 'some of them'} `kind: one`, or say under"
            " `lint_allow:` why it is meant.",
            severity=Severity.WARNING,
            at_key=True,
        )
    for asked in judged:
        claims = [unit.course.claims.get(name) for name in asked.question.claims]
        if asked.question.contested or any(claim and claim.contested for claim in claims):
            yield Finding(
                code="Q125",
                path=(*asked.path, "kind"),
                message="what is disputed is asked as true or false",
                hint="Ask who holds which view, and why.",
            )


LINT = Lint(
    code="Q125",
    title="True or false is rare, and never about what is disputed.",
    why="Half of all guesses are right. And where something is disputed, true or false takes"
    " sides: there we ask who holds which view.",
    mend="Turn the statement into a question with three options. Ask who holds a disputed"
    " view, and why.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
kind: one
contested: true
stem: What does the writer of the house rules argue about visitors without
  a badge?
options:
  hall:
    text: That they may wait in the hall
    correct: true
    rationale: It is the first of the rules that she gives.
  street:
    text: That they wait in the street
    rationale: She calls this unkind in so many words.
  room:
    text: That they go to their host
    rationale: She wants nobody to walk through the house unseen.
"""
    ),
    bad=Example(
        yaml="""\
kind: true-false
contested: true
stem: "True or false: a visitor without a badge should wait in the
  street."
answer: false
rationale: The writer of the house rules calls this unkind in so many
  words.
"""
    ),
)
