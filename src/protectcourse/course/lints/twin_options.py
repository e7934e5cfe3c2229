"""Q109: two options say almost the same.

Source: Haladyna et al. (2002): options are to be independent of one another. content.md §5.3:
compared without case, punctuation and stop words; a warning where four fifths of the words are
shared (Jaccard 0.8) or the letters agree to 0.85; an error where they are equal. A pair that is
meant to differ in one word says so with `contrast: true`. Tuned here: options that are numbers are
compared as equal or not, since “1976” and “1977” look alike by nature; letters are compared from
20 characters on; and “no”, “not” and
“without” always count as words, so that a statement and its reverse differ.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.course.lints.words import words_of
from protectcourse.findings import Finding, Severity
from protectcourse.quiz.questions import OptionsQuestion

SHARED_WORDS, SHARED_LETTERS = 0.8, 0.85
SHORT = 20
"""Characters below which one other word is a difference: “up to ten”, “up to twenty”."""
NUMERIC = re.compile(r"[\d.,:%\s-]+")
REVERSING = frozenset({"no", "not", "never", "without", "nobody", "none", "nothing"})


def find(unit: Unit) -> Iterator[Finding]:
    """Give the second of each pair of options that are alike."""
    for asked in unit.asked:
        if isinstance(asked.question, OptionsQuestion):
            yield from _alike(asked, asked.question)


def _alike(asked: Asked, question: OptionsQuestion) -> Iterator[Finding]:
    tidy = {name: " ".join(words_of(text)).casefold() for name, text in asked.options.items()}
    for one, other in combinations(tidy, 2):
        if question.options[one].contrast and question.options[other].contrast:
            continue
        equal = tidy[one] == tidy[other]
        if not equal and not _near(tidy[one], tidy[other], asked, one, other):
            continue
        first = asked.options[one]
        yield Finding(
            code="Q109",
            path=asked.option_path(other),
            message=f"this says {'' if equal else 'almost '}the same as “{first[:60]}”",
            hint="Write another option, or mark both with `contrast: true` if one word matters.",
            severity=Severity.ERROR if equal else Severity.WARNING,
        )


def _near(tidy: str, other_tidy: str, asked: Asked, one: str, other: str) -> bool:
    if NUMERIC.fullmatch(tidy) or NUMERIC.fullmatch(other_tidy):
        return False
    words, others = set(asked.option_words[one]), set(asked.option_words[other])
    if (set(tidy.split()) ^ set(other_tidy.split())) & REVERSING:
        return False
    if words and others and len(words & others) >= SHARED_WORDS * len(words | others):
        return True
    common = len(set(tidy.split()) & set(other_tidy.split()))
    if min(len(tidy), len(other_tidy)) < SHORT or 2 * common < len(tidy.split()):
        return False
    matcher = SequenceMatcher(None, tidy, other_tidy, autojunk=False)
    return (
        matcher.real_quick_ratio() >= SHARED_LETTERS
        and matcher.quick_ratio() >= SHARED_LETTERS
        and matcher.ratio() >= SHARED_LETTERS
    )


LINT = Lint(
    code="Q109",
    title="No two options say the same.",
    why="Two options that say the same cannot both be wrong, nor both be right, so neither"
    " needs to be considered. Or a reader looks for a difference that is not there.",
    mend="Write another wrong option. If one word makes the difference, and is meant to, mark"
    " both with `contrast: true`.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
kind: one
stem: Where does the list of visitors go in the evening?
options:
  drawer:
    text: Into the locked drawer
    correct: true
    rationale: One person has the key to it, and nobody else.
  tray:
    text: Onto the tray by the door
    rationale: Whoever passes by the door could read it there.
  bag:
    text: Home in your own bag
    rationale: A list that travels with you can be lost on the way.
"""
    ),
    bad=Example(
        yaml="""\
kind: one
stem: Where does the list of visitors go in the evening?
options:
  drawer:
    text: Into the locked drawer
    correct: true
    rationale: One person has the key to it, and nobody else.
  tray:
    text: Onto the tray by the door
    rationale: Whoever passes by the door could read it there.
  tray2:
    text: Onto a tray by the door
    rationale: Whoever passes by the door could read it there too.
"""
    ),
)
