"""A damaged or vanished file: all that can be read is brought back, and the rest is told."""

import random
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from fake_clock import FakeClock
from logs import (
    answer,
    as_after_a_crash,
    assert_all_good_again,
    execute,
    fill,
    names,
    open_log,
    questions,
)

from protectcourse.progress.backups import Backups, is_sound
from protectcourse.progress.chain import Entry
from protectcourse.progress.database import (
    insert_entries,
)
from protectcourse.progress.store import FILE_NAME, checked_path

ANSWERS = 30


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """Return a folder without backups, left behind by a program that did not end in order."""
    return as_after_a_crash(tmp_path / "live", tmp_path / "data", ANSWERS)


@pytest.fixture
def backed_up(tmp_path: Path) -> Path:
    """Return a folder with a backup of the first ten answers, and twenty answers since."""
    folder = tmp_path / "data"
    fill(folder, 10)
    store = open_log(folder)
    store.back_up_if_due()
    for number in range(10, ANSWERS):
        store.append(answer(number))
    store.close()
    return folder


def is_subset_in_order(found: list[str], of: list[str]) -> bool:
    """Say whether all that was found was written, in the same order, nothing twice."""
    rest = iter(of)
    return all(name in rest for name in found)


@pytest.mark.parametrize("fault", ["empty", "missing", "one byte", "text", "other database"])
def test_a_lost_file_is_brought_back_from_its_backup(backed_up: Path, fault: str) -> None:
    """Never a silent new start where there was something before."""
    file = backed_up / FILE_NAME
    match fault:
        case "empty":
            file.write_bytes(b"")
        case "missing":
            file.unlink()
        case "one byte":
            file.write_bytes(b"S")
        case "text":
            file.write_text("x" * 5000)
        case "other database":
            file.unlink()
            execute(backed_up, "CREATE TABLE recipe (name)")

    store = open_log(backed_up)

    assert questions(store) == names(10)
    assert "11 saved steps were brought back, at least 20 could not be" in store.notice
    aside = list(backed_up.glob("damaged-*"))
    assert len(aside) == (fault != "missing")
    assert_all_good_again(backed_up, store)


def test_what_can_be_read_since_the_backup_is_added(backed_up: Path) -> None:
    """A damaged entry costs itself and what follows, not the whole day."""
    execute(backed_up, "UPDATE entry SET body = replace(body, 'q20', 'q99') WHERE seq = 22")
    checked_path(backed_up / FILE_NAME).unlink()

    store = open_log(backed_up)

    assert questions(store) == names(20)
    assert "21 saved steps were brought back, 10 could not be" in store.notice
    assert_all_good_again(backed_up, store)


def test_recovery_begins_a_chain_of_its_own_that_names_the_earlier(backed_up: Path) -> None:
    """Two chains with the same numbers could not be merged; the new one names the old."""
    store = open_log(backed_up)
    learner, device = store.learner, store.device
    store.close()
    (backed_up / FILE_NAME).unlink()

    store = open_log(backed_up)

    assert store.learner == learner
    assert store.device != device
    begun = list(store.events())[-1].event
    assert begun.kind == "device-begun"
    assert getattr(begun, "earlier", None) == device
    store.close()


def test_an_older_copy_in_place_of_the_file_is_noticed(backed_up: Path) -> None:
    """A synchronised folder can put yesterday's file back, sound and yet short of answers."""
    newest = Backups(backed_up).newest_sound()
    assert newest is not None
    shutil.copy(newest, backed_up / FILE_NAME)

    store = open_log(backed_up)

    assert questions(store) == names(10)
    assert "11 saved steps were brought back, 20 could not be" in store.notice
    assert_all_good_again(backed_up, store)


def test_without_a_backup_what_can_be_read_is_kept(crashed: Path) -> None:
    """A first day has no backup yet."""
    execute(crashed, "UPDATE entry SET local = 'x' WHERE seq = 12")

    store = open_log(crashed)

    assert questions(store) == names(10)
    assert f"11 saved steps were brought back, {ANSWERS - 10} could not be" in store.notice
    assert len(list(crashed.glob("damaged-*"))) == 1
    assert_all_good_again(crashed, store)


