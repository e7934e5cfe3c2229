"""Makes a question of ours from what a GIFT file asks."""

import re
from decimal import Decimal

from protectcourse.exchange.foreign import foreign_choices, foreign_questions
from protectcourse.exchange.foreign.foreign_choices import Choice
from protectcourse.exchange.foreign.foreign_questions import FULL, Form, Head, Match, NumberKey
from protectcourse.exchange.foreign.foreign_text import carry_text
from protectcourse.exchange.gift.gift_items import (
    Accepted,
    Answer,
    Choices,
    Description,
    Essay,
    GiftQuestion,
    Marked,
    NumberAnswer,
    Numbers,
    Pairs,
    TrueFalse,
)
from protectcourse.exchange.remarks import Remarks
from protectcourse.quiz.questions import Question

_PATTERN = re.compile(r"(?<!\\)\*")
"""A `*` stands for any words, in Moodle; with a backslash it is itself."""


def question_of(item: GiftQuestion, remarks: Remarks) -> Question | None:
    """Return the question that an item asks; None where it asks none that we know."""
    return _Mapping(item, remarks).question()


class _Mapping:
    """One item on its way to being a question."""

    def __init__(self, item: GiftQuestion, remarks: Remarks) -> None:
        self._item, self._remarks = item, remarks

    def question(self) -> Question | None:
        answers = self._item.answers
        if isinstance(answers, Description):
            self._remarks.lost("A description asks nothing: put its text into a lesson.")
            return None
        head = Head(self._text(self._item.stem, "the stem"), self._said(self._item.feedback))
        match answers:
            case Essay():
                return foreign_questions.reflection(head)
            case TrueFalse(truth, wrong, right):
                said = [self._said(right), self._said(wrong)]
                return foreign_questions.true_false(head, truth, said, self._remarks)
            case Choices():
                return self._choices(head, answers)
            case Accepted():
                return self._accepted(head, answers)
            case Numbers():
                return self._numbers(head, answers)
            case Pairs():
                return self._pairs(head, answers)

    def _choices(self, head: Head, answers: Choices) -> Question:
        parts = self._parts(len(answers.answers))
        choices = [
            self._choice(answer, given)
            for answer, given in zip(answers.answers, parts, strict=True)
        ]
        if answers.single:
            return foreign_choices.one(head, choices, self._remarks)
        return foreign_choices.several(head, choices, self._remarks)

    def _choice(self, answer: Answer, given: str) -> Choice:
        weight = answer.weight
        if weight is None:
            weight = FULL if answer.right else Decimal(0)
        elif answer.right:
            what = f"%{weight:f}% after `=` is read as a weight; Moodle would show it as text."
            self._remarks.changed(what, answer.line)
        text = self._text(answer.text, "an option", answer.line)
        return Choice(text, weight, self._said(answer.feedback, answer.line), given)

    def _accepted(self, head: Head, answers: Accepted) -> Question | None:
        forms = [form for answer in answers.answers if (form := self._form(answer))]
        return foreign_questions.short_text(head, forms, self._remarks)

    def _form(self, answer: Answer) -> Form | None:
        weight = FULL if answer.weight is None else answer.weight
        feedback = self._said(answer.feedback, answer.line)
        if _PATTERN.search(answer.text.text):
            shown = " ".join(answer.text.text.split())[:60]
            what = f"The pattern “{shown}”, or what is said of it, was not carried: here a form"
            self._remarks.lost(f"{what} is a whole answer.", answer.line)
            return None
        return Form(answer.line, answer.text.text.replace("\\*", "*"), weight, feedback)

    def _numbers(self, head: Head, answers: Numbers) -> Question | None:
        if answers.wrong:
            self._remarks.lost("What is said of all other numbers was not carried.")
        keys = [key for answer in answers.answers if (key := self._key(answer))]
        return foreign_questions.number(head, keys, self._remarks)

    def _key(self, answer: NumberAnswer) -> NumberKey | None:
        number, margin = answer.first, answer.second
        if answer.sort == "range":
            number = (answer.first + answer.second) / 2
            margin = abs(answer.second - number)
        if max(_digits(number), _digits(margin)) > 15:
            self._remarks.lost(f"{number} has more digits than a course can hold.", answer.line)
            return None
        weight = FULL if answer.weight is None else answer.weight
        feedback = self._said(answer.feedback, answer.line)
        return NumberKey(answer.line, _plain(number), _plain(margin), weight, feedback)

    def _pairs(self, head: Head, answers: Pairs) -> Question:
        parts = self._parts(len(answers.pairs))
        matches = [
            Match(
                self._text(pair.left, "a left-hand side", pair.line),
                self._text(Marked(pair.right, "plain"), "a right-hand side", pair.line),
                given,
            )
            for pair, given in zip(answers.pairs, parts, strict=True)
        ]
        return foreign_questions.match(head, matches, self._remarks)

    def _parts(self, count: int) -> tuple[str, ...]:
        """Return the ids that came along for so many parts; empty ones where there are none."""
        return self._item.parts if len(self._item.parts) == count else ("",) * count

    def _said(self, feedback: Marked | None, line: int | None = None) -> str:
        return self._text(feedback, "the feedback", line) if feedback else ""

    def _text(self, marked: Marked, where: str, line: int | None = None) -> str:
        return self._remarks.take(carry_text(marked.text, marked.format), where, line)


def _digits(number: Decimal) -> int:
    """Return how many digits a number has on the longer side of its point."""
    whole, _, part = f"{abs(number):f}".partition(".")
    return max(len(whole), len(part))


def _plain(number: Decimal) -> Decimal:
    """Return a number as a course writes it, without an exponent."""
    return Decimal(f"{number:f}")
