"""Q106: a question that asks for what is not so.

Source: Haladyna et al. (2002): avoid negatives in the stem, and where one is needed, make it stand
out; NBME likewise. content.md §5.3: an error if the word is not emphasised (capitals or `**…**`) or
meets an option with a negative of its own; a warning where more than 5 % of a bank is negative.
Tuned here: only what is asked counts, the last sentence, and there no “not” within a side clause
(“… while nobody has heard him”, “if he does not answer”); “least” counts before a quality (“least
likely”), not in “at least” or “least harm”; a share needs two questions; and only questions with
options or a statement are read, since “how many were not sure?” turns no answer round.
"""

import re
from collections.abc import Iterator

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.passage import plain_line
from protectcourse.course.lints.unit import Unit
from protectcourse.course.lints.words import last_sentence, without_quotations
from protectcourse.findings import Finding, Severity
from protectcourse.quiz.questions import OptionsQuestion, TrueFalseQuestion

NEGATIVE = re.compile(
    r"\b(?:not|except|incorrect|wrong|never|unless|cannot|n't"
    r"|least (?:likely|probable|suitable|useful|relevant|important|convincing|sound|true|fitting)"
    r"|false(?! [:?]))\b",
    re.IGNORECASE,
)
TRUE_OR_FALSE = re.compile(r"\btrue or false\b", re.IGNORECASE)
SIDE_CLAUSE = re.compile(
    r",? \b(?:if|when|because|since|although|while|as long as|after|before|until|even though"
    r"|in case|so that)\b[^?.:]*",
    re.IGNORECASE,
)
NEGATED_OPTION = re.compile(r"\b(?:not|never|no|none|nobody|neither|cannot)\b|n['’]t\b", re.I)
SHARE, LEAST = 0.05, 2


def find(unit: Unit) -> Iterator[Finding]:
    """Give each negative question that is not marked or negated twice, and a bank with many."""
    negative = []
    for asked in unit.asked:
        if not isinstance(asked.question, OptionsQuestion | TrueFalseQuestion):
            continue
        word = _negative(plain_line(asked.question.stem))
        if not word:
            continue
        negative.append(asked)
        yield from _judge(asked, word)
    in_bank = sum(one.in_bank for one in negative)
    if in_bank >= LEAST and in_bank > SHARE * len(unit.bank):
        yield Finding(
            code="Q106",
            path=("questions",),
            message=f"{in_bank} of {len(unit.bank)} questions ask for what is not so",
            hint="Ask most of them the other way round.",
            severity=Severity.WARNING,
            at_key=True,
        )


def _judge(asked: Asked, word: str) -> Iterator[Finding]:
    marked = word.isupper() or re.search(
        rf"\*\*[^*]*\b{re.escape(word)}\b[^*]*\*\*", asked.question.stem
    )
    if not marked:
        yield Finding(
            code="Q106",
            path=asked.stem_path,
            message=f"the question turns on “{word}”, which is easily read over",
            hint=f"Ask for what is so, or make the word stand out: **{word}**.",
        )
    twice = next((n for n, text in asked.options.items() if NEGATED_OPTION.search(text)), None)
    if twice is not None:
        yield Finding(
            code="Q106",
            path=asked.option_path(twice),
            message=f"“{word}” in the question meets a negative in this option",
            hint="Ask for what is so: two negatives test patience, not knowledge.",
        )


def _negative(stem: str) -> str:
    """Return the negative word on which the last sentence turns; empty for none."""
    asked = TRUE_OR_FALSE.sub(" ", without_quotations(last_sentence(stem)))
    found = NEGATIVE.search(SIDE_CLAUSE.sub(" ", asked))
    return found.group() if found else ""


LINT = Lint(
    code="Q106",
    title="A question asks for what is so; if not, the “not” stands out.",
    why="A “not” is easily read over, above all in a second language. Who then answers the"
    " opposite knew the matter and loses the point.",
    mend="Ask for what is so. If it must be the other way, make the word stand out"
    " (`**not**`), and keep negatives out of the options.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
kind: one
stem: Which of these belongs in a locked drawer?
options:
  list:
    text: The list of visitors
    correct: true
    rationale: It holds the names of people who trusted us.
  map:
    text: The map of the house
    rationale: It hangs in the hall for all to see.
  menu:
    text: The menu of the week
    rationale: It hangs in the hall for all to see.
"""
    ),
    bad=Example(
        yaml="""\
kind: one
stem: Which of these does not belong in a locked drawer?
options:
  list:
    text: The list of visitors
    rationale: It holds the names of people who trusted us.
  map:
    text: The map of the house
    correct: true
    rationale: It hangs in the hall for everyone to see.
  keys:
    text: The keys of the store
    rationale: Whoever has them can open the store at night.
"""
    ),
)
