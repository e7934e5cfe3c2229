"""Q118: a wrong option that nobody would choose.

Source: Haladyna et al. (2002): make all distractors plausible, use the typical errors of learners.
content.md §5.3: a warning for each of (a) no `misconception`, once the course has a list of them
and for banks; (b) no content word in common with the module's text; (c) a number among texts or the
reverse, or less than 40 % as long as the middle option; (d) a joke; an error for two or more of
them. Tuned here: (b) needs a module with at least 200 different content words, (c) options of
20 characters, and a partly right option (by its weight) is no wrong one.
"""

import re
from collections.abc import Iterator
from statistics import median

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity
from protectcourse.quiz.questions import OptionsQuestion

SHORT_SHARE, SHORT_MATTERS = 0.4, 20
LEAST_VOCABULARY = 200
NUMBER = re.compile(r"[^A-Za-z]*\d[^A-Za-z]*(?:per cent|%|years?|days?|months?)?\W*")
JOKE = re.compile(
    r"\b(?:banana|pizza|alien|unicorn|santa|superman|dinosaur|zombie|martian|donald duck"
    r"|mickey mouse|chuck norris|lol|haha|who cares|no idea|go to the beach|win the lottery"
    r"|the moon|chocolate)s?\b",
    re.IGNORECASE,
)


def find(unit: Unit) -> Iterator[Finding]:
    """Give each wrong option of which something gives away that it is wrong."""
    words = {word for asked in unit.asked for name in asked.wrong for word in _words(asked, name)}
    known = unit.course.content_of(unit.id, words, LEAST_VOCABULARY) if unit.bank else None
    for asked in unit.asked:
        for name in asked.wrong:
            weak = [*_weaknesses(unit, asked, name, known)]
            if weak:
                yield Finding(
                    code="Q118",
                    path=asked.option_path(name),
                    message=f"this wrong option is easily seen through: {'; '.join(weak)}",
                    hint="Write what someone would say who has misunderstood, and name the"
                    " misconception.",
                    severity=Severity.ERROR if len(weak) > 1 else Severity.WARNING,
                )


def _words(asked: Asked, name: str) -> list[str]:
    """Return the words of an option, and the parts of those with a hyphen."""
    return [part for word in asked.option_words[name] for part in (word, *word.split("-"))]


def _weaknesses(unit: Unit, asked: Asked, name: str, known: set[str] | None) -> Iterator[str]:
    """Give in words what is weak; `known` are those of its words that the module has."""
    question, text = asked.question, asked.options[name]
    tags = isinstance(question, OptionsQuestion) and question.options[name].misconception
    if asked.in_bank and unit.course.head.misconceptions and not tags:
        yield "it names no `misconception`"
    if known is not None and (words := _words(asked, name)) and known.isdisjoint(words):
        yield "none of its words stands in the module's lessons"
    lengths = [len(option) for option in asked.options.values()]
    others = [other for one, other in asked.options.items() if one != name]
    if bool(NUMBER.fullmatch(text)) not in {bool(NUMBER.fullmatch(other)) for other in others}:
        yield "it is a number among texts, or a text among numbers"
    elif median(lengths) >= SHORT_MATTERS and len(text) < SHORT_SHARE * median(lengths):
        yield f"it has {len(text)} characters, the middle one {median(lengths):.0f}"
    if joke := JOKE.search(text):
        yield f"“{joke.group()}” reads like a joke"


LINT = Lint(
    code="Q118",
    title="Every wrong option is one that somebody would choose.",
    why="A wrong option that nobody would take leaves two to guess from. Good ones are what"
    " people really say who have misunderstood something.",
    mend="Write what a colleague might say, of the same sort and length as the others, and"
    " name under `misconception:` what they have misunderstood.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
kind: one
stem: A visitor without a badge waits at the door. What do you do?
options:
  hold:
    text: Hold the door open for them
    rationale: Now nobody knows who is in the house.
    misconception: kindness-first
  walk:
    text: Walk with them to the desk
    correct: true
    rationale: The desk can look up whom they have come for.
  leave:
    text: Leave them standing outside
    rationale: They may have good cause to be here.
    misconception: rule-is-all
"""
    ),
    bad=Example(
        yaml="""\
kind: one
stem: A visitor without a badge waits at the door. What do you do?
options:
  hold:
    text: Hold the door open for them
    rationale: Now nobody knows who is in the house.
    misconception: kindness-first
  walk:
    text: Walk with them to the desk
    correct: true
    rationale: The desk can look up whom they have come for.
  leave:
    text: Order a pizza for the two of you
    rationale: This helps nobody who is waiting at the door.
"""
    ),
)
