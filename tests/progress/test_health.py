"""The look at a progress file: right about every state, and it changes nothing."""

import os
from contextlib import closing
from pathlib import Path

import pytest
from logs import as_after_a_crash, execute, fill, open_log

from protectcourse.progress.backups import Backups
from protectcourse.progress.database import VERSION, connect, connect_to_look
from protectcourse.progress.health import Condition, examine
from protectcourse.progress.opening import LOCK_NAME
from protectcourse.progress.store import FILE_NAME, checked_path

PAGE = 4096


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return every file with its content and the time of its last change."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with ten answers, closed in order."""
    folder = tmp_path / "data"
    fill(folder, 10)
    return folder


def test_a_sound_file_is_whole_and_counted(data: Path) -> None:
    """The usual case must not alarm."""
    health = examine(data)

    assert health.file == (Condition.WHOLE, 11, "")
    assert (health.in_use, health.backups) == (False, 0)


def test_a_folder_that_is_not_there_stays_so(tmp_path: Path) -> None:
    """A look must leave no trace, not even an empty folder."""
    health = examine(tmp_path / "data")

    assert health.file.condition is Condition.NONE_YET
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("fault", "condition"),
    [
        ("flipped", Condition.DAMAGED),
        ("cut off", Condition.DAMAGED),
        ("index page", Condition.DAMAGED),
        ("text", Condition.DAMAGED),
        ("entry gone", Condition.DAMAGED),
        ("last entry gone", Condition.DAMAGED),
        ("unlinked", Condition.GONE),
        ("newer", Condition.NEWER),
        ("foreign", Condition.FOREIGN),
        ("a folder", Condition.UNREADABLE),
    ],
)
def test_each_fault_is_told_apart_and_left_as_it_is(
    data: Path, fault: str, condition: Condition
) -> None:
    """What to do depends on it; and a look that mends could also destroy."""
    spoil(data, fault)
    (data / LOCK_NAME).unlink()
    before = snapshot(data)

    health = examine(data)

    assert health.file.condition is condition
    assert snapshot(data) == before


def spoil(folder: Path, fault: str) -> None:
    """Do to a progress file what disks, people and other programs do."""
    file = folder / FILE_NAME
    content = file.read_bytes()
    match fault:
        case "flipped":
            place = content.index(b"q7")
            file.write_bytes(content[:place] + b"p" + content[place + 1 :])
        case "index page":
            with closing(connect_to_look(file)) as look:
                query = "SELECT rootpage FROM sqlite_schema WHERE name LIKE 'sqlite_auto%entry%'"
                start = (look.execute(query).fetchone()[0] - 1) * PAGE
            file.write_bytes(content[: start + 8] + bytes(PAGE - 8) + content[start + PAGE :])
        case "cut off":
            file.write_bytes(content[: len(content) // 2])
        case "text":
            file.write_text("not a database " * 50, encoding="utf-8")
        case "entry gone":
            execute(folder, "DELETE FROM entry WHERE seq = 5")
        case "last entry gone":
            execute(folder, "DELETE FROM entry WHERE seq = 11")
        case "unlinked":
            file.unlink()
        case "newer":
            execute(folder, f"PRAGMA user_version = {VERSION + 1}")
        case "foreign":
            checked_path(file).unlink()
            execute(folder, "PRAGMA application_id = 7")
        case "a folder":
            file.unlink()
            file.mkdir()


def test_a_file_in_use_is_seen_so_and_read_all_the_same(data: Path) -> None:
    """People ask for help while the course is open."""
    store = open_log(data)

    health = examine(data)

    store.close()
    assert health.in_use
    assert health.file.condition is Condition.WHOLE
    assert not examine(data).in_use


def test_a_file_left_open_by_a_crash_is_whole(tmp_path: Path) -> None:
    """Every answer is on the disk before its feedback: a crash damages nothing."""
    folder = as_after_a_crash(tmp_path / "live", tmp_path / "data", 5)

    assert examine(folder).file == (Condition.WHOLE, 6, "")


def test_backups_are_counted_and_the_newest_is_checked(data: Path) -> None:
    """A backup that cannot be read is worth knowing of before it is needed."""
    store = open_log(data)
    store.back_up_if_due()
    store.close()
    good = examine(data)
    newest = Backups(data).newest_first()[0]
    newest.write_bytes(newest.read_bytes()[:5000])

    bad = examine(data)

    assert (good.backups, good.newest_backup, good.newest_is_sound) == (1, "2026-11-24", True)
    assert (bad.backups, bad.newest_is_sound) == (1, False)


def test_a_write_cut_short_is_told_as_such(data: Path) -> None:
    """Half a write is no damage: the next start takes it back, and only that."""
    pid = os.fork()
    if pid == 0:
        connection = connect(data / FILE_NAME)
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        for _ in range(5):
            connection.execute("UPDATE entry SET local = local || hex(randomblob(20000))")
        os._exit(0)
    os.waitpid(pid, 0)
    before = snapshot(data)

    health = examine(data)

    assert before[FILE_NAME + "-journal"][0]
    assert health.file.condition is Condition.INTERRUPTED
    assert snapshot(data) == before
    fill(data, 0)
    assert examine(data).file == (Condition.WHOLE, 11, "")
