"""Q119: a rare word of the stem stands in the right option and in no other.

Source: NBME's “word repeats” (a clang cue); content.md §5.3, information only by its first
paragraphs. Rare is a content word that is no glossary term and stands in no other question of the
bank; the 1 % of §5.3 would be less than one question in any bank below a hundred.
"""

from collections import Counter
from collections.abc import Iterator

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.course.lints.words import content_words
from protectcourse.findings import Finding, Severity

RARE_SHARE = 0.01
LEAST_LENGTH = 5
"""Letters of a root: short ones are seldom what leads to the answer."""


def find(unit: Unit) -> Iterator[Finding]:
    """Give each right option that repeats a word of its stem, as no other option does."""
    if not unit.choosing:
        return
    terms = unit.course.term_roots
    used = Counter(word for asked in unit.asked for word in _words(asked))
    most = max(1.0, RARE_SHARE * len(unit.asked))
    for asked in unit.choosing:
        key = next(iter(asked.key))
        others = {word for name in asked.distractors for word in asked.option_words[name]}
        stem = set(content_words(asked.stem))
        for word in asked.option_words[key]:
            rare = used[word] <= most and word not in terms and len(word) >= LEAST_LENGTH
            if rare and word in stem and word not in others:
                yield Finding(
                    code="Q119",
                    path=asked.option_path(key),
                    message=f"“{word}…” stands in the stem and, of the options, only in the right"
                    " one",
                    hint="Say it with another word here, or use it in a wrong option too.",
                    severity=Severity.INFO,
                )
                break


def _words(asked: Asked) -> set[str]:
    return {*content_words(asked.stem)}.union(*asked.option_words.values())


LINT = Lint(
    code="Q119",
    title="The right option does not repeat a rare word of the stem.",
    why="A rare word that stands in the question and in one option points at it. Learners who"
    " know nothing follow the echo. This is only a note.",
    mend="Say it with another word in one of the two places, or use it in a wrong option too.",
    severity=Severity.INFO,
    find=find,
    good=Example(
        yaml="""\
kind: one
stem: A courier has a parcel for a colleague. Where does it go?
options:
  desk:
    text: To the shelf behind the desk
    correct: true
    rationale: The desk signs for it and rings the colleague.
  hall:
    text: To the bench in the hall
    rationale: Anyone in the hall could walk off with it there.
  room:
    text: To the colleague's own room
    rationale: The courier would walk through the house to get there.
"""
    ),
    bad=Example(
        yaml="""\
kind: one
stem: A courier has a parcel for a colleague. Where does it go?
options:
  desk:
    text: To the parcel shelf
    correct: true
    rationale: The desk signs for it and rings the colleague.
  hall:
    text: To the bench in the hall
    rationale: Anyone in the hall could walk off with it there.
  room:
    text: To the colleague's own room
    rationale: The courier would walk through the house to get there.
"""
    ),
)
