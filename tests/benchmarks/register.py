"""Prints what collecting costs beside its bare equivalent: `python tests/benchmarks/register.py`.

Bare is an `executemany` of the same rows, parsed beforehand, into the same tables under the same
settings, with as many waits for the disk, and the same hashes and signatures worked out and
compared. Both are measured in turn; the ratio is what counts. Goal: 2.5.
"""

import argparse
import gc
import gzip
import json
import sqlite3
import statistics
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from register_files import FILES, make_files
from table import PYTHON

from protectcourse.clock import SystemClock
from protectcourse.progress.chain import canonical
from protectcourse.records.handing_in.reading import read_hand_in
from protectcourse.records.register.collecting import (
    EVENTS_TOGETHER,
    FILES_TOGETHER,
    collect_hand_ins,
)
from protectcourse.records.register.opening import open_register
from protectcourse.records.register.sqlite_database import INSERT_ENTRY, PRAGMAS
from protectcourse.signing import is_signed

SIZES = (10_000, 100_000, 1_000_000)
EVENTS_OF_LEARNER, MOST_LEARNERS = 50, 20_000
GOAL = 2.5
OF_FILE = "FROM handin h JOIN sent s ON s.handin = h.id JOIN device d ON d.id = s.device"
OTHER_ROWS = {
    "handin": "SELECT * FROM handin WHERE sha256 = ?",
    "device": f"SELECT d.* {OF_FILE} WHERE h.sha256 = ?",
    "sent": f"SELECT s.* {OF_FILE} WHERE h.sha256 = ?",
    "learner": (
        f"SELECT DISTINCT l.* {OF_FILE} JOIN entry e ON e.device = d.id"
        " JOIN learner l ON l.learner = e.learner WHERE h.sha256 = ?"
    ),
}
"""The rows of a file in each table beside that of the events."""
WEIGHED = """
import gc, sys
gc.disable()
from protectcourse.cli.main import run_command
run_command()
status = open("/proc/self/status").read().splitlines()
print(next(line for line in status if line.startswith("VmHWM")), file=sys.stderr)
"""


class Checked(NamedTuple):
    """What of a file is hashed and signed, and the rows that it comes to."""

    key: str
    signature: str
    text: str
    hashed: Sequence[tuple[bytes, bytes | None, bytes]]
    """Of each event what comes before its hash, salt and body if it has them, and the hash."""
    rows: Mapping[str, Sequence[tuple[Any, ...]]]
    """By the statement that inserts them."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of each row (3)")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of events")
    chosen = parser.parse_args()
    gc.disable()  # as the program does
    print(f"{'events':>10}{'ours s':>9}{'bare s':>9}{'ratio':>8}{'goal':>7}{'µs/event':>10}  peak")
    for events in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(measure(Path(folder), events, chosen.runs), flush=True)


def measure(folder: Path, events: int, runs: int) -> str:
    """Return the line of a number of events."""
    files = write_files(folder / "in", events)
    ours, bare = [], []
    for _ in range(runs):
        ours.append(collect(folder / "ours.db", files))
        bare.append(insert(folder / "ours.db", folder / "bare.db", files))
    peak = weigh(folder)
    one, other = statistics.median(ours), statistics.median(bare)
    sign = "" if one / other <= GOAL else "!"
    words = f"{events:>10,}{one:9.2f}{other:9.2f}{one / other:7.2f}×{GOAL:6.2f}×"
    return f"{words}{1_000_000 * one / events:10.1f}  {peak:.0f} MiB {sign}"


def weigh(folder: Path) -> float:
    """Return the peak of the command's memory in MiB, as the process itself knows it."""
    (folder / "ours.db").unlink()
    argv = ["collect", str(folder / "in"), "--register", str(folder / "ours.db")]
    run = subprocess.run([PYTHON, "-c", WEIGHED, *argv], capture_output=True, text=True, check=True)
    return int(run.stderr.split()[-2]) / 1024


