"""Where the full screen cannot start, and why that is said."""

import io
import os
import pty
import termios
import tty
from pathlib import Path

import pytest

from protectcourse.tui.terminal import check_terminal, fits, mend_terminal


class Tty(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


GOOD = {"TERM": "xterm"}
SIZE = os.terminal_size((80, 24))


def closed() -> Tty:
    """Return a terminal that was closed."""
    stream = Tty()
    stream.close()
    return stream


def test_a_usual_terminal_will_do() -> None:
    """Nobody must be refused without need."""
    assert check_terminal(GOOD, Tty(), Tty(), SIZE) is None
    assert check_terminal(GOOD, Tty(), Tty(), os.terminal_size((40, 12))) is None


@pytest.mark.parametrize(
    ("environ", "stdin", "stdout", "size", "word"),
    [
        (GOOD, io.StringIO(), Tty(), SIZE, "input"),
        (GOOD, None, Tty(), SIZE, "input"),
        (GOOD, closed(), Tty(), SIZE, "input"),
        (GOOD, Tty(), io.StringIO(), SIZE, "output"),
        ({"TERM": "dumb"}, Tty(), Tty(), SIZE, "TERM is dumb"),
        ({}, Tty(), Tty(), SIZE, "TERM is not set"),
        (GOOD, Tty(), Tty(), os.terminal_size((39, 24)), "40 columns and 12 lines"),
        (GOOD, Tty(), Tty(), os.terminal_size((80, 11)), "has 80 and 11"),
    ],
)
def test_what_is_missing_is_said(
    environ: dict[str, str],
    stdin: io.StringIO | None,
    stdout: io.StringIO | None,
    size: os.terminal_size,
    word: str,
) -> None:
    """Textual would spin on an input that is no terminal, and fill a file with escape codes."""
    words = check_terminal(environ, stdin, stdout, size)

    assert words is not None
    assert word in words


def test_the_least_size_is_40_by_12() -> None:
    """What start and resizing call too small is the same."""
    assert fits(40, 12)
    assert not fits(39, 12)
    assert not fits(40, 11)


def test_only_a_raw_terminal_is_mended() -> None:
    """Settings that a person chose stay; what a killed program left goes."""
    master, terminal = pty.openpty()
    try:
        usual = termios.tcgetattr(terminal)
        untouched = mend_terminal(terminal)
        tty.setraw(terminal)
        mended = mend_terminal(terminal)

        assert (untouched, mended) == (False, True)
        assert termios.tcgetattr(terminal)[3] & termios.ECHO == usual[3] & termios.ECHO
        assert termios.tcgetattr(terminal)[1] & termios.OPOST
    finally:
        os.close(master)
        os.close(terminal)


def test_what_is_no_terminal_is_left_alone() -> None:
    """The check may run before anything is known about the input."""
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        assert not mend_terminal(nothing.fileno())
