"""Q107: the grammar of an open question fits some options and not others.

Source: NBME's “grammatical cues”. Only a lead-in that the options complete can give one: it ends in
“a”, “an”, “is”, “are”, “this” or “these”. An error where the right option fits and another does
not; a warning where options differ and the right one does not fit either. First sounds go by the
first letter, with the common exceptions (hour, honest, UN, one, European).
"""

import re
from collections.abc import Iterator

from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity

OPEN_END = re.compile(r"\b(an?|is|was|are|were|this|these)\W*$", re.IGNORECASE)
VOWEL_SOUND = re.compile(r"[aeiou]|hour|hono|heir", re.IGNORECASE)
CONSONANT_ANYWAY = re.compile(r"UN|US|UK|EU|(?i:one\b|once|eu|uni|use|usu|uti)")
SINGULAR = re.compile(r"(?:a|an|one|each|every|this|that)\b", re.IGNORECASE)
PLURAL = re.compile(r"(?:two|three|four|both|several|many|these|those|few)\b", re.IGNORECASE)
FIRST_NOUN = re.compile(r"^(?:the |its |their |his |her )?([\w-]+)$", re.IGNORECASE)


def find(unit: Unit) -> Iterator[Finding]:
    """Give each question whose options do not all complete its lead-in."""
    for asked in unit.choosing:
        ending = OPEN_END.search(asked.stem)
        if ending is None or asked.stem.rstrip().endswith("?"):
            continue
        word = ending[1].lower()
        fits = {name: _fits(word, text) for name, text in asked.options.items()}
        misfits = [name for name, fit in fits.items() if fit is False]
        if misfits and True in fits.values():
            key_fits = fits[next(iter(asked.key))] is not False
            yield Finding(
                code="Q107",
                path=asked.option_path(misfits[0]),
                message=f"after “{word}” this option is not grammatical, and others are",
                hint="Take the word into the options, or end the stem before it.",
                severity=Severity.ERROR if key_fits else Severity.WARNING,
            )


def _fits(word: str, option: str) -> bool | None:
    """Say whether an option can follow the word; None where that cannot be told."""
    if word in {"a", "an"}:
        has_vowel = bool(VOWEL_SOUND.match(option)) and not CONSONANT_ANYWAY.match(option)
        return has_vowel == (word == "an")
    is_plural = _is_plural(option)
    return None if is_plural is None else is_plural == (word in {"are", "were", "these"})


def _is_plural(option: str) -> bool | None:
    if SINGULAR.match(option):
        return False
    if PLURAL.match(option):
        return True
    noun = FIRST_NOUN.match(option)
    return noun[1].endswith("s") and not noun[1].endswith("ss") if noun else None


LINT = Lint(
    code="Q107",
    title="Every option can follow the last words of the question.",
    why="If the stem ends in “an”, only an option that begins with a vowel sounds right. The"
    " answer can be heard without being known.",
    mend="Take the word into each of the options, or end the stem before it, with a question mark.",
    severity=Severity.ERROR,
    find=find,
    good=Example(
        yaml="""\
kind: one
stem: "The paper that a visitor is given at the desk is called:"
options:
  pass:
    text: a visitor's pass
    correct: true
    rationale: It is worn where it can be seen.
  order:
    text: an order to leave
    rationale: Nobody is sent away at the desk of this house.
  ticket:
    text: a ticket for lunch
    rationale: Lunch is paid for in the hall, and in coins.
"""
    ),
    bad=Example(
        yaml="""\
kind: one
stem: "The paper that a visitor is given at the desk is an:"
options:
  pass:
    text: visitor's pass
    rationale: It is worn where it can be seen.
  order:
    text: entry slip
    correct: true
    rationale: It says who came, and on which day and hour.
  ticket:
    text: lunch ticket
    rationale: Lunch is paid for in the hall, and in coins.
"""
    ),
)
