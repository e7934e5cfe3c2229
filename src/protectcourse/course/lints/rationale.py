"""Q111: a rationale that explains nothing.

Source: Van der Kleij et al. (2015, content.md §5.1): explained feedback teaches (0.49), “right” and
“wrong” alone do not (0.05). content.md §5.3: an error below 8 words, where it only says “correct”,
repeats the option, or names a position (“option B”), which is another one after shuffling. That it
is there at all is C011.
"""

import re
from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.passage import plain_line
from protectcourse.course.lints.unit import Unit
from protectcourse.course.lints.words import count_words
from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.quiz.questions import OptionsQuestion

LEAST_WORDS = 8
POSITION = re.compile(
    r"\b(?:option|answer|choice) (?:[A-Ha-h]|[1-9]|one|two|three|four)\b"
    r"|\bthe (?:first|second|third|fourth|last|previous|next) (?:option|answer|choice)\b"
    r"|\b(?:option|answer|choice)s? (?:above|below)\b",
)
VERDICT = re.compile(
    r"(?:(?:this|that|it) is )?(?:the )?(?:correct|right|wrong|incorrect|true|false|yes|no)"
    r"(?: (?:answer|option|choice))?\W*",
    re.IGNORECASE,
)


def find(unit: Unit) -> Iterator[Finding]:
    """Give each rationale that leaves a learner as they were."""
    for asked in unit.asked:
        question = asked.question
        if question.rationale is not None:
            yield from _judge(question.rationale, "", (*asked.path, "rationale"))
        if isinstance(question, OptionsQuestion):
            for name, option in question.options.items():
                path = (*asked.path, "options", name, "rationale")
                yield from _judge(option.rationale, option.text, path)


def _judge(rationale: str, option: str, path: ValuePath) -> Iterator[Finding]:
    plain = plain_line(rationale)
    words = count_words(plain)
    if VERDICT.fullmatch(plain):
        message, hint = f"“{plain}” is a verdict, not a reason", "Say why."
    elif option and plain.casefold().strip(" .") == plain_line(option).casefold().strip(" ."):
        message, hint = "the rationale repeats the option", "Say why it is right or wrong."
    elif position := POSITION.search(plain):
        message = f"“{position.group()}” names a place, and options are shuffled"
        hint = "Say what the option says instead."
    elif words < LEAST_WORDS:
        message = f"this rationale has {words} words; {LEAST_WORDS} are the least that explain"
        hint = "Say why, so that someone who chose it can see what they overlooked."
    else:
        return
    yield Finding(code="Q111", path=path, message=message, hint=hint)


LINT = Lint(
    code="Q111",
    title="Every rationale gives a reason.",
    why="An explanation teaches; “right” or “wrong” alone hardly does. The rationale is the"
    " moment in which somebody who was mistaken is listening.",
    mend="Say in eight words or more why this option is right, or where its mistake lies. Do"
    " not repeat the option, and name no place such as “option B”, since the order"
    " differs.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
kind: true-false
stem: "True or false: a visitor without a badge may wait in the hall."
answer: true
rationale: The hall is open to everyone; the badge opens the doors behind
  it.
"""
    ),
    bad=Example(
        yaml="""\
kind: true-false
stem: "True or false: a visitor without a badge may wait in the hall."
answer: true
rationale: This is the correct answer.
"""
    ),
)
