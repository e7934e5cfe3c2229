"""The register in a file: made for its owner, refused where it is not one, safe for several."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from handed_in import answered, chain_of, file_of
from logs import fill
from registers import dump, open_at, take_in

from protectcourse.errors import RecordError
from protectcourse.records.handing_in.reading import read_hand_in

FILE = file_of(chain_of([answered(1), answered(2)]))


def test_it_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    """It says who has learnt what."""
    with open_at(tmp_path) as register:
        take_in(register, FILE)

    assert (tmp_path / "register.db").stat().st_mode & 0o777 == 0o600


def test_it_is_there_when_opened_again(tmp_path: Path) -> None:
    """Collecting goes on for years."""
    with open_at(tmp_path) as register:
        take_in(register, FILE)
        before = dump(register)

    with open_at(tmp_path) as register:
        assert dump(register) == before
        assert register.has(sha256(FILE).hexdigest())


def test_a_file_of_another_sort_is_refused_and_left(tmp_path: Path) -> None:
    """A learner's progress, some other database, a letter."""
    fill(tmp_path / "data", 3)
    progress = (tmp_path / "data" / "progress.db").read_bytes()
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE t (x)")
    for content in (progress, (tmp_path / "other.db").read_bytes(), b"Dear all, " * 50):
        (tmp_path / "register.db").write_bytes(content)

        with pytest.raises(RecordError, match="not a register"):
            open_at(tmp_path)

        assert (tmp_path / "register.db").read_bytes() == content


def test_a_register_of_a_newer_version_is_refused_and_left(tmp_path: Path) -> None:
    """An older program cannot know what it would spoil."""
    open_at(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "register.db")) as file:
        file.execute("PRAGMA user_version = 99")
    content = (tmp_path / "register.db").read_bytes()

    with pytest.raises(RecordError, match="newer version"):
        open_at(tmp_path)

    assert (tmp_path / "register.db").read_bytes() == content


def test_a_damaged_register_is_told_in_words(tmp_path: Path) -> None:
    """Whatever is damaged."""
    with open_at(tmp_path) as register:
        take_in(register, FILE)
    path = tmp_path / "register.db"
    content = path.read_bytes()
    path.write_bytes(content[:4096] + os.urandom(len(content) - 4096))

    with pytest.raises(RecordError, match="cannot be used"), open_at(tmp_path) as register:
        take_in(register, FILE)


def test_a_folder_or_a_missing_folder_is_told(tmp_path: Path) -> None:
    """With what to do."""
    (tmp_path / "register.db").mkdir()

    with pytest.raises(RecordError, match="not a file"):
        open_at(tmp_path)
    with pytest.raises(RecordError, match="there is no folder"):
        open_at(tmp_path / "missing")


def test_a_report_can_change_nothing(tmp_path: Path) -> None:
    """Whatever it asks."""
    with open_at(tmp_path) as register:
        take_in(register, FILE)

        with pytest.raises(RecordError):
            list(register.rows("DELETE FROM entry"))

        assert len(dump(register)["entry"]) == 2


def test_a_file_that_fails_leaves_no_half(tmp_path: Path) -> None:
    """Should the disk be full in the middle, what was there stays, and nothing of the file."""
    hand_in = read_hand_in(FILE, None)
    with open_at(tmp_path) as register:
        before = dump(register)
        connection = register._database._connection  # type: ignore[attr-defined]
        connection.execute(
            "CREATE TEMP TRIGGER full BEFORE INSERT ON entry WHEN NEW.seq = 2 "
            "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )

        with pytest.raises(RecordError, match="full"):
            register.take(hand_in, "a", "0" * 64)

        assert dump(register) == before


def test_of_several_together_one_can_fail_alone(tmp_path: Path) -> None:
    """What was taken in before it in the same stretch stays."""
    with open_at(tmp_path) as register:
        with register.together():
            take_in(register, FILE)
            with pytest.raises(RuntimeError), register.together():
                register.set_aside("a", "0" * 64, "cut")
                raise RuntimeError
        after = dump(register)

    assert (len(after["entry"]), after["set_aside"]) == (2, [])


COLLECTOR = """
import sys
from hashlib import sha256
from pathlib import Path
from protectcourse.clock import SystemClock
from protectcourse.records.register.collecting import collect_hand_ins, find_hand_ins
from protectcourse.records.register.opening import open_register

with open_register(sys.argv[1], SystemClock()) as register:
    for path in find_hand_ins(sys.argv[2:]).files:
        for outcome in collect_hand_ins([path], register, None):
            assert outcome.taken
"""


def test_two_collectors_at_once_take_turns(tmp_path: Path) -> None:
    """Also where both begin with no register there yet."""
    for number in range(30):
        device = f"{number:016x}"
        data = file_of(chain_of([answered(1), answered(2)], device=device))
        (tmp_path / f"{number}.pcrec").write_bytes(data)
    argv = [sys.executable, "-c", COLLECTOR, str(tmp_path / "register.db"), str(tmp_path)]

    both = [subprocess.Popen(argv, stderr=subprocess.PIPE) for _ in range(2)]
    said = [one.communicate(timeout=60)[1] for one in both]

    assert [one.returncode for one in both] == [0, 0], said
    with open_at(tmp_path) as register:
        after = dump(register)
    assert (len(after["handin"]), len(after["entry"])) == (30, 60)
