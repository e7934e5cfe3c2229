"""What a course says of its questions in words: stems, answers, keys, misconceptions, guesses."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple, Protocol, assert_never

from protectcourse.course.outline import CourseOutline
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.fingerprint import fingerprint
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
from protectcourse.records.reports.quiz_answers import ORDERED
from protectcourse.records.statistics.item_statistics import Value
from protectcourse.records.undefined import Undefined
from protectcourse.scenario.model import Case

NO_COURSE = Undefined("name the course with --course")
EARLIER = Undefined("what was asked then is not in the course any more")
HOW_MANY = Undefined("it depends on how many one chooses")
NOT_MARKED = Undefined("it is not marked")
HUNDRED = Decimal(100)


class KnownAnswer(NamedTuple):
    """An answer that the course offers."""

    text: str
    is_right: bool
    misconception: str = ""
    """The mistaken belief that leads to it, by its id."""


class KnownQuestion(NamedTuple):
    """A question as the course has it now."""

    stem: str
    fingerprint: str
    answers: Mapping[str, KnownAnswer]
    """What can be answered, as it stands in the register."""
    guess: Value
    """The score of one who guesses, from 0 to 1."""


class KnownQuiz(NamedTuple):
    """A quiz as the course has it now."""

    title: str
    questions: Mapping[str, KnownQuestion]
    """By id, in the order of the bank."""


class CourseWords(NamedTuple):
    """A course as a report names it."""

    id: str
    title: str
    language: str
    quizzes: Mapping[str, KnownQuiz] = MappingProxyType({})
    misconceptions: Mapping[str, str] = MappingProxyType({})


class OpenCourse(Protocol):
    """A course that can be asked for its units."""

    @property
    def outline(self) -> CourseOutline:
        """The modules and units."""
        ...

    def quiz(self, unit_id: str) -> Quiz:
        """Return a bank of questions."""
        ...

    def case(self, unit_id: str) -> Case:
        """Return a case."""
        ...


def course_words(course: OpenCourse) -> CourseWords:
    """Return what a course says of its quizzes."""
    outline = course.outline
    return CourseWords(
        id=outline.id,
        title=outline.title,
        language=outline.language,
        quizzes={
            unit.id: _known_quiz(course.quiz(unit.id))
            for unit in outline.units()
            if unit.sort == "quiz"
        },
        misconceptions=outline.misconceptions,
    )


def _known_quiz(bank: Quiz) -> KnownQuiz:
    return KnownQuiz(
        title=bank.title,
        questions={
            name: KnownQuestion(
                stem=question.stem,
                fingerprint=fingerprint(question),
                answers=_answers(question),
                guess=guess_score(question),
            )
            for name, question in bank.questions.items()
        },
    )


def guess_score(question: Question) -> Value:
    """Return the mean score of answers given by lot, as Moodle works it out; of an order our own.

    Of an order each step comes after the right one as often as not one in so many.
    """
    match question:
        case OneQuestion() if question.is_weighted:
            clipped = [
                min(max(weight, Decimal(0)), HUNDRED) for weight in question.weights.values()
            ]
            return float(sum(clipped) / HUNDRED / len(clipped))
        case OneQuestion():
            return len(question.key) / len(question.options)
        case SeveralQuestion():
            return HOW_MANY
        case TrueFalseQuestion():
            return 0.5
        case OrderQuestion():
            return 1 / len(question.steps)
        case MatchQuestion():
            return 1 / len({" ".join(text.split()) for text in question.right_sides.values()})
        case NumberQuestion() | ShortTextQuestion():
            return 0.0
        case ReflectionQuestion():
            return NOT_MARKED
        case _:
            assert_never(question)


def _answers(question: Question) -> dict[str, KnownAnswer]:
    match question:
        case OneQuestion() | SeveralQuestion():
            return {
                name: KnownAnswer(option.text, name in question.key, option.misconception or "")
                for name, option in question.options.items()
            }
        case TrueFalseQuestion():
            return {
                str(value).lower(): KnownAnswer(
                    str(value),
                    value is question.answer,
                    "" if value is question.answer else question.misconception or "",
                )
                for value in (True, False)
            }
        case OrderQuestion():
            right = ORDERED.join(question.steps)
            return {right: KnownAnswer(right, is_right=True)}
        case MatchQuestion():
            return _pairs(question)
        case NumberQuestion():
            text = f"{question.answer:f} {question.unit or ''}".rstrip()
            return {"form 0": KnownAnswer(text, is_right=True)}
        case ShortTextQuestion():
            forms = enumerate(question.accept)
            return {f"form {place}": KnownAnswer(text, is_right=True) for place, text in forms}
        case ReflectionQuestion():
            return {}
        case _:
            assert_never(question)


def _pairs(question: MatchQuestion) -> dict[str, KnownAnswer]:
    """Return what can be matched; two right-hand sides in the same words are equally right."""
    texts = question.right_sides
    return {
        f"{left} = {side}": KnownAnswer(f"{pair.left} → {text}", text.split() == pair.right.split())
        for left, pair in question.pairs.items()
        for side, text in texts.items()
    }
