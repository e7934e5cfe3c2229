"""Whatever happened to the bytes of the file, nothing wrong is shown as right (F10-F14).

Each test is one process that opens hundreds of damaged copies, so that a fault which ends the
process is seen as well.
"""

import random
import re
import shutil
from pathlib import Path

import pytest
from fake_clock import FakeClock
from learner_process import in_a_process
from logs import answer, as_after_a_crash, fill, names, open_log, questions

from protectcourse.progress.backups import Backups, is_sound
from protectcourse.progress.resuming import open_progress
from protectcourse.progress.store import FILE_NAME

ANSWERS = 30
PAGE = 4096
FLIPS, PAGES = 300, 30


def test_cut_to_any_length_the_file_is_recovered_from_its_backup(tmp_path: Path) -> None:
    """A copy onto a full stick ends anywhere; the ten answers of the backup are always there."""
    in_a_process(__file__, "cut_everywhere", tmp_path)


@pytest.mark.parametrize("part", range(2))
def test_of_300_flipped_bits_none_goes_unnoticed(tmp_path: Path, part: int) -> None:
    """What is shown is what was written, or the learner is told how much is missing."""
    in_a_process(__file__, "flip_bits", tmp_path, part)


def test_of_30_overwritten_pages_none_goes_unnoticed(tmp_path: Path) -> None:
    """A bad sector is a page of rubbish, of zeros, or of another file."""
    in_a_process(__file__, "overwrite_pages", tmp_path)


def test_damage_in_a_file_that_was_closed_in_order_ends_no_start(tmp_path: Path) -> None:
    """A start looks at the newest entries only; what lies before may be met in reading."""
    in_a_process(__file__, "overwrite_old_pages", tmp_path)


def test_with_the_newest_backup_bad_too_the_one_before_helps(tmp_path: Path) -> None:
    """Sticks die as a whole; the good copies must outlive the attempt to mend."""
    in_a_process(__file__, "damage_backups_too", tmp_path)


# what the processes do


def cut_everywhere(folder: Path) -> None:
    """Cut at each of a class of lengths: the header, ends of pages, places all over."""
    live = folder / "live"
    fill(live, 10)
    store = open_log(live)
    store.back_up_if_due()
    for number in range(10, ANSWERS):
        store.append(answer(number))
    store.close()
    size = (live / FILE_NAME).stat().st_size
    ends = [end + off for end in range(PAGE, size, PAGE) for off in (-1, 0, 1)]
    chance = random.Random(1)
    anywhere = [chance.randrange(size) for _ in range(24)]
    for length in [*range(0, 104, 6), 1, 15, 16, 17, 99, 101, *ends, *anywhere]:
        damaged = copy_of(live)
        whole = (damaged / FILE_NAME).read_bytes()
        (damaged / FILE_NAME).write_bytes(whole[:length])

        found = check_told(damaged, length)

        assert found[:10] == names(10), length
        assert len(Backups(damaged).newest_first()) == 1, length
        (aside,) = damaged.glob("damaged-*")
        assert aside.read_bytes() == whole[:length], length


def flip_bits(folder: Path, part: str) -> None:
    """Flip one bit of each of many copies, many of them in the header."""
    live = as_after_a_crash(folder / "first", folder / "live", ANSWERS)
    chance = random.Random(f"flips {part}")
    whole = (live / FILE_NAME).read_bytes()
    for number in range(FLIPS // 2):
        at = chance.randrange(100 if number % 4 == 0 else len(whole))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << chance.randrange(8)
        damaged = copy_of(live)
        (damaged / FILE_NAME).write_bytes(flipped)

        check_told(damaged, at)


def overwrite_pages(folder: Path) -> None:
    """Overwrite each page in several ways."""
    live = as_after_a_crash(folder / "first", folder / "live", ANSWERS)
    chance = random.Random(2)
    whole = (live / FILE_NAME).read_bytes()
    pages = len(whole) // PAGE
    for number in range(PAGES):
        page = number % pages
        other = chance.randrange(pages) * PAGE
        rubbish = (chance.randbytes(PAGE), bytes(PAGE), whole[other : other + PAGE])
        changed = bytearray(whole)
        changed[page * PAGE : (page + 1) * PAGE] = rubbish[number // pages % 3]
        damaged = copy_of(live)
        (damaged / FILE_NAME).write_bytes(changed)

        check_told(damaged, (page, number))


def overwrite_old_pages(folder: Path) -> None:
    """Overwrite each page of a file that nothing is amiss with by its note."""
    live = folder / "live"
    fill(live, ANSWERS)
    whole = (live / FILE_NAME).read_bytes()
    mended = 0
    for page in range(len(whole) // PAGE):
        for rubbish in (random.Random(page).randbytes(PAGE), bytes(PAGE)):
            damaged = copy_of(live)
            changed = bytearray(whole)
            changed[page * PAGE : (page + 1) * PAGE] = rubbish
            (damaged / FILE_NAME).write_bytes(changed)

            store, _ = open_progress(damaged, FakeClock())
            rest = iter(names(ANSWERS))
            assert all(name in rest for name in questions(store)), page
            assert questions(store) == names(ANSWERS) or "brought back" in store.notice, page
            mended += bool(store.notice)
            store.close()
    assert mended >= len(whole) // PAGE


def damage_backups_too(folder: Path) -> None:
    """Make backups on five days, damage the file and, one after another, the newest backups."""
    live, clock = folder / "live", FakeClock()
    for day in range(5):
        store = open_log(live, clock)
        for number in range(day * 5, day * 5 + 5):
            store.append(answer(number))
        store.back_up_if_due()
        store.close()
        clock.move(days=1)
    (live / FILE_NAME).write_bytes(b"")
    for bad in range(6):
        damaged = copy_of(live)
        copies = Backups(damaged).newest_first()
        assert len(copies) == 5
        for path in copies[:bad]:
            path.write_bytes(path.read_bytes()[:5000])
        kept = {path: path.read_bytes() for path in copies}

        store = open_log(damaged)
        found = questions(store)
        store.close()

        assert found == names(25 - 5 * bad), bad
        assert {path: path.read_bytes() for path in copies} == kept, bad
        gone = 5 * bad + (bad == 5)  # with the last copy goes the step that began the chain
        lost = f"at least {gone} could not be" if bad else "cannot be told"
        assert lost in store.notice, (bad, store.notice)


def copy_of(folder: Path) -> Path:
    """Return a copy of a data folder, in place of the one before."""
    copy = folder.with_name("damaged")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    return copy


def check_told(folder: Path, where: object) -> list[str]:
    """Open a damaged file; check that nothing is wrong or silently missing; return the answers."""
    store = open_log(folder)
    found, notice = questions(store), store.notice
    writable = store.writable
    store.close()
    rest = iter(names(ANSWERS))
    assert all(name in rest for name in found), where
    assert found == names(ANSWERS) or notice, where
    if brought := re.search(r"(\d+) saved steps were brought back", notice):
        steps = int(brought[1])
        assert steps - len(found) in {0, 1}, (
            where,
            notice,
        )  # a chain begins with a step of its own
        missing = f"{ANSWERS + 1 - steps} could not be"
        assert steps == ANSWERS + 1 or missing in notice or "cannot be told" in notice, where
        assert is_sound(folder / FILE_NAME), where
    else:
        assert not notice or not writable, (where, notice)
    return found
