"""Backups are made daily, checked, and let go only once there are better ones."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from fake_clock import FakeClock
from logs import answer, fill, open_log, raw_entries

from protectcourse.progress.backups import DAYS, NEWEST, Backups, is_sound
from protectcourse.progress.store import FILE_NAME


def damage(file: Path) -> None:
    """Overwrite the middle of a file."""
    data = bytearray(file.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    file.write_bytes(data)


def test_there_is_one_backup_a_day(tmp_path: Path) -> None:
    """Ten starts on one day must not push out last week."""
    clock = FakeClock()
    for _ in range(2):
        for _ in range(3):
            store = open_log(tmp_path, clock)
            store.append(answer(1))
            store.back_up_if_due()
            store.close()
        clock.move(days=1)

    days = [path.name.split("-", 2)[2][:10] for path in Backups(tmp_path).newest_first()]

    assert days == ["2026-11-25", "2026-11-24"]


def test_a_backup_is_the_whole_file(tmp_path: Path) -> None:
    """A copy that lacks the latest answer would lose it."""
    store = open_log(tmp_path)
    store.append(answer(1))

    store.back_up_if_due()

    (copy,) = Backups(tmp_path).newest_first()
    assert is_sound(copy)
    assert raw_entries(copy) == raw_entries(tmp_path / FILE_NAME)
    store.close()


def test_an_unsound_copy_is_not_kept(tmp_path: Path) -> None:
    """A bad copy that pushes out a good one is worse than no backup at all."""
    fill(tmp_path, 3)
    backups = Backups(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as connection:
        today = FakeClock().today()
        assert backups.make(connection, today)
        good = backups.newest_first()
        connection.execute("UPDATE entry SET local = '{}' WHERE seq = 2")

        assert not backups.make(connection, today + timedelta(days=1))

    assert backups.newest_first() == good
    assert sorted((tmp_path / "backups").iterdir()) == good


def test_three_newest_and_one_for_each_of_seven_days_stay(tmp_path: Path) -> None:
    """Damage is often noticed only days later."""
    fill(tmp_path, 1)
    backups, clock = Backups(tmp_path), FakeClock()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        for _ in range(10):
            for _ in range(4):
                backups.make(connection, clock.today())
            clock.move(days=1)

    numbers = [int(path.stem.rsplit("-", 1)[1]) for path in backups.newest_first()]

    assert numbers[:NEWEST] == [40, 39, 38]
    assert numbers[NEWEST:] == [36, 32, 28, 24, 20, 16]
    assert len({numbers[0], *numbers[NEWEST:]}) == DAYS


def test_one_backup_of_each_form_of_the_file_stays(tmp_path: Path) -> None:
    """Whoever has to go back to an older program needs a file that it can read."""
    fill(tmp_path, 1)
    backups, clock = Backups(tmp_path), FakeClock()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        backups.make(connection, clock.today(), 1)
        for _ in range(12):
            clock.move(days=1)
            backups.make(connection, clock.today())

    names = [path.name for path in backups.newest_first()]

    assert names[-1] == "progress-v1-2026-11-24-1.db"
    assert len(names) == DAYS + 1


def test_a_damaged_newest_backup_is_passed_over(tmp_path: Path) -> None:
    """The one before is the one that helps."""
    clock = FakeClock()
    for _ in range(3):
        fill(tmp_path, 5, clock)
        store = open_log(tmp_path, clock)
        store.back_up_if_due()
        store.close()
        clock.move(days=1)
    backups = Backups(tmp_path)
    newest, second, _ = backups.newest_first()
    damage(newest)

    assert backups.newest_sound() == second


def test_with_no_sound_backup_there_is_none(tmp_path: Path) -> None:
    """Neither an empty folder nor rubbish in it counts."""
    backups = Backups(tmp_path)
    assert backups.newest_sound() is None
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "progress-v2-2026-11-24-1.db").write_text("rubbish")
    (tmp_path / "backups" / "notes.txt").write_text("mine")

    assert backups.newest_sound() is None
    assert len(backups.newest_first()) == 1


@pytest.mark.parametrize("error", [OSError(28, "full"), sqlite3.OperationalError("full")])
def test_a_full_disk_costs_no_older_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """The day of the full disk is the day on which the older ones are needed."""
    clock = FakeClock()
    fill(tmp_path, 2, clock)
    store = open_log(tmp_path, clock)
    store.back_up_if_due()
    before = {path: path.read_bytes() for path in Backups(tmp_path).newest_first()}
    clock.move(days=1)

    def refuse(path: Path) -> bool:
        raise error

    monkeypatch.setattr("protectcourse.progress.backups.is_sound", refuse)
    store.back_up_if_due()

    store.append(answer(3))
    store.close()
    assert {path: path.read_bytes() for path in (tmp_path / "backups").iterdir()} == before


def test_a_clock_put_back_does_not_push_out_the_newest(tmp_path: Path) -> None:
    """Copies are ordered by number: a dead clock battery makes every start a day of 2006."""
    clock = FakeClock()
    fill(tmp_path, 1)
    backups = Backups(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        for _ in range(3):
            backups.make(connection, clock.today())
        clock.move(days=-7300)
        backups.make(connection, clock.today())

    assert backups.newest_first()[0].name.endswith("-4.db")
    assert backups.newest_first()[0].name.startswith("progress-v2-2006")
