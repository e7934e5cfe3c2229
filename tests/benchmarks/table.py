"""Prints what the program costs beside its bare equivalent: `python tests/benchmarks/table.py`.

Every row is measured in turn with its equivalent (ours, bare, ours, bare …) and the medians are
compared: the ratio is what counts, the milliseconds are of this machine. Goals: performance figures
that we set ourselves; a row beyond its goal is marked.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from bare_saver import insert_bare, open_bare
from made import made_case, make_data, write_course
from pydantic import TypeAdapter
from stopwatch import Timing, run_command, run_in_terminal, run_weighed

from protectcourse.clock import SystemClock
from protectcourse.course.file_reading import read_file
from protectcourse.progress.events import AnswerGiven
from protectcourse.progress.opening import open_store
from protectcourse.scenario.exploring.explorer import find_deep_faults
from protectcourse.scenario.model import Case

HERE = Path(__file__).parent
PYTHON = sys.executable
PROGRAM = [PYTHON, "-m", "protectcourse"]
FLOOR = [PYTHON, str(HERE / "bare_app.py")]
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""An installed program has its bytecode: a checkout is to have it too."""
DOWN, ENTER, RIGHT = "\x1b[B", "\r", "\x1b[C"
NAIVE = """
import sys, yaml
from pathlib import Path
from pydantic import TypeAdapter
from protectcourse.course.file_reading import model_of
adapters = {}
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    value = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    model = model_of(next(iter(value)))
    if model not in adapters:
        adapters[model] = TypeAdapter(model)
    adapters[model].validate_python(value)
"""
OURS = """
import sys
from pathlib import Path
from protectcourse.course.folders import select
from protectcourse.course.loading import load_course
loaded = load_course(select(Path(sys.argv[1]))[0].course)
assert loaded.units and not loaded.problems, loaded.problems[:3]
"""
HELD = """
import sys
from pathlib import Path
from protectcourse.course.folders import select
from protectcourse.course.loading import load_course
assert load_course(select(Path(sys.argv[1]))[0].course, deeply=True).problems
"""
ONE_MODEL = "import pydantic\nclass Model(pydantic.BaseModel):\n    title: str"


class Row(NamedTuple):
    """One line of the table. A goal in milliseconds is one for the 95th percentile of ours."""

    name: str
    ours: list[float]
    bare: list[float]
    goal: float
    unit: str = "ms"
    p95_goal: float = 0.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10, help="runs of each row (10)")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), runs)
        print(f"{'':38}{'ours':>9}{'bare':>9}{'ratio':>8}{'goal':>7}   p95 (goal)")
        for row in bench.rows():
            print(_line(row), flush=True)


