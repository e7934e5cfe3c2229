"""What a terminal must have for the full screen, and how one left broken is mended."""

import os
import sys
from collections.abc import Mapping
from typing import TextIO

if sys.platform != "win32":
    import termios

LEAST_COLUMNS, LEAST_LINES = 40, 12


def check_terminal(
    environ: Mapping[str, str],
    stdin: TextIO | None,
    stdout: TextIO | None,
    size: os.terminal_size,
) -> str | None:
    """Return in a sentence why the full screen cannot start here, or None when it can."""
    if not _is_terminal(stdin):
        return "The full screen needs a keyboard, but the input is not a terminal."
    if not _is_terminal(stdout):
        return "The full screen needs a terminal, but the output goes to a file or a program."
    if sys.platform != "win32" and environ.get("TERM", "") in {"", "dumb", "unknown"}:
        kind = environ.get("TERM") or "not set"
        return f"The full screen needs a terminal that can move its cursor; TERM is {kind}."
    if size.columns < LEAST_COLUMNS or size.lines < LEAST_LINES:
        return (
            f"The full screen needs {LEAST_COLUMNS} columns and {LEAST_LINES} lines; "
            f"this terminal has {size.columns} and {size.lines}. Make the window larger."
        )
    return None


def fits(columns: int, lines: int) -> bool:
    """Return whether a question and its options can be shown in this size."""
    return columns >= LEAST_COLUMNS and lines >= LEAST_LINES


def mend_terminal(descriptor: int) -> bool:
    """Put back a terminal that a killed program left raw; say whether that was needed.

    Nothing can tidy up after ``kill -9``, so the next start does: otherwise the raw state would
    count as the usual one, and would be given back at the end.
    """
    if sys.platform == "win32":
        return False
    try:
        state = termios.tcgetattr(descriptor)
    except termios.error:
        return False
    usual = termios.ICANON | termios.ECHO | termios.ISIG | termios.IEXTEN
    if state[3] & (termios.ICANON | termios.ECHO):
        return False
    state[0] |= termios.ICRNL | termios.IXON
    state[1] |= termios.OPOST
    state[3] |= usual
    termios.tcsetattr(descriptor, termios.TCSANOW, state)
    return True


def _is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is open and is a terminal."""
    return stream is not None and not stream.closed and stream.isatty()
