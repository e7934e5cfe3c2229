"""What can be wrong with a question or a bank beyond its shape: Q002 to Q008.

Q001, an unknown kind, is found where the file is read.
"""

from collections.abc import Iterator, Sized
from decimal import Decimal

from protectcourse.findings import Finding, Severity, ValuePath
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.draw_checks import find_draw_faults
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    OrderQuestion,
    Question,
    SeveralQuestion,
    ShortTextQuestion,
)
from protectcourse.quiz.scripts import find_script_faults
from protectcourse.quiz.written import tidy_words

MOST_CHOICES = 8
"""Beyond this many a list is no longer read as a whole."""
ROUNDING = 1
"""Percent by which weights such as three times 33 may miss 100."""


def find_faults(quiz: Quiz) -> list[Finding]:
    """Return all that is wrong within a bank."""
    findings = list(find_draw_faults(quiz))
    for name, question in quiz.questions.items():
        findings += find_question_faults(question, ("questions", name))
    return [*findings, *find_script_faults(quiz)]


def find_question_faults(question: Question, path: ValuePath) -> list[Finding]:
    """Return what is wrong with one question that stands at `path` of its file."""
    findings = list(_check_angoff(question, path))
    match question:
        case OneQuestion() as asked:
            findings += _check_count(asked.options, 2, (*path, "options"))
            findings += (
                _check_weights(asked, path) if asked.is_weighted else _check_one(asked, path)
            )
        case SeveralQuestion() as asked:
            findings += _check_count(asked.options, 3, (*path, "options"), most=None)
            checked = _check_weights(asked, path) if asked.is_weighted else ()
            findings += [*checked, *_check_several(asked, path)]
        case OrderQuestion():
            findings += _check_count(question.steps, 3, (*path, "steps"))
        case MatchQuestion():
            findings += _check_count(question.pairs, 2, (*path, "pairs"))
            findings += _check_extra(question, path)
        case NumberQuestion():
            findings += _check_tolerance(question, path)
        case ShortTextQuestion():
            findings += [*_check_accept(question, path), *_check_list(question, path)]
        case _:
            pass
    return findings


def _check_count(
    entries: Sized, least: int, path: ValuePath, most: int | None = MOST_CHOICES
) -> Iterator[Finding]:
    """Q002: too few or too many to choose from, or to put in order."""
    count = len(entries)
    if count < least or (most is not None and count > most):
        wanted = f"{least} at least" if most is None else f"{least} to {most}"
        yield Finding(
            code="Q002",
            path=path,
            message=f"a question of this kind has {wanted} {path[-1]}; here are {count}",
            hint="Add what is missing."
            if count < least
            else "Leave some out, or make two questions.",
            at_key=True,
        )


def _check_one(question: OneQuestion, path: ValuePath) -> Iterator[Finding]:
    """Q003: none or too many are marked correct."""
    marked = [name for name, option in question.options.items() if option.correct]
    if not marked:
        yield Finding(
            code="Q003",
            path=(*path, "options"),
            message="no option is marked `correct: true`",
            hint="Mark one option, or make the question a `reflection`.",
            at_key=True,
        )
    for name in marked[1:]:
        yield Finding(
            code="Q003",
            path=(*path, "options", name, "correct"),
            message=f"`{marked[0]}` is already marked `correct: true`",
            hint="Leave one, or make the question `kind: several`.",
        )


def _check_several(question: SeveralQuestion, path: ValuePath) -> Iterator[Finding]:
    """Q003: two right ones and a wrong one make the question worth asking."""
    right = len(question.key)
    if right < 2:
        yield Finding(
            code="Q003",
            path=(*path, "options"),
            message=f"at least two options are to be right; here {'one' if right else 'none'} is",
            hint="Mark two options `correct: true`, or make the question `kind: one`.",
            at_key=True,
        )
    elif right == len(question.options):
        yield Finding(
            code="Q003",
            path=(*path, "options"),
            message="all options are right",
            hint="Add an option that is not.",
            at_key=True,
        )


