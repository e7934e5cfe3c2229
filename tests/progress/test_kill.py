"""A program killed at any moment loses nothing that it had shown (F1)."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from logs import open_log, questions, raw_entries

from protectcourse.progress.chain import find_break
from protectcourse.progress.store import FILE_NAME

CHILD = """
import sys
from pathlib import Path
from logs import answer, open_log

store = open_log(Path(sys.argv[1]))
print(store.notice or "open", flush=True)
while True:
    number = store.last
    store.append(answer(number, typed="x" * (number * 37 % 900)))
    print(number, flush=True)
"""
KILLS_A_ROUND = 10


def answer_until_killed(folder: Path, moment: float) -> tuple[str, list[int]]:
    """Let a child answer, kill it after a while; return its notice and the answers it showed."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, "-c", CHILD, str(folder)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        notice = child.stdout.readline().strip()
        time.sleep(moment)
        child.kill()
        lines = child.stdout.read().splitlines(keepends=True)
    return notice, [int(line) for line in lines if line.endswith("\n")]


@pytest.mark.parametrize("round_of_kills", range(4))
def test_nothing_that_was_shown_is_lost_by_a_kill(tmp_path: Path, round_of_kills: int) -> None:
    """Forty kills in all: a flat battery, a forced shutdown, an impatient colleague."""
    chance = random.Random(round_of_kills)
    shown: list[int] = []
    for _ in range(KILLS_A_ROUND):
        notice, answers = answer_until_killed(tmp_path, chance.uniform(0, 0.12))
        assert notice == "open"
        shown += answers

    store = open_log(tmp_path)
    entries = raw_entries(tmp_path / FILE_NAME)

    assert store.notice == ""
    assert [entry.seq for entry in entries] == list(range(1, store.last + 1))
    assert find_break(entries, {}) is None
    saved = questions(store)
    assert len(shown) > KILLS_A_ROUND
    assert {f"q{number}" for number in shown} <= set(saved)
    assert len(saved) == len(set(saved)) == store.last - 1
    store.close()
