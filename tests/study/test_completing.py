"""A completion is recorded with the very step that makes it, once."""

from pathlib import Path

from completed import LESSON, MORE_LESSON, RULED, WITH_MORE, Visitor
from course_files import COURSE
from learners import read_through

from protectcourse.progress.events import PageOpened


def test_the_step_that_completes_the_course_records_it_in_one_write(tmp_path: Path) -> None:
    """Were the power to fail between the two, a learner would be left without."""
    visitor = Visitor(tmp_path)
    read_through(visitor.lesson(LESSON))
    assert visitor.enrolment.progress.completion("demo") is None

    visitor.pass_quiz()

    events = [one.event.kind for one in visitor.store.events()]
    assert events[-2:] == ["quiz-finished", "course-completed"]
    completion = visitor.enrolment.progress.completion("demo")
    assert completion is not None
    assert (completion.day, completion.version, completion.score) == ("2026-11-24", 1, 10000)
    assert (completion.status, completion.valid_months) == ("draft", 24)
    assert completion.units == {"welcome": 1, "visitors": 1}


def test_it_is_recorded_once_however_long_one_goes_on(tmp_path: Path) -> None:
    """Nor again after a restart, a quiz taken anew or a page opened."""
    visitor = Visitor(tmp_path)
    visitor.complete()

    visitor.pass_quiz()
    visitor.lose_power()
    visitor.enrolment.begin()
    visitor.enrolment.note_completion()
    visitor.pass_quiz()

    assert visitor.rows("course-completed") == 1


def test_a_completion_that_could_not_be_saved_is_saved_with_the_next_step(tmp_path: Path) -> None:
    """A full disk must not cost the completion either."""
    visitor = Visitor(tmp_path)
    read_through(visitor.lesson(LESSON))
    visitor.fill_disk()
    visitor.pass_quiz()
    assert visitor.rows("course-completed") == 0
    assert visitor.enrolment.progress.completion("demo") is not None

    visitor.free_disk()
    visitor.enrolment.record(PageOpened(unit="demo/welcome", item="hello"))

    assert visitor.rows("course-completed") == 1


def test_a_new_rule_does_not_hold_for_those_who_have_begun(tmp_path: Path) -> None:
    """The whole way: an edit asks for a final that there is not, and the course is complete."""
    visitor = Visitor(tmp_path)
    read_through(visitor.lesson(LESSON))

    visitor.edit(RULED.replace("lessons, quizzes", "lessons, quizzes, cases").replace("24", "3"))
    visitor.pass_quiz()

    completion = visitor.enrolment.progress.completion("demo")
    assert completion is not None
    assert completion.valid_months == 24


def test_a_completion_stays_under_its_version(tmp_path: Path) -> None:
    """A lesson added later makes nobody incomplete, and the record does not claim it."""
    visitor = Visitor(tmp_path)
    visitor.complete()
    before = visitor.enrolment.progress.completion("demo")

    visitor.edit(WITH_MORE.replace("version: 1", "version: 2"), more=MORE_LESSON)
    read_through(visitor.lesson("more"))

    assert visitor.course.outline.version == 2
    assert visitor.enrolment.progress.completion("demo") == before
    assert visitor.rows("course-completed") == 1


def test_what_an_edit_completes_is_noted(tmp_path: Path) -> None:
    """The unit that was missing is taken away: no step of the learner's comes after it."""
    visitor = Visitor(tmp_path, WITH_MORE)
    visitor.edit(WITH_MORE, more=MORE_LESSON)
    visitor.complete()
    assert visitor.rows("course-completed") == 0

    visitor.edit(WITH_MORE.replace("lesson: more\n", "lesson: more\n        elective: true\n"))
    visitor.enrolment.note_completion()

    assert visitor.rows("course-completed") == 1


def test_a_broken_file_completes_nothing(tmp_path: Path) -> None:
    """The course opens without it; what it asks for is still asked for."""
    visitor = Visitor(tmp_path, WITH_MORE)
    visitor.edit(WITH_MORE, more="lesson: [")

    visitor.complete()

    assert visitor.course.outline.unread == ("more",)
    assert visitor.rows("course-completed") == 0


def test_a_broken_elective_holds_nobody_back(tmp_path: Path) -> None:
    """It is not asked for, whole or broken."""
    elective = WITH_MORE.replace("lesson: more\n", "lesson: more\n        elective: true\n")
    visitor = Visitor(tmp_path, elective)
    visitor.edit(elective, more="lesson: [")

    visitor.complete()

    assert visitor.course.outline.left_out
    assert visitor.rows("course-completed") == 1


def test_starting_over_and_completing_again_records_a_second(tmp_path: Path) -> None:
    """Both stand in the log; the first is not touched."""
    visitor = Visitor(tmp_path)
    visitor.complete()
    visitor.clock.move(days=400)

    visitor.enrolment.start_over()
    assert visitor.rows("course-completed") == 1
    visitor.complete()
    visitor.lose_power()

    days = [one.day for one in visitor.enrolment.progress.completions["demo"]]
    assert days == ["2026-11-24", "2027-12-29"]
    assert visitor.rows("course-completed") == 2


def test_a_rule_is_kept_with_the_beginning(tmp_path: Path) -> None:
    """Without one of its own a course asks for lessons, cases and quizzes, without an end."""
    visitor = Visitor(tmp_path, COURSE)

    visitor.lose_power()

    rule = {"needs": ["lessons", "cases", "quizzes"], "valid_months": 0, "version": 1}
    assert visitor.enrolment.progress.rules == {"demo": rule}
