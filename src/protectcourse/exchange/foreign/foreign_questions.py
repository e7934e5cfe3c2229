"""Makes questions of ours from what other systems ask, and says what of it is lost or changed.

The texts handed in are already our Markdown (``foreign_text``). Whether a course can hold what
comes out is for ``sound_bank`` to say.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from protectcourse.exchange.carried import NO_RATIONALE
from protectcourse.exchange.foreign.made_ids import Named, part_ids
from protectcourse.exchange.remarks import Remarks
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    Pair,
    ReflectionQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from protectcourse.quiz.written import tidy_words

FULL = Decimal(100)


class Head(NamedTuple):
    """What every question of another system has: what is asked, and what is said of any answer."""

    stem: str
    rationale: str = ""


class Form(NamedTuple):
    """Words that another system accepts."""

    line: int
    text: str
    weight: Decimal = FULL
    feedback: str = ""


class NumberKey(NamedTuple):
    """A number that another system accepts, and how far from it."""

    line: int
    answer: Decimal
    tolerance: Decimal = Decimal(0)
    weight: Decimal = FULL
    feedback: str = ""


class Match(NamedTuple):
    """Two things that belong together; without a left-hand side one that belongs to nothing."""

    left: str
    right: str
    given: str = ""
    """The id that it brings along."""


def true_false(head: Head, truth: bool, said: Sequence[str], remarks: Remarks) -> TrueFalseQuestion:
    """Return a statement to judge, with all that is said of either answer as its rationale."""
    rationale = joined_rationale([*said, head.rationale], remarks)
    return TrueFalseQuestion(stem=head.stem, answer=truth, rationale=rationale)


def short_text(head: Head, forms: Sequence[Form], remarks: Remarks) -> ShortTextQuestion | None:
    """Return a question for words; a form that is only partly right, or a pattern, is lost."""
    accept: dict[str, str] = {}
    said = []
    for form in forms:
        text = " ".join(form.text.split())
        tidy = tidy_words(text)
        if form.weight < FULL:
            _tell_part(f"“{text[:60]}”", form, remarks)
        elif not tidy:
            remarks.lost(f"“{text[:60]}” has no words that could be compared.", form.line)
        elif tidy in accept:
            remarks.changed(f"“{text[:60]}” counts as the same as “{accept[tidy]}”.", form.line)
            said.append(form.feedback)
        else:
            accept[tidy] = text
            said.append(form.feedback)
    if not accept:
        remarks.lost("The question was left out: no answer to it counts as right here.")
        return None
    rationale = joined_rationale([*said, head.rationale], remarks)
    return ShortTextQuestion(stem=head.stem, accept=tuple(accept.values()), rationale=rationale)


def number(
    head: Head, keys: Sequence[NumberKey], remarks: Remarks, unit: str | None = None
) -> NumberQuestion | None:
    """Return a question for a number; of several right ones the first is carried."""
    full = [key for key in keys if key.weight >= FULL]
    for key in keys:
        if key.weight < FULL:
            _tell_part(f"{key.answer:f}", key, remarks)
    for key in full[1:]:
        remarks.lost(f"{key.answer:f} is right there too; here one number is.", key.line)
    if not full:
        remarks.lost("The question was left out: no number is worth 100 %.")
        return None
    rationale = joined_rationale([full[0].feedback, head.rationale], remarks)
    return NumberQuestion(
        stem=head.stem,
        answer=full[0].answer,
        tolerance=full[0].tolerance,
        unit=unit,
        rationale=rationale,
    )


def match(head: Head, matches: Sequence[Match], remarks: Remarks) -> MatchQuestion:
    """Return a question to match; what has no left-hand side belongs to nothing."""
    names = part_ids([Named(one.left or one.right, one.right, one.given) for one in matches])
    named = list(zip(names, matches, strict=True))
    return MatchQuestion(
        stem=head.stem,
        pairs={name: Pair(left=one.left, right=one.right) for name, one in named if one.left},
        extra={name: one.right for name, one in named if not one.left},
        rationale=joined_rationale([head.rationale], remarks),
    )


def reflection(head: Head) -> ReflectionQuestion:
    """Return a question to write about; what is said of any answer is its model answer."""
    return ReflectionQuestion(stem=head.stem, model_answer=head.rationale or None)


def joined_rationale(said: Sequence[str], remarks: Remarks) -> str:
    """Return all that is said of a question's answers as one rationale."""
    different = list(dict.fromkeys(text for text in said if text.strip()))
    if not different:
        remarks.changed("It came without an explanation; its `rationale` says so.")
        return NO_RATIONALE
    if len(different) > 1:
        remarks.changed("What is said of its answers stands together in one `rationale`.")
    return different[0] if len(different) == 1 else "\n\n".join(map(str.strip, different))


def _tell_part(what: str, key: Form | NumberKey, remarks: Remarks) -> None:
    """Say that an answer worth less than the whole is not carried."""
    if key.weight > 0:
        message = f"{what} is worth {key.weight:f} % there; here an answer is right or not."
    elif key.feedback:
        message = f"What is said of the answer {what} was not carried."
    else:
        remarks.changed(f"{what} counts for nothing there and here.", key.line)
        return
    remarks.lost(message, key.line)
