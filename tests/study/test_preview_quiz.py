"""A quiz taken while its file is edited."""

from pathlib import Path

import pytest
from course_files import write_course
from fake_clock import FakeClock

from protectcourse.authoring.trying.preview_target import find_target
from protectcourse.authoring.trying.preview_watch import PreviewWatch
from protectcourse.course.library import Course
from protectcourse.progress.projections import Progress
from protectcourse.progress.throwaway import open_throwaway
from protectcourse.quiz.answers import TrueFalseAnswer
from protectcourse.study.enrolment import Enrolment
from protectcourse.study.preview_quiz import PreviewQuiz
from protectcourse.study.preview_scripts import read_script

HEAD = "quiz: visitors\ntitle: Visitors\n"
ONE = """\
  {id}:
    kind: true-false
    stem: "True or false: {stem}."
    answer: true
    rationale: {why}
"""
WHY = "That is how the house wants it to be done."


def question(id: str, stem: str = "", why: str = WHY) -> str:
    """Return a question as it stands in a bank."""
    return ONE.format(id=id, stem=stem or f"the sentence {id} holds", why=why)


def bank(*questions: str, head: str = HEAD) -> str:
    """Return the file of a bank."""
    return f"{head}questions:\n{''.join(questions)}"


A, B, C = question("a"), question("b"), question("c")


class Author:
    """Somebody who takes a quiz and edits it."""

    def __init__(self, folder: Path, quiz: str) -> None:
        self.folder = folder
        clock = FakeClock()
        course = self._read(quiz)
        self.enrolment = Enrolment(course, open_throwaway(clock), Progress(), clock)

    def _read(self, quiz: str) -> Course:
        files = write_course(self.folder, quiz=quiz)
        course = PreviewWatch(find_target(files.lessons)).read().course
        assert course is not None
        return course

    def save(self, quiz: str) -> None:
        """Save another bank."""
        self.enrolment.course = self._read(quiz)

    def session(self, *, first: str = "", seed: int | None = None) -> PreviewQuiz:
        """Return a session of the newest edition."""
        unit = self.enrolment.course.outline.unit("visitors")
        assert unit is not None
        return PreviewQuiz(self.enrolment, unit, first=first, seed=seed)


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """Return an author who has answered the first two of three questions."""
    author = Author(tmp_path, bank(A, B, C))
    session = author.session()
    session.open()
    session.submit(TrueFalseAnswer(True), 1)
    session.submit(TrueFalseAnswer(False), 1)
    return author


def test_answers_stay_where_the_question_is_the_same(author: Author) -> None:
    """A new rationale is what the author wants to see below the answer given."""
    author.save(bank(A, question("b", why="Because the desk can check who it is."), C))

    session = author.session()
    session.return_to("b")
    feedback = session.feedback()

    assert feedback is not None
    assert feedback.rationale == "Because the desk can check who it is."
    assert session.open().number == 3


def test_a_question_that_asks_something_else_is_asked_again(author: Author) -> None:
    """An answer to the old words says nothing about the new ones."""
    author.save(bank(question("a", stem="a badge is needed"), B, C))

    session = author.session()
    shown = session.open()

    assert (shown.asked.id, shown.given) == ("a", None)
    assert session.return_to("b").given == TrueFalseAnswer(False)


def test_a_question_that_is_gone_is_gone_and_a_new_one_comes_last(author: Author) -> None:
    """The quiz goes on with what the bank has now."""
    author.save(bank(B, C, question("d")))

    session = author.session()
    shown = session.return_to("a")

    assert (shown.asked.id, shown.number, shown.total) == ("c", 2, 3)


def test_a_finished_quiz_is_marked_anew(author: Author) -> None:
    """The result on the screen is that of the bank as it stands."""
    session = author.session()
    session.open()
    session.submit(TrueFalseAnswer(True), 1)
    assert not session.result().passed
    author.save(bank(A, B, C, head=f"{HEAD}pass: 60\n"))

    result = author.session().result()

    assert (result.percent, result.pass_mark, result.passed) == (66, 60, True)


def test_a_finished_quiz_opens_where_a_question_is_new(author: Author) -> None:
    """Nothing is marked that was not answered."""
    session = author.session()
    session.open()
    session.submit(TrueFalseAnswer(True), 1)
    author.save(bank(A, B, C, question("d")))

    session = author.session()

    assert session.has_open_attempt
    assert session.open().asked.id == "d"


def test_an_attempt_begins_at_the_question_asked_for(author: Author) -> None:
    """Thirty questions are not answered to see the last."""
    order = []
    session = author.session(first="c")
    session.begin()
    while not session.is_finished:
        order.append(session.question().asked.id)
        session.submit(TrueFalseAnswer(True), 1)

    assert order == ["c", "a", "b"]


def test_a_question_asked_for_is_drawn(tmp_path: Path) -> None:
    """Of a bank that draws one in three, it is this one."""
    author = Author(tmp_path, bank(A, B, C, head=f"{HEAD}draw: 1\n"))

    shown = author.session(first="b").begin()

    assert (shown.asked.id, shown.total) == ("b", 1)


def test_a_final_may_be_tried_as_often_as_one_likes(tmp_path: Path) -> None:
    """An author is no candidate."""
    author = Author(tmp_path, bank(A, head=f"{HEAD}attempts_per_day: 1\n"))

    for _ in range(3):
        session = author.session()
        session.begin()
        session.submit(TrueFalseAnswer(True), 1)

    assert author.session().attempts_left is None


def test_an_attempt_is_given_as_a_script(author: Author) -> None:
    """What was answered, and the percent that it came to."""
    session = author.session()
    session.open()
    session.submit(TrueFalseAnswer(True), 1)

    played = read_script(author.enrolment, session.unit)

    assert played is not None
    assert played.played == {"a": ("true",), "b": ("false",), "c": ("true",)}
    assert played.expect == "66"


def test_scripts_of_the_author_reach_no_learner(tmp_path: Path) -> None:
    """They hold the right answers."""
    tests = "tests:\n  one:\n    answers: {a: true}\n    expect: passed\n"
    author = Author(tmp_path, bank(A) + tests)

    session = author.session()
    session.begin()

    assert not author.enrolment.course.quiz("visitors").tests
    assert "tests" not in author.enrolment.progress.quizzes["demo/visitors"][0].copy
