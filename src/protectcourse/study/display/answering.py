"""How each kind of question is answered: what can be chosen or written, and what that amounts to.

A front end shows a way to answer, with the answer so far, and gives back what came of it.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, assert_never

from protectcourse.course.prose import plain_words
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
from protectcourse.quiz.marking import parse_number
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    OrderQuestion,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from protectcourse.study.asking import Asked
from protectcourse.study.display.choosing import Choice, Mode, Row, number_rows, numbered_rows
from protectcourse.study.display.prose_blocks import choice_words

KEEP = "keep"
KEEP_WORDS = "Keep what I wrote"
NO_NUMBER = "That is not a number. Write it in digits, such as 12 or 12.5."


class Choosing(NamedTuple):
    """Rows to choose from."""

    rows: list[Row]
    mode: Mode
    choice: Choice
    """The answer so far."""
    values: Sequence[str] = ()
    """What each row can be matched with, by number from 1."""


class Writing(NamedTuple):
    """Words to write, in a line or in as many as one likes."""

    written: str
    """The answer so far."""
    is_line: bool = True
    rows: Sequence[Row] = ()
    """What can be done with the words; nothing where the end of the line hands them in."""


def way_to_answer(asked: Asked, given: Answer | None) -> Choosing | Writing:
    """Return how a question is answered, with the answer given so far."""
    rows = number_rows(Row(id=name, text=choice_words(text)) for name, text in asked.choices)
    choice = _choice_of(asked, given)
    match asked.question:
        case OneQuestion() | TrueFalseQuestion():
            return Choosing(rows, Mode.SINGLE, choice)
        case SeveralQuestion():
            return Choosing(rows, Mode.SEVERAL, choice)
        case OrderQuestion():
            return Choosing(rows, Mode.ORDER, choice)
        case MatchQuestion(pairs=pairs):
            lefts = [Row(id=name, text=choice_words(pair.left)) for name, pair in pairs.items()]
            rights = [plain_words(text) for _, text in asked.choices]
            return Choosing(lefts, Mode.MATCH, choice, rights)
        case NumberQuestion() | ShortTextQuestion():
            return Writing(_words_of(given))
        case ReflectionQuestion():
            rows = numbered_rows([(KEEP, KEEP_WORDS)])
            return Writing(_words_of(given), is_line=False, rows=rows)
        case _:
            assert_never(asked.question)


def chosen_answer(asked: Asked, row_id: str) -> Answer:
    """Return the answer of a question with one right row."""
    if isinstance(asked.question, TrueFalseQuestion):
        return TrueFalseAnswer(row_id == "true")
    return ChoiceAnswer(frozenset({row_id}))


def matched_answer(asked: Asked, values: Mapping[str, int]) -> Answer:
    """Return the answer of a match: for each row the number, from 1, of what goes with it."""
    rights = [name for name, _ in asked.choices]
    return MatchAnswer({left: rights[value - 1] for left, value in values.items()})


def written_answer(asked: Asked, words: str) -> Answer | None:
    """Return the answer of words that were written; None where a number was asked for."""
    match asked.question:
        case ReflectionQuestion():
            return ReflectionAnswer(words)
        case NumberQuestion():
            return None if parse_number(words) is None else NumberAnswer(words)
        case _:
            return TextAnswer(words)


def _choice_of(asked: Asked, given: Answer | None) -> Choice:
    """Return an answer as what is chosen among rows."""
    match given:
        case ChoiceAnswer(chosen):
            return Choice(ticked=chosen)
        case TrueFalseAnswer(value):
            return Choice(ticked=frozenset({"true" if value else "false"}))
        case OrderAnswer(steps):
            return Choice(placed=steps)
        case MatchAnswer(choices):
            rights = [name for name, _ in asked.choices]
            return Choice(matched={left: rights.index(r) + 1 for left, r in choices.items()})
        case _:
            return Choice()


def _words_of(given: Answer | None) -> str:
    """Return the words of an answer that was written."""
    match given:
        case NumberAnswer(text) | TextAnswer(text) | ReflectionAnswer(text):
            return text
        case _:
            return ""
