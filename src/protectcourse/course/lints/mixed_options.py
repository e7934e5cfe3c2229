"""Q124: options that are not of one kind.

Source: Haladyna et al. (2002): keep options homogeneous in content and form, independent, and
numbers in order; NBME's “overlapping ranges”. content.md §5.3: a warning where lengths vary by more
than 0.6 (standard deviation ÷ mean), or numbers are not sorted; an error where ranges overlap.
Tuned here: lengths count from 20 characters on (“Yes” beside “Not yet” is no fault); numbers need
`keep_order: true` besides, or the player shuffles what the author has sorted. A number among texts
is Q118.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import sqrt

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import Unit
from protectcourse.findings import Finding, Severity
from protectcourse.quiz.questions import OptionsQuestion

VARIATION = 0.6
LENGTH_MATTERS = 20
_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
SINGLE = re.compile(rf"(?:about |in |around )?{_NUMBER}\s*(?:%|per cent|[a-z]+)?\W*", re.IGNORECASE)
RANGE = re.compile(
    rf"(?:between |from )?{_NUMBER}\s*(?:-|–|to|and)\s*{_NUMBER}\s*(?:%|per cent|[a-z]+)?\W*",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
_LEAST_OPTIONS = 3


def find(unit: Unit) -> Iterator[Finding]:
    """Give each question whose options differ in form, stand in no order, or overlap."""
    for asked in unit.asked:
        if len(asked.options) < _LEAST_OPTIONS or not isinstance(asked.question, OptionsQuestion):
            continue
        lengths = [len(text) for text in asked.options.values()]
        if max(lengths) >= LENGTH_MATTERS and _variation(lengths) > VARIATION:
            yield _finding(
                asked,
                f"options have from {min(lengths)} to {max(lengths)} characters",
                "Make them alike in form: length must not tell.",
            )
        if not any(map(DIGIT.search, asked.options.values())):
            continue
        yield from _find_overlap(asked)
        numbers = [_single(text) for text in asked.options.values()]
        known = [number for number in numbers if number is not None]
        if len(known) == len(numbers) and not (
            asked.question.keep_order and known in (sorted(known), sorted(known, reverse=True))
        ):
            hint = "Put them from low to high, with `keep_order: true` in the question."
            yield _finding(asked, "the numbers are not shown in order", hint)


def _find_overlap(asked: Asked) -> Iterator[Finding]:
    ranges = {name: found for name, text in asked.options.items() if (found := _range(text))}
    ordered = sorted(ranges, key=lambda name: ranges[name])
    for one, other in pairwise(ordered):
        if ranges[other][0] < ranges[one][1]:
            yield Finding(
                code="Q124",
                path=asked.option_path(other),
                message=f"this range overlaps with “{asked.options[one]}”",
                hint="Let each range begin where the one before has ended.",
            )


def _variation(lengths: list[int]) -> float:
    """Return the coefficient of variation: standard deviation ÷ mean."""
    mean = sum(lengths) / len(lengths)
    return sqrt(sum((length - mean) ** 2 for length in lengths) / len(lengths)) / mean


def _single(text: str) -> float | None:
    found = SINGLE.fullmatch(text)
    return _value(found[1]) if found else None


def _range(text: str) -> tuple[float, float] | None:
    found = RANGE.fullmatch(text)
    return (_value(found[1]), _value(found[2])) if found else None


def _value(written: str) -> float:
    return float(written.replace(",", ""))


def _finding(asked: Asked, message: str, hint: str) -> Finding:
    return Finding(
        code="Q124",
        path=(*asked.path, "options"),
        message=message,
        hint=hint,
        severity=Severity.WARNING,
        at_key=True,
    )


_RANGES = """\
kind: one
keep_order: true
stem: For how many days is the list of visitors kept?
options:
  few:
    text: 1 to 7 days
    rationale: A complaint can come in later than that.
  some:
    text: {middle} to 30 days
    correct: true
    rationale: The rule of the house says thirty days for lists.
  many:
    text: 31 to 90 days
    rationale: No purpose of the list lasts as long.
"""
LINT = Lint(
    code="Q124",
    title="Options are of one kind, numbers in order, ranges apart.",
    why="Whatever is of another kind stands out, right or wrong. Where ranges overlap, two of"
    " them can be right at once.",
    mend="Make the options alike in kind and length, put numbers in order, and let each range"
    " begin where the one before has ended.",
    severity=Severity.ERROR,
    find=find,
    good=Example(yaml=_RANGES.format(middle="8")),
    bad=Example(yaml=_RANGES.format(middle="5")),
)
