"""What is said after an answer, as blocks."""

from hypothesis import given
from question_strategies import answered_questions

from protectcourse.blocks import TextBlock
from protectcourse.quiz.answers import Answer, NumberAnswer, OrderAnswer, TextAnswer
from protectcourse.quiz.questions import OrderQuestion, Question
from protectcourse.study.asking import judge, put
from protectcourse.study.display.feedback_blocks import (
    feedback_blocks,
    not_saved_blocks,
    verdict_block,
)

STEPS = {"a": "First", "b": "Second", "c": "Third"}


def blocks_of(question: Question, answer: Answer) -> list[TextBlock]:
    """Return what is said of an answer."""
    asked = put("q", question, seed=3)
    blocks = feedback_blocks(asked, judge(question, answer, {}), answer)
    return [one for one in blocks if isinstance(one, TextBlock)]


@given(answered_questions())
def test_the_verdict_has_a_sign_a_word_and_a_style(answered: tuple[Question, Answer]) -> None:
    """Colour never carries meaning alone; the answer that was written stands before it."""
    question, answer = answered

    blocks = blocks_of(question, answer)

    said = [one.text.plain for one in blocks]
    verdict = judge(question, answer, {}).verdict
    place = said.index(verdict)
    assert blocks[place] == verdict_block(verdict)
    if isinstance(answer, NumberAnswer | TextAnswer):
        assert said[0] == f"You wrote: {answer.text or '(nothing)'}"
        assert place == 1


def test_steps_stand_in_the_right_order_and_say_where_they_were() -> None:
    """Which of them were in place, by a sign and in words."""
    question = OrderQuestion(stem="In which order?", steps=STEPS, rationale="So.")

    said = [one.text.plain for one in blocks_of(question, OrderAnswer(("a", "c", "b")))]

    start = said.index("The right order") + 1
    assert said[start : start + 3] == [
        "✓ 1. First",
        "✗ 2. Second (you had it elsewhere)",
        "✗ 3. Third (you had it elsewhere)",
    ]


def test_signs_have_their_styles() -> None:
    """Also a sign that is none of the marks."""
    verdicts = ("✓ right", "~ partly", "✗ not right", "· not scored", "else")

    styles = [verdict_block(one).text.pieces[0].style for one in verdicts]

    assert styles == ["right", "partly", "wrong", "strong", "strong"]


def test_only_what_is_not_saved_is_told() -> None:
    """A warning that is always there is read by nobody."""
    assert not_saved_blocks("") == []
    (block,) = not_saved_blocks("Not saved: the disk is full.")
    assert isinstance(block, TextBlock)
    assert block.text.pieces == (("Not saved: the disk is full.", "wrong"),)