def write_files(folder: Path, events: int) -> list[Path]:
    """Write the hand-in files of so many events and return where they are."""
    folder.mkdir()
    learners = min(MOST_LEARNERS, events // EVENTS_OF_LEARNER)
    for number, data in enumerate(make_files(events, learners, FILES)):
        (folder / f"{number:05}.pcrec").write_bytes(data)
    return sorted(folder.iterdir())


def collect(register: Path, files: Sequence[Path]) -> float:
    """Return the seconds that it takes to collect files into a new register."""
    register.unlink(missing_ok=True)
    began = perf_counter()
    with open_register(str(register), SystemClock()) as opened:
        assert all(one.taken for one in collect_hand_ins(files, opened, None))
    return perf_counter() - began


def insert(register: Path, target: Path, files: Sequence[Path]) -> float:
    """Return the seconds that the same rows, hashes and signatures take by themselves."""
    target.unlink(missing_ok=True)
    ours = sqlite3.connect(register)
    bare = sqlite3.connect(target, isolation_level=None)
    schema = ours.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    for statement in (*PRAGMAS, *(sql for (sql,) in schema)):
        bare.execute(statement)
    seconds = 0.0
    together = max(1, min(FILES_TOGETHER, EVENTS_TOGETHER * len(files) // rows_in(register)))
    for start in range(0, len(files), together):
        checked = [_checked(path, ours) for path in files[start : start + together]]
        began = perf_counter()
        bare.execute("BEGIN IMMEDIATE")
        for one in checked:
            _verify(one)
            for sql, rows in one.rows.items():
                bare.executemany(sql, rows)
        bare.execute("COMMIT")
        seconds += perf_counter() - began
    bare.close()
    ours.close()
    return seconds


def rows_in(register: Path) -> int:
    """Return how many events a register has."""
    with closing(sqlite3.connect(register)) as connection:
        return int(connection.execute("SELECT count(*) FROM entry").fetchone()[0])


def _verify(one: Checked) -> None:
    assert is_signed(one.key, one.signature, one.text)
    for told, body, hashed in one.hashed:
        if body is not None:
            sha256(body).digest()
        assert sha256(told).digest() == hashed


def _checked(path: Path, ours: sqlite3.Connection) -> Checked:
    """Return all that is worked out of a file, without working it out."""
    data = path.read_bytes()
    hand_in = read_hand_in(data, None)
    header = json.loads(gzip.decompress(data).split(b"\n")[0])
    signature = header.pop("signature")
    lines = [json.loads(line) for line in gzip.decompress(data).splitlines()[1:]]
    hashed: list[tuple[bytes, bytes | None, bytes]] = []
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for table, sql in OTHER_ROWS.items():
        found = ours.execute(sql, (sha256(data).hexdigest(),)).fetchall()
        holes = ", ".join("?" * len(found[0]))
        rows[f"INSERT INTO {table} VALUES ({holes}) ON CONFLICT DO NOTHING"] = found
    ids = dict(ours.execute("SELECT device, id FROM device"))
    rows[INSERT_ENTRY] = []
    prevs = [span.prev for span in hand_in.spans]
    for line, one in zip(lines, hand_in.entries, strict=True):
        device = hand_in.spans[one.span].device
        told = f"16:{device}{len(str(one.seq))}:{one.seq}64:{prevs[one.span]}64:{one.digest.hex()}"
        prevs[one.span] = one.hash.hex()
        body = f"32:{line['t']}{len(line['b'])}:{line['b']}".encode() if "b" in line else None
        hashed.append((told.encode(), body, one.hash))
        state = int(one.body is not None)
        rows[INSERT_ENTRY].append(
            (ids[device], one.seq, one.hash, one.digest, state, *one.facts, one.body)
        )
    return Checked(header["public_key"], signature, canonical(header), hashed, rows)


if __name__ == "__main__":
    main()
