"""Scores and remarks."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from question_strategies import answered_questions, questions, right_answer

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
from protectcourse.quiz.marking import FULL_SCORE, Remark, Verdict, mark
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    Option,
    OrderQuestion,
    Pair,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)

STEPS = {"a": "Who?", "b": "What harm?", "c": "Why?", "d": "Who must act?"}
ORDER = OrderQuestion(stem="?", steps=STEPS, rationale="Why.")
MATCH = MatchQuestion(
    stem="?",
    pairs={
        "one": Pair(left="1", right="A treaty"),
        "two": Pair(left="2", right="A  treaty\n"),
        "six": Pair(left="6", right="A conclusion"),
    },
    extra={"none": "A novel"},
    rationale="Why.",
)
YEAR = NumberQuestion(
    stem="?", answer=Decimal(1977), tolerance=Decimal(2), unit="AD", rationale="Why."
)
WORD = ShortTextQuestion(stem="?", accept=("declaratory", "declarative"), rationale="Why.")
CLAIM = TrueFalseQuestion(stem="?", answer=False, rationale="Why.")
THOUGHT = ReflectionQuestion(stem="?", model_answer="Someone to ring.")


def options(correct: str = "", weights: Mapping[str, str] | None = None) -> dict[str, Option]:
    """Return the options a, b, c and d."""
    return {
        name: Option(
            text=f"Text {name}",
            rationale=f"Why {name}",
            correct=name in correct,
            weight=Decimal(weights[name]) if weights else None,
        )
        for name in "abcd"
    }


def chosen(names: str) -> ChoiceAnswer:
    """Return the answer with these options."""
    return ChoiceAnswer(frozenset(names))


@given(answered_questions())
def test_marking_a_fitting_answer_never_fails(both: tuple[Question, Answer]) -> None:
    """A learner's answer is on the way to disk: there is nobody to show an error to."""
    question, answer = both

    marked = mark(question, answer)

    if isinstance(question, ReflectionQuestion):
        assert (marked.score, marked.verdict) == (None, Verdict.UNSCORED)
    else:
        assert isinstance(marked.score, int)
        assert 0 <= marked.score <= FULL_SCORE
        assert (marked.verdict is Verdict.RIGHT) == (marked.score == FULL_SCORE)


@given(questions("one", "several", "true-false", "order", "match", "number", "short-text"))
def test_the_right_answer_gets_full_score(question: Question) -> None:
    """A question that cannot be answered fully right would fail its learners."""
    assert mark(question, right_answer(question)).score == FULL_SCORE


@given(answered_questions("one", "several", "true-false"))
def test_remarks_say_what_was_chosen_and_what_is_right(both: tuple[Question, Answer]) -> None:
    """The feedback is the lesson: what it marks as right must be what the score is based on."""
    question, answer = both

    marked = mark(question, answer)

    picked = {one.id for one in marked.remarks if one.chosen}
    right = {one.id for one in marked.remarks if one.right}
    assert (marked.score == FULL_SCORE) == (picked == right)


@pytest.mark.parametrize(
    ("names", "score"),
    [("ab", 10_000), ("a", 5_000), ("abc", 5_000), ("ac", 0), ("abcd", 0), ("", 0), ("cd", 0)],
)
def test_wrong_ticks_take_away_what_right_ones_gave(names: str, score: int) -> None:
    """Ticking everything must not pay."""
    question = SeveralQuestion(stem="?", options=options("ab"))

    assert mark(question, chosen(names)).score == score


def test_a_third_is_rounded_down() -> None:
    """Scores are whole numbers, so that every language works out the same percentage."""
    question = SeveralQuestion(stem="?", options=options("abc"))

    assert mark(question, chosen("a")).score == 3_333
    assert mark(question, chosen("ab")).verdict is Verdict.PARTLY


@pytest.mark.parametrize(("names", "score"), [("ab", 10_000), ("a", 0), ("abc", 0)])
def test_all_or_nothing_gives_no_part(names: str, score: int) -> None:
    """Some sets are only safe when complete."""
    question = SeveralQuestion(stem="?", options=options("ab"), all_or_nothing=True)

    assert mark(question, chosen(names)).score == score


