"""Writes to standard output and error, cleaned, as the terminal can show it."""

import sys
from typing import TextIO

from protectcourse.errors import ProtectCourseError
from protectcourse.plain_text import clean_text


def say(text: str) -> None:
    """Print a line of text."""
    _write(sys.stdout, text)


def say_aside(text: str) -> None:
    """Print a line of text to standard error."""
    _write(sys.stderr, text)


def say_failure(error: ProtectCourseError) -> None:
    """Print what is wrong and what can be done."""
    say_aside(f"protectcourse: {error.message}")
    if error.hint:
        say_aside(error.hint)


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed from the start: nobody listens
        return
    encoding = stream.encoding or "ascii"
    shown = clean_text(text).encode(encoding, "replace").decode(encoding)
    print(shown, file=stream)
