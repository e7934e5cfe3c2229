"""The program itself fails: the terminal comes back, and nothing private comes out (P4, P5)."""

import signal
import sys
from pathlib import Path

from logs import raw_entries
from screens_of_course import TALL, answer_guess, answered_first_questions, open_first_lesson
from terminal import Terminal

from protectcourse.progress.store import FILE_NAME


def faulty(data: Path, how: str) -> list[str]:
    """Return a program that fails where a page is turned, with something private in a variable."""
    code = (
        "import os, sys\n"
        "from protectcourse.cli import entry\n"
        "from protectcourse.study.lesson_session import LessonSession\n"
        "def fail(session):\n"
        "    private = 'CAN' + 'ARY'\n"
        f"    {how}\n"
        "LessonSession.next = fail\n"
        "entry.main()\n"
    )
    return [sys.executable, "-c", code, "--data-dir", str(data)]


def fail_on_a_page(terminal: Terminal) -> None:
    """Answer something, then do what fails."""
    answered_first_questions(terminal)
    open_first_lesson(terminal)
    answer_guess(terminal)
    terminal.send(b"\x1b[C")


def test_a_fault_in_saving_ends_with_a_short_message_and_one_file(tmp_path: Path) -> None:
    """It happens on the thread that writes; what was answered before is saved, and says so."""
    data = tmp_path / "data"
    how = "raise RuntimeError('a fault' if private else '')"
    with Terminal(faulty(data, how), size=TALL) as terminal:
        fail_on_a_page(terminal)

        assert terminal.exit_code() == 70
        assert "Something went wrong" in terminal.text()
        assert "Traceback" not in terminal.text()
        assert not terminal.is_raw()
        assert b"CANARY" not in terminal.raw
    written = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert b"a fault" in (data / "crash.txt").read_bytes()
    assert b"CANARY" not in written
    assert raw_entries(data / FILE_NAME)[-1].kind == "prompt-answered"


def test_after_an_abort_the_next_start_gives_all_back(tmp_path: Path) -> None:
    """A library that aborts leaves no time to tidy: only names of functions come out of it."""
    data = tmp_path / "data"
    script = '"$@"; echo "code $?"; "$1" -m protectcourse "$4" "$5"; stty -a; echo state shown'
    argv = ["sh", "-c", script, "sh", *faulty(data, "os.abort()")]
    with Terminal(argv, size=TALL) as terminal:
        fail_on_a_page(terminal)
        terminal.wait("Continue")
        assert "damaged" not in terminal.text()
        terminal.press("q")
        terminal.wait("state shown")

        assert " icanon" in terminal.text()
        assert " echo " in terminal.text()
        assert b"Fatal Python error: Aborted" in terminal.raw
        assert f"code {128 + signal.SIGABRT}".encode() in terminal.raw
        assert b"CANARY" not in terminal.raw
    assert raw_entries(data / FILE_NAME)[-1].kind == "prompt-answered"
