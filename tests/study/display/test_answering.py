"""How each kind of question is answered."""

from typing import assert_never

import pytest
from hypothesis import assume, given
from question_strategies import answered_questions

from protectcourse.course.prose import plain_words
from protectcourse.quiz.answers import Answer, ChoiceAnswer, MatchAnswer, OrderAnswer
from protectcourse.quiz.questions import (
    NumberQuestion,
    OneQuestion,
    Option,
    Question,
    ReflectionQuestion,
)
from protectcourse.study.asking import Asked, put
from protectcourse.study.display.answering import (
    Choosing,
    Writing,
    chosen_answer,
    matched_answer,
    way_to_answer,
    written_answer,
)
from protectcourse.study.display.choosing import Mode, open_rows
from protectcourse.study.display.prose_blocks import line_block
from protectcourse.styled_text import StyledText


def words_of(text: StyledText | str) -> str:
    """Return the words of a row without their styles."""
    return text if isinstance(text, str) else text.plain


def handed_in(asked: Asked, way: Choosing | Writing) -> Answer | None:
    """Return the answer that a front end gives back when the way shown is confirmed as it is."""
    match way:
        case Choosing(mode=Mode.SINGLE, choice=choice):
            return chosen_answer(asked, next(iter(choice.ticked)))
        case Choosing(mode=Mode.SEVERAL, choice=choice):
            return ChoiceAnswer(choice.ticked)
        case Choosing(mode=Mode.ORDER, choice=choice):
            return OrderAnswer(choice.placed)
        case Choosing(choice=choice):
            return matched_answer(asked, choice.matched)
        case Writing(written=words):
            return written_answer(asked, words)
        case _:
            assert_never(way)


@given(answered_questions())
def test_an_answer_shown_again_is_the_same_answer(answered: tuple[Question, Answer]) -> None:
    """Where answers can be changed, looking at one and going on must not change it."""
    question, answer = answered
    asked = put("q", question, seed=3)
    shown = {name for name, _ in asked.choices}
    assume(not isinstance(answer, MatchAnswer) or shown.issuperset(answer.choices.values()))

    assert handed_in(asked, way_to_answer(asked, answer)) == answer


@given(answered_questions("one", "true-false", "several", "order", "match"))
def test_every_row_can_be_chosen_by_its_words(answered: tuple[Question, Answer]) -> None:
    """At first nothing is chosen, and nothing that could be is missing."""
    asked = put("q", answered[0], seed=3)

    way = way_to_answer(asked, None)

    assert isinstance(way, Choosing)
    assert not (way.choice.ticked or way.choice.placed or way.choice.matched)
    if way.mode is Mode.MATCH:
        assert list(way.values) == [plain_words(text) for _, text in asked.choices]
        assert open_rows(way.rows, way.choice, way.mode) == [row.id for row in way.rows]
    else:
        shown = [(row.id, words_of(row.text).split()) for row in way.rows]
        read = [(name, words_of(line_block(text).text).split()) for name, text in asked.choices]
        assert shown == read


def test_emphasis_in_a_choice_is_shown_and_not_its_marks() -> None:
    """Asterisks around a word are the author's, and no learner's."""
    options = {
        "a": Option(text="Ask what *he* knows", correct=True, rationale="Why."),
        "b": Option(text="Write 2 * 3", rationale="Why."),
    }
    asked = put("q", OneQuestion(stem="Which?", options=options), seed=3)

    way = way_to_answer(asked, None)

    assert isinstance(way, Choosing)
    assert {row.id: words_of(row.text) for row in way.rows} == {
        "a": "Ask what he knows",
        "b": "Write 2 * 3",
    }


@pytest.mark.parametrize(("words", "is_number"), [("12,5", True), ("12.5", True), ("many", False)])
def test_what_is_no_number_is_no_answer_to_a_number(words: str, is_number: bool) -> None:
    """It is asked again rather than marked wrong."""
    asked = put("q", NumberQuestion(stem="How many?", answer="12.5", rationale="So."), seed=3)

    assert (written_answer(asked, words) is not None) == is_number


def test_a_reflection_has_lines_and_a_way_to_keep_them() -> None:
    """Enter makes a line there, so that something else must hand it in."""
    way = way_to_answer(put("q", ReflectionQuestion(stem="What would you do?"), seed=3), None)

    assert isinstance(way, Writing)
    assert not way.is_line
    assert [row.number for row in way.rows] == [1]
