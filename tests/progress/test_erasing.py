"""Erasing: no trace in the data folder, and nothing lost that is not the program's."""

import errno
import os
from pathlib import Path

import pytest
from learner_process import FILLER, fill_disk, in_a_process, small_disk
from logs import answer, as_after_a_crash, execute, open_log, questions

from protectcourse.errors import StoreError
from protectcourse.progress import events as kinds
from protectcourse.progress import reserve
from protectcourse.progress.erasing import erase, find_traces
from protectcourse.progress.lock import FileLock
from protectcourse.progress.opening import LOCK_NAME
from protectcourse.progress.store import FILE_NAME

CANARY = "heliotrope4711"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with all that the program can leave, the canary wherever that may be."""
    folder = tmp_path / "data"
    store = open_log(folder)
    store.set_profile("name", CANARY)
    store.append(kinds.NoteWritten(unit="c/l", item="p", text=CANARY), answer(1, CANARY))
    store.back_up_if_due()
    store.close()
    whole = (folder / FILE_NAME).read_bytes()
    (folder / FILE_NAME).write_bytes(whole[: len(whole) // 2])
    open_log(folder).close()  # sets the damaged file aside
    (folder / "compiled").mkdir()
    for name in (
        "crash.txt",
        ".crash.txt.77.new",
        "progress.db-journal",
        "progress.new",
        "progress.new-journal",
        "backups/progress-v2-2026-11-24-9.new",
        ".progress.checked.31.new",
        "compiled/sent-back-0a1b2c3d.course",
        "compiled/.sent-back-0a1b2c3d.course.12.new",
    ):
        (folder / name).write_text(CANARY, encoding="utf-8")
    return folder


def test_erasing_leaves_no_trace(data: Path) -> None:
    """F26: whoever takes the laptop afterwards finds neither words nor folder."""
    assert any(CANARY.encode() in path.read_bytes() for path in data.glob("damaged-*"))

    erase(data)

    assert not data.exists()


def test_what_is_not_the_programs_stays(data: Path) -> None:
    """A learner may have put the folder where other things are."""
    mine = [data / "thesis.txt", data / "backups" / "progress.txt", data / "compiled" / "own.txt"]
    for path in mine:
        path.write_text("mine", encoding="utf-8")
    (data / "photos").mkdir()

    traces = erase(data)

    assert traces.others == ("backups/progress.txt", "compiled/own.txt", "photos", "thesis.txt")
    assert sorted(path for path in data.rglob("*") if path.is_file()) == sorted(mine)
    assert (data / "photos").is_dir()


def test_a_link_goes_and_what_it_leads_to_stays(data: Path, tmp_path: Path) -> None:
    """What stands elsewhere is not in the data folder."""
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("mine", encoding="utf-8")
    (data / "crash.txt").unlink()
    (data / "crash.txt").symlink_to(elsewhere)

    erase(data)

    assert elsewhere.read_text(encoding="utf-8") == "mine"
    assert not data.exists()


def test_another_programs_file_of_the_same_name_stays(tmp_path: Path) -> None:
    """Somebody may name a folder of another program by mistake."""
    folder = tmp_path / "data"
    folder.mkdir()
    execute(folder, "CREATE TABLE recipe (name)")

    traces = erase(folder)

    assert (traces.files, traces.others) == ([], (FILE_NAME,))
    assert (folder / FILE_NAME).exists()


def test_a_running_course_keeps_its_file(data: Path) -> None:
    """It would go on to write what was just erased."""
    lock = FileLock(data / LOCK_NAME)
    assert lock.take()
    before = len(find_traces(data).files)

    with pytest.raises(StoreError, match="another window"):
        erase(data)

    lock.release()
    assert len(find_traces(data).files) == before


def test_after_erasing_the_course_begins_anew(data: Path) -> None:
    """Nothing is "recovered" that a learner wanted gone, and nothing speaks of it."""
    erase(data)

    store = open_log(data)
    assert (store.notice, questions(store), store.profile("name")) == ("", [], None)
    store.close()


def test_erasing_cut_short_never_brings_back_what_went(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the battery dies: the file is still there, or nothing mends it from a backup."""
    files = find_traces(data).files
    removed = Path.unlink

    for last in range(len(files)):
        folder = data.with_name(f"cut-{last}")
        copy_tree(data, folder)
        count = 0

        def cut(path: Path, missing_ok: bool = False, last: int = last) -> None:
            nonlocal count
            count += 1
            if count > last:
                raise KeyboardInterrupt
            removed(path, missing_ok)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "unlink", cut)
            with pytest.raises(KeyboardInterrupt):
                erase(folder)

        left = {path.name for path in find_traces(folder).files}
        assert FILE_NAME in left or not any(name.startswith("progress-v") for name in left)


def copy_tree(source: Path, target: Path) -> None:
    """Copy a folder."""
    for path in sorted(source.rglob("*")):
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            place.write_bytes(path.read_bytes())


def test_a_file_that_cannot_go_is_named(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told that all is erased where it is not."""
    removed = Path.unlink

    def stuck(path: Path, missing_ok: bool = False) -> None:
        if path.name == "crash.txt":
            raise PermissionError(13, "Permission denied")
        removed(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", stuck)

    with pytest.raises(StoreError, match=r"crash\.txt"):
        erase(data)

    assert [path.name for path in find_traces(data).files] == ["crash.txt"]


@pytest.mark.parametrize("left", ["reserve", "lock", "neither"])
def test_a_full_disk_can_be_erased(tmp_path: Path, left: str) -> None:
    """F7: of all times, people clear up when there is no room left."""
    disk = tmp_path / "disk"
    in_a_process(__file__, "erase_a_full_disk", disk, left, before=small_disk(disk, 1000))


def erase_a_full_disk(disk: Path, left: str) -> None:
    """Fill the disk of a learner, then erase them: only what filled it is left."""
    store = open_log(disk)
    store.append(answer(1, CANARY))
    store.back_up_if_due()
    store.close()
    for name in {LOCK_NAME, reserve.FILE_NAME} - {
        {"reserve": "reserve", "lock": LOCK_NAME}.get(left)
    }:
        (disk / name).unlink()
    fill_disk(disk)

    erase(disk)

    assert [path.name for path in disk.iterdir()] == [FILLER]


def test_the_reserve_is_given_up_where_not_even_a_lock_has_room(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On some disks a new name alone needs room."""
    (data / LOCK_NAME).unlink()
    opened = os.open

    def full(path: Path, flags: int, mode: int) -> int:
        if (data / reserve.FILE_NAME).exists():
            raise OSError(errno.ENOSPC, "No space left on device")
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", full)

    erase(data)

    assert not data.exists()


def test_a_folder_that_is_not_there_stays_so(tmp_path: Path) -> None:
    """Erasing must not leave a folder that was not there before."""
    assert erase(tmp_path / "data").files == []
    assert not (tmp_path / "data").exists()


def test_what_a_crash_left_open_goes_as_well(tmp_path: Path) -> None:
    """Nobody should have to start the course to get rid of it."""
    folder = as_after_a_crash(tmp_path / "live", tmp_path / "data", 3)

    erase(folder)

    assert not folder.exists()
