"""Terms, sources, notes and bookmarks are found again where a learner left them."""

from pathlib import Path

from learners import LESSON, SECOND_LESSON, Learner

from protectcourse.course.index import index_course
from protectcourse.study.looking_up import list_marks, list_sources, list_terms


def test_terms_stand_in_the_order_of_the_alphabet_with_their_first_lesson(tmp_path: Path) -> None:
    """A glossary is a place to look things up, whatever the order of its file."""
    learner = Learner(tmp_path / "data")

    terms = list_terms(learner.course, index_course(learner.course))

    names = [one.term.casefold() for one in terms]
    assert names == sorted(names)
    sur_place = next(one for one in terms if one.id == "sur-place")
    assert sur_place.source.startswith(("Cohen 2012", "UNHCR Handbook"))
    assert sur_place.lesson is not None
    assert all(one.meaning and one.source for one in terms)


def test_every_source_of_the_course_is_listed_once(tmp_path: Path) -> None:
    """Who wants to check one should not have to hunt through pages."""
    learner = Learner(tmp_path / "data")

    notes = list_sources(learner.course)

    assert [one.source_id for one in notes] == list(learner.course.sources)
    assert "advocacy organisation" in next(n.about for n in notes if n.source_id == "hrw-07")


def test_notes_and_bookmarks_are_listed_in_the_order_of_the_course(tmp_path: Path) -> None:
    """And they outlast the end of the program, however it ends."""
    learner = Learner(tmp_path / "data")
    second = learner.lesson(SECOND_LESSON)
    second.open()
    second.next()
    second.turn_bookmark()
    first = learner.lesson(LESSON)
    first.open()
    first.next()
    first.write_note("Ask about the form.")
    first.next()
    first.turn_bookmark()

    learner.lose_power()
    marks = list_marks(learner.enrolment, index_course(learner.course))

    assert [(one.unit.id, bool(one.note), one.is_bookmarked) for one in marks] == [
        (LESSON, True, False),
        (LESSON, False, True),
        (SECOND_LESSON, False, True),
    ]
    assert marks[0].note == "Ask about the form."
    assert marks[0].title == "One sentence, three parts"


def test_an_empty_note_and_a_second_press_take_the_marks_away(tmp_path: Path) -> None:
    """Somebody who wrote a name by mistake must be able to take it out."""
    learner = Learner(tmp_path / "data")
    lesson = learner.lesson(LESSON)
    lesson.open()
    lesson.write_note("A name.")
    lesson.turn_bookmark()

    page = lesson.write_note("")
    page = lesson.turn_bookmark()

    assert (page.own_note, page.is_bookmarked) == ("", False)
    assert list_marks(learner.enrolment, index_course(learner.course)) == []
