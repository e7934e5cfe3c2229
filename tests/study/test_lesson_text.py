"""A lesson as a text file says what the lesson says, with its sources and the learner's notes."""

from pathlib import Path

from course_files import GRAVE_LESSON, write_course
from learners import LESSON, Learner

from protectcourse.study.lesson_text import file_name, lesson_text


def test_pages_notes_and_sources_stand_in_the_file(tmp_path: Path) -> None:
    """It is read on a bus, without the program."""
    learner = Learner(tmp_path / "data")
    unit = learner.unit(LESSON)
    lesson = learner.lesson(LESSON)
    lesson.open()
    lesson.next()
    lesson.write_note("Ask about the form.")

    text = lesson_text(learner.enrolment, unit)

    assert text.startswith("# 2.2 The rule against return\n")
    titles = [page.title for page in learner.course.lesson(LESSON).pages.values()]
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == [
        *titles,
        "Sources",
    ]
    assert "**My note**\n\nAsk about the form." in text
    assert "[1] 1951 Convention, art. 33" in text.split("## Sources")[1]
    assert "[@" not in text
    assert "[[" not in text
    assert file_name(learner.enrolment, unit) == "sent-back-2.2-rule-against-return"


def test_the_short_form_is_written_where_it_was_chosen(tmp_path: Path) -> None:
    """Whoever chose not to read the details should not find them in the file."""
    learner = Learner(tmp_path / "data", write_course(tmp_path, lesson=GRAVE_LESSON))
    unit = learner.unit("welcome")

    whole = lesson_text(learner.enrolment, unit)
    short = lesson_text(learner.enrolment, unit, short_form=True)

    assert ("in every detail" in whole, "in a few words" in whole) == (True, False)
    assert ("in every detail" in short, "in a few words" in short) == (False, True)
    assert "walks along" in short
