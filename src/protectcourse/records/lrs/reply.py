"""What a learning record store answered."""

from typing import Any, NamedTuple

NO_ANSWER = 0
"""The status where no answer came."""


class Reply(NamedTuple):
    """An answer, or that there was none."""

    status: int
    words: str = ""
    """Clean, on one line."""
    content: Any = None
    """What it holds as JSON; None where it is none."""
    wait: int | None = None
    """How many seconds the LRS asks to be left alone."""
