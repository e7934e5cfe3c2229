"""An attempt at a quiz survives everything, and its result is told as it was."""

from pathlib import Path

import pytest
from learners import QUIZ, Learner, copy_course, right, take_quiz, wrong

from protectcourse.errors import AnswerError

DRAWN = 6


def test_an_attempt_goes_on_at_the_very_question_after_a_power_cut(tmp_path: Path) -> None:
    """Same question, its choices in the same order."""
    learner = Learner(tmp_path / "data")
    session = learner.quiz()
    for _ in range(2):
        session.open()
        session.submit(right(session.question().asked.question), seconds=3)
    before = session.question()

    learner.lose_power()
    session = learner.quiz()

    assert session.has_open_attempt
    assert session.open() == before
    assert (before.number, before.total, before.is_retry) == (3, DRAWN, False)


def test_nothing_is_asked_twice_over_power_cuts(tmp_path: Path) -> None:
    """One cut after each answer, and still each question comes once, in one attempt."""
    learner = Learner(tmp_path / "d")
    asked = []
    for _ in range(DRAWN):
        session = learner.quiz()
        view = session.open()
        session.submit(right(view.asked.question), seconds=3)
        asked.append(view.asked.id)
        learner.lose_power()

    assert len(set(asked)) == DRAWN
    assert learner.rows("quiz-begun") == learner.rows("quiz-finished") == 1
    assert learner.rows("answer-given") == DRAWN
    session = learner.quiz()
    assert not session.has_open_attempt
    assert session.has_result
    assert (session.result().percent, session.result().passed) == (100, True)


def test_an_answer_is_in_the_file_before_its_feedback(tmp_path: Path) -> None:
    """The rule that all of saving stands on; the last answer brings the result with it."""
    learner = Learner(tmp_path / "data")
    session = learner.quiz()
    view = session.open()
    for number in range(1, DRAWN + 1):
        view = session.question()

        feedback = session.submit(wrong(view.asked.question), seconds=3)

        assert learner.rows("answer-given") == number
        assert feedback.verdict in {"✗ not right", "~ partly"}
    assert learner.rows("quiz-finished") == 1


def test_an_answer_that_does_not_fit_leaves_no_trace(tmp_path: Path) -> None:
    """A fault of a screen must not spoil the attempt."""
    learner = Learner(tmp_path / "data")
    session = learner.quiz()
    session.open()
    view = session.question()
    unfit = right(view.asked.question)
    other = next(
        right(one)
        for one in learner.course.quiz(QUIZ).questions.values()
        if type(right(one)) is not type(unfit)
    )

    with pytest.raises(AnswerError):
        session.submit(other, seconds=1)

    assert learner.rows("answer-given") == 0
    assert session.question() == view


def test_a_result_counts_and_names_what_was_missed(tmp_path: Path) -> None:
    """Weakest objective first, with the lessons that teach it."""
    learner = Learner(tmp_path / "data")
    session = learner.quiz()
    session.open()

    asked = take_quiz(session, missing=3)
    result = session.result()

    assert set(result.missed) == set(asked[:3])
    assert (result.right, result.total, result.passed, result.is_retry) == (3, DRAWN, False, False)
    shares = [one.right / one.total for one in result.objectives]
    assert shares == sorted(shares)
    assert sum(one.total for one in result.objectives) == DRAWN
    assert all(one.lessons for one in result.objectives if one.text.startswith("Explain"))


def test_trying_what_was_missed_asks_only_that_and_passes_nothing(tmp_path: Path) -> None:
    """It is practice: two questions right are no quiz passed."""
    learner = Learner(tmp_path / "data")
    session = learner.quiz()
    session.open()
    asked = take_quiz(session, missing=2)
    assert not session.result().passed

    view = session.retry_missed()
    again = take_quiz(session)

    assert (view.is_retry, view.total) == (True, 2)
    assert set(again) == set(asked[:2])
    result = session.result()
    assert (result.percent, result.passed, result.is_retry) == (100, False, True)
    assert not learner.enrolment.progress.is_passed(learner.enrolment.key(QUIZ))


