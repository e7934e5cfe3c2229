"""An enrolment records each step, and says so when it could not."""

from pathlib import Path

from learners import Learner

from protectcourse.progress.events import PageOpened


def test_a_course_is_begun_once(tmp_path: Path) -> None:
    """The rule for completing it is that of the first day, however often the program starts."""
    learner = Learner(tmp_path / "data")

    learner.enrolment.begin()
    learner.enrolment.begin()
    learner.lose_power()
    learner.enrolment.begin()

    assert learner.rows("course-begun") == 1
    assert learner.enrolment.progress.courses == {"sent-back": 1}


def test_units_of_two_courses_are_told_apart(tmp_path: Path) -> None:
    """Two courses may both have a unit `intro`."""
    assert Learner(tmp_path / "data").enrolment.key("intro") == "sent-back/intro"


def test_a_seed_is_the_learners_own_and_stays(tmp_path: Path) -> None:
    """Choices stand in the same order at every visit, and in another for a colleague."""
    one, other = Learner(tmp_path / "one"), Learner(tmp_path / "other")
    before = one.enrolment.seed("u")

    one.lose_power()

    assert one.enrolment.seed("u") == before
    assert before not in {other.enrolment.seed("u"), one.enrolment.seed("v")}


def test_a_step_that_could_not_be_saved_is_told_and_saved_with_the_next(tmp_path: Path) -> None:
    """The session goes on; nothing is lost and nothing doubled."""
    learner = Learner(tmp_path / "data")
    learner.fill_disk()

    learner.enrolment.record(PageOpened(unit="u", item="a"))

    words = learner.enrolment.not_saved
    assert not learner.enrolment.all_saved
    assert words.startswith("Not saved: ")
    assert "saved with the next" in words
    assert learner.enrolment.progress.lessons["u"].items == ["a"]
    assert learner.rows("page-opened") == 0
    learner.free_disk()
    learner.enrolment.record(PageOpened(unit="u", item="b"))
    assert learner.enrolment.not_saved == ""
    assert learner.enrolment.all_saved
    learner.lose_power()
    assert learner.enrolment.progress.lessons["u"].items == ["a", "b"]
    assert learner.rows("page-opened") == 2


def test_what_the_session_shows_is_what_a_restart_shows(tmp_path: Path) -> None:
    """Live and replayed, the progress is the same."""
    learner = Learner(tmp_path / "data")
    learner.enrolment.begin()
    learner.enrolment.record(PageOpened(unit="u", item="a"), PageOpened(unit="v", item="b"))
    before = learner.enrolment.progress

    learner.lose_power()

    assert learner.enrolment.progress == before
