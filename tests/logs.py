"""Progress files for tests: filled with answers, left behind by a crash, or changed by hand."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from fake_clock import FakeClock

from protectcourse.progress import events as kinds
from protectcourse.progress.backups import is_sound
from protectcourse.progress.chain import FIRST, Entry, canonical, seal_entry
from protectcourse.progress.copies import pack_copy
from protectcourse.progress.database import connect_to_read, read_entries
from protectcourse.progress.events import Event
from protectcourse.progress.opening import open_store
from protectcourse.progress.store import FILE_NAME, Store

ONE_OF_EACH: tuple[Event, ...] = (
    kinds.DeviceBegun(earlier="0011223344556677"),
    kinds.CourseBegun(course="c", version=2, rule={"needs": ["lessons", "quizzes"], "version": 2}),
    kinds.PageOpened(unit="c/l", item="p1"),
    kinds.PromptAnswered(unit="c/l", item="p1", answer={"kind": "choice", "chosen": ["a"]}),
    kinds.NoteWritten(unit="c/l", item="p1", text="ask who decides"),
    kinds.BookmarkSet(unit="c/l", item="p1"),
    kinds.LessonCompleted(unit="c/l", version=2, minutes=7),
    kinds.QuizBegun(
        unit="c/q",
        attempt=1,
        questions={"q1": "f1", "q2": "f2"},
        rule={"pass": 80, "floor": 0, "retry_of": 0},
        seed=4711,
        copy=pack_copy("{}"),
    ),
    kinds.AnswerGiven(
        unit="c/q",
        attempt=1,
        question="q1",
        fingerprint="f1",
        answer={"kind": "short-text", "form": "other"},
        score=0,
        sureness=2,
        typed="Genève \U0001f30d",
        seconds=12,
    ),
    kinds.QuestionFlagged(unit="c/q", attempt=1, question="q1"),
    kinds.QuizFinished(
        unit="c/q", attempt=1, score=5000, objectives={"O1": 5000}, passed=0, minutes=3
    ),
    kinds.CaseBegun(
        unit="c/k", attempt=1, version=1, flow="f", wording="w", assessed=1, seed=9, copy="x"
    ),
    kinds.DecisionMade(
        unit="c/k", attempt=1, node="n", choice={"e": "met"}, rating="best", next="m", seconds=5
    ),
    kinds.CaseRewound(unit="c/k", attempt=2, of=1, kept=1, version=1, flow="f"),
    kinds.CaseRevised(
        unit="c/k",
        attempt=2,
        version=2,
        flow="g",
        wording="v",
        decisions=[["n", {"e": "met"}]],
        copy=pack_copy("{}"),
    ),
    kinds.CaseFinished(
        unit="c/k",
        attempt=1,
        ending="heard",
        competencies={"K1": 8000},
        red_lines=0,
        passed=1,
        minutes=9,
    ),
    kinds.CourseCompleted(
        course="c",
        version=2,
        score=9000,
        units={"l": 1, "q": 0},
        status="reviewed",
        valid_months=24,
    ),
)


def answer(number: int, typed: str = "") -> kinds.AnswerGiven:
    """Return an answer that can be told from the others by its number."""
    return kinds.AnswerGiven(
        unit="c/q",
        attempt=1,
        question=f"q{number}",
        fingerprint="f",
        answer={"kind": "choice", "chosen": ["a"]},
        score=10000,
        typed=typed,
    )


def open_log(folder: Path, clock: FakeClock | None = None) -> Store:
    """Open the progress file of a folder."""
    return open_store(folder, clock or FakeClock())


def fill(folder: Path, count: int, clock: FakeClock | None = None) -> None:
    """Add a number of answers to the progress file of a folder and close it."""
    store = open_log(folder, clock)
    for number in range(count):
        store.append(answer(number))
    store.close()


def raw_entries(file: Path) -> list[Entry]:
    """Return the entries of a file as they stand in it."""
    with closing(connect_to_read(file)) as connection:
        return [entry for _, entry in read_entries(connection)]


def as_after_a_crash(folder: Path, target: Path, count: int) -> Path:
    """Return a folder as a program leaves it that ends without closing its file of answers."""
    store = open_log(folder)
    for number in range(count):
        store.append(answer(number))
    shutil.copytree(folder, target)
    store.close()
    return target


def questions(store: Store) -> list[str]:
    """Return the questions answered in a log, in order."""
    found = (one.event for one in store.events())
    return [event.question for event in found if isinstance(event, kinds.AnswerGiven)]


def make_chain(count: int) -> list[Entry]:
    """Return a sound chain of answers."""
    entries: list[Entry] = []
    for number in range(1, count + 1):
        body = {"kind": "answer-given", "day": "2026-11-24", "learner": "l", "number": number}
        prev = entries[-1].hash if entries else FIRST
        local = canonical({"typed": f"word {number}"})
        salt = f"{number:032x}"
        entries.append(
            seal_entry("d" * 16, number, prev, "answer-given", canonical(body), salt, local)
        )
    return entries


def execute(folder: Path, *statements: str) -> None:
    """Run some SQL on a progress file behind the program's back."""
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def names(count: int) -> list[str]:
    """Return the questions that `fill` answers."""
    return [f"q{number}" for number in range(count)]


def assert_all_good_again(folder: Path, store: Store) -> None:
    """Check that a mended file is sound and takes answers."""
    store.append(answer(777))
    store.close()
    assert is_sound(folder / FILE_NAME)
    again = open_log(folder)
    assert questions(again)[-1] == "q777"
    assert again.notice == ""
    again.close()
