"""Q108: over a bank, the right option stands too often in the same place.

Source: Haladyna et al. (2002): vary the place of the right answer. content.md §5.3: chi-squared
over the places where each expects five questions or more, else the exact multinomial test; a
warning at p < 0.05, or where more than 40 % stand in one place, from 20 questions on; or a run of
more than three. Tuned here: options are shown in an order drawn by lot, so only questions with
`keep_order: true` can show a pattern to a learner. For all others there is just information, on
the test alone: a run in a file that nobody sees in that order is nothing to mend.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from protectcourse.course.lints.asked import Asked
from protectcourse.course.lints.chance import uneven
from protectcourse.course.lints.lint import Example, Lint
from protectcourse.course.lints.unit import FEW, Unit
from protectcourse.findings import Finding, Severity
from protectcourse.quiz.questions import OneQuestion

SIGNIFICANT = 0.05
SHARE = 0.4
LONGEST_RUN = 3


def find(unit: Unit) -> Iterator[Finding]:
    """Give what the places of the right options tell, apart for kept and for shuffled orders."""
    asked = [one for one in unit.bank if one.has_one_key]
    kept = [
        one for one in asked if isinstance(one.question, OneQuestion) and one.question.keep_order
    ]
    shuffled = [one for one in asked if one not in kept]
    for told in _patterns(kept):
        yield _finding(told, Severity.WARNING)
        return
    for count in sorted({len(one.options) for one in shuffled}):
        places = [_place(one) for one in shuffled if len(one.options) == count]
        if len(places) >= FEW and (p := _chance(places, count)) < SIGNIFICANT:
            told = f"the right options stand unevenly (p = {p:.3f}); learners see them shuffled"
            yield _finding(told, Severity.INFO)


def _patterns(kept: Sequence[Asked]) -> Iterator[str]:
    """Give in words what stands out among questions whose order is kept."""
    places = [_place(one) for one in kept]
    runs = [(place, len(list(run))) for place, run in groupby(places)]
    place, longest = max(runs, key=lambda one: one[1], default=(0, 0))
    if longest > LONGEST_RUN:
        yield f"the right option is number {place + 1} in {longest} questions in a row"
    for count in sorted({len(one.options) for one in kept}):
        same = [_place(one) for one in kept if len(one.options) == count]
        if len(same) < FEW:
            continue
        if (p := _chance(same, count)) < SIGNIFICANT:
            yield f"the right options of {len(same)} questions stand unevenly (p = {p:.3f})"
        most, often = Counter(same).most_common(1)[0]
        if often > SHARE * len(same) and 1 / count < SHARE:
            yield f"the right option is number {most + 1} in {often} of {len(same)} questions"


def _chance(places: Sequence[int], options: int) -> float:
    counts = Counter(places)
    return uneven([counts[place] for place in range(options)])


def _place(asked: Asked) -> int:
    return list(asked.options).index(next(iter(asked.key)))


def _finding(told: str, severity: Severity) -> Finding:
    return Finding(
        code="Q108",
        path=("questions",),
        message=told,
        hint="Put some right options elsewhere, or leave `keep_order` out.",
        severity=severity,
        at_key=True,
    )


_KEPT = """\
kind: one
keep_order: {order}
stem: How many people may wait in the hall at a time?
options:
  few:
    text: Up to five
    correct: true
    rationale: The hall has five seats and one door.
  some:
    text: Up to ten
    rationale: Ten would have to stand in the way of the door.
  many:
    text: Up to twenty
    rationale: Twenty would have to stand in the street.
"""
LINT = Lint(
    code="Q108",
    title="Over a bank, the right option does not always stand in the same place.",
    why="If the right option mostly stands in the second place, learners find out. It matters"
    " where you keep the order with `keep_order: true`; otherwise each learner sees"
    " another order, and it is only a note.",
    mend="Move some of the right options, or leave `keep_order` out.",
    severity=Severity.WARNING,
    find=find,
    good=Example(yaml=_KEPT.format(order="false"), times=4),
    bad=Example(yaml=_KEPT.format(order="true"), times=4),
)
