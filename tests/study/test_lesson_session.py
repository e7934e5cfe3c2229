"""A lesson is read in any order, at any pace, and goes on where it was left."""

from pathlib import Path

from learners import LESSON, Learner, read_through, right, wrong

from protectcourse.study.lesson_session import GUESS


def test_a_lesson_begins_with_the_question_to_guess(tmp_path: Path) -> None:
    """Guessing first helps to remember, even when the guess is wrong."""
    view = Learner(tmp_path / "data").lesson().open()

    assert (view.item, view.label, view.kind) == (GUESS, "guess first", "guess")
    assert view.prompt is not None
    assert (view.prompt.answer, view.prompt.feedback) == (None, None)


def test_a_lesson_goes_on_at_the_very_page_after_a_power_cut(tmp_path: Path) -> None:
    """Called away on page two, the learner comes back to page two."""
    learner = Learner(tmp_path / "data")
    pages = learner.unit(LESSON).pages
    session = learner.lesson()
    session.open()
    for page in pages:
        session.next()
        if page == pages[-2]:
            break
    before = session.page()

    learner.lose_power()
    after = learner.lesson().open()

    assert after == before
    assert after.item == pages[-2]
    assert not learner.enrolment.progress.lessons[learner.enrolment.key(LESSON)].completed


def test_an_opened_page_is_in_the_file_before_it_shows(tmp_path: Path) -> None:
    """What was shown counts, whatever happens next."""
    learner = Learner(tmp_path / "data")
    session = learner.lesson()

    for number, turn in enumerate([session.open, session.next, session.back], 1):
        turn()

        assert learner.rows("page-opened") == number


def test_a_question_on_a_page_is_not_asked_twice(tmp_path: Path) -> None:
    """After a restart the answer stands there, with what is said of it."""
    learner = Learner(tmp_path / "data")
    session = learner.lesson()
    asked = session.open().prompt
    assert asked is not None
    answer = wrong(asked.asked.question)
    view = session.answer(answer, seconds=9)
    assert learner.rows("prompt-answered") == 1

    learner.lose_power()
    again = learner.lesson().open()

    assert again == view
    assert again.prompt is not None
    assert again.prompt.answer == answer
    assert again.prompt.feedback is not None
    assert again.prompt.feedback.verdict == "✗ not right"


def test_the_last_page_completes_the_lesson_once(tmp_path: Path) -> None:
    """Reading it again is welcome and changes nothing; it then begins at its beginning."""
    learner = Learner(tmp_path / "data")
    session = learner.lesson()
    session.open()
    learner.clock.move(minutes=17)

    read_through(session)
    learner.lose_power()
    read_through(learner.lesson())

    assert learner.rows("lesson-completed") == 1
    completed = [r.event for r in learner.store.events() if r.event.kind == "lesson-completed"]
    assert getattr(completed[0], "minutes", None) == 17
    assert learner.lesson().open().item == GUESS


def test_pages_turn_no_further_than_the_ends(tmp_path: Path) -> None:
    """None tells the screen to leave the lesson or to stay."""
    session = Learner(tmp_path / "data").lesson()
    session.open()

    assert session.back() is None
    read_through(session)
    assert session.page().is_last
    assert session.next() is None


def test_an_answer_on_a_full_disk_stays_and_the_next_saves_both(tmp_path: Path) -> None:
    """The learner is told in words, and goes on reading."""
    learner = Learner(tmp_path / "data")
    session = learner.lesson()
    asked = session.open().prompt
    assert asked is not None
    learner.fill_disk()

    view = session.answer(right(asked.asked.question), seconds=2)

    assert session.not_saved.startswith("Not saved: ")
    assert view.prompt is not None
    assert view.prompt.feedback is not None
    learner.free_disk()
    session.next()
    assert session.not_saved == ""
    assert (learner.rows("prompt-answered"), learner.rows("page-opened")) == (1, 2)
