"""Small courses for tests, written out as their authors would write them."""

from pathlib import Path

from protectcourse.course.folders import CourseFiles

COURSE = """\
course: demo
version: 1
title: A demonstration
language: en
modules:
  one:
    title: Visitors
    units:
      - lesson: welcome
      - quiz: visitors
"""
LESSON = """\
lesson: welcome
title: Welcome
minutes: 1
pages:
  hello:
    title: Hello
    text: A visitor without a badge is everyone's business. Walk along to the desk.
"""
GRAVE_LESSON = """\
lesson: welcome
title: Welcome
minutes: 1
sensitivity: S2
content_note: An accident is mentioned, and not described.
pages:
  hello:
    title: Hello
    sensitivity: S2
    text: What happened at the desk, in every detail.
    short: What happened at the desk, in a few words.
  after:
    title: After
    text: A colleague walks along.
"""
QUIZ = """\
quiz: visitors
title: Visitors
questions:
  no-badge:
    kind: one
    stem: Someone you do not know waits at the locked door. What do you do?
    options:
      hold:
        text: Hold the door open and let them in
        rationale: Kind, but now nobody knows who is inside.
      walk:
        text: Walk along with them to the desk
        correct: true
        rationale: The desk can check who they are and whom they visit.
      leave:
        text: Leave them standing outside
        rationale: They may have a good reason to be here.
"""
CASE = """\
scenario: first-case
version: 1
title: The phone call
start: call
nodes:
  call:
    text: A landlord rings. He says a family in his cellar will be taken back at dawn.
    choices:
      ask_safe:
        text: Ask whether they can speak for themselves, and whether it is safe to ring them now.
        best: Start from the people concerned, and from their safety.
        goto: heard
      address:
        text: Ask him for their names and the address, and write them down.
        harmful: You do not yet know who he is or who is listening.
        goto: lost
endings:
  heard:
    outcome: good
    text: A woman comes to the phone.
    debrief: What will you tell her first?
  lost:
    outcome: bad
    text: The line goes dead.
    debrief: What did you need to know before the address?
"""


def write_course(
    folder: Path,
    course: str = COURSE,
    lesson: str = LESSON,
    quiz: str = QUIZ,
    **more: str,
) -> CourseFiles:
    """Write a course of one lesson and one quiz, with more files in `lessons/demo` if given."""
    lessons, quizzes = folder / "lessons" / "demo", folder / "quizzes" / "demo"
    lessons.mkdir(parents=True, exist_ok=True)
    quizzes.mkdir(parents=True, exist_ok=True)
    (lessons / "course.yaml").write_text(course, encoding="utf-8")
    (lessons / "01-welcome.yaml").write_text(lesson, encoding="utf-8")
    (quizzes / "visitors.yaml").write_text(quiz, encoding="utf-8")
    for name, text in more.items():
        (lessons / f"{name}.yaml").write_text(text, encoding="utf-8")
    return CourseFiles(lessons, quizzes)
