"""Prints what reports cost beside one GROUP BY: `python tests/benchmarks/reports.py`.

The GROUP BY counts the events of each learner, course and kind in the same register. A report is
all of it up to what the writers are given: reading, states, tables. Goal: 1.2 for 1,000,000 events.
Below stands how long the coordinator's list takes for each letter that is typed. Goal: 50 ms for
20,000 learners.
"""

import argparse
import gc
import json
import sqlite3
import statistics
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import process_time

from register import EVENTS_OF_LEARNER, MOST_LEARNERS, SIZES, collect, write_files

from protectcourse.clock import SystemClock
from protectcourse.records.coordinating.listing import Listing, Order
from protectcourse.records.register.contents import PRESENT
from protectcourse.records.register.database import ENTRY_COLUMNS
from protectcourse.records.register.opening import open_register
from protectcourse.records.register.register import Register
from protectcourse.records.reports.changes import changes_report
from protectcourse.records.reports.completion import completion_report
from protectcourse.records.reports.expiring import expiring_report
from protectcourse.records.reports.overdue import overdue_report
from protectcourse.records.reports.report import Report
from protectcourse.records.reports.team import team_report
from protectcourse.records.roster.row import RosterRow
from protectcourse.records.standing.contents import read_contents
from protectcourse.records.standing.survey import Survey, make_survey

GROUP_BY = (
    "SELECT learner, course, kind, COUNT(*), MAX(score) FROM entry GROUP BY learner, course, kind"
)
GOAL, GOAL_TYPING = 1.2, 50
TODAY, EARLIER = "2026-11-24", "2026-10-25"
REPORTS: dict[str, Callable[[Survey], Report]] = {
    "completion": completion_report,
    "overdue": overdue_report,
    "expiring": expiring_report,
    "team": team_report,
    "changes": lambda survey: changes_report(survey, EARLIER, {}),
}
TYPED = ("a", "ad", "ad n", "ad no", "", "over")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="runs of each row (5)")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of events")
    chosen = parser.parse_args()
    gc.disable()  # as the program does
    print(f"{'events':>10}  {'what':<12}{'ours s':>9}{'bare s':>9}{'ratio':>8}{'goal':>7}")
    for events in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), events, chosen.runs)


def measure(folder: Path, events: int, runs: int) -> None:
    """Print the lines of a number of events."""
    file = folder / "register.db"
    collect(file, write_files(folder / "in", events))
    with open_register(str(file), SystemClock()) as register:
        learners = add_completions(file)
        register.set_roster(roster_of(learners))
        for name, make in REPORTS.items():
            ours, bare = [], []
            for _ in range(runs):
                ours.append(timed(lambda make=make: answer(register, make)))
                bare.append(timed(lambda: list(register.rows(GROUP_BY))))
            one, other = statistics.median(ours), statistics.median(bare)
            sign = "" if one / other <= GOAL or events < SIZES[-1] else " !"
            words = f"{events:>10,}  {name:<12}{one:9.3f}{other:9.3f}{one / other:7.2f}×"
            print(f"{words}{GOAL:6.2f}×{sign}", flush=True)
        listing = Listing(make_survey(read_contents(register), TODAY).lines)
    for typed in TYPED:
        listing.find(typed, Order.STATE)
        took = 1000 * timed(lambda typed=typed: listing.find(typed, Order.STATE))
        print(f"{len(listing.lines):>10,}  typed {typed!r:<8}{took:7.1f} ms {GOAL_TYPING:>6} ms")


def answer(register: Register, make: Callable[[Survey], Report]) -> Report:
    """Return a report, from the register to what the writers are given."""
    return make(make_survey(read_contents(register), TODAY))


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of processor that some work takes."""
    began = process_time()
    work()
    return process_time() - began


def add_completions(file: Path) -> list[str]:
    """Let every learner have begun, and two in three have completed; return their numbers."""
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute(
            "SELECT learner, MIN(device) FROM entry WHERE learner IS NOT NULL GROUP BY learner"
        ).fetchall()
        marks = ", ".join("?" * len(ENTRY_COLUMNS))
        for number, (learner, device) in enumerate(found):
            month = number % 9 + 1
            done = ("course-completed", f"2026-{month + 1:02}-11")
            steps = [("course-begun", f"2026-{month:02}-10"), *([done] if number % 3 else [])]
            for seq, (kind, day) in enumerate(steps, 10**6):
                body = {"kind": kind, "learner": learner, "day": day, "course": "bench"}
                body |= {"version": 1, "score": 8700, "valid_months": 12}
                body |= {"units": {f"unit-{one}": 1 for one in range(30)}}
                facts = (kind, learner, day, "bench", None, None, 8700, None, json.dumps(body))
                row = (device, seq, bytes(32), bytes(32), PRESENT, *facts)
                connection.execute(f"INSERT INTO entry VALUES ({marks})", row)
        connection.commit()
    assert len(found) <= MOST_LEARNERS + EVENTS_OF_LEARNER
    return [learner for learner, _ in found]


def roster_of(learners: list[str]) -> list[RosterRow]:
    """Return a roster of forty teams in ten places, of whom some are late."""
    return [
        RosterRow(
            one, f"Ada Number {n}", f"North {n % 40}", f"Hill {n % 10}", "bench", "2026-11-01"
        )
        for n, one in enumerate(learners)
    ]


if __name__ == "__main__":
    main()