@pytest.mark.parametrize(("names", "score"), [("a", 10_000), ("b", 3_333), ("c", 0), ("d", 0)])
def test_the_weight_of_the_one_option_is_its_score(names: str, score: int) -> None:
    """Banks of other systems give part marks, and take away, by option."""
    weights = {"a": "100", "b": "33.333", "c": "0", "d": "-50"}
    question = OneQuestion(stem="?", options=options(weights=weights))

    marked = mark(question, chosen(names))

    assert marked.score == score
    assert [one.id for one in marked.remarks if one.right] == ["a"]


@pytest.mark.parametrize(
    ("names", "score"), [("abc", 10_000), ("a", 3_333), ("abcd", 0), ("d", 0), ("", 0)]
)
def test_weights_that_all_count_make_a_right_answer(names: str, score: int) -> None:
    """Three thirds written with two decimals add up to 99.99 and are still everything."""
    weights = {"a": "33.33", "b": "33.33", "c": "33.33", "d": "-100"}
    question = SeveralQuestion(stem="?", options=options(weights=weights))

    assert mark(question, chosen(names)).score == score


@pytest.mark.parametrize(
    ("steps", "score"), [("abcd", 10_000), ("bcda", 6_666), ("badc", 0), ("cdab", 6_666)]
)
def test_steps_are_marked_by_their_neighbours(steps: str, score: int) -> None:
    """One step too early must not spoil all that follow."""
    assert mark(ORDER, OrderAnswer(tuple(steps))).score == score


def test_the_remarks_of_an_order_show_the_right_order() -> None:
    """After the answer a learner wants to see how it should be, and what stood right."""
    marked = mark(ORDER, OrderAnswer(("a", "c", "b", "d")))

    assert [one.text for one in marked.remarks] == list(STEPS.values())
    assert [one.chosen for one in marked.remarks] == [True, False, False, True]


def test_equal_right_hand_sides_count_as_the_same() -> None:
    """A learner cannot tell two equal texts apart."""
    answer = MatchAnswer({"one": "two", "two": "one", "six": "six"})

    assert mark(MATCH, answer).score == FULL_SCORE


def test_a_wrong_match_is_shown_before_the_right_one() -> None:
    """What was put together wrongly is best seen beside what belongs together."""
    marked = mark(MATCH, MatchAnswer({"one": "one", "two": "two", "six": "none"}))

    assert marked.score == 6_666
    assert marked.remarks[2:] == (
        Remark("six", "6 → A novel", chosen=True, right=False),
        Remark("six", "6 → A conclusion", chosen=False, right=True),
    )


@pytest.mark.parametrize(
    ("text", "score"), [("1977", 10_000), ("1975", 10_000), ("1979,0", 10_000), ("1979.001", 0)]
)
def test_a_number_counts_within_its_tolerance(text: str, score: int) -> None:
    """Near enough is what the author wrote, no more."""
    marked = mark(YEAR, NumberAnswer(text))

    assert marked.score == score
    assert marked.remarks[0].text == "1977 AD"


def test_a_short_text_shows_every_form_that_counts() -> None:
    """A learner who wrote another word sees which would have done."""
    marked = mark(WORD, TextAnswer("Declarative"))

    assert [(one.text, one.chosen) for one in marked.remarks] == [
        ("declaratory", False),
        ("declarative", True),
    ]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (OneQuestion(stem="?", options=options("a")), chosen("")),
        (OneQuestion(stem="?", options=options("a")), chosen("ab")),
        (OneQuestion(stem="?", options=options("a")), chosen("z")),
        (SeveralQuestion(stem="?", options=options("ab")), chosen("az")),
        (CLAIM, chosen("a")),
        (ORDER, OrderAnswer(("a", "b", "c"))),
        (ORDER, OrderAnswer(("a", "b", "c", "c"))),
        (MATCH, MatchAnswer({"one": "one"})),
        (MATCH, MatchAnswer({"one": "one", "two": "two", "six": "seven"})),
        (YEAR, NumberAnswer("about 1977")),
        (WORD, NumberAnswer("1")),
        (THOUGHT, TextAnswer("A thought")),
        (THOUGHT, TrueFalseAnswer(True)),
        (WORD, ReflectionAnswer("A thought")),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(question: Question, answer: Answer) -> None:
    """A front end's fault must be seen at once, not be recorded as a learner's mistake."""
    with pytest.raises(AnswerError):
        mark(question, answer)