def _check_weights(question: OneQuestion | SeveralQuestion, path: ValuePath) -> Iterator[Finding]:
    """Q004: weights are given to all options, and the best answer is worth 100."""
    for name, option in question.options.items():
        at = (*path, "options", name)
        if option.weight is None:
            message = f"`{name}` has no weight, and other options have one"
            yield Finding(code="Q004", path=at, message=message, hint="Add `weight: 0`.")
        elif not -100 <= option.weight <= 100:
            message = f"a weight is between -100 and 100, not {option.weight:f}"
            hint = "Weights are percent of the points."
            yield Finding(code="Q004", path=(*at, "weight"), message=message, hint=hint)
    for name in sorted(question.marked_correct - question.key):
        yield Finding(
            code="Q004",
            path=(*path, "options", name, "correct"),
            message=f"`{name}` is marked `correct: true`, and its weight says otherwise",
            hint="Weights decide here: leave `correct` out.",
        )
    yield from _check_best(question, path)


def _check_best(question: OneQuestion | SeveralQuestion, path: ValuePath) -> Iterator[Finding]:
    weights = question.weights.values()
    if isinstance(question, OneQuestion):
        best, what = max(weights), "the best option weighs"
        fits = best == 100
    else:
        best = sum((weight for weight in weights if weight > 0), start=Decimal(0))
        what = "weights above 0 add up to"
        fits = abs(best - 100) <= ROUNDING
    if not fits:
        yield Finding(
            code="Q004",
            path=(*path, "options"),
            message=f"{what} {best:f}, not 100",
            hint="Weights are percent of the points.",
            at_key=True,
        )


def _check_extra(question: MatchQuestion, path: ValuePath) -> Iterator[Finding]:
    """C015: a right-hand side could not be told from a pair's own."""
    for name in question.extra:
        if name in question.pairs:
            yield Finding(
                code="C015",
                path=(*path, "extra", name),
                message=f"`{name}` is already the id of a pair",
                hint="Choose another id.",
                at_key=True,
            )


def _check_tolerance(question: NumberQuestion, path: ValuePath) -> Iterator[Finding]:
    """Q006: nothing could be near enough."""
    if question.tolerance < 0:
        yield Finding(
            code="Q006",
            path=(*path, "tolerance"),
            message=f"a tolerance is 0 or more, not {question.tolerance:f}",
            hint="It counts in both directions: 2 takes 1975 to 1979 for 1977.",
        )


def _check_accept(question: ShortTextQuestion, path: ValuePath) -> Iterator[Finding]:
    """Q005: no form is accepted, or two are the same once case and the like are left out."""
    if not question.accept:
        message = "`accept` is empty: no answer could be right"
        yield Finding(
            code="Q005",
            path=(*path, "accept"),
            message=message,
            hint="Add the word that is wanted.",
        )
    first: dict[str, str] = {}
    for place, form in enumerate(question.accept):
        words = tidy_words(form)
        if words and words not in first:
            first[words] = form
            continue
        message = f"`{form}` is the same as `{first[words]}`" if words else f"`{form}` has no words"
        yield Finding(
            code="Q005",
            path=(*path, "accept", place),
            message=message,
            hint="Case, accents and final punctuation do not matter: leave it out.",
        )


def _check_list(question: ShortTextQuestion, path: ValuePath) -> Iterator[Finding]:
    """Q005: several forms that were written as one, which nobody would answer in this way."""
    if len(question.accept) == 1 and "," in question.accept[0]:
        yield Finding(
            code="Q005",
            path=(*path, "accept"),
            message=f"`{question.accept[0]}` counts as one answer, with its comma",
            hint="If these are several, write them in brackets: `accept: [badge, day badge]`.",
            severity=Severity.WARNING,
        )


def _check_angoff(question: Question, path: ValuePath) -> Iterator[Finding]:
    """C013: a share is between 0 and 1."""
    if question.angoff is not None and not 0 <= question.angoff <= 1:
        yield Finding(
            code="C013",
            path=(*path, "angoff"),
            message=f"`angoff` is a share from 0 to 1, not {question.angoff:f}",
            hint="Write it as in `angoff: 0.7` for seven in ten.",
        )
