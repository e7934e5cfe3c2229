"""What a course says of its questions."""

import random
from itertools import permutations
from pathlib import Path

import pytest
from learners import shipped
from quiz_takers import bank_steps

from protectcourse.course.library import Course, open_course
from protectcourse.quiz.answers import OrderAnswer
from protectcourse.quiz.marking import FULL_SCORE, mark
from protectcourse.quiz.questions import (
    OneQuestion,
    OrderQuestion,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from protectcourse.records.reports.quiz_words import HOW_MANY, course_words, guess_score
from protectcourse.records.undefined import Undefined

WHY = "Because it is so, in words enough."


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Give the shipped course."""
    return open_course(shipped(), tmp_path_factory.mktemp("cache"))


def test_an_order_by_lot_scores_as_said() -> None:
    """The figure is our own, so it is counted out over all orders."""
    steps = {name: name for name in "abcd"}
    question = OrderQuestion(stem="In which order?", steps=steps, rationale=WHY)

    scores = [mark(question, OrderAnswer(order)).score or 0 for order in permutations(steps)]

    mean = sum(scores) / len(scores) / FULL_SCORE
    assert guess_score(question) == pytest.approx(mean, abs=1e-4)


def test_guesses_are_those_of_moodle() -> None:
    """One of so many options; half of true and false; nought of what is typed."""
    true = TrueFalseQuestion(stem="True?", answer=True, rationale=WHY)
    typed = ShortTextQuestion(stem="Who?", accept=("UNHCR",), rationale=WHY)

    assert (guess_score(true), guess_score(typed)) == (0.5, 0)


def test_every_question_of_the_course_has_its_answers_and_its_guess(course: Course) -> None:
    """A kind of question that the report does not know would end it."""
    words = course_words(course)

    for quiz_id, quiz in words.quizzes.items():
        bank = course.quiz(quiz_id)
        for name, known in quiz.questions.items():
            question = bank.questions[name]
            if isinstance(question, ReflectionQuestion):
                continue
            assert any(answer.is_right for answer in known.answers.values()), name
            if isinstance(question, SeveralQuestion):
                assert known.guess == HOW_MANY
            elif isinstance(question, OneQuestion) and not question.is_weighted:
                assert known.guess == 1 / len(question.options)
            else:
                assert not isinstance(known.guess, Undefined)


def test_what_is_handed_in_is_called_as_the_course_calls_it(course: Course) -> None:
    """An answer that is spelt otherwise in the register would stand there without its words."""
    words = course_words(course)
    for quiz_id, quiz in words.quizzes.items():
        steps = bank_steps(f"x/{quiz_id}", course.quiz(quiz_id), random.Random(1), 1.0, {})
        for kind, _, body in steps:
            if kind == "answer-given":
                known = quiz.questions[body["question"]]
                assert known.fingerprint == body["fingerprint"]
                chosen = body["answer"].get("chosen", [])
                assert set(chosen) <= set(known.answers), Path(quiz_id)
