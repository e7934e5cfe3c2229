"""Prints what item statistics cost beside a bare reading: `python tests/benchmarks/items.py`.

Bare is one query for the bodies of the same answers, in the same order, with `json.loads` of each.
"""

import argparse
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from stopwatch import run_weighed
from table import PROGRAM

from protectcourse.records.register.sqlite_database import SqliteDatabase

SIZES = (10_000, 100_000, 1_000_000)
QUIZZES, ASKED, BANK = 5, 10, 30
DAY = "2026-10-01"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of answers")
    chosen = parser.parse_args()
    print(f"{'answers':>10}{'ours s':>9}{'bare s':>9}{'ratio':>8}  peak")
    for answers in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(measure(Path(folder), answers), flush=True)


def measure(folder: Path, answers: int) -> str:
    """Return the line of a number of answers."""
    path = folder / "register.db"
    fill(path, answers // (QUIZZES * ASKED))
    argv = [*PROGRAM, "items", "--register", str(path), "--to", str(folder / "items.html")]
    began = perf_counter()
    _, peak = run_weighed(argv)
    ours = perf_counter() - began
    bare = read_bare(path)
    return f"{answers:>10,}{ours:9.2f}{bare:9.2f}{ours / bare:7.1f}×  {peak:.0f} MiB"


def read_bare(path: Path) -> float:
    """Return how many seconds a bare reading takes."""
    database = SqliteDatabase(path)
    query = "SELECT body FROM entry WHERE kind = 'answer-given' ORDER BY device, seq, hash"
    began = perf_counter()
    for (body,) in database.read(query):
        json.loads(body)
    seconds = perf_counter() - began
    database.close()
    return seconds


def fill(path: Path, learners: int) -> None:
    """Make a register of so many learners, who took each quiz once."""
    database = SqliteDatabase(path)
    devices = [(number, f"{number:016x}", f"{number:016x}", "") for number in range(learners)]
    with database.transaction():
        database.run("INSERT INTO device VALUES (?, ?, ?, ?)", devices)
        for number in range(learners):
            database.add_entries(rows_of(number, Random(number)))
    database.close()


def rows_of(number: int, lot: Random) -> Iterator[tuple[Any, ...]]:
    """Give the rows of a learner; the last quiz draws its questions by lot."""
    ability = lot.random()
    seq = 0
    for place in range(QUIZZES):
        names = [f"q{place}-{n}" for n in range(ASKED)]
        if place == QUIZZES - 1:
            names = [f"q{place}-{n}" for n in lot.sample(range(BANK), ASKED)]
        for kind, body in steps_of(names, lot, ability):
            seq += 1
            head = {"kind": kind, "learner": f"{number:016x}", "day": DAY, "attempt": 1}
            text = json.dumps(head | {"unit": f"c/quiz-{place}"} | body, separators=(",", ":"))
            digest = os.urandom(32)
            facts = (kind, head["learner"], DAY, "c", f"quiz-{place}", 1, body.get("score"), None)
            yield (number, seq, digest, digest, 1, *facts, text)


def steps_of(names: list[str], lot: Random, ability: float) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the steps of an attempt."""
    yield "quiz-begun", {"questions": {name: f"{name:>16}" for name in names}, "rule": {}}
    for name in names:
        is_right = lot.random() < ability
        answer = {"kind": "choice", "chosen": ["a" if is_right else lot.choice("bcd")]}
        body = {"question": name, "fingerprint": f"{name:>16}", "answer": answer}
        yield "answer-given", body | {"score": 10_000 * is_right, "sureness": 0}
    yield "quiz-finished", {"score": 5000, "objectives": {}, "passed": 0, "minutes": 5}


if __name__ == "__main__":
    main()
