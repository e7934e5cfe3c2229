"""What is said and kept when the program fails: never what a learner typed, if it can be helped."""

import platform
import sys
from dataclasses import dataclass
from pathlib import Path
from traceback import TracebackException

from protectcourse import __version__
from protectcourse.atomic import make_private_folder, write_whole
from protectcourse.locations import CRASH_FILE

EXIT_CODE = 70
LONGEST_MESSAGE = 200


@dataclass(frozen=True, slots=True)
class Ending:
    """How the full screen ended: the process's exit code, and what to say after it, if anything."""

    exit_code: int
    message: str = ""


def end_after_crash(error: BaseException, folder: Path | None) -> Ending:
    """Keep what is needed to find the fault, and return what the learner is told."""
    path = write_crash_file(error, folder) if folder else None
    lines = ["Something went wrong inside the program, and it had to stop.", kept_words(path)]
    return Ending(EXIT_CODE, "\n".join(lines))


def kept_words(path: Path | None) -> str:
    """Return the sentence on what was kept about a crash, and where."""
    if path is None:
        return "Answers that were given before are saved. No report could be written."
    return (
        "Answers that were given before are saved. A report without your answers is in\n"
        f"  {path}\n"
        "Read it, then send it to whoever gave you this course, if you wish."
    )


def write_crash_file(error: BaseException, folder: Path) -> Path | None:
    """Write the one crash file, in place of an older one; None when that cannot be done."""
    path = folder / CRASH_FILE
    try:
        make_private_folder(folder)
        write_whole(path, describe_crash(error).encode("utf-8", "backslashreplace"), durable=False)
    except OSError:
        return None
    return path


def describe_crash(error: BaseException) -> str:
    """Return versions and the traceback, without the values of variables."""
    lines = [
        f"protectcourse {__version__}",
        f"Python {platform.python_version()}, Textual {_textual_version()}, {sys.platform}",
        "",
        *_trace(error),
    ]
    return "\n".join(lines) + "\n"


def _textual_version() -> str:
    """Return which version of the screen's library is installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("textual")
    except PackageNotFoundError:
        return "not installed"


def _trace(error: BaseException) -> list[str]:
    """Return a traceback's lines; messages are cut, since they may quote what was typed."""
    text = "".join(TracebackException.from_exception(error, capture_locals=False).format())
    return [
        line if line.startswith(" ") or len(line) <= LONGEST_MESSAGE else line[:LONGEST_MESSAGE]
        for line in text.splitlines()
    ]
