"""The learner's own copy: everything, in one private file; and bringing it in elsewhere."""

import random
import shutil
from pathlib import Path

import pytest
from fake_clock import FakeClock
from hypothesis import given, settings
from hypothesis import strategies as st
from learner_process import fill_disk, in_a_process, small_disk
from logs import (
    ONE_OF_EACH,
    answer,
    as_after_a_crash,
    assert_all_good_again,
    execute,
    fill,
    make_chain,
    names,
    open_log,
    questions,
    raw_entries,
)

from protectcourse.errors import StoreError
from protectcourse.progress import events as kinds
from protectcourse.progress.backups import Backups, is_sound
from protectcourse.progress.chain import FIRST, Entry, find_break, seal_entry
from protectcourse.progress.database import VERSION
from protectcourse.progress.keeping import read_progress
from protectcourse.progress.lock import FileLock
from protectcourse.progress.opening import LOCK_NAME
from protectcourse.progress.own_copy import read_own_copy, write_own_copy
from protectcourse.progress.restoring import Restored, find_new, restore
from protectcourse.progress.store import FILE_NAME, LEARNER

ANSWERS = 12


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return the data folder of a learner's first laptop."""
    folder = tmp_path / "old"
    store = open_log(folder)
    store.set_profile("name", "Aye")
    store.append(*ONE_OF_EACH[1:])
    for number in range(ANSWERS):
        store.append(answer(number))
    store.close()
    return folder


@pytest.fixture
def copy(old: Path, tmp_path: Path) -> Path:
    """Return the copy of everything on it."""
    target = tmp_path / "mine.copy"
    write_own_copy(old, target)
    return target


def bring(copy: Path, folder: Path) -> Restored:
    """Bring a copy into a folder."""
    return restore(folder, copy, FakeClock())


def test_a_copy_holds_every_entry_and_only_its_owner_reads_it(old: Path, copy: Path) -> None:
    """It is to stand in for a laptop that was lost, and it holds what never leaves otherwise."""
    held = read_own_copy(copy)

    assert list(held.entries) == raw_entries(old / FILE_NAME)
    assert held.profile["name"] == "Aye"
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_copy_can_be_made_while_the_course_is_open(old: Path, tmp_path: Path) -> None:
    """The last answer before the copy is in it: it was saved before its feedback."""
    store = open_log(old)
    store.append(answer(99))

    held = write_own_copy(old, tmp_path / "now.copy")

    store.close()
    assert "q99" in held.entries[-1].body


def test_a_copy_that_cannot_be_made_leaves_the_file_there_alone(old: Path, tmp_path: Path) -> None:
    """A good copy is not given up for a bad one."""
    target = tmp_path / "mine.copy"
    target.write_bytes(b"an earlier copy")
    execute(old, "UPDATE entry SET local = replace(local, 'Gen', 'gen') WHERE local LIKE '%Gen%'")

    with pytest.raises(StoreError, match="damaged"):
        write_own_copy(old, target)

    assert target.read_bytes() == b"an earlier copy"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.copy", "old"]


def test_a_new_laptop_goes_on_from_a_copy_in_a_chain_of_its_own(copy: Path, tmp_path: Path) -> None:
    """Were the old chain continued in two places, one number would stand for two steps."""
    folder = tmp_path / "new"

    done = bring(copy, folder)

    held = read_own_copy(copy).entries
    here = raw_entries(folder / FILE_NAME)
    begun = here[-1]
    assert done == Restored(len(held), 0)
    assert here[:-1] == held
    assert (begun.kind, begun.seq) == ("device-begun", 1)
    assert held[-1].device in begun.body
    assert begun.device != held[-1].device


def test_the_learner_goes_on_where_they_were(old: Path, copy: Path, tmp_path: Path) -> None:
    """Name, number and every page and score come along."""
    bring(copy, tmp_path / "new")

    before, after = open_log(old), open_log(tmp_path / "new")

    assert read_progress(after) == read_progress(before)
    assert after.notice == ""
    assert (after.learner, after.profile("name")) == (before.learner, "Aye")
    before.close()
    assert_all_good_again(tmp_path / "new", after)


def test_what_a_laptop_has_stays_and_is_backed_up_first(copy: Path, tmp_path: Path) -> None:
    """Whoever opened the course before bringing in their copy loses nothing."""
    folder = tmp_path / "new"
    fill(folder, 3)
    own = raw_entries(folder / FILE_NAME)

    done = bring(copy, folder)

    here = raw_entries(folder / FILE_NAME)
    assert (done.before, done.two_learners) == (4, True)
    assert here[:-1] == [*own, *read_own_copy(copy).entries]
    assert is_sound(folder / FILE_NAME)
    assert raw_entries(Backups(folder).newest_first()[0]) == own


