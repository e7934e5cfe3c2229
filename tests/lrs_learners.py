"""Learners for tests of statements: they do one of everything, and hand it in."""

import random
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from case_plays import MODEL_PLAY
from course_of_everything import QUESTIONS, write_everything
from fake_clock import FakeClock
from learners import Learner, read_through, take

from protectcourse.course.folders import CourseFiles
from protectcourse.progress.chain import Entry
from protectcourse.quiz.answers import (
    Answer,
    ChoiceAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    ReflectionAnswer,
    TextAnswer,
    TrueFalseAnswer,
)
from protectcourse.quiz.questions import (
    MatchQuestion,
    NumberQuestion,
    OneQuestion,
    OrderQuestion,
    Question,
    ReflectionQuestion,
    SeveralQuestion,
    ShortTextQuestion,
    TrueFalseQuestion,
)
from protectcourse.records.handing_in.bundle import make_hand_in
from protectcourse.records.handing_in.levels import Level
from protectcourse.records.handing_in.reading import read_hand_in
from protectcourse.records.register.opening import open_register
from protectcourse.records.register.register import Register
from protectcourse.records.xapi.activities import Activities
from protectcourse.records.xapi.catalogue import Catalogue
from protectcourse.signing import Signer

BASE = "https://learning.example.org/"
TYPED = "Zanzibar"
"""What learners type that nobody else is to read."""
SETTINGS = f'organisation = "example-aid"\nname = "Example Aid"\nxapi_base = "{BASE}"\n'


class Everybody(Learner):
    """Somebody who does one of everything in a small course, well or badly by chance."""

    def __init__(self, place: Path, files: CourseFiles, seed: int = 0) -> None:
        super().__init__(place / f"learner-{seed}", files)
        self.clock.move(days=seed)
        self.chance = random.Random(seed)
        self.store.set_profile("name", f"{TYPED} {seed}")
        self.enrolment.begin()

    def do_everything(self) -> None:
        """Read, answer, play and be examined, until the course is completed."""
        for lesson in ("visitors", "fire"):
            read_through(self.lesson(lesson))
        for quiz in QUESTIONS:
            self.sit(quiz, right=self.chance.random() < 0.5)
            self.sit(quiz, right=True)
        session = self.case("river-post")
        session.begin()
        take(session, MODEL_PLAY)
        self.sit("examining", right=True)
        read_through(self.lesson("shutters"))

    def sit(self, name: str, *, right: bool) -> None:
        """Take a quiz."""
        session = self.quiz(name)
        view = session.begin()
        while view is not None:
            session.submit(answer_to(view.asked.question, right=right), seconds=4)
            view = session.next()
        if not session.is_finished:
            session.hand_in()

    def hand_in(self, register: Register, level: Level = Level.ANSWERS) -> None:
        """Hand in what was done so far, and have it collected."""
        data = self.hand_in_file(level)
        hand_in = read_hand_in(data, None)
        register.take(hand_in, f"{self.store.learner}.pcrec", sha256(data).hexdigest())

    def hand_in_file(self, level: Level = Level.ANSWERS) -> bytes:
        """Return the file to hand in."""
        return make_hand_in(
            self.store,
            [self.course.outline],
            level=level,
            day=self.clock.today(),
            signer=Signer(sha256(str(self.folder).encode()).digest()),
        )

    @property
    def entries(self) -> list[Entry]:
        """The log."""
        return self.store.holdings().saved

    @property
    def activities(self) -> Activities:
        """What statements are made with on a computer that has the course."""
        return Activities(BASE, Catalogue([self.course]))


def answer_to(question: Question, *, right: bool) -> Answer:
    """Return an answer to a question of any kind, right or wrong."""
    match question:
        case OneQuestion() | SeveralQuestion():
            wrong = [name for name, option in question.options.items() if not option.correct]
            return ChoiceAnswer(frozenset(question.key if right else wrong[:1]))
        case TrueFalseQuestion():
            return TrueFalseAnswer(question.answer is right)
        case OrderQuestion():
            steps = list(question.steps)
            return OrderAnswer(tuple(steps if right else steps[::-1]))
        case MatchQuestion():
            others = [*question.right_sides][::-1]
            sides = question.pairs if right else others
            return MatchAnswer(dict(zip(question.pairs, sides, strict=False)))
        case NumberQuestion():
            return NumberAnswer(str(question.answer) if right else "4711")
        case ShortTextQuestion():
            return TextAnswer(question.accept[0] if right else TYPED)
        case ReflectionQuestion():
            return ReflectionAnswer(TYPED)


def everybody(place: Path, count: int = 1) -> Iterator[Everybody]:
    """Give learners who have done one of everything, each in another way."""
    files = write_everything(place)
    for seed in range(count):
        learner = Everybody(place, files, seed)
        learner.do_everything()
        yield learner
        learner.store.close()


def filled_register(place: Path, count: int = 1) -> Path:
    """Return a register in which some learners have handed everything in."""
    path = place / "register.db"
    with open_register(str(path), FakeClock()) as register:
        for learner in everybody(place, count):
            learner.hand_in(register)
    return path


def set_organisation(folder: Path) -> Path:
    """Put an organisation's settings into a data folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "organisation.toml").write_text(SETTINGS, encoding="utf-8")
    return folder
