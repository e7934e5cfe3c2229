"""The dashboard says what is done, what was begun and what comes next."""

import os
from collections.abc import Callable
from pathlib import Path

from learners import (
    CASE,
    GOOD_PLAY,
    LESSON,
    QUIZ,
    SECOND_LESSON,
    Learner,
    copy_course,
    four_units,
    read_through,
    right,
    take,
    take_quiz,
)

from protectcourse.course.folders import CourseFiles
from protectcourse.study.dashboard import Dashboard, State, next_after, read_dashboard

UNITS = (LESSON, QUIZ, SECOND_LESSON, CASE)


def states(board: Dashboard) -> dict[str, State]:
    """Return the state of each unit."""
    return {line.unit.id: line.state for module in board.modules for line in module.units}


def where(board: Dashboard, unit: str) -> str:
    """Return what stands beside a unit."""
    lines = [line for module in board.modules for line in module.units]
    return next(line.where for line in lines if line.unit.id == unit)


def edited(files: CourseFiles, old: str, new: str) -> CourseFiles:
    """Change the course file of a copy."""
    file = files.lessons / "course.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(file, ns=(1, 1))
    return files


def test_at_first_nothing_is_begun_and_the_first_unit_comes_next(tmp_path: Path) -> None:
    """The learner needs one key to begin."""
    board = read_dashboard(Learner(tmp_path / "data", four_units(tmp_path / "course")).enrolment)

    assert board.title == "Sent Back?"
    assert states(board) == dict.fromkeys(UNITS, State.NOT_BEGUN)
    assert board.next is not None
    assert (board.next.unit.id, board.is_begun) == (LESSON, False)
    assert board.summary.startswith("0 of 4 done · about ")
    assert where(board, QUIZ) == "pass at 80 %"


def test_a_begun_unit_is_gone_on_with_where_it_was_left(tmp_path: Path) -> None:
    """The latest touched counts, not the first in the list."""
    learner = Learner(tmp_path / "data", four_units(tmp_path / "course"))
    lesson = learner.lesson()
    lesson.open()
    lesson.next()
    lesson.next()
    case = learner.case()
    case.begin()
    take(case, GOOD_PLAY[:3])
    quiz = learner.quiz()
    quiz.open()
    quiz.submit(right(quiz.question().asked.question), seconds=1)

    learner.lose_power()
    board = read_dashboard(learner.enrolment)

    assert board.next is not None
    assert (board.next.unit.id, board.is_begun) == (QUIZ, True)
    pages = len(learner.unit(LESSON).pages)
    assert where(board, LESSON) == f"page 2 of {pages}"
    assert where(board, QUIZ) == "question 2 of 6"
    assert where(board, CASE) == "decision 4"
    assert states(board)[SECOND_LESSON] is State.NOT_BEGUN
    assert [module.state for module in board.modules] == [State.BEGUN, State.BEGUN]


def test_what_is_done_counts_and_the_rest_is_what_is_left(tmp_path: Path) -> None:
    """Unit by unit up to the end."""
    learner = Learner(tmp_path / "data", four_units(tmp_path / "course"))
    board = read_dashboard(learner.enrolment)
    left = [board.summary]
    steps: tuple[Callable[[Learner], None], ...] = (read, take_quiz_of, read_second, play_case)
    for number, step in enumerate(steps, 1):
        step(learner)
        board = read_dashboard(learner.enrolment)
        assert board.summary.startswith(f"{number} of 4 done")
        left.append(board.summary)
        assert states(board)[UNITS[number - 1]] is State.DONE

    assert board.summary == "4 of 4 done"
    assert board.next is None
    assert [(one.state, one.done, one.total) for one in board.modules] == [(State.DONE, 2, 2)] * 2
    assert len(set(left)) == 5


def read(learner: Learner) -> None:
    """Read the first lesson."""
    read_through(learner.lesson())


def read_second(learner: Learner) -> None:
    """Read the second lesson."""
    read_through(learner.lesson(SECOND_LESSON))


def take_quiz_of(learner: Learner) -> None:
    """Take the quiz, all right."""
    session = learner.quiz()
    session.open()
    take_quiz(session)


def play_case(learner: Learner) -> None:
    """Play the case to its good ending."""
    session = learner.case()
    session.begin()
    take(session, GOOD_PLAY)


def test_a_quiz_failed_is_waiting_to_be_tried_again(tmp_path: Path) -> None:
    """It is begun, it is not done, and it does not stand in the way of what comes next."""
    learner = Learner(tmp_path / "data", four_units(tmp_path / "course"))
    read_through(learner.lesson())
    session = learner.quiz()
    session.open()
    take_quiz(session, missing=6)

    board = read_dashboard(learner.enrolment)

    assert states(board)[QUIZ] is State.REPEAT
    assert where(board, QUIZ) == "not yet passed"
    assert not board.is_begun


def test_elective_units_do_not_count(tmp_path: Path) -> None:
    """Nobody is held back by what is left to choice."""
    files = edited(
        four_units(tmp_path / "course"),
        "  - case: going-south\n",
        "  - case: going-south\n      elective: true\n",
    )
    learner = Learner(tmp_path / "data", files)
    play_case(learner)

    board = read_dashboard(learner.enrolment)

    assert board.summary.startswith("0 of 3 done")
    assert (board.modules[1].done, board.modules[1].total) == (0, 1)
    assert states(board)[CASE] is State.DONE
    assert board.next is not None
    assert board.next.unit.id == LESSON


def test_a_module_opens_when_the_one_before_it_is_done(tmp_path: Path) -> None:
    """Locked says why, is never offered, and opens by the quiz alone."""
    files = edited(
        four_units(tmp_path / "course"),
        "    title: Refugees sur place\n",
        "    title: Refugees sur place\n    after: [m2]\n",
    )
    learner = Learner(tmp_path / "data", files)
    read_through(learner.lesson())
    board = read_dashboard(learner.enrolment)
    assert board.modules[1].state is State.LOCKED
    assert states(board)[CASE] is State.LOCKED
    assert where(board, CASE) == "opens when module 2 “The rule against return” is done"
    after_quiz = next_after(learner.enrolment, QUIZ)
    assert after_quiz is None

    take_quiz_of(learner)

    board = read_dashboard(learner.enrolment)
    assert board.modules[1].state is State.NOT_BEGUN
    assert board.next is not None
    assert board.next.unit.id == SECOND_LESSON


def test_after_a_unit_the_next_open_one_is_offered(tmp_path: Path) -> None:
    """And after the last, what was passed over."""
    learner = Learner(tmp_path / "data", four_units(tmp_path / "course"))
    read_through(learner.lesson())

    following = [next_after(learner.enrolment, unit) for unit in UNITS]

    names = [line.unit.id if line else None for line in following]
    assert names == [QUIZ, SECOND_LESSON, CASE, QUIZ]


def test_notices_tell_of_saving_of_missing_files_and_of_the_draft(tmp_path: Path) -> None:
    """Nothing is hidden from the learner."""
    files = copy_course(tmp_path / "course")
    assert files.quizzes is not None
    (files.quizzes / "m2-quiz.yaml").write_text("quiz: [", encoding="utf-8")
    learner = Learner(tmp_path / "data", files)
    learner.store.notice = "Nothing is being saved: why."

    notices = read_dashboard(learner.enrolment).notices

    assert notices[0] == "Nothing is being saved: why."
    assert "m2-quiz.yaml" in notices[1]
    assert "draft" in notices[2]