class Bench:
    """The measurements, in a folder of their own."""

    def __init__(self, folder: Path, runs: int) -> None:
        self._runs = runs
        self._folder = folder
        self._empty = make_data(folder / "empty")
        self._long = make_data(folder / "long", events=5_000)
        self._course = write_course(folder / "course")
        for data in (self._empty, self._long):
            self._ours(data)

    def rows(self) -> Iterator[Row]:
        """Give every row as it is measured."""
        yield from self._starts()
        yield from self._commands()
        yield from self._large_courses()
        yield self._answer_saved()
        yield from self._explored()
        yield from self._keys()

    def _starts(self) -> list[Row]:
        floor, unchanged, long, changed = [], [], [], []
        for _ in range(self._runs):
            unchanged.append(self._ours(self._empty))
            floor.append(run_in_terminal(FLOOR, "Hello-Ready", [("x", "")], environ=COMPILED))
            long.append(self._ours(self._long))
            shutil.rmtree(self._empty / "compiled")
            changed.append(self._ours(self._empty))
        ready = [one.ready for one in floor]
        answered = [one.ready + one.keys[0] for one in floor]
        return [
            Row("start to dashboard, unchanged", [o.ready for o in unchanged], ready, 1.15),
            Row("the same, 5,000 events in the log", [o.ready for o in long], ready, 1.15),
            Row("the same, the course changed", [o.ready for o in changed], ready, 1.75),
            Row("start to first key", [o.ready + o.keys[0] for o in unchanged], answered, 1.15),
            Row("peak memory", [o.peak for o in long], [o.peak for o in floor], 1.3, "MiB"),
            Row("exit", [o.exit for o in unchanged], [o.exit for o in floor], 1.15),
        ]

    def _ours(self, data: Path) -> Timing:
        environ = {**COMPILED, "PROTECTCOURSE_DATA_DIR": str(data)}
        return run_in_terminal(PROGRAM, "help", [(DOWN, "")], environ=environ)

    def _commands(self) -> list[Row]:
        many = write_course(self._folder / "many", lessons=998, pages=2)
        held = write_course(self._folder / "held", lessons=998, pages=2, serious=True)
        four = write_course(self._folder / "four", lessons=2)
        nothing = [PYTHON, "-c", "pass"]
        check = [*PROGRAM, "check", str(four)]
        return [
            self._compared("--version", [*PROGRAM, "--version"], nothing, 4),
            self._compared("--help", [*PROGRAM, "--help"], nothing, 4),
            self._compared("check of 4 files", check, [PYTHON, "-c", ONE_MODEL], 1.25),
            self._compared(
                "1,000 files read and checked",
                [PYTHON, "-c", OURS, str(many)],
                [PYTHON, "-c", NAIVE, str(many.parent.parent)],
                0.75,
                runs=max(3, self._runs // 3),
            ),
            self._compared(
                "the same, with every writing check",
                [PYTHON, "-c", HELD, str(held)],
                [PYTHON, "-c", NAIVE, str(held.parent.parent)],
                6,
                runs=max(3, self._runs // 3),
            ),
        ]

    def _large_courses(self) -> list[Row]:
        """Compare a check of 10,000 lessons of 8 KB with one of 1,000, and its peak with 64 MiB."""
        thousand = write_course(self._folder / "1000", lessons=998, pages=5)
        ten_thousand = write_course(self._folder / "10000", lessons=9_998, pages=5)
        runs = max(1, self._runs // 5)
        small = [run_weighed([*PROGRAM, "check", str(thousand)]) for _ in range(runs)]
        large = [run_weighed([*PROGRAM, "check", str(ten_thousand)]) for _ in range(runs)]
        return [
            Row("10,000 files checked, beside 1,000", _first(large), _first(small), 10),
            Row("peak of that, beside 64 MiB", [peak for _, peak in large], [64], 1, "MiB"),
        ]

    def _compared(
        self, name: str, ours: list[str], bare: list[str], goal: float, runs: int = 0
    ) -> Row:
        pairs = [(run_command(ours), run_command(bare)) for _ in range(runs or self._runs)]
        return Row(name, [one for one, _ in pairs], [other for _, other in pairs], goal)

    def _answer_saved(self) -> Row:
        store = open_store(make_data(self._folder / "saved"), SystemClock())
        bare = open_bare(str(self._folder / "bare.db"))
        ours, others = [], []
        for number in range(20 * self._runs):
            given = AnswerGiven(
                unit="bench/asked",
                attempt=1,
                question=f"q{number}",
                fingerprint="0" * 16,
                answer={"kind": "choice", "chosen": ["a"]},
                score=10_000,
            )
            ours.append(_timed(lambda given=given: store.append(given)))  # type: ignore[misc]
            others.append(_timed(lambda: insert_bare(bare, "x" * 700)))
        store.close()
        bare.close()
        return Row("answer saved", ours, others, 1.5)

    def _explored(self) -> list[Row]:
        example = read_file(HERE.parent / "scenario" / "river_post.yaml", "river_post").value
        made = TypeAdapter(Case).validate_python(made_case(60))
        return [
            self._explored_row("the worked example explored", example, 10 * self._runs, 10),
            self._explored_row("60 scenes, 6 flags, two meters", made, self._runs, 1_000),
        ]

    def _explored_row(self, name: str, case: Case, runs: int, goal: float) -> Row:
        return Row(
            name, [_timed(lambda: find_deep_faults(case)) for _ in range(runs)], [], 0, "ms", goal
        )

    def _keys(self) -> list[Row]:
        data = make_data(self._folder / "keys")
        argv = [*PROGRAM, "--data-dir", str(data), "--course", str(self._course)]
        read = [(ENTER, "page 1 of"), *[(RIGHT, f"page {n} of") for n in range(2, 12)]]
        answer = [("1", ""), (ENTER, "How sure"), (ENTER, "right"), (ENTER, "question")]
        opened, turned, verdicts, bare = [], [], [], []
        for _ in range(max(1, self._runs // 2)):
            shutil.rmtree(data)
            make_data(data)
            lesson = run_in_terminal(argv, "help", read, environ=COMPILED).keys
            opened.append(lesson[0])
            turned += lesson[1:]
            to_quiz = [(DOWN, ""), (DOWN, ""), (DOWN, ""), (ENTER, "question")]
            quiz = run_in_terminal(argv, "help", to_quiz + answer * 10, environ=COMPILED).keys
            verdicts += quiz[len(to_quiz) + 2 :: len(answer)]
            saver = [PYTHON, str(HERE / "bare_saver.py"), str(self._folder / "saver.db")]
            presses = [("x", f"Saved-{n}") for n in range(1, 11)]
            bare += run_in_terminal(saver, "Bare-Ready", presses, environ=COMPILED).keys
        return [
            Row("key to verdict, saved", verdicts, bare, 1.6, p95_goal=16),
            Row("open a lesson", opened, [], 0, p95_goal=100),
            Row("turn a page of 1.7 KB", turned, [], 0, p95_goal=50),
        ]


def _first(pairs: list[tuple[float, float]]) -> list[float]:
    return [one for one, _ in pairs]


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return 1000 * (perf_counter() - began)


def _line(row: Row) -> str:
    ours = statistics.median(row.ours)
    words = f"{row.name:38}{ours:9.1f}"
    if row.bare:
        bare = statistics.median(row.bare)
        words += f"{bare:9.1f}{ours / bare:7.2f}×{row.goal:6.2f}×"
        words += "   " if ours / bare <= row.goal else " ! "
    else:
        words += " " * 27
    if row.p95_goal:
        p95 = sorted(row.ours)[min(len(row.ours) - 1, round(0.95 * len(row.ours)))]
        words += f"{p95:.1f} ({row.p95_goal:.0f}){'' if p95 <= row.p95_goal else ' !'}"
    return words.rstrip()


if __name__ == "__main__":
    main()
