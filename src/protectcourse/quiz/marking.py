"""Marks an answer: how right it is, and what is to be said of each choice. Pure and exact."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from protectcourse.errors import AnswerError
from protectcourse.quiz.answers import (
    Answer,
    ChoiceAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    ReflectionAnswer,
    TextAnswer,
    TrueFalseAnswer,
)
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    OrderQuestion,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from protectcourse.quiz.written import accepted_form, is_near_enough, parse_number

__all__ = ["FULL_SCORE", "Mark", "Remark", "Verdict", "accepted_form", "mark", "parse_number"]

FULL_SCORE = 10_000
"""The score of a right answer; scores are whole numbers from 0."""


class Verdict(StrEnum):
    """How right an answer is, in a word."""

    RIGHT = "right"
    PARTLY = "partly"
    NOT_RIGHT = "not-right"
    UNSCORED = "unscored"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one choice after the answer."""

    id: str
    text: str
    chosen: bool
    """Whether the learner chose just this."""
    right: bool
    """Whether it is right, chosen or not."""
    rationale: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """How right an answer is, and what is said of each choice."""

    score: int | None
    """From 0 to 10000, rounded down; None where nothing is scored."""
    remarks: tuple[Remark, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The score in a word."""
        if self.score is None:
            return Verdict.UNSCORED
        if self.score == FULL_SCORE:
            return Verdict.RIGHT
        return Verdict.PARTLY if self.score else Verdict.NOT_RIGHT


def mark(question: Question, answer: Answer) -> Mark:
    """Mark an answer. Raises AnswerError where it does not fit the question, and only then.

    The remarks of an order stand in the right order; those of a match have a wrong choice before
    the right one.
    """
    match question, answer:
        case OneQuestion() as asked, ChoiceAnswer() as given:
            return _mark_one(asked, given)
        case SeveralQuestion() as asked, ChoiceAnswer() as given:
            return _mark_several(asked, given)
        case TrueFalseQuestion() as asked, TrueFalseAnswer() as given:
            return _mark_true_false(asked, given)
        case OrderQuestion() as asked, OrderAnswer() as given:
            return _mark_order(asked, given)
        case MatchQuestion() as asked, MatchAnswer() as given:
            return _mark_match(asked, given)
        case NumberQuestion() as asked, NumberAnswer() as given:
            return _mark_number(asked, given)
        case ShortTextQuestion() as asked, TextAnswer() as given:
            return _mark_short_text(asked, given)
        case ReflectionQuestion(), ReflectionAnswer():
            return Mark(None)
        case _:
            name = type(answer).__name__
            raise AnswerError(f"a question of kind `{question.kind}` cannot take a {name}")


def _mark_one(question: OneQuestion, answer: ChoiceAnswer) -> Mark:
    if len(answer.chosen) != 1:
        raise AnswerError(f"one option is to be chosen, not {len(answer.chosen)}")
    remarks = _option_remarks(question, answer)
    if question.is_weighted:
        return Mark(_share(sum(_weights(question, answer.chosen)), 100), remarks)
    return Mark(_all_or_nothing(answer.chosen <= question.key), remarks)


def _mark_several(question: SeveralQuestion, answer: ChoiceAnswer) -> Mark:
    remarks, chosen, key = _option_remarks(question, answer), answer.chosen, question.key
    if question.all_or_nothing:
        return Mark(_all_or_nothing(chosen == key), remarks)
    if question.is_weighted:
        # weights such as three times 33.33 fall short of 100: all of them are still everything
        return Mark(_share(sum(_weights(question, chosen)), sum(_weights(question, key))), remarks)
    return Mark(_share(len(chosen & key) - len(chosen - key), len(key)), remarks)


def _mark_true_false(question: TrueFalseQuestion, answer: TrueFalseAnswer) -> Mark:
    remarks = tuple(
        Remark(str(value).lower(), str(value), answer.value is value, question.answer is value)
        for value in (True, False)
    )
    return Mark(_all_or_nothing(answer.value is question.answer), remarks)


def _mark_order(question: OrderQuestion, answer: OrderAnswer) -> Mark:
    right = tuple(question.steps)
    if sorted(answer.steps) != sorted(right):
        raise AnswerError("each step is to be placed once")
    follows = set(pairwise(right))
    kept = sum(neighbours in follows for neighbours in pairwise(answer.steps))
    remarks = tuple(
        Remark(name, question.steps[name], chosen=name == placed, right=True)
        for name, placed in zip(right, answer.steps, strict=True)
    )
    return Mark(_share(kept, len(right) - 1), remarks)


def _mark_match(question: MatchQuestion, answer: MatchAnswer) -> Mark:
    texts = question.right_sides
    if set(answer.choices) != set(question.pairs):
        raise AnswerError("each left-hand side is to be matched once")
    _refuse_unknown(frozenset(answer.choices.values()), texts)
    remarks: list[Remark] = []
    found = 0
    for name, pair in question.pairs.items():
        chosen = texts[answer.choices[name]]
        is_right = _same_words(chosen, pair.right)
        found += is_right
        if not is_right:
            remarks.append(Remark(name, f"{pair.left} → {chosen}", chosen=True, right=False))
        text = f"{pair.left} → {pair.right}"
        remarks.append(Remark(name, text, chosen=is_right, right=True))
    return Mark(_share(found, len(question.pairs)), tuple(remarks))


def _mark_number(question: NumberQuestion, answer: NumberAnswer) -> Mark:
    number = parse_number(answer.text)
    if number is None:
        raise AnswerError("what was typed is no number", "Ask again: see `parse_number`.")
    text = f"{question.answer:f} {question.unit or ''}".rstrip()
    remark = Remark("answer", text, chosen=number == question.answer, right=True)
    return Mark(_all_or_nothing(is_near_enough(question, number)), (remark,))


def _mark_short_text(question: ShortTextQuestion, answer: TextAnswer) -> Mark:
    form = accepted_form(question, answer.text)
    remarks = tuple(
        Remark(str(place), text, chosen=place == form, right=True)
        for place, text in enumerate(question.accept)
    )
    return Mark(_all_or_nothing(form is not None), remarks)


def _option_remarks(
    question: OneQuestion | SeveralQuestion, answer: ChoiceAnswer
) -> tuple[Remark, ...]:
    """Return a remark on each option, in the order of the file."""
    _refuse_unknown(answer.chosen, question.options)
    return tuple(
        Remark(name, option.text, name in answer.chosen, name in question.key, option.rationale)
        for name, option in question.options.items()
    )


def _refuse_unknown(chosen: frozenset[str], known: Mapping[str, object]) -> None:
    for name in sorted(chosen - set(known)):
        raise AnswerError(f"there is no choice `{name}` in this question")


def _weights(question: OneQuestion | SeveralQuestion, chosen: frozenset[str]) -> list[Fraction]:
    return [Fraction(weight) for name, weight in question.weights.items() if name in chosen]


def _same_words(one: str, other: str) -> bool:
    return one.split() == other.split()


def _all_or_nothing(is_right: bool) -> int:
    return FULL_SCORE if is_right else 0


def _share(part: Fraction | int, whole: Fraction | int) -> int:
    """Return the score of a part of the whole: never below 0 nor above all, rounded down."""
    if whole <= 0:
        return 0
    return int(min(max(Fraction(part) / whole, Fraction(0)), Fraction(1)) * FULL_SCORE)
