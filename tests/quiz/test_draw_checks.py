"""Whether attempts can be drawn from a bank as its head says, and passed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from question_strategies import statement

from protectcourse.findings import ValuePath
from protectcourse.quiz.bank import Quiz
from protectcourse.quiz.checks import find_faults
from protectcourse.quiz.draw_checks import find_faults_in_course
from protectcourse.quiz.drawing import draw_questions
from protectcourse.quiz.questions import Question, ReflectionQuestion

PARTS = st.lists(st.sampled_from(["O1", "O2", "O3"]), min_size=1, max_size=9)


def bank(*members: Question, **rules: object) -> Quiz:
    """Return a bank of these questions, q0, q1 and so on."""
    numbered = {f"q{n}": member for n, member in enumerate(members)}
    return Quiz(quiz="bank", title="Bank", questions=numbered, **rules)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("quiz", "where"),
    [
        (bank(statement(), draw=2), ("draw",)),
        (bank(statement(), statement(parallel_of="q0"), draw=2), ("draw",)),
        (bank(statement(), spread="domain"), ("questions", "q0")),
        (bank(statement("O1"), statement(), floor=1), ("questions", "q1")),
    ],
)
def test_a_draw_that_cannot_be_made_is_found(quiz: Quiz, where: ValuePath) -> None:
    """It would be met by a learner otherwise, in the final."""
    assert [(one.code, one.path) for one in find_faults(quiz)] == [("Q007", where)]


@pytest.mark.parametrize(
    "quiz",
    [
        bank(statement(), draw=1),
        bank(statement(), statement()),
        bank(statement("O1"), ReflectionQuestion(stem="?"), spread="domain", floor=1),
    ],
)
def test_a_draw_that_can_be_made_is_fine(quiz: Quiz) -> None:
    """A first bank has no objectives, and nothing to spread over."""
    assert find_faults(quiz) == []


def test_an_objective_without_a_domain_cannot_be_drawn_by_domain() -> None:
    """Its questions would make up a part of their own, which no floor speaks of."""
    quiz = bank(statement("O1"), statement("O2"), spread="domain")

    findings = find_faults_in_course(quiz, {"O1": "D1"})

    assert [(one.code, one.path) for one in findings] == [
        ("Q007", ("questions", "q1", "objective"))
    ]
    assert list(find_faults_in_course(replace(quiz, spread="objective"), {})) == []


@given(parts=PARTS, draw=st.integers(1, 9), floor=st.integers(1, 5), seed=st.integers(0, 20))
def test_a_floor_that_is_found_is_out_of_reach_in_any_attempt(
    parts: list[str], draw: int, floor: int, seed: int
) -> None:
    """Whoever is told that nobody can do it must be able to rely on that."""
    quiz = bank(*map(statement, parts), draw=min(draw, len(parts)), floor=floor)

    named = [one.message.split("`")[3] for one in find_faults_in_course(quiz, None)]
    asked = [quiz.questions[name].objective for name in draw_questions(quiz, seed, {})]

    assert all(asked.count(part) < floor for part in named)
    assert named or min(map(parts.count, parts)) >= floor


@pytest.mark.parametrize(("floor", "message"), [(2, ""), (3, "at most 2 questions of `O2`")])
def test_a_floor_is_no_more_than_the_smallest_part_is_asked(floor: int, message: str) -> None:
    """The draw takes one from each part in turn: of eight, six and two."""
    members = [statement("O1")] * 6 + [statement("O2")] * 2

    found = find_faults_in_course(bank(*members, draw=8, floor=floor), None)

    assert [message in one.message for one in found] == [True] * bool(message)


def test_reflections_and_parallel_questions_help_no_floor() -> None:
    """The first are not marked, and of the second one is asked."""
    reflection = ReflectionQuestion(stem="?", objective="O1")
    members = [statement("O1"), statement("O1", parallel_of="q0"), reflection]

    (found,) = find_faults_in_course(bank(*members, floor=2), None)

    assert (found.code, found.path) == ("Q007", ("floor",))
    assert "at most 1 question of `O1`" in found.message


def test_a_floor_by_domain_is_judged_with_the_course() -> None:
    """Only course.yaml says which domain an objective belongs to."""
    quiz = bank(statement("O1"), statement("O2"), spread="domain", floor=2)

    assert list(find_faults_in_course(quiz, None)) == []
    assert list(find_faults_in_course(quiz, {"O1": "D1", "O2": "D1"})) == []
    (found,) = find_faults_in_course(quiz, {"O1": "D1", "O2": "D2"})
    assert "of `D1`, nor enough of 1 more" in found.message


def test_a_question_that_is_another_wording_of_itself_is_found() -> None:
    """The other one was meant, and both could come in one attempt."""
    found = find_faults_in_course(
        bank(statement(), statement(parallel_of="q1"), statement(parallel_of="q0")), None
    )

    assert [(one.code, one.path) for one in found] == [("Q009", ("questions", "q1", "parallel_of"))]
