"""A tour through every screen of the program, as data: keys, and what is then seen.

`walking` walks along it, in a terminal or without.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from completed import RULED, Visitor
from course_files import write_course
from course_of_everything import write_everything
from learners import Learner, read_through, take_quiz

from protectcourse.course.folders import CourseFiles
from protectcourse.course.library import open_course
from protectcourse.progress.writer import Writer
from protectcourse.study.enrolment import Enrolment
from protectcourse.tui.learning import LearningApp
from protectcourse.tui.saving import Saving

TYPED, RESIZED = "type:", "size:"
HOME = "p progress"
"""What only the key bar of the dashboard says."""
KEPT = "Your answers are kept in /data and nowhere else."


class Step(NamedTuple):
    """Keys pressed one after another, and words that then stand on the screen."""

    keys: str
    """With blanks between; `type:word` types a word, `size:30x8` resizes the window."""
    sees: str
    stop: str = ""
    """What the screen is called, if it is one to be looked at."""


@dataclass
class Sitting:
    """A learner with courses, ready to begin."""

    learner: Learner
    place: Path
    """The folder that holds the courses."""
    others: Sequence[CourseFiles] = field(default_factory=list)

    def argv(self) -> list[str]:
        """Return the command that opens the courses; the learner's file is closed for it."""
        self.learner.store.close()
        where = ["--data-dir", str(self.learner.folder), "--course", str(self.place)]
        return [sys.executable, "-m", "protectcourse", *where]

    def app(self, writer: Writer) -> LearningApp:
        """Return the app that opens the courses."""
        mine = self.learner.enrolment
        others = [
            Enrolment(
                open_course(files, self.place / "compiled"), mine.store, mine.progress, mine.clock
            )
            for files in self.others
        ]
        return LearningApp([mine, *others], Saving(writer), KEPT)


class Leg(NamedTuple):
    """A part of the tour: where the learner stands, and the steps from there."""

    name: str
    prepare: Callable[[Path], Sitting]
    steps: tuple[Step, ...]


def newcomer(place: Path) -> Sitting:
    """Return somebody who has never started the program, with two courses."""
    files = write_everything(place)
    return Sitting(Learner(place / "data", files), place, [write_course(place)])


def beginner(place: Path) -> Sitting:
    """Return somebody who has answered the first questions."""
    sitting = Sitting(Learner(place / "data", write_everything(place)), place)
    for key, value in {"name": "Ada", "plain": "no", "language": "en"}.items():
        sitting.learner.store.set_profile(key, value)
    return sitting


def half_way(place: Path) -> Sitting:
    """Return somebody with a unit in every state: done, begun, to be repeated, open, locked."""
    sitting = beginner(place)
    learner = sitting.learner
    learner.enrolment.begin()
    read_through(learner.lesson("visitors"))
    session = learner.quiz("choosing")
    session.begin()
    take_quiz(session, missing=1)
    learner.lesson("fire").open()
    return sitting


def finisher(place: Path) -> Sitting:
    """Return somebody who has completed a course."""
    visitor = Visitor(place, RULED)
    visitor.complete()
    for key, value in {"name": "Ada", "plain": "no", "language": "en"}.items():
        visitor.store.set_profile(key, value)
    return Sitting(visitor, place)


def opening(word: str, sees: str, stop: str = "") -> list[Step]:
    """Return the steps that open a unit by a word of its title, wherever the learner is."""
    return [
        Step("/", "Write one word"),
        Step(f"{TYPED}{word}", "1 found"),
        Step("enter", "▸"),
        Step("enter", sees, stop),
    ]


def home() -> Step:
    """Return the step back to the dashboard.

    What it leads to has to be seen before the next key: an escape is taken together with what
    follows too soon.
    """
    return Step("esc", HOME)


def by_name(number: int, sees: str, stop: str) -> list[Step]:
    """Return the steps that give a command by its number in the list of commands, and back."""
    return [
        Step("f1", "by name"),
        Step(f"{' '.join(str(number))} enter", sees, stop),
        home(),
    ]


def quiz(word: str, keys: str, *, whole: bool = False, sure: bool = True) -> list[Step]:
    """Return the steps through a quiz of one question; `whole` stops where all are alike too."""
    kind = f"quiz {word}"
    ask_sure = Step(keys, "how sure", f"{kind}: how sure" if whole else "")
    return [
        *opening(word, "question 1 of 1", kind),
        *([ask_sure] if sure else []),
        Step("2 enter" if sure else keys, "Enter next", f"{kind}: feedback"),
        Step("enter", "Result:", f"{kind}: result" if whole else ""),
    ]


