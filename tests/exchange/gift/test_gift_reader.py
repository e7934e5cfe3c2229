"""What a GIFT file asks becomes questions of ours, and what cannot is told."""

from decimal import Decimal

import pytest

from protectcourse.exchange.carried import NO_FEEDBACK, NO_RATIONALE, CarriedIn
from protectcourse.exchange.gift.gift_reader import read_gift
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)


def read(text: str) -> CarriedIn:
    """Return what comes of a file."""
    return read_gift(text.encode(), "bank", "Bank")


def only(text: str) -> Question:
    """Return the one question of a file."""
    carried = read(text)
    assert carried.quiz is not None
    (question,) = carried.quiz.questions.values()
    return question


def lost(text: str) -> list[tuple[int, str]]:
    """Return line and reason of all that was lost."""
    return [(one.line, one.what) for one in read(text).left_out if one.lost]


def test_one_right_option_is_marked_correct() -> None:
    """The plainest question must look as an author of ours would write it."""
    question = only("Who? {~a#No. =b#Yes.}")

    assert isinstance(question, OneQuestion)
    assert [one.correct for one in question.options.values()] == [False, True]
    assert [one.rationale for one in question.options.values()] == ["No.", "Yes."]
    assert not question.is_weighted


def test_half_a_point_stays_half_a_point() -> None:
    """A teacher who gives part of the points must find them again."""
    question = only("Who? {~a ~%50%b =c}")

    assert isinstance(question, OneQuestion)
    assert list(question.weights.values()) == [0, 50, 100]


@pytest.mark.parametrize(
    ("wrong", "weighted"), [("%-50%", False), ("%-50.0%", False), ("", True), ("%-100%", True)]
)
def test_shares_that_are_our_own_marking_need_no_weights(wrong: str, weighted: bool) -> None:
    """Ours takes a share off for each wrong choice: other shares are kept as weights."""
    question = only(f"Who? {{~%50%a ~%50%b ~{wrong}c}}")

    assert isinstance(question, SeveralQuestion)
    assert question.is_weighted is weighted
    assert question.key == {"a", "b"}


def test_thirds_are_whole_together() -> None:
    """Moodle writes a third with five decimals, and three of them are not 100."""
    question = only("Who? {~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-33.33333%d}")

    assert isinstance(question, SeveralQuestion)
    assert question.marked_correct == {"a", "b", "c"}


@pytest.mark.parametrize(
    "text",
    [
        "Who? {~%50%a ~b ~c}",
        "Who? {~a ~b}",
        "Who? {" + "".join(f"~{n}" for n in range(8)) + "=x}",
        "Who? {=" + "long " * 120 + "~b}",
        'Who? {=<img src\\="a.png"> ~b}',
        "Who? {=%50%a}",
        "How many? {#=%50%3}",
        "Just to read.",
    ],
)
def test_a_question_that_no_course_could_hold_is_told_as_lost(text: str) -> None:
    """Written all the same, it would make the whole bank unusable."""
    carried = read(text)

    assert carried.quiz is None
    assert [one.lost for one in carried.left_out].count(True) >= 1


def test_a_missing_explanation_is_said_and_told() -> None:
    """An option of ours has a reason: an invented one would be a lie."""
    carried = read("Who? {=a ~b#Not b.}\n\nOpen? {T}")

    one, statement = carried.quiz.questions.values() if carried.quiz else ()
    assert isinstance(one, OneQuestion)
    assert isinstance(statement, TrueFalseQuestion)
    assert [option.rationale for option in one.options.values()] == [NO_FEEDBACK, "Not b."]
    assert statement.rationale == NO_RATIONALE
    assert [(told.line, told.lost) for told in carried.left_out] == [(1, False), (3, False)]


def test_numbers_margins_and_ranges() -> None:
    """A range is written as its middle, exactly."""
    exact, margin, span = (only(f"How many? {{{key}}}") for key in ("#3", "#3.10:0.05", "#1..2.5"))

    assert isinstance(exact, NumberQuestion)
    assert isinstance(margin, NumberQuestion)
    assert isinstance(span, NumberQuestion)
    assert (exact.answer, exact.tolerance) == (3, 0)
    assert (margin.answer, margin.tolerance) == (Decimal("3.1"), Decimal("0.05"))
    assert (span.answer, span.tolerance) == (Decimal("1.75"), Decimal("0.75"))


def test_what_is_worth_part_of_the_points_is_told_answer_by_answer() -> None:
    """Our words and numbers are right or not: each that is neither is named with its line."""
    words = lost("Who? {\n=Ada\n=%50%Adah\n=A*\n}")
    numbers = lost("How many? {#\n=3:0\n=%50%3:2\n~#Count again.\n}")

    assert [line for line, _ in words] == [3, 4]
    assert "“Adah” is worth 50 %" in words[0][1]
    assert [line for line, _ in numbers] == [1, 3]


def test_a_right_side_alone_belongs_to_nothing() -> None:
    """Moodle writes a distractor of a matching question so."""
    question = only("Match. {=a -> 1 =b -> 2 = -> 3}")

    assert isinstance(question, MatchQuestion)
    assert [(one.left, one.right) for one in question.pairs.values()] == [("a", "1"), ("b", "2")]
    assert list(question.extra.values()) == ["3"]


def test_words_in_either_case_are_one_form() -> None:
    """Our comparison leaves out case: listed twice, the bank would not pass its check."""
    question = only("Who? {=Ada =ada =\\*}")

    assert isinstance(question, ShortTextQuestion)
    assert question.accept == ("Ada",)


def test_an_essay_is_a_reflection_with_its_model_answer() -> None:
    """Nobody marks it here; what was said to all is what to compare with."""
    question = only("What would help? {####Somebody to ring.}")

    assert question == ReflectionQuestion(stem="What would help?", model_answer="Somebody to ring.")


def test_ids_come_from_the_words_and_stay_when_a_question_is_moved() -> None:
    """Learners' answers are kept by id: an id by position would mix them up."""
    first, second, third = "::No badge:: Who? {T}", "// [id:K-7]\nWhat? {T}", "Où ? {F}"

    one = read("\n\n".join([first, second, third])).quiz
    other = read("\n\n".join([third, first, "日本？ {T}", second])).quiz

    assert one is not None
    assert other is not None
    assert list(one.questions) == ["no-badge", "K-7", "ou"]
    assert set(one.questions) < set(other.questions)
    assert {name: other.questions[name] for name in one.questions} == one.questions


def test_category_title_and_tags_stand_above_the_question() -> None:
    """A bank of ours has no place for them, and somebody sorted by them."""
    carried = read("$CATEGORY: top/Desk\n\n// [tag:door] [tag:day]\n::The door:: Open? {T#n#y}")

    assert carried.comments == {
        "the-door": ("category: top/Desk", "title: The door", "tags: door, day")
    }
    assert not any(one.lost for one in carried.left_out)


def test_text_that_looks_like_our_marks_stays_text() -> None:
    """A `*` in somebody's sum is no emphasis; what is written for it is told."""
    question = only("What is 2*3*4? {=24 ~`x`}")

    assert question.stem == "What is 2∗3∗4?"


def test_html_becomes_our_emphasis_and_a_picture_is_told() -> None:
    """Moodle's editor writes HTML; what words cannot say must not vanish unseen."""
    text = '[html]<p>Who <b>must</b> sign?</p><img src\\="b.png"> {T}'

    question = only(text)

    assert question.stem.strip() == "Who **must** sign?"
    assert [what for _, what in lost(text)] == ["Not carried from the stem: the picture b.png."]