def test_a_retry_goes_on_after_a_power_cut(tmp_path: Path) -> None:
    """It is an attempt like any other."""
    learner = Learner(tmp_path / "data")
    session = learner.quiz()
    session.open()
    take_quiz(session, missing=3)
    session.retry_missed()
    session.submit(right(session.question().asked.question), seconds=1)
    before = session.question()

    learner.lose_power()

    assert learner.quiz().open() == before


def test_earlier_attempts_are_listed_the_latest_first(tmp_path: Path) -> None:
    """A learner wants to see that it gets better."""
    learner = Learner(tmp_path / "data")
    session = learner.quiz()
    for missing in (6, 3):
        session.begin()
        take_quiz(session, missing)
        learner.clock.move(days=1)
    session.retry_missed()
    take_quiz(session)
    session.begin()
    take_quiz(session)

    learner.lose_power()
    lines = learner.quiz().result().attempts

    assert [(one.number, one.day, one.passed, one.is_retry) for one in lines] == [
        (4, "2026-11-26", True, False),
        (3, "2026-11-26", False, True),
        (2, "2026-11-25", False, False),
        (1, "2026-11-24", False, False),
    ]
    assert lines[0].percent == 100
    assert lines == learner.quiz().result().attempts


def test_a_later_failure_does_not_take_a_pass_away(tmp_path: Path) -> None:
    """Practising again must not be a risk."""
    learner = Learner(tmp_path / "data")
    session = learner.quiz()
    session.begin()
    take_quiz(session)
    session.begin()
    take_quiz(session, missing=6)

    assert not session.result().passed
    assert learner.enrolment.progress.is_passed(learner.enrolment.key(QUIZ))


def test_a_new_attempt_prefers_what_was_not_asked_yet(tmp_path: Path) -> None:
    """A learner who comes back to practise should meet the questions left over."""
    learner = Learner(tmp_path / "data")
    session = learner.quiz()
    session.begin()
    first = take_quiz(session)
    left = set(learner.course.quiz(QUIZ).questions) - set(first)

    session.begin()
    second = take_quiz(session)

    assert left
    assert left & set(second)


def test_an_edit_of_the_quiz_does_not_reach_an_attempt_under_way(tmp_path: Path) -> None:
    """Nobody is marked by a question that they were not asked; the next attempt has the edit."""
    files = copy_course(tmp_path / "course")
    learner = Learner(tmp_path / "data", files)
    session = learner.quiz()
    session.open()
    session.submit(right(session.question().asked.question), seconds=1)
    before = session.question()
    assert files.quizzes is not None
    file = files.quizzes / "m2-quiz.yaml"
    old = file.read_text(encoding="utf-8")
    new = old.replace("stem: |\n      ", "stem: |\n      Edited since. ")
    new = new.replace('stem: "', 'stem: "Edited since. ')
    assert new.count("Edited since.") == old.count("\n    stem: ")
    file.write_text(new, encoding="utf-8")

    learner.lose_power()
    session = learner.quiz()

    assert learner.course.quiz(QUIZ).questions[before.asked.id].stem.startswith("Edited since.")
    assert session.open() == before
    take_quiz(session)
    assert session.result().passed
    assert session.begin().asked.question.stem.startswith("Edited since.")


def test_on_a_full_disk_the_quiz_goes_on_and_the_next_answer_saves_both(tmp_path: Path) -> None:
    """The learner is told in words, in the middle of a quiz, and loses nothing."""
    learner = Learner(tmp_path / "data")
    session = learner.quiz()
    session.open()
    learner.fill_disk()

    feedback = session.submit(right(session.question().asked.question), seconds=1)

    assert feedback.verdict == "✓ right"
    assert session.not_saved.startswith("Not saved: ")
    assert learner.rows("answer-given") == 0
    assert session.question().number == 2
    learner.free_disk()
    session.submit(right(session.question().asked.question), seconds=1)
    assert session.not_saved == ""
    assert learner.rows("answer-given") == 2
    learner.lose_power()
    assert learner.quiz().open().number == 3


def test_an_attempt_begun_over_another_is_the_only_one(tmp_path: Path) -> None:
    """Once it is finished, the one left behind must not come up as if it were under way."""
    learner = Learner(tmp_path / "data")
    session = learner.quiz()
    session.open()
    session.begin()
    take_quiz(session)

    learner.lose_power()
    session = learner.quiz()

    assert not session.has_open_attempt
    assert session.open().number == 1
