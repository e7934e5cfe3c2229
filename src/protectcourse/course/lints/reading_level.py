"""Q117: text that is too hard to read.

Source: content.md §5.3. Counted for each question: a lead-in of at most 25 words, a stem of at most
90 (120 is an error), options of at most 25. Worked out for each module from 300 words on:
Flesch–Kincaid, 0.39 · words ÷ sentences + 11.8 · syllables ÷ words − 15.59, a warning above 11 and
an error above 13. Never for a single question: the formula is unreliable on short text, as CLEAR
warns too. A glossary term counts two syllables, since it is explained at a key press. The formula
was made for English and is left out elsewhere.
"""

from collections.abc import Iterator

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.survey import ReadingSum, Survey
from protectcourse.course.lints.unit import Unit
from protectcourse.course.lints.words import count_words
from protectcourse.course.models import ClaimsFile, CourseFile
from protectcourse.findings import Finding, Severity, ValuePath

LEAD_IN, STEM, STEM_AT_MOST, OPTION = 25, 90, 120, 25
"""Words."""
LEAST_WORDS = 300
HARD, TOO_HARD = 11, 13
"""School years."""


def find(unit: Unit) -> Iterator[Finding]:
    """Give each question that is too long to be read in one go."""
    for asked in unit.asked:
        yield from _find_long(asked)


def _find_long(asked: Asked) -> Iterator[Finding]:
    stem, lead_in = count_words(asked.stem), count_words(asked.lead_in)
    if stem > STEM:
        severity = Severity.ERROR if stem > STEM_AT_MOST else Severity.WARNING
        yield _finding(asked.stem_path, f"this stem has {stem} words; {STEM} are enough", severity)
    elif lead_in > LEAD_IN:
        yield _finding(asked.stem_path, f"what is asked has {lead_in} words; {LEAD_IN} are enough")
    for name, text in asked.options.items():
        words = count_words(text)
        if words > OPTION:
            message = f"this option has {words} words; {OPTION} are enough"
            yield _finding(asked.option_path(name), message)


def find_at_end(value: CourseFile | ClaimsFile, survey: Survey) -> Iterator[Finding]:
    """Give each module whose text, taken together, is hard to read."""
    if not isinstance(value, CourseFile):
        return
    for module, total in survey.reading.items():
        grade = grade_of(total)
        if total.words >= LEAST_WORDS and grade > HARD:
            message = (
                f"module `{module}` reads at school year {grade:.1f}; {HARD} is the most:"
                f" {total.words / total.sentences:.0f} words a sentence,"
                f" {total.syllables / total.words:.2f} syllables a word"
            )
            severity = Severity.ERROR if grade > TOO_HARD else Severity.WARNING
            yield _finding(("modules", module), message, severity, at_key=True)


def grade_of(total: ReadingSum) -> float:
    """Return the Flesch–Kincaid grade of a text."""
    if not total.sentences:
        return 0.0
    return 0.39 * total.words / total.sentences + 11.8 * total.syllables / total.words - 15.59


def _finding(
    path: ValuePath, message: str, severity: Severity = Severity.WARNING, *, at_key: bool = False
) -> Finding:
    return Finding(
        code="Q117",
        path=path,
        message=message,
        hint="Make two sentences of one, and take the shorter word.",
        severity=severity,
        at_key=at_key,
    )


LINT = Lint(
    code="Q117",
    title="Questions and lessons are easy to read.",
    why="Many read in their second or third language, in the evening. A long sentence then"
    " tests English and not the subject.",
    mend="Make two sentences of one, take the shorter word, and put what is not needed for the"
    " answer into the rationale. Words in the glossary count as easy.",
    severity=Severity.ERROR,
    find=find,
    find_at_end=find_at_end,
    good=Example(
        yaml="""\
kind: short-text
stem: "A visitor has signed in at the desk. What does the visitor wear?"
accept: [badge, a badge]
rationale: The badge shows at a glance who has been to the desk.
"""
    ),
    bad=Example(
        yaml="""\
kind: short-text
stem: "What is it that a visitor who has signed in at the desk, and whose
  host has been told of the visit, is to wear where it can be seen by
  everybody in the house?"
accept: [badge, a badge]
rationale: The badge shows at a glance who has been to the desk.
"""
    ),
)
