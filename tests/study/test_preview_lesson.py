"""A lesson read while its file is edited."""

from pathlib import Path

from course_files import write_course
from fake_clock import FakeClock

from protectcourse.authoring.trying.preview_target import find_target
from protectcourse.authoring.trying.preview_watch import PreviewWatch
from protectcourse.progress.projections import Progress
from protectcourse.progress.throwaway import open_throwaway
from protectcourse.quiz.answers import TextAnswer
from protectcourse.study.enrolment import Enrolment
from protectcourse.study.preview_lesson import PreviewLesson

LESSON = """\
lesson: welcome
title: Welcome
minutes: 1
pages:
  hello:
    title: Hello
    text: A visitor without a badge is everyone's business.
    recall:
      kind: short-text
      stem: "Which word?"
      accept: [badge]
      rationale: The word that stands on the door in large letters.
  desk:
    title: The desk
    text: Walk along to the desk.
"""


def session(folder: Path, lesson: str, enrolment: Enrolment | None = None) -> PreviewLesson:
    """Return a session with the lesson as it is saved now."""
    files = write_course(folder, lesson=lesson)
    course = PreviewWatch(find_target(files.lessons)).read().course
    assert course is not None
    clock = FakeClock()
    enrolment = enrolment or Enrolment(course, open_throwaway(clock), Progress(), clock)
    enrolment.course = course
    unit = course.outline.unit("welcome")
    assert unit is not None
    return PreviewLesson(enrolment, unit)


def test_an_answer_stays_while_its_question_is_the_same(tmp_path: Path) -> None:
    """Only a question that has changed is put again."""
    first = session(tmp_path, LESSON)
    first.open()
    first.answer(TextAnswer("badge"), 1)

    same = session(tmp_path, LESSON.replace("large", "small"), first._enrolment)
    same.forget_changed(first.lesson)
    kept = same.open_at("hello").prompt
    other = session(tmp_path, LESSON.replace("Which word?", "What is it called?"), first._enrolment)
    other.forget_changed(same.lesson)
    asked = other.open_at("hello").prompt

    assert kept is not None
    assert kept.answer == TextAnswer("badge")
    assert asked is not None
    assert asked.answer is None


def test_a_page_that_is_gone_gives_way_to_the_one_in_its_place(tmp_path: Path) -> None:
    """Renaming a page must not throw the author back to the beginning."""
    before = session(tmp_path, LESSON).lesson

    renamed = session(tmp_path, LESSON.replace("  desk:", "  reception:"))
    shorter = session(tmp_path, LESSON[: LESSON.index("  desk:")])

    assert renamed.nearest("desk", before) == "reception"
    assert shorter.nearest("desk", before) == "hello"
    assert renamed.nearest("hello", before) == "hello"