FIRST_START = Leg(
    "first start",
    newcomer,
    (
        Step("", "question 1 of 3", "first start: name"),
        Step(f"{TYPED}Ada", "Ada"),
        Step("esc", "? help", "first start: out of the box"),
        Step("tab enter", "question 2 of 3", "first start: language"),
        Step("enter", "question 3 of 3", "first start: plain mode"),
        Step("enter", "2 installed", "course list"),
        Step("1 enter", "Esc courses", "dashboard, not begun"),
        Step("down down", "0 of"),
        Step("size:30x8", "window larger", "too small"),
        Step("size:back", "Esc courses"),
    ),
)
LOOKING_UP = Leg(
    "looking up",
    half_way,
    (
        Step("", HOME, "dashboard"),
        Step("end right end", "opens when", "dashboard, locked module"),
        Step("home g", "2 terms", "glossary"),
        Step("enter", "Source:", "term"),
        Step("esc", "2 terms"),
        home(),
        Step("s", "of the course", "sources"),
        home(),
        Step("p", "My progress", "my progress"),
        home(),
        Step("/", "Write one word", "search"),
        Step(f"{TYPED}visitor", " found", "search with results"),
        Step("down down", "? help", "search, in the results"),
        home(),
        Step("?", "every key", "help"),
        home(),
        Step("f1", "by name", "command list"),
        home(),
        *by_name(4, "n writes a note", "no notes"),
        *by_name(6, "not complete yet", "record, incomplete"),
        *by_name(7, "Each way of asking", "about"),
        *by_name(8, "counts as not begun", "start over"),
        *by_name(9, "how much", "handing in: how much"),
        *by_name(10, "may be empty", "setting: name"),
        *by_name(11, "do you want?", "setting: language"),
        *by_name(12, "can be read without colours", "setting: colours"),
        *by_name(13, "It prints lines", "setting: plain mode"),
        *by_name(14, "Write a course", "guides"),
    ),
)
READING = Leg(
    "reading",
    beginner,
    (
        *opening("badges", "guess first", "lesson: guess"),
        Step("1 enter", "your choice", "lesson: guess, feedback"),
        Step("right", "page 1 of 3", "lesson: page"),
        Step("1", "[x]", "lesson: recall"),
        Step("enter", "~ partly", "lesson: recall, feedback"),
        Step("s", "confirmed", "lesson: sources"),
        Step("esc", "page 1 of 3"),
        Step("m", "bookmark", "lesson: bookmark"),
        Step("n", "A note for yourself", "note"),
        Step(f"{TYPED}mine", "mine"),
        Step("tab", "Keep this note", "note: buttons"),
        Step("1 enter", "page 1 of 3", "lesson: own note"),
        Step("f1", "On this screen", "command list of a lesson"),
        Step("esc", "page 1 of 3"),
        Step("g", "On this page", "glossary of a page"),
        Step("esc", "page 1 of 3"),
        Step("right", "page 2 of 3", "lesson: example"),
        Step("tab", "F1 help", "lesson: number"),
        Step("9 enter", "? help", "lesson: number, feedback"),
        Step("right", "page 3 of 3", "lesson: box"),
        Step("tab", "F1 help", "lesson: reflection"),
        Step("x tab 1 enter", "? help", "lesson: reflection, kept"),
        Step("right", "read to its end", "lesson: end"),
        home(),
        *by_name(4, "mine", "notes and bookmarks"),
        *opening("alarms", "the short form", "content note"),
        Step("2 enter", "page 1 of 2", "lesson: short form"),
        Step("right", "page 2 of 2", "lesson: support"),
        home(),
    ),
)
QUIZZES = Leg(
    "quizzes",
    beginner,
    (
        *quiz("choosing", "2 enter", whole=True),
        *quiz("ticking", "1 enter"),
        *quiz("deciding", "1 enter"),
        *quiz("ordering", "1 2 3 enter"),
    ),
)
MORE_QUIZZES = Leg(
    "more quizzes",
    beginner,
    (
        *quiz("matching", "1 1 enter"),
        *quiz("counting", "7 enter"),
        *quiz("naming", "x enter"),
        *quiz("thinking", "x tab 1 enter", sure=False),
    ),
)
FINAL = Leg(
    "final",
    beginner,
    (
        *opening("examining", "question 1 of 2", "final"),
        Step("f", "flagged", "final: flagged"),
        Step("/", "Not now", "closed book"),
        Step("esc", "question 1 of 2"),
        Step("h", "Before you hand in", "hand-in list"),
        Step("esc", "question 1 of 2"),
        Step("1 enter", "question 2 of 2"),
        Step("2 enter", "Before you hand in", "hand-in list, all answered"),
        Step("end enter", "Result:", "final: result"),
        Step("2 enter", "Looking back", "final: looking back"),
    ),
)
CASE = Leg(
    "case",
    beginner,
    (
        *opening("river", "Case:", "case: before it begins"),
        Step("1 enter", "decision 1 of", "case: scene"),
        Step("2 enter", "decision 2 of", "case: scene with coaching"),
        Step("2 enter", "decision 3 of", "case: interview"),
        Step("1 enter", "decision 4 of", "case: interview goes on"),
        Step("3 enter", "decision 4 of", "case: refused"),
        Step("c", "Esc back to the case", "case file"),
        Step("esc", "decision 4 of"),
        Step("s", "the latest decision", "case: sources"),
        Step("esc", "decision 4 of"),
        Step("5 enter", "decision 5 of", "case: checklist"),
        Step("2 1", "decision 5 of", "case: checklist begun"),
        Step("1 2 2 2 enter", "decision 6 of", "case: after the checklist"),
        Step("1 enter", "decision 7 of", "case: last scene"),
        Step("1 enter", "ending", "case: ending"),
        Step("1 enter", "Debrief:", "debrief"),
        Step("enter", "Debrief:", "debrief: what now"),
        Step("3 enter", "Play again:", "rewind"),
        Step("1 enter", "practice", "case: practice"),
        home(),
        *opening("river", "Case:", "case: practice under way"),
    ),
)
RECORD = Leg(
    "record",
    finisher,
    (
        Step("", HOME, "dashboard, complete"),
        *by_name(6, "What is recorded", "completion record")[:-1],
        Step("w", "Save this record", "record: folder"),
        Step("esc", "What is recorded"),
        home(),
    ),
)
TOUR = (FIRST_START, LOOKING_UP, READING, QUIZZES, MORE_QUIZZES, FINAL, CASE, RECORD)


def way_to(stop: str) -> Leg:
    """Return the leg with a stop, ending there."""
    for leg in TOUR:
        stops = [step.stop for step in leg.steps]
        if stop in stops:
            return leg._replace(name=stop, steps=leg.steps[: stops.index(stop) + 1])
    raise AssertionError(f"the tour has no stop {stop!r}")
