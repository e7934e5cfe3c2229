"""`items`: how each question of the quizzes did, from a register."""

import gc
from pathlib import Path

from protectcourse.cli.courses import find_courses
from protectcourse.cli.report_target import ReportTarget, put_report
from protectcourse.clock import SystemClock
from protectcourse.course.library import Course, open_course
from protectcourse.errors import ContentError, RecordError
from protectcourse.findings import did_you_mean
from protectcourse.locations import COMPILED_FOLDER
from protectcourse.records.register.opening import open_register
from protectcourse.records.reports.items import Asked, items_report
from protectcourse.records.reports.quiz_answers import Scope, read_quiz_answers
from protectcourse.records.reports.quiz_words import CourseWords, course_words

QUIZZES = "SELECT DISTINCT unit FROM entry WHERE kind = 'quiz-begun' ORDER BY unit"


def report_items(
    where: str, folder: Path, course: str | None, quiz: str | None, target: ReportTarget
) -> int:
    """Print or write the statistics of questions; return the exit code."""
    gc.enable()
    clock = SystemClock()
    words = course_words(one_course(course, folder)) if course is not None else None
    with open_register(where, clock, must_exist=True) as register:
        if quiz is not None:
            _refuse_unknown(quiz, words, [str(unit) for (unit,) in register.rows(QUIZZES)])
        scope = Scope(words.id if words is not None else None, quiz)
        answers = read_quiz_answers(register, scope)
    report = items_report(
        answers, words, Asked(shown_place(where), clock.today().isoformat(), quiz)
    )
    return put_report(report, "items", target)


def one_course(chosen: str, folder: Path) -> Course:
    """Return the one course that a folder or an id means. Raises ContentError."""
    courses = find_courses(chosen, folder)
    if len(courses) > 1:
        names = ", ".join(course.name for course in courses)
        raise ContentError(f"{chosen} holds several courses: {names}", "Name one of them.")
    return open_course(courses[0], folder / COMPILED_FOLDER)


def shown_place(where: str) -> str:
    """Return a register's place as a report names it: never with a password."""
    return "in a database" if "://" in where else Path(where).name


def _refuse_unknown(quiz: str, words: CourseWords | None, answered: list[str]) -> None:
    """Raise RecordError for a quiz that neither the course nor the register has."""
    known = [*(words.quizzes if words is not None else ()), *answered]
    if quiz not in known:
        there = ", ".join(dict.fromkeys(known)) or "none of which answers were handed in"
        hint = did_you_mean(quiz, known) or f"There are: {there}."
        raise RecordError(f"there is no quiz `{quiz}` here", hint)
