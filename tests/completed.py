"""Courses completed, and records of them, for tests."""

import os
from pathlib import Path
from typing import Any

from course_files import COURSE, write_course
from learners import Learner, read_through, take_quiz

from protectcourse.records.completion_record import CompletionRecord, UnitDone
from protectcourse.signing import Signer

LESSON, QUIZ_UNIT = "welcome", "visitors"
MORE_LESSON = """\
lesson: more
title: More about visitors
minutes: 1
pages:
  bye:
    title: Bye
    text: See the visitor out again.
"""
RULED = COURSE + "completion:\n  needs: [lessons, quizzes]\n  valid_months: 24\n"
SECOND_MODULE = "  two:\n    title: More\n    units:\n      - lesson: more\n"
WITH_MORE = RULED.replace("completion:\n", SECOND_MODULE + "completion:\n")
SIGNER, OTHER_SIGNER = Signer(b"\x01" * 32), Signer(b"\x02" * 32)


class Visitor(Learner):
    """Somebody who takes the small course of visitors."""

    def __init__(self, folder: Path, course: str = RULED) -> None:
        self.place = folder
        super().__init__(folder / "data", write_course(folder, course))
        self.enrolment.begin()

    def complete(self, missing: int = 0) -> None:
        """Do all that the course asks for."""
        read_through(self.lesson(LESSON))
        self.pass_quiz(missing)

    def pass_quiz(self, missing: int = 0) -> None:
        """Take the quiz, the first few questions wrongly."""
        session = self.quiz(QUIZ_UNIT)
        session.begin()
        take_quiz(session, missing)

    def edit(self, course: str, **more: str) -> None:
        """Publish the course anew, then close the program and open it again."""
        files = write_course(self.place, course, **more)
        for number, path in enumerate(sorted(files.lessons.iterdir())):
            os.utime(path, ns=(number, len(course) + number))  # quicker than a clock's tick
        self.close()
        self.sit_down()

    def close(self) -> None:
        """Close the program."""
        self.store.close()


def make_sample(**changes: Any) -> CompletionRecord:
    """Return a record, with some parts changed."""
    parts: dict[str, Any] = {
        "course": "demo",
        "title": "A demonstration",
        "language": "en",
        "version": 1,
        "status": "draft",
        "name": "Ada",
        "learner": "00112233aabbccdd",
        "device": "ffeeddccbbaa9988",
        "day": "2026-11-24",
        "score": 8750,
        "units": (UnitDone("welcome", "lesson", "Welcome"), UnitDone("visitors", "quiz", "Visits")),
        "valid_until": "2028-11-24",
    }
    return CompletionRecord(**parts | changes)
