"""Learners whose hand-in files are made through the real sessions, at several times and levels.

Among them are copied profiles, restored copies, files without their beginning, and clocks that are
twenty years off.
"""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from completed import MORE_LESSON, RULED
from course_files import CASE, write_course
from fake_clock import FakeClock
from handed_in import file_of
from learners import Learner, read_through, take, take_quiz

from protectcourse.progress.own_copy import write_own_copy
from protectcourse.progress.restoring import restore
from protectcourse.records.handing_in.bundle import make_hand_in
from protectcourse.records.handing_in.levels import Level
from protectcourse.signing import Signer

COURSE = RULED.replace(
    "      - quiz: visitors\n",
    "      - quiz: visitors\n      - lesson: more\n        elective: true\n"
    "      - case: first-case\n        elective: true\n",
)
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
YEARS = timedelta(days=20 * 365)


class Trainee(Learner):
    """Somebody who takes the small course with a case, and hands in after each step."""

    def __init__(self, folder: Path, number: int) -> None:
        self.number = number
        self.signer = Signer(bytes([number + 1]) * 32)
        files = write_course(folder, COURSE, more=MORE_LESSON, **{"first-case": CASE})
        super().__init__(folder / f"learner-{number}", files)

    def sit_down(self) -> None:
        """Open course and progress file, with a clock of the learner's own."""
        self.clock = FakeClock(MONDAY + YEARS * (0, 0, 1, -1)[self.number % 4])
        super().sit_down()

    def hand_in(self, day: int) -> Iterator[bytes]:
        """Give the files of both levels as they are on a day."""
        when = (self.clock.now() + timedelta(days=day)).date()
        for level in Level:
            outlines = [self.course.outline]
            yield make_hand_in(self.store, outlines, level=level, day=when, signer=self.signer)

    def without_beginning(self) -> bytes:
        """Return a file that begins somewhere in the log: what is before it is a gap."""
        saved = self.store.holdings().saved
        first = saved[-1].device
        entries = [one for one in saved if one.device == first]
        header = {"learner": self.store.learner}
        return file_of(entries[len(entries) // 2 :], signer=self.signer, header=header)

    def moved_to(self, folder: Path) -> "Trainee":
        """Return the same person on a computer whose data folder is another."""
        other = object.__new__(Trainee)
        other.number, other.folder, other.files = self.number, folder, self.files
        other.signer = Signer(bytes([self.number + 101]) * 32)
        other.sit_down()
        return other


def hand_in_files(folder: Path, learners: int) -> Iterator[bytes]:
    """Give some fifteen files of each of some seeded learners."""
    for number in range(learners):
        yield from _files_of(Trainee(folder, number), Random(number))


def _files_of(trainee: Trainee, lot: Random) -> Iterator[bytes]:
    trainee.enrolment.begin()
    trainee.store.set_profile("name", f"Trainee {trainee.number}")
    yield from trainee.hand_in(0)
    read_through(trainee.lesson("welcome"))
    session = trainee.quiz("visitors")
    session.begin()
    take_quiz(session, missing=lot.randint(0, 1))
    yield from trainee.hand_in(1)
    other = _other_computer(trainee)
    _play(trainee, lot)
    yield from trainee.hand_in(2)
    _play(other, lot)
    other.store.set_profile("name", f"Trainee {trainee.number} again")
    yield from other.hand_in(3)
    read_through(other.lesson("more"))
    _play(trainee, lot)
    yield from other.hand_in(4)
    yield from trainee.hand_in(5)
    read_through(trainee.lesson("more"))
    yield from trainee.hand_in(6)
    yield trainee.without_beginning()
    trainee.store.close()
    other.store.close()


def _play(trainee: Trainee, lot: Random) -> None:
    session = trainee.case("first-case")
    session.begin()
    take(session, [lot.choice(["ask_safe", "address"])])


def _other_computer(trainee: Trainee) -> Trainee:
    """Go on elsewhere too: half of them with a copied folder, half with a restored copy."""
    target = trainee.folder.with_name(trainee.folder.name + "-other")
    if trainee.number % 2:
        trainee.store.close()
        shutil.copytree(trainee.folder, target)
        trainee.sit_down()
    else:
        copy = trainee.folder.with_name(trainee.folder.name + ".copy")
        write_own_copy(trainee.folder, copy)
        restore(target, copy, trainee.clock)
    return trainee.moved_to(target)
