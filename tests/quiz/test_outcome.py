"""What comes of an attempt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from question_strategies import statement

from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.outcome import Tally, work_out
from protectcourse.quiz.questions import ReflectionQuestion

QUIZ = Quiz(
    quiz="quiz",
    title="Quiz",
    questions={
        "a": statement("O1"),
        "b": statement("O1"),
        "c": statement("O2"),
        "d": statement(),
        "think": ReflectionQuestion(stem="?", objective="O2"),
    },
)
DOMAINS = {"O1": "D1", "O2": "D1"}


def test_points_are_counted_by_objective() -> None:
    """The result page has one bar per objective, and says what to read again."""
    scores = {"a": 10_000, "b": 3_333, "c": 0, "d": 10_000, "think": None}

    outcome = work_out(QUIZ, scores, pass_mark=80)

    assert (outcome.percent, outcome.right, outcome.total) == (58, 2, 4)
    assert outcome.whole == Tally(right=2, partly=1, total=4, points=23_333)
    assert outcome.parts == {
        "O1": Tally(right=1, partly=1, total=2, points=13_333),
        "O2": Tally(right=0, partly=0, total=1, points=0),
    }
    assert outcome.missed == ("b", "c")


@pytest.mark.parametrize(("points", "passed"), [(31_999, False), (32_000, True), (32_001, True)])
def test_the_pass_mark_itself_is_a_pass(points: int, passed: bool) -> None:
    """A rounded percentage must not decide."""
    scores = {"a": 10_000, "b": 10_000, "c": 10_000, "d": points - 30_000}

    assert work_out(QUIZ, scores, pass_mark=80).passed is passed


@given(st.lists(st.integers(0, 10_000), min_size=4, max_size=4), st.integers(0, 100))
def test_what_is_shown_and_what_is_decided_agree(points: list[int], pass_mark: int) -> None:
    """Nobody is to read "80 %, pass at 80 %, not passed"."""
    outcome = work_out(QUIZ, dict(zip("abcd", points, strict=True)), pass_mark)

    assert outcome.passed == (outcome.percent >= pass_mark)


def test_a_question_without_an_answer_is_not_right() -> None:
    """Who hands in with gaps must not pass on the rest."""
    outcome = work_out(QUIZ, {"a": 10_000}, pass_mark=80)

    assert (outcome.percent, outcome.passed) == (25, False)
    assert outcome.missed == ("b", "c", "d")


def test_reflections_do_not_count() -> None:
    """Nobody is marked on what they think."""
    quiz = Quiz(quiz="quiz", title="Quiz", questions={"think": QUIZ.questions["think"]})

    outcome = work_out(quiz, {"think": None}, pass_mark=100)

    assert (outcome.total, outcome.percent, outcome.passed) == (0, 100, True)
    assert (dict(outcome.parts), outcome.missed) == ({}, ())


@pytest.mark.parametrize(("floor", "below"), [(1, ("O2",)), (2, ("O1", "O2")), (0, ())])
def test_a_part_below_the_floor_is_not_passed(floor: int, below: tuple[str, ...]) -> None:
    """Strength in one part must not hide that another was not understood."""
    scores = {"a": 10_000, "b": 9_999, "c": 9_999, "d": 10_000}

    outcome = work_out(QUIZ, scores, pass_mark=80, floor=floor)

    assert outcome.below_floor == below
    assert outcome.passed is not bool(below)


def test_the_floor_counts_by_domain_where_the_bank_does() -> None:
    """One objective may be weak as long as its domain is not."""
    quiz = Quiz(quiz="quiz", title="Quiz", spread="domain", questions=QUIZ.questions)
    scores = {"a": 10_000, "b": 10_000, "c": 0, "d": 10_000}

    outcome = work_out(quiz, scores, pass_mark=70, floor=2, domains=DOMAINS)

    assert (outcome.below_floor, outcome.passed) == ((), True)
    assert set(outcome.parts) == {"O1", "O2"}


def test_a_part_smaller_than_the_floor_can_be_passed() -> None:
    """Otherwise one question drawn from a part would fail everybody."""
    scores = {"a": 10_000, "b": 10_000, "c": 10_000, "d": 10_000}

    assert work_out(QUIZ, scores, pass_mark=80, floor=2).passed
