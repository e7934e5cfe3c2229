"""Marks an answer: a score from 0 to 10000, a word for it, and a reason for every choice."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

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
    Option,
    OrderQuestion,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)

FULL = 10_000
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}([.,][0-9]{1,15})?")
_END_MARKS = ".!?,;:…。！？"


class Verdict(StrEnum):
    """How right an answer is."""

    RIGHT = "right"
    PARTLY = "partly"
    NOT_RIGHT = "not right"
    UNSCORED = "not scored"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one choice."""

    id: str
    text: str
    chosen: bool
    right: bool
    """Whether choosing it, or where it was put, is right."""
    rationale: str


@dataclass(frozen=True, slots=True)
class Mark:
    """How an answer was judged. The score is from 0 to 10000, None for what is not scored."""

    score: int | None
    verdict: Verdict
    remarks: tuple[Remark, ...] = ()


def mark(question: Question, answer: Answer) -> Mark:
    """Judge an answer (course_format.md §4). Raises AnswerError where it does not fit the question."""
    match question, answer:
        case OneQuestion(), ChoiceAnswer(chosen):
            _known(chosen, question.options)
            if len(chosen) != 1:
                raise AnswerError("one option is to be chosen")
            return _mark_options(question.options, chosen, _score_one(question.options, chosen))
        case SeveralQuestion(), ChoiceAnswer(chosen):
            _known(chosen, question.options)
            return _mark_options(question.options, chosen, _score_several(question, chosen))
        case TrueFalseQuestion(), TrueFalseAnswer(value):
            return _mark_true_false(question, value)
        case OrderQuestion(), OrderAnswer(steps):
            return _mark_order(question, steps)
        case MatchQuestion(), MatchAnswer(choices):
            return _mark_match(question, choices)
        case NumberQuestion(), NumberAnswer(text):
            number = parse_number(text)
            if number is None:
                raise AnswerError("a text that is no number is asked again, not marked")
            within = abs(number - question.answer) <= (question.tolerance or 0)
            return _mark(FULL if within else 0)
        case ShortTextQuestion(), TextAnswer(text):
            return _mark(FULL if accepted_form(question, text) is not None else 0)
        case ReflectionQuestion(), ReflectionAnswer():
            return Mark(None, Verdict.UNSCORED)
        case _:
            raise AnswerError(f"a {type(answer).__name__} does not answer a {question.kind} question")


def parse_number(text: str) -> Decimal | None:
    """Return the number that a text is; `.` and `,` are decimal marks. None if it is no number."""
    text = unicodedata.normalize("NFKC", text).strip()
    return Decimal(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def accepted_form(question: ShortTextQuestion, text: str) -> int | None:
    """Return the place of the accepted form that a text is equal to, from 0; None if to none."""
    wanted = normal_form(text)
    forms = (normal_form(form) for form in question.accept)
    return next((place for place, form in enumerate(forms) if form == wanted), None)


def normal_form(text: str) -> str:
    """Return a text without what does not count: width, case, accents, blanks, final punctuation."""
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    letters = "".join(c for c in spread if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", " ".join(letters.split())).rstrip(_END_MARKS + " ")


def _mark(score: int, remarks: tuple[Remark, ...] = ()) -> Mark:
    verdict = Verdict.RIGHT if score == FULL else Verdict.PARTLY if score else Verdict.NOT_RIGHT
    return Mark(score, verdict, remarks)


def _known(chosen: frozenset[str], options: Mapping[str, Option]) -> None:
    if unknown := chosen - options.keys():
        raise AnswerError(f"the question has no option {sorted(unknown)}")


def _score_one(options: Mapping[str, Option], chosen: frozenset[str]) -> int:
    if _weighted(options):
        return _score_weights(options, chosen)
    return FULL if all(options[name].correct for name in chosen) else 0


def _score_several(question: SeveralQuestion, chosen: frozenset[str]) -> int:
    options = question.options
    right = {name for name, option in options.items() if option.correct}
    if question.all_or_nothing:
        return FULL if chosen == right else 0
    if _weighted(options):
        return _score_weights(options, chosen)
    if not right:
        return 0
    return max(0, FULL * (len(chosen & right) - len(chosen - right)) // len(right))


def _weighted(options: Mapping[str, Option]) -> bool:
    return any(option.weight is not None for option in options.values())


def _score_weights(options: Mapping[str, Option], chosen: frozenset[str]) -> int:
    percent = sum(options[name].weight or 0 for name in chosen)
    return FULL * min(100, max(0, percent)) // 100


def _mark_options(options: Mapping[str, Option], chosen: frozenset[str], score: int) -> Mark:
    remarks = tuple(
        Remark(name, option.text, name in chosen, option.correct, option.rationale or "")
        for name, option in options.items()
    )
    return _mark(score, remarks)


def _mark_true_false(question: TrueFalseQuestion, value: bool) -> Mark:
    remarks = tuple(
        Remark(str(one).lower(), str(one), value is one, question.answer is one, "")
        for one in (True, False)
    )
    return _mark(FULL if value is question.answer else 0, remarks)


def _mark_order(question: OrderQuestion, steps: tuple[str, ...]) -> Mark:
    right = list(question.steps)
    if sorted(steps) != sorted(right):
        raise AnswerError("every step is to be placed once")
    neighbours = set(zip(right, right[1:], strict=False))
    kept = sum(pair in neighbours for pair in zip(steps, steps[1:], strict=False))
    remarks = tuple(
        Remark(name, question.steps[name], True, steps[place] == name, "")
        for place, name in enumerate(right)
    )
    return _mark(FULL * kept // max(1, len(right) - 1), remarks)


def _mark_match(question: MatchQuestion, choices: Mapping[str, str]) -> Mark:
    texts = {name: pair.right for name, pair in question.pairs.items()} | dict(question.extra)
    if choices.keys() != question.pairs.keys() or not set(choices.values()) <= texts.keys():
        raise AnswerError("every pair is to be given one of the right-hand sides")
    remarks = tuple(
        Remark(name, f"{pair.left} → {pair.right}", True, texts[choices[name]] == pair.right, "")
        for name, pair in question.pairs.items()
    )
    right = sum(remark.right for remark in remarks)
    return _mark(FULL * right // len(remarks), remarks)
