"""Learners for tests: enrolled in the shipped course or a copy of it, who answer right or wrong."""

import atexit
import functools
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import yaml
from fake_clock import FakeClock

from protectcourse.course.folders import CourseFiles, courses_in
from protectcourse.course.library import open_course
from protectcourse.course.outline import UnitOutline
from protectcourse.locations import COMPILED_FOLDER, CourseFolders, shipped_courses
from protectcourse.progress.keeping import read_progress
from protectcourse.progress.opening import open_store
from protectcourse.progress.store import FILE_NAME
from protectcourse.quiz.answers import (
    Answer,
    ChoiceAnswer,
    OrderAnswer,
    TrueFalseAnswer,
)
from protectcourse.quiz.questions import (
    OneQuestion,
    OrderQuestion,
    Question,
    SeveralQuestion,
    TrueFalseQuestion,
)
from protectcourse.scenario.engine import answers_for
from protectcourse.scenario.moments import Moment
from protectcourse.scenario.story import compile_story
from protectcourse.study.case_session import CaseSession
from protectcourse.study.enrolment import Enrolment
from protectcourse.study.lesson_session import LessonSession
from protectcourse.study.quiz_session import QuizSession

LESSON, QUIZ, CASE = "rule-against-return", "m2-quiz", "going-south"
SECOND_LESSON = "after-departure"
GOOD_PLAY = (
    *("both", "plain", "back", "seen", "others", "stay", "phone_use", "enough", "sound"),
    *("weigh", "strongest", "second", "dated", "refuse"),
)


def shipped() -> CourseFiles:
    """Return the files of the shipped course."""
    folders = shipped_courses()
    assert folders is not None
    return next(one for one in courses_in(folders) if one.name == "sent-back")


