"""A course with a final assessment of every kind of question, for tests of its rules."""

from pathlib import Path

from course_files import LESSON, write_course

from protectcourse.course.folders import CourseFiles

COURSE = """\
course: demo
version: 1
title: A demonstration
language: en
domains:
  D1: At the door
  D2: At the desk
objectives:
  O1: {text: Greet a visitor., domain: D1, bloom: apply}
  O2: {text: Fill in the book., domain: D2, bloom: apply}
modules:
  one:
    title: Visitors
    units:
      - lesson: welcome
      - quiz: visitors
"""
TAUGHT = LESSON.replace("pages:", "objectives: [O1]\npages:")
HEAD = """\
quiz: visitors
title: Visitors
pool: final
draw: 4
spread: domain
floor: 1
pass: 50
feedback: {feedback}
attempts_per_day: 2
about: Four questions on visitors.
questions:
"""
QUESTION = """\
  {name}:
    kind: one
    objective: {objective}
    stem: What does {name} do?
    options:
      good: {{text: The right thing, correct: true, rationale: Just so.}}
      bad: {{text: The wrong thing, rationale: Not so.}}
"""
NAMES = {f"door-{n}": "O1" for n in range(1, 6)} | {f"desk-{n}": "O2" for n in range(1, 6)}


def write_final(folder: Path, feedback: str = "after-pass") -> CourseFiles:
    """Write a final of four questions, two from each domain, out of five each."""
    body = "".join(QUESTION.format(name=name, objective=o) for name, o in NAMES.items())
    return write_course(folder, COURSE, TAUGHT, HEAD.format(feedback=feedback) + body)
