"""A progress file opens whatever state it is in, and what is amiss is said."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from logs import (
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
from protectcourse.progress.backups import Backups
from protectcourse.progress.database import (
    APPLICATION_ID,
    MIGRATIONS,
    VERSION,
    insert_entries,
    read_header,
)
from protectcourse.progress.store import FILE_NAME

NOBODY = 65534
as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another user"
)


# a file in order


def test_a_new_file_begins_a_chain(tmp_path: Path) -> None:
    """A first start just works."""
    store = open_log(tmp_path / "new" / "data")

    assert (store.notice, store.writable, store.last) == ("", True, 1)
    assert len(store.learner) == len(store.device) == 16
    store.close()
    assert read_header(tmp_path / "new" / "data" / FILE_NAME) == ("ours", VERSION)


def test_reopening_changes_nothing(tmp_path: Path) -> None:
    """Same learner, same chain, same answers."""
    store = open_log(tmp_path)
    store.append(answer(1))
    before = (store.learner, store.device, store.last)
    store.close()

    again = open_log(tmp_path)

    assert (again.learner, again.device, again.last) == before
    assert again.notice == ""
    again.close()


def test_after_an_unclean_end_all_is_there(tmp_path: Path) -> None:
    """A flat battery is an everyday event."""
    folder = as_after_a_crash(tmp_path / "live", tmp_path / "data", 30)

    store = open_log(folder)

    assert store.notice == ""
    assert questions(store) == names(30)
    assert_all_good_again(folder, store)


def test_a_journal_left_behind_is_rolled_back(tmp_path: Path) -> None:
    """The power failed in the middle of a write: the half-written step must not count."""
    fill(tmp_path / "live", 3)
    script = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 1'); c.execute('PRAGMA cache_spill = 1')\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('CREATE TABLE big (text)')\n"
        "c.executemany('INSERT INTO big VALUES (?)', [('x' * 3000,)] * 200)\n"
        "os._exit(0)\n"
    )
    file = tmp_path / "live" / FILE_NAME
    subprocess.run([sys.executable, "-c", script, str(file)], check=True)
    assert file.with_name(FILE_NAME + "-journal").stat().st_size > 0

    store = open_log(tmp_path / "live")

    assert store.notice == ""
    assert questions(store) == names(3)
    assert_all_good_again(tmp_path / "live", store)


def test_a_file_whose_making_was_cut_short_is_finished(tmp_path: Path) -> None:
    """The very first start can be killed as well; its chain begins at the next."""
    for step in range(VERSION + 1):
        folder = tmp_path / str(step)
        folder.mkdir()
        (folder / FILE_NAME).touch()
        for number, migration in enumerate(MIGRATIONS[:step], 1):
            with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
                migration(connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number}")

        store = open_log(folder)

        assert store.notice == ""
        assert raw_entries(folder / FILE_NAME)[0].kind == "device-begun"
        assert_all_good_again(folder, store)


# two programs


def test_a_second_window_says_so_and_writes_nothing(tmp_path: Path) -> None:
    """Two programs writing one file would spoil it; the second has to be told apart at once."""
    store = open_log(tmp_path)
    store.append(answer(1))
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    script = (
        "import sys; from pathlib import Path\n"
        "from logs import answer, open_log, questions\n"
        "store = open_log(Path(sys.argv[1]))\n"
        "store.append(answer(2))\n"
        "print(store.notice, questions(store))\n"
        "store.close()\n"
    )

    tests = str(Path(__file__).parent.parent)
    environment = os.environ | {"PYTHONPATH": tests}
    command = [sys.executable, "-c", script, str(tmp_path)]
    other = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    assert "another window" in other.stdout
    assert "['q1', 'q2']" in other.stdout
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    store.append(answer(3))
    assert questions(store) == ["q1", "q3"]
    store.close()


def test_a_window_that_closes_within_a_second_is_waited_for(tmp_path: Path) -> None:
    """A quick restart must not end up with nothing being saved."""
    script = (
        "import sys, time; from pathlib import Path\n"
        "from protectcourse.progress.lock import FileLock\n"
        "FileLock(Path(sys.argv[1])).take(); print('held', flush=True); time.sleep(0.3)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "progress.lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"

        store = open_log(tmp_path)

    assert store.notice == ""
    store.close()


# files that are not to be touched


def test_a_newer_file_stays_as_it_is_and_this_is_told(tmp_path: Path) -> None:
    """An organisation updates some laptops first; sticks travel between them."""
    fill(tmp_path, 3)
    execute(tmp_path, "CREATE TABLE dream (text)", f"PRAGMA user_version = {VERSION + 1}")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    store = open_log(tmp_path)
    store.append(answer(8))

    assert "newer version" in store.notice
    assert questions(store) == ["q0", "q1", "q2", "q8"]
    store.close()
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("change", ["DROP TABLE entry", "DROP TABLE profile", "DROP TABLE kept"])
def test_a_newer_file_of_another_form_still_opens_the_course(tmp_path: Path, change: str) -> None:
    """Nobody knows what a later version does with its tables; the course has to run."""
    fill(tmp_path, 3)
    execute(tmp_path, change, f"PRAGMA user_version = {VERSION + 1}")

    store = open_log(tmp_path)
    store.append(answer(8))

    assert "newer version" in store.notice
    assert questions(store)[-1] == "q8"
    assert store.kept("progress") is None
    store.close()


@pytest.mark.parametrize("sort", ["text", "other database"])
def test_a_file_that_is_not_ours_is_refused_and_left_alone(tmp_path: Path, sort: str) -> None:
    """Somebody may have named the wrong folder; their file is worth more than our start."""
    file = tmp_path / FILE_NAME
    if sort == "text":
        file.write_text("Dear diary, " * 50)
    else:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("CREATE TABLE recipe (name)")
    before = file.read_bytes()

    for _ in range(2):
        with pytest.raises(StoreError, match="not a progress file"):
            open_log(tmp_path)

    assert file.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} <= {FILE_NAME, "progress.lock"}


def as_another_user(folder: Path) -> str:
    """Open and append in a child that is nobody in particular; return what it prints."""
    import protectcourse.progress.opening  # noqa: F401 - the other user may not be able to import

    read, write = os.pipe()
    with warnings.catch_warnings():  # newer Pythons warn of threads, which this child never uses
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        try:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            store = open_log(folder)
            store.append(answer(99))
            store.close()
            os.write(write, f"{store.writable} {store.notice} {questions(store)}".encode())
        except BaseException as error:
            os.write(write, f"failed: {error!r}".encode())
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as file:
        said = file.read()
    os.waitpid(child, 0)
    return said


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """Give a folder that another user can come to (pytest's own are closed to others)."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@as_root
@pytest.mark.parametrize("there", ["nothing", "a file"])
def test_in_a_read_only_folder_the_course_runs_unsaved(open_to_all: Path, there: str) -> None:
    """A locked-down machine: the course is still worth reading, and the learner is told."""
    folder = open_to_all / "data"
    folder.mkdir()
    if there == "a file":
        fill(folder, 2)
        for path in folder.iterdir():
            path.chmod(0o444)
    folder.chmod(0o555)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    said = as_another_user(folder)

    assert said.startswith("False Nothing is being saved")
    assert "--data-dir" in said
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@as_root
def test_a_file_that_cannot_be_written_in_a_folder_that_can_is_told(open_to_all: Path) -> None:
    """Otherwise each single answer would fail, and nobody would know from the start."""
    fill(open_to_all, 2)
    for path in open_to_all.iterdir():
        path.chmod(0o444 if path.name == FILE_NAME else 0o666)
    before = (open_to_all / FILE_NAME).read_bytes()

    said = as_another_user(open_to_all)

    assert said.startswith("False Nothing is being saved")
    assert (open_to_all / FILE_NAME).read_bytes() == before


# earlier versions


def test_a_file_of_the_first_version_is_migrated_after_a_backup(tmp_path: Path) -> None:
    """Somebody comes back after two years, with a program two versions on."""
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as connection:
        MIGRATIONS[0](connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        insert_entries(connection, make_chain(5))
        connection.execute("INSERT INTO profile VALUES ('learner', 'abc')")

    store = open_log(tmp_path)

    assert (store.notice, store.learner, store.last) == ("", "abc", 5)
    store.keep("progress", 5, "[]")
    assert store.kept("progress") == (5, "[]")
    store.close()
    assert read_header(tmp_path / FILE_NAME) == ("ours", VERSION)
    assert raw_entries(tmp_path / FILE_NAME) == make_chain(5)
    (copy,) = Backups(tmp_path).newest_first()
    assert copy.name.startswith("progress-v1-")
    assert read_header(copy) == ("ours", 1)
    assert raw_entries(copy) == make_chain(5)


def test_without_room_for_the_backup_a_migration_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration with nothing to go back to could cost everything."""
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as connection:
        MIGRATIONS[0](connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        insert_entries(connection, make_chain(5))
    (tmp_path / "backups").write_text("a file where the folder should be")
    before = (tmp_path / FILE_NAME).read_bytes()

    store = open_log(tmp_path)

    assert "cannot be written" in store.notice
    assert store.last == 5
    store.close()
    assert (tmp_path / FILE_NAME).read_bytes() == before