def test_a_full_disk_during_recovery_leaves_the_damaged_file(
    crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty new file in its place would pass for a sound one at the next start."""
    execute(crashed, "UPDATE entry SET local = 'x' WHERE seq = 12")

    def refuse(connection: sqlite3.Connection, entries: list[Entry]) -> None:
        connection.execute("PRAGMA max_page_count = 1")
        insert_entries(connection, entries * 1)

    with monkeypatch.context() as patch:
        patch.setattr("protectcourse.progress.recovery.insert_entries", refuse)
        store = open_log(crashed)
        assert not store.writable
        assert "cannot be written" in store.notice
        store.close()

    assert questions(open_log(crashed)) == names(10)


def cuts() -> list[int]:
    """Return lengths to cut a file to: the first bytes, and places all over it."""
    return [1, 15, 16, 50, 99, 100, 101, 512, 4095, 4096, 4097, *range(6000, 40000, 3500)]


@pytest.mark.parametrize("length", cuts())
def test_a_file_cut_anywhere_is_recovered(backed_up: Path, tmp_path: Path, length: int) -> None:
    """A copy onto a full stick ends somewhere in the middle."""
    file = backed_up / FILE_NAME
    whole = file.read_bytes()
    assert len(whole) > max(cuts())
    file.write_bytes(whole[:length])

    store = open_log(backed_up)

    found = questions(store)
    assert found[:10] == names(10)
    assert is_subset_in_order(found, names(ANSWERS))
    assert f"{len(found) + 1} saved steps" in store.notice
    assert f"{ANSWERS - len(found)} could not be" in store.notice
    assert_all_good_again(backed_up, store)


def test_a_cut_file_without_a_backup_is_recovered_or_set_aside(crashed: Path) -> None:
    """Nothing may crash, and the file is kept for whoever can read more of it."""
    whole = (crashed / FILE_NAME).read_bytes()
    for length in (1, 99, 3000, 9000, len(whole) - 4096):
        folder = crashed.with_name(f"cut-{length}")
        shutil.copytree(crashed, folder)
        (folder / FILE_NAME).write_bytes(whole[:length])

        store = open_log(folder)

        assert "damaged or missing" in store.notice
        assert is_subset_in_order(questions(store), names(ANSWERS))
        assert next(folder.glob("damaged-*")).read_bytes() == whole[:length]
        assert_all_good_again(folder, store)


@pytest.mark.parametrize("round_of_flips", range(6))
def test_no_flipped_bit_goes_unnoticed(crashed: Path, round_of_flips: int) -> None:
    """Cheap sticks flip bits. What is shown is what was written, or the learner is told."""
    chance = random.Random(round_of_flips)
    whole = (crashed / FILE_NAME).read_bytes()
    written = names(ANSWERS)
    for number in range(12):
        folder = crashed.with_name(f"flip-{number}")
        shutil.copytree(crashed, folder)
        at = chance.randrange(100 if number < 3 else len(whole))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << chance.randrange(8)
        (folder / FILE_NAME).write_bytes(flipped)

        store = open_log(folder)
        found = questions(store)
        store.close()

        assert is_subset_in_order(found, written), at
        assert found == written or store.notice, at
        if "brought back" in store.notice:
            brought = re.search(r"(\d+) saved steps", store.notice)
            assert brought, at
            assert int(brought[1]) - len(found) in {0, 1}, at
            all_there = len(found) == len(written)
            assert all_there or re.search("could not be|cannot be told", store.notice), at
            assert is_sound(folder / FILE_NAME), at
        shutil.rmtree(folder)


@pytest.mark.parametrize("page", range(1, 9))
def test_an_overwritten_page_does_not_go_unnoticed(crashed: Path, page: int) -> None:
    """A bad sector is a page of rubbish."""
    file = crashed / FILE_NAME
    whole = bytearray(file.read_bytes())
    whole[page * 4096 : (page + 1) * 4096] = random.Random(page).randbytes(4096)
    file.write_bytes(whole)

    store = open_log(crashed)

    found = questions(store)
    assert is_subset_in_order(found, names(ANSWERS))
    assert found == names(ANSWERS) or "brought back" in store.notice
    store.close()
    assert is_sound(file)


def test_damage_before_the_last_check_is_found_when_the_next_backup_is_made(
    backed_up: Path,
) -> None:
    """A start checks only the newest entries; the daily copy is checked whole."""
    clock = FakeClock()
    clock.move(days=1)
    execute(backed_up, "UPDATE entry SET body = replace(body, 'q20', 'q99') WHERE seq = 22")
    store = open_log(backed_up, clock)
    store.back_up_if_due()
    store.close()
    assert len(Backups(backed_up).newest_first()) == 1

    store = open_log(backed_up, clock)

    assert questions(store) == names(20)
    assert "10 could not be" in store.notice
    store.close()
