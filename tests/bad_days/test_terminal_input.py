"""Odd terminals and odd keys: a clear refusal or an answer, never a hang (P6-P10).

What holds in any screen is in ``tui/test_app.py``; here it is the course.
"""

import random
import re
import signal
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest
from logs import open_log
from screens_of_course import (
    answer_guess,
    answered_first_questions,
    open_first_lesson,
    program,
)
from terminal import Terminal

ENDING_KEYS = b"qQ\x03\x1a\x1c"
SHELL = ["sh", "-c"]


@pytest.mark.parametrize(
    ("redirected", "says"),
    [
        ("<&-", "keyboard"),
        ("</dev/null", "keyboard"),
        (">/dev/null", "goes to a file"),
        ("| cat", "goes to a file"),
        ("</dev/null >/dev/null", "keyboard"),
    ],
)
def test_without_keyboard_or_screen_it_is_refused_in_words(
    tmp_path: Path, redirected: str, says: str
) -> None:
    """Textual spins on an input that has ended, and fills a file with codes."""
    with Terminal([*SHELL, f'"$@" {redirected}', "sh", *program(tmp_path / "data")]) as terminal:
        terminal.exit_code(5.0)

        assert says in terminal.text()
        assert "Traceback" not in terminal.text()
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_from_the_start_it_ends_by_itself(tmp_path: Path, closed: str) -> None:
    """Started by a service that gives it nothing, it must not stay."""
    argv = [*SHELL, f'"$@" {closed}', "sh", *program(tmp_path / "data")]

    ended = subprocess.run(
        argv, stdin=subprocess.DEVNULL, capture_output=True, timeout=5, check=False
    )

    assert ended.returncode == 2
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"LC_ALL": "xx_XX.UTF-8", "LANG": "nonsense"},
        {"TERM": "vt100", "COLORTERM": ""},
        {"TERM": "nonsense"},
    ],
)
def test_with_an_odd_language_or_terminal_the_course_runs(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    """A rescue console, or a laptop set up in a hurry."""
    with Terminal(program(tmp_path / "data"), env=environ) as terminal:
        answered_first_questions(terminal)
        open_first_lesson(terminal)
        answer_guess(terminal)
        terminal.press("q")

        assert terminal.exit_code() == 0


def test_bytes_that_are_no_letters_do_not_end_a_name(tmp_path: Path) -> None:
    """A keyboard set to another encoding: the name is odd, and everything else as usual."""
    data = tmp_path / "data"
    with Terminal(program(data)) as terminal:
        terminal.wait("question 1 of 3")
        terminal.send(b"Zo\xeb \xff\xfe\xc3")
        terminal.settle()
        answered_first_questions(terminal)
        terminal.press("q")
        assert terminal.exit_code() == 0

    with closing(open_log(data)) as store:
        assert (store.profile("name") or "").startswith("Zo\N{REPLACEMENT CHARACTER}")


def test_a_megabyte_pasted_into_the_course_chooses_nothing(tmp_path: Path) -> None:
    """A slip with the mouse; the next key is heard within seconds."""
    with Terminal(program(tmp_path / "data")) as terminal:
        answered_first_questions(terminal)
        open_first_lesson(terminal)
        before = terminal.text()

        terminal.send(b"\x1b[200~" + b"1\r2\x1b[Bq\r" * 120_000 + b"\x1b[201~")
        terminal.settle()

        assert terminal.text() == before
        answer_guess(terminal)


def test_after_200_sizes_in_two_seconds_a_key_is_answered(tmp_path: Path) -> None:
    """Somebody drags the corner of the window."""
    chance = random.Random(3)
    with Terminal(program(tmp_path / "data")) as terminal:
        answered_first_questions(terminal)
        open_first_lesson(terminal)
        for _ in range(200):
            terminal.resize(chance.randrange(1, 200), chance.randrange(1, 70))
            time.sleep(0.005)
        terminal.resize(80, 24)
        terminal.settle(0.3)

        terminal.wait("Guess first (not scored)", timeout=5.0)
        answer_guess(terminal)


@pytest.mark.parametrize("seed", range(2))
def test_any_bytes_at_all_leave_it_running(tmp_path: Path, seed: int) -> None:
    """A cat on the keyboard, or a file sent to the wrong window."""
    chance = random.Random(seed)
    noise = bytes(byte for byte in chance.randbytes(3000) if byte not in ENDING_KEYS)
    with Terminal(program(tmp_path / "data")) as terminal:
        answered_first_questions(terminal)
        for start in range(0, len(noise), 100):
            terminal.send(noise[start : start + 100])
            terminal.settle(0.02)
        terminal.kill(signal.SIGTERM)

        assert terminal.exit_code() == 143
        assert not re.search("Traceback|Something went wrong", terminal.text())
