"""The rules of a final: change until handed in, flags, floor, spread, feedback, attempts."""

from pathlib import Path

import pytest
from final_exam import NAMES, write_final
from learners import Learner, right, wrong

from protectcourse.errors import AnswerError
from protectcourse.quiz.answers import ChoiceAnswer
from protectcourse.study.quiz_session import QuizSession

FINAL = "visitors"
DRAWN = 4


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    """Return somebody who may take the final."""
    return Learner(tmp_path / "data", write_final(tmp_path))


def sit(session: QuizSession, wrong_ones: set[str]) -> None:
    """Answer each question, those named by the start of their id wrongly, and hand in."""
    session.open()
    for number in range(1, DRAWN + 1):
        view = session.go_to(number)
        assert view is not None
        answer = wrong if view.asked.id.split("-")[0] in wrong_ones else right
        session.submit(answer(view.asked.question), seconds=1)
    session.hand_in()


def test_an_answer_may_be_changed_until_it_is_handed_in(learner: Learner) -> None:
    """In an assessment people come back to a question after having read the others."""
    session = learner.quiz(FINAL)
    first = session.open()
    session.submit(wrong(first.asked.question), seconds=1)
    session.go_to(1)

    session.submit(right(first.asked.question), seconds=1)
    session.go_to(1)

    assert session.question().given == right(first.asked.question)
    assert not session.is_finished
    assert learner.rows("answer-given") == 2


def test_nothing_is_finished_by_the_last_answer(learner: Learner) -> None:
    """Handing in is a step of its own, and then no answer can follow."""
    session = learner.quiz(FINAL)
    sit(session, set())

    assert session.is_finished
    assert session.result().passed
    assert learner.rows("quiz-finished") == 1


def test_changes_and_flags_outlast_a_power_cut(learner: Learner) -> None:
    """Forty minutes of work must not hang on a battery."""
    session = learner.quiz(FINAL)
    view = session.open()
    session.submit(right(view.asked.question), seconds=1)
    session.flag()
    session.go_to(2)
    session.flag()
    session.flag()

    learner.lose_power()
    session = learner.quiz(FINAL)
    opened = session.open()

    assert opened.number == 2
    states = [(line.answered, line.flagged) for line in session.overview()]
    assert states == [(True, True), (False, False), (False, False), (False, False)]


def test_what_has_no_answer_counts_as_not_right(learner: Learner) -> None:
    """Leaving a question out must not be better than trying it."""
    session = learner.quiz(FINAL)
    view = session.open()
    session.submit(right(view.asked.question), seconds=1)
    session.hand_in()

    result = session.result()

    assert (result.right, result.total, result.percent) == (1, DRAWN, 25)


def test_a_domain_below_the_floor_fails_the_whole(learner: Learner) -> None:
    """Half of the points are enough here, but not all of them from one domain."""
    session = learner.quiz(FINAL)
    sit(session, {"desk"})

    result = session.result()

    assert result.percent == result.pass_mark == 50
    assert not result.passed
    assert result.below_floor == ("At the desk",)


def test_each_domain_gives_the_same_number(learner: Learner) -> None:
    """A final drawn by lot alone would at times leave a subject out."""
    session = learner.quiz(FINAL)
    session.open()

    drawn = [session.go_to(n) for n in range(1, DRAWN + 1)]

    domains = [NAMES[view.asked.id] for view in drawn if view]
    assert sorted(domains) == ["O1", "O1", "O2", "O2"]


def test_the_second_attempt_asks_what_was_not_seen(learner: Learner) -> None:
    """With five of each and two drawn, nothing need come twice."""
    asked: list[set[str]] = []
    for _ in range(2):
        session = learner.quiz(FINAL)
        session.open()
        views = [session.go_to(n) for n in range(1, DRAWN + 1)]
        asked.append({view.asked.id for view in views if view})
        session.hand_in()

    assert not asked[0] & asked[1]


def test_two_attempts_a_day_and_another_tomorrow(learner: Learner) -> None:
    """A final that can be tried at will is passed by trying."""
    for _ in range(2):
        sit(learner.quiz(FINAL), {"desk", "door"})
    session = learner.quiz(FINAL)

    assert session.attempts_left == 0
    with pytest.raises(AnswerError):
        session.begin()
    learner.clock.move(days=1)
    assert session.attempts_left == 2
    assert session.begin().number == 1


def test_the_questions_open_once_the_final_is_passed(learner: Learner) -> None:
    """Before, the reasons would give away what the next attempt may ask."""
    session = learner.quiz(FINAL)
    sit(session, {"desk", "door"})
    assert session.review() == ()
    assert not session.result().can_retry

    sit(session, set())

    looked_back = session.review()
    assert len(looked_back) == DRAWN
    assert {one.feedback.verdict for one in looked_back if one.feedback} == {"✓ right"}


def test_feedback_after_opens_the_questions_at_once(tmp_path: Path) -> None:
    """Where a bank says `after`, the reasons come with the result, passed or not."""
    learner = Learner(tmp_path / "data", write_final(tmp_path, "after"))
    session = learner.quiz(FINAL)
    session.open()
    session.submit(ChoiceAnswer(frozenset({"bad"})), seconds=1)
    session.hand_in()

    looked_back = session.review()

    assert [one.answer is None for one in looked_back] == [False, True, True, True]
    assert not session.result().passed
