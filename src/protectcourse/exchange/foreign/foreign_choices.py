"""Makes questions to choose from of what other systems ask: weights become ours, or plain marks."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from protectcourse.exchange.carried import NO_FEEDBACK
from protectcourse.exchange.foreign.foreign_questions import FULL, Head
from protectcourse.exchange.foreign.made_ids import Named, part_ids
from protectcourse.exchange.remarks import Remarks
from protectcourse.quiz.questions import OneQuestion, Option, SeveralQuestion

NEAR = Decimal("0.01")
"""Percent by which a share such as a third of 100 may be rounded."""


class Choice(NamedTuple):
    """An option of another system, in our Markdown."""

    text: str
    weight: Decimal = Decimal(0)
    """Percent of the points."""
    feedback: str = ""
    given: str = ""
    """The id that it brings along."""


def one(head: Head, choices: Sequence[Choice], remarks: Remarks) -> OneQuestion:
    """Return a question with one option to choose; with weights where more than one counts."""
    full = [choice for choice in choices if choice.weight == FULL]
    others = {choice.weight for choice in choices if choice.weight != FULL}
    plain = len(full) == 1 and others <= {Decimal(0)}
    return _one(head, choices, remarks, plain=plain)


def several(
    head: Head, choices: Sequence[Choice], remarks: Remarks
) -> SeveralQuestion | OneQuestion:
    """Return a question with several options to choose; with one, where just one is right."""
    right = [choice for choice in choices if choice.weight > 0]
    if len(right) == 1 and right[0].weight == FULL:
        remarks.changed("Several options can be chosen there; one is right, so here one can.")
        return _one(head, choices, remarks, plain=True)
    each = FULL / len(right) if right else FULL
    plain = all(abs(abs(choice.weight) - each) < NEAR for choice in choices)
    return SeveralQuestion(
        stem=head.stem,
        rationale=head.rationale or None,
        options=_options(choices, remarks, lambda weight: weight > 0 if plain else None),
    )


def _one(head: Head, choices: Sequence[Choice], remarks: Remarks, *, plain: bool) -> OneQuestion:
    return OneQuestion(
        stem=head.stem,
        rationale=head.rationale or None,
        options=_options(choices, remarks, lambda weight: weight == FULL if plain else None),
    )


def _options(
    choices: Sequence[Choice], remarks: Remarks, mark: Callable[[Decimal], bool | None]
) -> dict[str, Option]:
    """Return the options by id; `mark` says whether one is right, None where weights say it."""
    missing = sum(not choice.feedback.strip() for choice in choices)
    if missing:
        of = f"{missing} of {len(choices)} options" if missing < len(choices) else "Its options"
        remarks.changed(f"{of} came without an explanation; the `rationale` of each says so.")
    names = part_ids([Named(one.text, one.feedback, one.given) for one in choices])
    return {
        name: _option(choice, mark(choice.weight))
        for name, choice in zip(names, choices, strict=True)
    }


def _option(choice: Choice, correct: bool | None) -> Option:
    return Option(
        text=choice.text,
        rationale=choice.feedback if choice.feedback.strip() else NO_FEEDBACK,
        correct=bool(correct),
        weight=choice.weight if correct is None else None,
    )
