"""Prints what taking files into PostgreSQL costs beside its bare equivalent.

Run it with `PYTHONPATH=tests python tests/benchmarks/register_postgres.py`; it starts a server.

Bare is a COPY of the same events into a staging table and an `INSERT … ON CONFLICT DO NOTHING` from
there into the same table, file by file; the rows of the other tables likewise, in one go for each
transaction, of which there are as many. Both begin with what was read and checked, and are measured
in turn. Goal: 1.5. Beside it stands the ratio to one COPY for each table and transaction, which
knows nothing of files: where they are small, what each costs by itself shows there. Last comes the
whole of collecting, with reading and checking.
"""

import argparse
import gc
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import psycopg
from postgres_server import RunningPostgres, running_postgres
from register import SIZES, write_files

from protectcourse.clock import SystemClock
from protectcourse.records.handing_in.form import HandIn
from protectcourse.records.handing_in.reading import read_hand_in
from protectcourse.records.register.collecting import (
    EVENTS_TOGETHER,
    FILES_TOGETHER,
    collect_hand_ins,
)
from protectcourse.records.register.opening import open_register

GOAL = 1.5
FILES = "FROM handin h WHERE h.sha256 = ANY(%s)"
DEVICES = f"SELECT s.device FROM sent s WHERE s.handin IN (SELECT h.id {FILES})"
ENTRIES = f"FROM entry e WHERE e.device IN ({DEVICES})"
ROWS = {
    "handin": f"SELECT h.* {FILES}",
    "device": f"SELECT d.* FROM device d WHERE d.id IN ({DEVICES})",
    "sent": f"SELECT s.* FROM sent s WHERE s.handin IN (SELECT h.id {FILES})",
    "learner": (
        f"SELECT l.* FROM learner l WHERE l.learner IN (SELECT e.learner {ENTRIES})"
        f" OR l.learner IN (SELECT h.learner {FILES})"
    ),
    "entry": f"SELECT e.* {ENTRIES}",
}
"""What files come to, in each table."""
EVENTS = ("entry",)
OTHERS = tuple(table for table in ROWS if table not in EVENTS)
TAKE = (
    "INSERT INTO {0} OVERRIDING SYSTEM VALUE SELECT * FROM staged_{0} ON CONFLICT DO NOTHING",
    "TRUNCATE staged_{0}",
)
Group = Sequence[Path]


class Staged(NamedTuple):
    """Rows of a table and their types."""

    rows: Sequence[tuple[Any, ...]]
    types: Sequence[int]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="runs of each row (3)")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of events")
    chosen = parser.parse_args()
    gc.disable()  # as the program does
    heads = f"{'events':>10}{'ours s':>9}{'bare s':>9}{'ratio':>8}{'goal':>7}{'µs/event':>10}"
    print(f"{heads}{'grouped':>9}{'all s':>8}")
    with running_postgres() as server:
        for events in chosen.sizes:
            with tempfile.TemporaryDirectory() as folder:
                print(measure(server, Path(folder), events, chosen.runs), flush=True)


def measure(server: RunningPostgres, folder: Path, events: int, runs: int) -> str:
    """Return the line of a number of events."""
    files = write_files(folder / "in", events)
    together = max(1, min(FILES_TOGETHER, EVENTS_TOGETHER * len(files) // events))
    groups = [files[start : start + together] for start in range(0, len(files), together)]
    ours, bare, grouped = [], [], []
    for _ in range(runs):
        database = server.make_database()
        ours.append(take(server.socket_address(database), groups))
        bare.append(copy(server, database, groups, singly=True))
        grouped.append(copy(server, database, groups, singly=False))
    one, other, least = map(statistics.median, (ours, bare, grouped))
    sign = "" if one / other <= GOAL else " !"
    words = f"{events:>10,}{one:9.2f}{other:9.2f}{one / other:7.2f}×{GOAL:6.2f}×"
    rest = f"{1_000_000 * one / events:10.1f}{one / least:8.2f}×{collect(server, files):8.2f}"
    return f"{words}{rest}{sign}"


def collect(server: RunningPostgres, files: Sequence[Path]) -> float:
    """Return the seconds of collecting as the command does, with reading and checking."""
    where = server.socket_address(server.make_database())
    began = perf_counter()
    with open_register(where, SystemClock()) as register:
        assert all(one.taken for one in collect_hand_ins(files, register, None))
    return perf_counter() - began


def take(where: str, groups: Sequence[Group]) -> float:
    """Return the seconds that it takes to take in what was read and checked."""
    seconds = 0.0
    with open_register(where, SystemClock()) as register:
        for group in groups:
            read = [_read(path) for path in group]
            began = perf_counter()
            with register.together():
                for hand_in, name, digest in read:
                    register.take(hand_in, name, digest)
            seconds += perf_counter() - began
    return seconds


def copy(server: RunningPostgres, database: str, groups: Sequence[Group], *, singly: bool) -> float:
    """Return the seconds that the same rows take by themselves, in a database like it.

    `singly`: the events file by file.
    """
    target = server.make_database()
    open_register(server.socket_address(target), SystemClock()).close()
    seconds = 0.0
    with (
        psycopg.connect(server.socket_address(database), autocommit=True) as ours,
        psycopg.connect(server.socket_address(target), autocommit=True) as bare,
    ):
        ours.execute("ANALYZE")
        for table in ROWS:
            bare.execute(f"CREATE TEMPORARY TABLE staged_{table} (LIKE {table})")
        for group in groups:
            parts = [[file] for file in group] if singly else [group]
            staged = [_staged(ours, group, OTHERS), *(_staged(ours, one, EVENTS) for one in parts)]
            began = perf_counter()
            with bare.transaction():
                for one in staged:
                    _copy_staged(bare, one)
            seconds += perf_counter() - began
        assert _count(ours) == _count(bare)
    return seconds


def _read(path: Path) -> tuple[HandIn, str, str]:
    data = path.read_bytes()
    return read_hand_in(data, None), path.name, sha256(data).hexdigest()


def _staged(ours: psycopg.Connection, group: Group, tables: Sequence[str]) -> dict[str, Staged]:
    """Return the rows that files came to, by table."""
    digests = [sha256(path.read_bytes()).hexdigest() for path in group]
    staged = {}
    for table in tables:
        sql = ROWS[table]
        cursor = ours.execute(sql, [digests] * sql.count("%s"))
        types = [column.type_code for column in cursor.description or ()]
        staged[table] = Staged(cursor.fetchall(), types)
    return staged


def _copy_staged(bare: psycopg.Connection, staged: Mapping[str, Staged]) -> None:
    with bare.cursor() as cursor:
        for table, (rows, types) in staged.items():
            with cursor.copy(f"COPY staged_{table} FROM STDIN (FORMAT BINARY)") as target:
                target.set_types(types)
                for row in rows:
                    target.write_row(row)
            for statement in TAKE:
                cursor.execute(statement.format(table))


def _count(connection: psycopg.Connection) -> list[Any]:
    return [connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ROWS]


if __name__ == "__main__":
    main()
