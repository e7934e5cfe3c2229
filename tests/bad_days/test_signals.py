"""However the program is ended in the middle of the course, nothing is lost (P1-P5, P9).

What the app does in any screen is in ``tui/test_app.py``; here it has a file open.
"""

import signal
from pathlib import Path

import pytest
from learner_process import LearnerProcess
from logs import raw_entries
from screens_of_course import (
    TALL,
    answer_guess,
    answered_first_questions,
    open_first_lesson,
    program,
)
from terminal import Terminal

from protectcourse.progress.lock import FileLock
from protectcourse.progress.store import FILE_NAME, read_checked

SIGNALS = {"SIGTERM": 143, "SIGHUP": 129, "SIGINT": 130}
ENDS_WITHIN = 2.0


def answer_something(terminal: Terminal) -> None:
    """Open the first lesson and answer what is to be guessed."""
    open_first_lesson(terminal)
    answer_guess(terminal)


def assert_closed_in_order(data: Path) -> None:
    """Check that the answer is saved, the file noted as closed, and the lock given back."""
    assert raw_entries(data / FILE_NAME)[-1].kind == "prompt-answered"
    noted = read_checked(data / FILE_NAME)
    assert noted is not None
    assert noted[1], "not closed in order"
    lock = FileLock(data / "progress.lock")
    assert lock.take(0)
    lock.release()


@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_closes_the_file_and_gives_the_terminal_back(tmp_path: Path, name: str) -> None:
    """A system that shuts down asks so; the next start needs no check of everything."""
    data = tmp_path / "data"
    with Terminal(program(data), size=TALL) as terminal:
        answered_first_questions(terminal)
        answer_something(terminal)
        terminal.kill(signal.Signals[name])

        assert terminal.exit_code(ENDS_WITHIN) == SIGNALS[name]
        assert not terminal.is_raw()
        end = terminal.raw[terminal.raw.rfind(b"\x1b[?1049h") :]
        assert b"\x1b[?1049l" in end
        assert b"\x1b[?25h" in end
    assert_closed_in_order(data)


@pytest.mark.parametrize("ignored", [False, True])
def test_with_its_terminal_gone_the_program_is_gone_too(tmp_path: Path, ignored: bool) -> None:
    """A connection that drops leaves nothing that spins, under nohup neither."""
    data = tmp_path / "data"
    trap = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh"] if ignored else []
    with Terminal([*trap, *program(data)]) as terminal:
        answered_first_questions(terminal)
        answer_something(terminal)
        terminal.hang_up()

        assert terminal.exit_code(ENDS_WITHIN) == 129
    assert_closed_in_order(data)


def test_a_signal_on_a_disk_that_refuses_ends_without_a_question(tmp_path: Path) -> None:
    """Nobody may be there to answer; the system that shuts down does not wait."""
    data = tmp_path / "data"
    with Terminal(program(data), size=TALL) as terminal:
        answered_first_questions(terminal)
        (data / FILE_NAME).unlink()
        answer_something(terminal)
        terminal.kill(signal.SIGTERM)

        assert terminal.exit_code(ENDS_WITHIN) == 143
        assert "could not be saved" not in terminal.text()


def test_a_shell_stops_the_course_and_brings_it_back(tmp_path: Path) -> None:
    """Ctrl+Z and fg, in a real shell, twice; answers go on being saved."""
    data = tmp_path / "data"
    with Terminal(["bash", "--norc", "--noprofile", "-i"], env={"PS1": "ready> "}) as terminal:
        terminal.wait("ready>")
        terminal.type(" ".join(program(data)) + "\r")
        answered_first_questions(terminal)
        for _ in range(2):
            terminal.press("ctrl+z")
            terminal.wait("Stopped")
            terminal.wait("ready>")
            terminal.type("clear; stty -a | grep -o '.icanon'; echo shell hears\r")
            terminal.wait("shell hears\n")
            assert "-icanon" not in terminal.text()
            terminal.type("clear; fg\r")
            terminal.wait("Begin")
        answer_something(terminal)
        terminal.press("q")
        terminal.wait("ready>")
        terminal.type("echo code $?\r")
        terminal.wait("code 0")
    assert raw_entries(data / FILE_NAME)[-1].kind == "prompt-answered"


def test_a_stopped_program_keeps_the_file_for_itself(tmp_path: Path) -> None:
    """Whoever starts it again instead of `fg` is told, and the stopped one goes on unharmed."""
    with LearnerProcess(tmp_path) as stopped, LearnerProcess(tmp_path) as second:
        stopped.do("open")
        stopped.process.send_signal(signal.SIGSTOP)

        notice = second.do("open")

        stopped.process.send_signal(signal.SIGCONT)
        assert "another window" in notice
        assert stopped.do("answer", 1) == ""
