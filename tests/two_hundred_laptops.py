"""The laptops of the two hundred: the real sessions, in which each does what is theirs to do."""

import shutil
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from random import Random

from fake_clock import FakeClock
from learners import Learner, copy_course, read_through, take
from question_strategies import right_answer
from two_hundred_people import FINAL, LESSON, LURE, MISLEADING, OTHER_QUIZ, QUIZ, Given, Person

from protectcourse.course.folders import CourseFiles
from protectcourse.organisation import ORGANISATION_FILE
from protectcourse.progress.store import FILE_NAME
from protectcourse.quiz.answers import Answer, ChoiceAnswer, TrueFalseAnswer
from protectcourse.quiz.questions import (
    OneQuestion,
    Question,
    SeveralQuestion,
    TrueFalseQuestion,
)
from protectcourse.records.handing_in.levels import Level
from protectcourse.records.handing_in.saving import save_in_folder
from protectcourse.records.handing_in.selection import select_entries


class Laptop(Learner):
    """Somebody's computer, whose disk is not waited for: nobody pulls a plug here."""

    def __init__(self, folder: Path, person: Person, files: CourseFiles, settings: str) -> None:
        self.person = person
        folder.mkdir(parents=True)
        if settings:
            (folder / ORGANISATION_FILE).write_text(settings, encoding="utf-8")
        self.folder, self.files = folder, files
        self.clock = FakeClock(datetime.combine(person.begun, time(9), UTC))
        self.sit_down()

    def sit_down(self) -> None:
        """Open course and progress file, on the day it is."""
        super().sit_down()
        assert self.store._connection is not None
        for pragma in ("synchronous=OFF", "journal_mode=MEMORY"):
            self.store._connection.execute(f"PRAGMA {pragma}")
        if not self.store.profile("name"):
            self.store.set_profile("name", self.person.name)

    def hand_in(self, into: Path, level: Level) -> Path:
        """Write a hand-in file as the app does, into the folder of those who collect."""
        selection = select_entries(self.store, [self.course.outline], level)
        path = save_in_folder(selection, self.folder, self.folder.parent, self.clock.today())
        target = into / f"{self.person.number:03}-{self.folder.name}-{path.name}"
        return path.rename(target)

    def put_back(self, backup: bytes) -> None:
        """Put an earlier progress file in the place of this one, and start again."""
        self.store.close()
        (self.folder / FILE_NAME).write_bytes(backup)
        self.sit_down()

    def moved(self, folder: Path) -> "Laptop":
        """Return the same person at a computer that has a copy of this one's folder."""
        shutil.copytree(self.folder, folder)
        other = object.__new__(Laptop)
        other.person, other.folder, other.files = self.person, folder, self.files
        other.clock = FakeClock(self.clock.now())
        other.sit_down()
        return other

    # what is done

    def read(self) -> None:
        """Begin the course and read a lesson."""
        self.enrolment.begin()
        read_through(self.lesson(LESSON))

    def take_quiz(self, most: int = 100) -> None:
        """Take the quiz as well as one can, up to a number of questions."""
        person, session = self.person, self.quiz(QUIZ)
        view = session.begin()
        answers: dict[str, Given] = {}
        while view is not None and len(answers) < most:
            name, question = view.asked.id, view.asked.question
            answer, given = _answer(question, person, lured=name == MISLEADING)
            session.submit(answer, seconds=5)
            answers[name] = given
            view = session.next()
        if session.is_finished:
            person.answers = answers

    def take_other_quiz(self) -> None:
        """Take another quiz, all of it right."""
        session = self.quiz(OTHER_QUIZ)
        view = session.begin()
        while view is not None:
            session.submit(right_answer(view.asked.question), seconds=5)
            view = session.next()

    def take_final(self, missing: int) -> None:
        """Take the final, with a wrong answer to so many of its questions."""
        person, session = self.person, self.quiz(FINAL)
        view = session.begin()
        questions = []
        while view is not None:
            questions.append(view.asked.question)
            view = session.next()
        simple = [n for n, one in enumerate(questions) if _can_be_missed(one)]
        missed = set(person.lot.sample(simple, missing))
        for number, question in enumerate(questions):
            session.go_to(number + 1)
            answer = _miss(question, person.lot) if number in missed else right_answer(question)
            session.submit(answer, seconds=5)
        session.hand_in()
        person.right_in_final = max(len(questions) - missing, person.right_in_final)

    def play_cases(self) -> None:
        """Play every core case as its author would."""
        for unit in self.course.outline.units():
            if unit.sort == "case" and not unit.elective:
                session = self.case(unit.id)
                tests = self.course.case(unit.id).tests
                session.begin()
                take(session, next(iter(tests.values())).play)
                assert session.is_passed, unit.id


@cache
def final_alone(place: Path) -> CourseFiles:
    """Return a copy of the course in which nothing but the final is asked for."""
    files = copy_course(place / "final-alone")
    head = files.lessons / "course.yaml"
    text = head.read_text(encoding="utf-8")
    asked = "needs: [cases, final]"
    assert asked in text
    head.write_text(text.replace(asked, "needs: [final]"), encoding="utf-8")
    return files


def _answer(question: Question, person: Person, *, lured: bool) -> tuple[Answer, Given]:
    """Return an answer which is right in full, or in nothing."""
    lot = person.lot
    knows = lot.random() < person.ability
    if lured and lot.random() < 0.75:
        return _given(ChoiceAnswer(frozenset({LURE})), is_right=False)
    if knows:
        return _given(right_answer(question), is_right=True)
    return _given(_miss(question, lot), is_right=False)


def _miss(question: Question, lot: Random) -> Answer:
    """Return an answer that has no points: of several options one that is wrong, alone."""
    match question:
        case OneQuestion() | SeveralQuestion():
            wrong = [name for name, option in question.options.items() if not option.correct]
            return ChoiceAnswer(frozenset({lot.choice(wrong)}))
        case TrueFalseQuestion():
            return TrueFalseAnswer(not question.answer)
    raise AssertionError(f"nobody misses a {type(question).__name__}")


def _can_be_missed(question: Question) -> bool:
    """Say whether a wrong option of a question has no points at all."""
    return isinstance(question, OneQuestion) and not question.is_weighted


def _given(answer: Answer, *, is_right: bool) -> tuple[Answer, Given]:
    chosen = answer.chosen if isinstance(answer, ChoiceAnswer) else frozenset()
    return answer, Given(chosen, is_right)