@functools.cache
def _kept() -> Path:
    """Return the folder in which this process keeps the shipped course compiled, for all tests."""
    folder = tempfile.TemporaryDirectory(prefix="protectcourse-tests-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


def opened_before(data: Path) -> Path:
    """Give a data folder what an earlier start leaves there: the shipped course, compiled."""
    open_course(shipped(), _kept())
    shutil.copytree(_kept(), data / COMPILED_FOLDER)
    return data


def copy_course(target: Path) -> CourseFiles:
    """Return a copy of the shipped course that a test may edit."""
    files = shipped()
    assert files.quizzes is not None
    shutil.copytree(files.lessons, target / "lessons" / files.name)
    shutil.copytree(files.quizzes, target / "quizzes" / files.name)
    return courses_in(CourseFolders(target / "lessons", target / "quizzes"))[0]


def four_units(target: Path) -> CourseFiles:
    """Return a copy of the shipped course with two modules of two units each."""
    files = copy_course(target)
    file = files.lessons / "course.yaml"
    course = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    kept = {"m2": ("lesson", LESSON, "quiz", QUIZ), "m3": ("lesson", SECOND_LESSON, "case", CASE)}
    course["modules"] = {
        name: course["modules"][name] | {"units": [{one: unit}, {two: other}]}
        for name, (one, unit, two, other) in kept.items()
    }
    course |= {"numbers_from": 2, "version": 1}
    course["completion"]["needs"].remove("final")
    text = yaml.safe_dump(course, sort_keys=False, allow_unicode=True)
    file.write_text(re.sub(r"'(\d+)'", r"\1", text), encoding="utf-8")
    return files


def decide(session: CaseSession, way: str, seconds: int = 7) -> Moment:
    """Take a choice or a question by its id, or a checklist by the result that it comes to."""
    if session.moment().kind == "checklist":
        return session.answer(answers_of(session, way), seconds)
    return session.choose(way, seconds)


def take(session: CaseSession, ways: Sequence[str]) -> None:
    """Take one way after another."""
    for way in ways:
        decide(session, way)


def answers_of(session: CaseSession, result: str) -> dict[str, str]:
    """Return answers to the checklist now shown that come to a result."""
    _, _, state = session._playing()
    return dict(answers_for(compile_story(session.case), state, result))


class Learner:
    """Somebody with a folder of their own, who takes a course."""

    def __init__(self, folder: Path, files: CourseFiles | None = None) -> None:
        self.folder = folder
        self.files = files or shipped()
        self.clock = FakeClock()
        self.sit_down()

    def sit_down(self) -> None:
        """Open course and progress file."""
        own = self.files != shipped()
        self.course = open_course(self.files, self.folder.parent / "compiled" if own else _kept())
        self.store = open_store(self.folder, self.clock)
        self.enrolment = Enrolment(self.course, self.store, read_progress(self.store), self.clock)

    def unit(self, name: str) -> UnitOutline:
        """Return a unit of the course."""
        found = self.course.outline.unit(name)
        assert found is not None
        return found

    def lesson(self, name: str = LESSON) -> LessonSession:
        """Return a sitting with a lesson."""
        return LessonSession(self.enrolment, self.unit(name))

    def quiz(self, name: str = QUIZ) -> QuizSession:
        """Return a sitting with a quiz."""
        return QuizSession(self.enrolment, self.unit(name))

    def case(self, name: str = CASE) -> CaseSession:
        """Return a sitting with a case."""
        return CaseSession(self.enrolment, self.unit(name))

    def lose_power(self) -> None:
        """Go on with the file as it stands at this moment: nothing was closed or kept."""
        shutil.copytree(self.folder, self.folder.with_name(self.folder.name + "-later"))
        self.store.close()
        self.folder = self.folder.with_name(self.folder.name + "-later")
        self.sit_down()

    def rows(self, kind: str) -> int:
        """Return how many events of a kind are in the file, read by another connection."""
        with closing(sqlite3.connect(self.folder / FILE_NAME)) as file:
            query = "SELECT count(*) FROM entry WHERE kind = ?"
            return int(file.execute(query, (kind,)).fetchone()[0])

    def fill_disk(self) -> None:
        """Let no more be saved."""
        connection = self.store._connection
        assert connection is not None
        connection.execute(
            "CREATE TEMP TRIGGER full BEFORE INSERT ON entry "
            "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )

    def free_disk(self) -> None:
        """Let things be saved again."""
        connection = self.store._connection
        assert connection is not None
        connection.execute("DROP TRIGGER temp.full")


def right(question: Question) -> Answer:
    """Return the right answer to a question of the shipped quizzes."""
    match question:
        case OneQuestion() | SeveralQuestion():
            return ChoiceAnswer(frozenset(n for n, o in question.options.items() if o.correct))
        case TrueFalseQuestion():
            return TrueFalseAnswer(question.answer)
        case OrderQuestion():
            return OrderAnswer(tuple(question.steps))
    raise AssertionError(f"the shipped quizzes have no {type(question).__name__}")


def wrong(question: Question) -> Answer:
    """Return an answer that earns nothing, or not all."""
    match question:
        case OneQuestion() | SeveralQuestion():
            name = next(name for name, option in question.options.items() if not option.correct)
            return ChoiceAnswer(frozenset([name]))
        case TrueFalseQuestion():
            return TrueFalseAnswer(not question.answer)
        case OrderQuestion():
            return OrderAnswer(tuple(reversed(list(question.steps))))
    raise AssertionError(f"the shipped quizzes have no {type(question).__name__}")


def read_through(session: LessonSession) -> None:
    """Turn every page of a lesson."""
    session.open()
    while session.next() is not None:
        pass


def take_quiz(session: QuizSession, missing: int = 0) -> list[str]:
    """Answer what is left of an attempt, the first few wrongly; return what was asked."""
    asked: list[str] = []
    while not session.is_finished:
        view = session.question()
        answer = wrong if len(asked) < missing else right
        session.submit(answer(view.asked.question), seconds=5)
        asked.append(view.asked.id)
    return asked