def test_the_longer_history_says_who_the_learner_is(copy: Path, tmp_path: Path) -> None:
    """An organisation knows them by it; a number made minutes ago says nothing to it."""
    wanted = read_own_copy(copy).profile[LEARNER]
    fill(tmp_path / "short", 1)
    fill(tmp_path / "long", 100)
    kept = open_log(tmp_path / "long")
    own = kept.learner
    kept.close()

    for folder in (tmp_path / "short", tmp_path / "long"):
        bring(copy, folder)

    short, long = open_log(tmp_path / "short"), open_log(tmp_path / "long")
    assert (short.learner, long.learner) == (wanted, own)
    short.close()
    long.close()


def test_a_copy_brought_in_twice_changes_nothing(copy: Path, tmp_path: Path) -> None:
    """People do things twice when they are not sure that they worked."""
    folder = tmp_path / "new"
    fill(folder, 2)
    bring(copy, folder)
    before = (folder / FILE_NAME).read_bytes()

    done = bring(copy, folder)

    assert done.brought == 0
    assert (folder / FILE_NAME).read_bytes() == before


def test_ones_own_earlier_copy_changes_nothing(old: Path, copy: Path) -> None:
    """A copy is no way back in time: what was done since stays done."""
    fill(old, 5)
    before = (old / FILE_NAME).read_bytes()

    done = bring(copy, old)

    assert done.brought == 0
    assert (old / FILE_NAME).read_bytes() == before


def test_what_was_done_on_two_laptops_comes_together_on_both(old: Path, tmp_path: Path) -> None:
    """To and fro between office and home, nothing is lost and nothing is there twice."""
    new = tmp_path / "new"
    for turn in range(3):
        write_own_copy(old, tmp_path / "to.copy")
        bring(tmp_path / "to.copy", new)
        fill(new, 2 + turn)
        write_own_copy(new, tmp_path / "fro.copy")
        bring(tmp_path / "fro.copy", old)
        store = open_log(old)
        store.append(answer(turn))
        store.close()
        assert store.notice == ""

    assert len(read_own_copy(old / FILE_NAME).entries) == len(set(raw_entries(old / FILE_NAME)))
    store = open_log(old)
    assert len(questions(store)) == 1 + ANSWERS + (2 + 3 + 4) + 3
    store.close()


def test_a_chain_that_grew_since_is_taken_up_where_it_ended(old: Path, tmp_path: Path) -> None:
    """Bringing the same laptop's work home each week is usual, and no damage."""
    home = tmp_path / "home"
    fill(home, 1)
    notices = []
    for week in range(3):
        write_own_copy(old, tmp_path / f"{week}.copy")
        bring(tmp_path / f"{week}.copy", home)
        fill(old, 4)
        store = open_log(home)
        notices.append(store.notice)
        store.close()

    assert notices == ["", "", ""]
    assert is_sound(home / FILE_NAME)


def test_a_chain_that_went_on_in_two_places_keeps_both_ends(old: Path, tmp_path: Path) -> None:
    """A copied folder gives the same numbers to other steps; both were somebody's work."""
    twin = tmp_path / "twin"
    shutil.copytree(old, twin)
    fill(old, 2)
    store = open_log(twin)
    store.append(*(answer(number, "twin") for number in range(70, 75)))
    store.close()

    done = [bring(twin / FILE_NAME, old), bring(twin / FILE_NAME, old)]

    store = open_log(old)
    assert [one.brought for one in done] == [5, 0]
    assert questions(store)[-5:] == [f"q{number}" for number in range(70, 75)]
    assert_all_good_again(old, store)


def test_attempts_of_two_laptops_are_not_mixed_up(tmp_path: Path) -> None:
    """Both count from 1: an answer belongs to the attempt it was given in."""
    for name, score in (("one", 10000), ("two", 0)):
        store = open_log(tmp_path / name)
        begun = kinds.QuizBegun(unit="c/q", attempt=1, questions={"q1": "f"}, rule={})
        end = kinds.QuizFinished(
            unit="c/q", attempt=1, score=score, objectives={}, passed=int(score > 0), minutes=1
        )
        store.append(begun, end)
        store.close()

    bring(tmp_path / "two" / FILE_NAME, tmp_path / "one")

    store = open_log(tmp_path / "one")
    attempts = read_progress(store).quizzes["c/q"]
    store.close()
    assert [(one.score, one.passed, one.finished) for one in attempts] == [
        (10000, True, True),
        (0, False, True),
    ]


@pytest.mark.parametrize("fault", ["missing", "empty", "text", "cut", "flip", "foreign", "newer"])
def test_a_file_that_is_no_sound_copy_is_refused_untouched(
    copy: Path, tmp_path: Path, fault: str
) -> None:
    """Nothing of it may come in; and it may be all that somebody has."""
    spoil(copy, fault)
    before = copy.read_bytes() if copy.exists() else None
    folder = tmp_path / "new"

    with pytest.raises(StoreError) as refused:
        bring(copy, folder)

    assert refused.value.exit_code == 4
    assert not folder.exists()
    assert before == (copy.read_bytes() if copy.exists() else None)


