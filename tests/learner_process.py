"""A learner in a process of their own, who does as told; run as a script it is that process.

The process may stand on a small disk of its own (a tmpfs in namespaces of its own), or lack the
right that lets root write where writing is forbidden.
"""

import contextlib
import functools
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from fake_clock import FakeClock
from logs import answer, open_log, questions

from protectcourse.atomic import write_whole
from protectcourse.errors import StoreError
from protectcourse.progress.lock import FileLock
from protectcourse.progress.rescue import rescue
from protectcourse.progress.reserve import with_reserve

FILLER = "filler"


def small_disk(folder: Path, kilobytes: int) -> list[str]:
    """Return what to put before a command so that a folder is a disk of its own for it."""
    if not can_have_a_disk():
        pytest.skip("this machine allows no namespaces, so that no small disk can be made")
    mount = f'mount -t tmpfs -o size={kilobytes}k none "$0" && exec "$@"'
    folder.mkdir(parents=True, exist_ok=True)
    return ["unshare", "-Urm", "sh", "-c", mount, str(folder)]


@functools.cache
def can_have_a_disk() -> bool:
    """Say whether this machine lets anybody mount something for themselves."""
    if shutil.which("unshare") is None:
        return False
    command = ["unshare", "-Urm", "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def without_override() -> list[str]:
    """Return what to put before a command so that read-only holds for root too."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere here, and setpriv is not installed")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def fill_disk(folder: Path) -> None:
    """Leave no room on the disk of a folder."""
    with (folder / FILLER).open("ab", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(4096))


def free_disk(folder: Path) -> None:
    """Give the room back."""
    (folder / FILLER).unlink()


def in_a_process(file: str, function: str, *arguments: object, before: Sequence[str] = ()) -> None:
    """Run a function of a test module in a process of its own; fail with what that one printed."""
    code = (
        "import runpy, sys; from pathlib import Path;"
        "runpy.run_path(sys.argv[1])[sys.argv[2]](Path(sys.argv[3]), *sys.argv[4:])"
    )
    child = subprocess.run(
        [*before, sys.executable, "-W", "error", "-c", code, file, function, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent)},
        stderr=subprocess.PIPE,
        text=True,
        timeout=120,
        check=False,
    )
    assert child.returncode == 0, child.stderr


class LearnerProcess:
    """The process, seen from the test: `do` names a method of `Learner` below."""

    def __init__(self, folder: Path, before: Sequence[str] = ()) -> None:
        tests = str(Path(__file__).parent)
        self.process = subprocess.Popen(
            [*before, sys.executable, __file__, str(folder)],
            env=os.environ | {"PYTHONPATH": tests},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.communicate(timeout=10)

    def do(self, what: str, *arguments: object) -> Any:
        """Have something done and return what comes of it."""
        self.begin(what, *arguments)
        return self.result()

    def begin(self, what: str, *arguments: object) -> None:
        """Have something done without waiting for it."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps([what, *arguments]) + "\n")
        self.process.stdin.flush()

    def result(self) -> Any:
        """Wait for what was begun and return what comes of it."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the process ended"
        return json.loads(line)


class Learner:
    """The learner, within the process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = FakeClock()

    def open(self) -> str:
        """Open the progress file; return what the learner is told."""
        self.store = open_log(self.folder, self.clock)
        return self.store.notice

    def be_impatient(self) -> None:
        """Wait for no lock."""
        FileLock.take.__defaults__ = (0.0,)

    def answer(self, *numbers: int) -> str:
        """Answer questions, one by one; return what is said of the last."""
        said = ""
        for number in numbers:
            said = ""
            try:
                self.store.append(answer(number, typed="x" * 300))
            except StoreError as error:
                said = str(error)
        return said

    def answer_apart(self, seconds: float, *numbers: int) -> str:
        """Answer questions with a pause between, as people do; return what is said of the last."""
        said = ""
        for number in numbers:
            time.sleep(seconds)
            said = self.answer(number)
        return said

    def begin_and_take_back(self, seconds: float) -> None:
        """Write so much in one go that some is in the file already; take it back after a while."""
        assert self.store._connection is not None
        execute = self.store._connection.execute
        others = "prev, kind, body, salt, digest, hash, local, seal"
        execute("PRAGMA cache_size = 1")
        execute("BEGIN IMMEDIATE")
        for number in range(6):
            double = f"SELECT device, seq + ?, {others} FROM entry"
            execute(f"INSERT INTO entry (device, seq, {others}) {double}", [1000 << number])
        time.sleep(seconds)
        execute("ROLLBACK")

    def state(self) -> dict[str, Any]:
        """Return what can be known of the open file."""
        return {
            "questions": questions(self.store),
            "waiting": self.store.pending,
            "notice": self.store.notice,
            "writable": self.store.writable,
        }

    def names(self, folder: str = "") -> list[str]:
        """Return the names in a folder of the data folder."""
        return sorted(path.name for path in (self.folder / folder).iterdir())

    def fill_disk(self, folder: str = "") -> None:
        """Leave no room."""
        fill_disk(self.folder / folder)

    def free_disk(self) -> None:
        """Give the room back."""
        free_disk(self.folder)

    def remount(self, how: str) -> None:
        """Make the disk read-only, `ro`, or writable, `rw`; the open file has to be closed."""
        flags = f"remount,{how}"
        subprocess.run(["mount", "-o", flags, str(self.folder)], check=True)

    def limit_files(self, more: int | None) -> None:
        """Let no file become longer than the progress file is, and some bytes; None lifts it."""
        size = (self.folder / "progress.db").stat().st_size
        limit = resource.RLIM_INFINITY if more is None else size + more
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    def back_up(self) -> None:
        """Make the backup of the day."""
        self.store.back_up_if_due()

    def move_clock(self, days: int) -> None:
        """Put the clock forward, or back."""
        self.clock.move(days=days)

    def cut_file(self, length: int) -> None:
        """Damage the progress file, closed, by cutting it."""
        os.truncate(self.folder / "progress.db", length)

    def rescue(self, folder: str) -> str:
        """Have a copy made elsewhere; return what is said where that fails."""
        try:
            rescue(self.store, Path(folder), self.clock)
        except StoreError as error:
            return str(error)
        return ""

    def write_beside(self, kilobytes: int) -> str:
        """Write a file as a hand-in does, with the reserve; return what is said on failure."""
        path = self.folder / "handed-in"
        try:
            with_reserve(self.folder, lambda: write_whole(path, os.urandom(kilobytes * 1024)))
        except OSError as error:
            return str(error)
        return ""

    def close(self) -> None:
        """Leave."""
        self.store.save_waiting()
        self.store.close()


def main() -> None:
    """Do what comes in, line by line."""
    learner = Learner(Path(sys.argv[1]))
    for line in sys.stdin:
        what, *arguments = json.loads(line)
        result = getattr(learner, what)(*arguments)
        sys.stdout.write(json.dumps(result) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
