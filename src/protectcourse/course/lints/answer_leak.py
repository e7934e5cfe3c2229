"""Q126: one question gives away the answer of another.

Source: Haladyna et al. (2002): keep items independent of one another. content.md §5.3: the right
option against the stem of another question of the same bank, and against its rationale where that
is shown between questions, cosine 0.8 or above; information only, by its first paragraphs. A stem
is compared sentence by sentence: beside a whole vignette no option would reach 0.8. A stem that
speaks of “the previous question” is told too: each attempt draws other questions.
"""

import re
from collections.abc import Iterator
from itertools import chain

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.likeness import pairs_above, weigh
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.passage import plain_line
from protectcourse.course.lints.unit import Unit
from protectcourse.course.lints.words import content_words, sentences_of
from protectcourse.findings import Finding, Severity
from protectcourse.quiz.questions import OptionsQuestion

ALIKE = 0.8
LEAST_WORDS = 3
"""Content words: “yes” stands everywhere."""
HINGE = re.compile(
    r"\b(?:previous|last|preceding|next) question\b|\bquestion (?:above|before|below)\b"
    r"|\byour (?:last|previous) answer\b|\byou (?:just )?answered\b",
    re.IGNORECASE,
)


def find(unit: Unit) -> Iterator[Finding]:
    """Give each question whose answer another one tells, or that hangs on another."""
    for asked in unit.asked:
        if asked.in_bank and (hinge := HINGE.search(asked.stem)):
            message = f"“{hinge.group()}” speaks of another question, which may not be drawn"
            yield _finding(asked, message, "Let every question stand alone.")
    keys = [(one, content_words(" ".join(one.key_texts))) for one in unit.bank if one.has_one_key]
    keys = [(one, words) for one, words in keys if len(set(words)) >= LEAST_WORDS]
    told = [(one, content_words(text)) for one in unit.bank for text in _said(unit, one)]
    told = [(one, words) for one, words in told if len(set(words)) >= LEAST_WORDS]
    if not keys or not told:
        return
    both = list(chain(keys, told))
    for first, second, _ in pairs_above(weigh([words for _, words in both]), ALIKE):
        asked, teller = both[first][0], both[second][0]
        if first < len(keys) <= second and asked is not teller:
            message = f"`{teller.name}` says nearly what is the answer here"
            yield _finding(asked, message, "Say it otherwise there, or make them `parallel_of`.")


def _said(unit: Unit, asked: Asked) -> Iterator[str]:
    """Give the sentences that a learner has read when the next question comes."""
    yield from sentences_of(asked.stem)
    question = asked.question
    if getattr(unit.value, "feedback", "") == "now":
        if question.rationale:
            yield from sentences_of(plain_line(question.rationale))
        if isinstance(question, OptionsQuestion):
            for name in asked.key:
                yield from sentences_of(plain_line(question.options[name].rationale))


def _finding(asked: Asked, message: str, hint: str) -> Finding:
    return Finding(
        code="Q126",
        path=asked.stem_path,
        message=message,
        hint=hint,
        severity=Severity.INFO,
    )


LINT = Lint(
    code="Q126",
    title="No question gives away the answer of another, or hangs on it.",
    why="Questions stand in one attempt beside one another, in any order. If one tells what"
    " another asks, or needs it to have come before, the score is not what it seems. This"
    " is only a note.",
    mend="Change one of the two, or write `parallel_of:` so that both never come in one attempt.",
    severity=Severity.INFO,
    find=find,
    good=Example(
        yaml="""\
kind: short-text
stem: "A visitor has signed in. What does the visitor wear from now on?"
accept: [badge, a badge]
rationale: The badge shows at a glance who has been to the desk.
"""
    ),
    bad=Example(
        yaml="""\
kind: short-text
stem: "The visitor of the previous question has signed in. What does the
  visitor wear?"
accept: [badge, a badge]
rationale: The badge shows at a glance who has been to the desk.
"""
    ),
)