def spoil(file: Path, fault: str) -> None:
    """Do to a copy what happens on the way."""
    content = file.read_bytes()
    match fault:
        case "missing":
            file.unlink()
        case "empty":
            file.write_bytes(b"")
        case "text":
            file.write_text("Dear all, " * 300, encoding="utf-8")
        case "cut":
            file.write_bytes(content[: len(content) // 2])
        case "flip":
            file.write_bytes(content.replace(b'"q5"', b'"q6"'))
        case "foreign":
            file.write_bytes(content[:68] + b"\0\0\0\7" + content[72:])
        case "newer":
            file.write_bytes(content[:60] + (VERSION + 1).to_bytes(4) + content[64:])


def test_no_flipped_bit_comes_in_unnoticed(copy: Path, tmp_path: Path) -> None:
    """A stick may change what it carries: what comes in is what was written, or nothing is."""
    chance = random.Random(8)
    good = copy.read_bytes()
    wanted = read_own_copy(copy)
    for _ in range(60):
        place = chance.randrange(len(good))
        flipped = bytes([good[place] ^ (1 << chance.randrange(8))])
        copy.write_bytes(good[:place] + flipped + good[place + 1 :])
        try:
            held = read_own_copy(copy)
        except StoreError:
            continue
        assert list(held.entries) == list(wanted.entries)


def test_a_running_course_is_not_disturbed(copy: Path, tmp_path: Path) -> None:
    """It would go on in a file that is no longer there."""
    folder = tmp_path / "new"
    fill(folder, 2)
    lock = FileLock(folder / LOCK_NAME)
    assert lock.take()
    before = (folder / FILE_NAME).read_bytes()

    with pytest.raises(StoreError, match="another window"):
        bring(copy, folder)

    lock.release()
    assert (folder / FILE_NAME).read_bytes() == before


def test_a_damaged_file_here_is_mended_first(copy: Path, tmp_path: Path) -> None:
    """What is left of it is for recovery to bring back, not for a copy to write over."""
    folder = as_after_a_crash(tmp_path / "live", tmp_path / "new", 5)
    content = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(content.replace(b'"q2"', b'"q4"'))
    before = (folder / FILE_NAME).read_bytes()

    with pytest.raises(StoreError, match="damaged") as refused:
        bring(copy, folder)

    assert "Start the course once" in refused.value.hint
    assert (folder / FILE_NAME).read_bytes() == before
    open_log(folder).close()
    assert bring(copy, folder).brought


def test_a_failure_while_writing_leaves_all_as_it_was(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All or nothing: half a history is worse than none."""
    folder = tmp_path / "new"
    fill(folder, 2)
    before = (folder / FILE_NAME).read_bytes()

    def fail(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fail)
        with pytest.raises(StoreError, match="No space left"):
            bring(copy, folder)

    assert (folder / FILE_NAME).read_bytes() == before
    assert not list(folder.glob("*.new*"))
    store = open_log(folder)
    assert (store.notice, questions(store)) == ("", names(2))
    store.close()


def test_a_full_disk_takes_no_half_of_a_copy(copy: Path, tmp_path: Path) -> None:
    """Told in words; what was there before still opens."""
    disk = tmp_path / "disk"
    before = small_disk(disk, 400)
    in_a_process(__file__, "restore_to_a_full_disk", disk, copy, before=before)


def restore_to_a_full_disk(disk: Path, copy: str) -> None:
    """Bring a copy to a disk without room."""
    fill(disk, 2)
    fill_disk(disk)
    content = (disk / FILE_NAME).read_bytes()

    with pytest.raises(StoreError, match="cannot be written"):
        bring(Path(copy), disk)

    assert (disk / FILE_NAME).read_bytes() == content
    assert not list(disk.glob("*.new*"))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 8), st.integers(0, 8), st.integers(0, 8))
def test_bringing_together_is_a_union(common: int, mine: int, theirs: int) -> None:
    """Everything of both is there once, in chains that hold, whatever the two share."""
    shared = make_chain(common)
    own, other = [*shared, *_more("a" * 16, mine)], [*shared, *_more("b" * 16, theirs)]

    new = find_new(own, other)
    united = [*own, *new.fitting]

    assert set(united) == set(own) | set(other)
    assert find_break(united, {}) is None
    assert find_new(united, other) == ([], [])
    assert find_new(united, own) == ([], [])


def _more(device: str, count: int) -> list[Entry]:
    """Return a sound chain of another device."""
    entries: list[Entry] = []
    for one in make_chain(count):
        prev = entries[-1].hash if entries else FIRST
        entries.append(seal_entry(device, one.seq, prev, one.kind, one.body, one.salt, one.local))
    return entries
