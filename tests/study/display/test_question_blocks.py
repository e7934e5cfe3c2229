"""A question as blocks: what is asked, how to answer, and what is said after."""

from hypothesis import given
from question_strategies import answered_questions

from protectcourse.blocks import Block, TextBlock
from protectcourse.quiz.answers import Answer
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    Question,
    TrueFalseQuestion,
)
from protectcourse.study.asking import judge, put
from protectcourse.study.display.question_blocks import (
    MATCH_HINT,
    answered_question_blocks,
    open_question_blocks,
)


def words_of(blocks: list[Block]) -> list[str]:
    """Return the words of blocks."""
    return [one.text.plain for one in blocks if isinstance(one, TextBlock)]


@given(answered_questions())
def test_how_to_answer_is_told_until_it_is_answered(answered: tuple[Question, Answer]) -> None:
    """Of one right option, or true and false, it goes without saying."""
    question, answer = answered
    asked = put("q", question, seed=3)

    waiting = words_of(open_question_blocks(asked, "Try to recall"))
    feedback = judge(question, answer, {})
    after = words_of(answered_question_blocks(asked, feedback, answer, "Try to recall"))

    assert waiting[0] == after[0] == "Try to recall"
    assert waiting[1] == after[1]
    is_obvious = isinstance(question, OneQuestion | TrueFalseQuestion)
    assert len(waiting) == 2 if is_obvious else len(waiting) > 2
    assert feedback.verdict in after
    if not is_obvious:
        assert waiting[-1] not in after


@given(answered_questions("match"))
def test_what_can_be_matched_stands_under_its_digits(answered: tuple[Question, Answer]) -> None:
    """The digits are pressed on the rows of the other side."""
    asked = put("q", answered[0], seed=3)
    assert isinstance(asked.question, MatchQuestion)

    words = words_of(open_question_blocks(asked))

    assert words[1:-1] == [f"{n}  {text}" for n, (_, text) in enumerate(asked.choices, 1)]
    assert words[-1] == MATCH_HINT


def test_a_number_says_its_unit() -> None:
    """Twelve what must not be guessed."""
    asked = put(
        "q", NumberQuestion(stem="How long?", answer="12", unit="hours", rationale="So."), seed=3
    )

    assert words_of(open_question_blocks(asked))[-1].endswith("The unit: hours.")
