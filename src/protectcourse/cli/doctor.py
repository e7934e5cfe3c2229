"""`protectcourse doctor`: how the program, the terminal and the progress are, in a few lines.

Made to be pasted into a mail: the home folder shows as `~`, and nobody is named.
"""

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from textwrap import wrap

from protectcourse import __version__
from protectcourse.cli.courses import find_courses
from protectcourse.cli.output import say
from protectcourse.course.loading import load_course
from protectcourse.errors import ContentError, StoreError
from protectcourse.findings import Severity
from protectcourse.locations import CRASH_FILE, KEY_FILE
from protectcourse.organisation import ORGANISATION_FILE, load_organisation
from protectcourse.progress.health import Condition, Health, examine, sqlite_version
from protectcourse.progress.store import FILE_NAME

WIDTH, LABEL = 76, 11
COLOUR_VARIABLES = ("COLORTERM", "NO_COLOR")
LANGUAGE_VARIABLES = ("LC_ALL", "LC_CTYPE", "LANG")
LITTLE_ROOM = 20_000_000
START = "Start the course: it brings back what can be read, and says what could not be."
WORDS = {
    Condition.NONE_YET: ("nothing is saved here yet", ""),
    Condition.WHOLE: ("whole", ""),
    Condition.INTERRUPTED: ("a write was cut short; the next start takes it back", ""),
    Condition.DAMAGED: ("damaged", START),
    Condition.GONE: ("the file is missing, though there was one", START),
    Condition.NEWER: (
        "written by a newer version of this program, and left as it is",
        "Install that version.",
    ),
    Condition.FOREIGN: (
        f"{FILE_NAME} is not a file of this program, and is left as it is",
        "Move that file away, or name another folder with --data-dir.",
    ),
    Condition.UNREADABLE: (
        f"{FILE_NAME} cannot be read",
        "Ask whoever looks after this computer for the right to read it.",
    ),
}
"""How a progress file is, and what to do about it."""
USABLE = {Condition.NONE_YET, Condition.WHOLE, Condition.INTERRUPTED}
Line = tuple[str, str]


def say_health(folder: Path, course: str | None) -> int:
    """Print how all is; return 0, or the exit code of a progress file that cannot be used."""
    health = examine(folder)
    for label, words in (
        *_surroundings(),
        *_data(folder),
        *_organisation(folder),
        *_courses(course, folder),
        *_progress(health),
    ):
        _say_line(label, words)
    report = folder / CRASH_FILE
    _say_line("Faults", f"a report is in {_shown(report)}" if _is_there(report) else "no report")
    say("")
    for words in _advice(folder, health) or ["All is well."]:
        _say_line("", words, indent=0)
    return 0 if health.file.condition in USABLE else StoreError.exit_code


def _say_line(label: str, words: str, indent: int = LABEL) -> None:
    lines = wrap(words, WIDTH - indent, break_on_hyphens=False) or [""]
    for number, line in enumerate(lines):
        say(f"{label if not number else '':{indent}}{line}")


def _surroundings() -> Iterator[Line]:
    libraries = f"SQLite {sqlite_version()}, Textual {_textual_version()}"
    yield "Program", f"protectcourse {__version__}, Python {platform.python_version()}, {libraries}"
    yield "Computer", f"{platform.system()} {platform.release()}, {platform.machine()}"
    size = shutil.get_terminal_size()
    streams = {"input": sys.stdin, "output": sys.stdout}
    plain = [name for name, stream in streams.items() if not (stream and stream.isatty())]
    kind = f"TERM is {os.environ.get('TERM') or 'not set'}"
    seen = f"{' and '.join(plain)} no terminal" if plain else f"{size.columns} x {size.lines}"
    yield "Terminal", f"{kind}, {seen}"
    colours = (f"{name} is {os.environ.get(name) or 'not set'}" for name in COLOUR_VARIABLES)
    yield "Colours", ", ".join(colours)
    encoding = f"{sys.stdout.encoding} for text, {sys.getfilesystemencoding()} for file names"
    yield "Encoding", encoding
    found = (f"{name}={os.environ[name]}" for name in LANGUAGE_VARIABLES if os.environ.get(name))
    yield "Language", ", ".join(found) or locale.getlocale()[0] or "not set"


def _textual_version() -> str:
    """Return the version of Textual as installed: importing it would be slow, or fail."""
    try:
        return version("textual")
    except PackageNotFoundError:
        return "missing"


def _data(folder: Path) -> Iterator[Line]:
    yield "Data", _shown(folder)
    if not _is_there(folder):
        yield "", f"not there yet: the first start makes it; {_room(folder)}"
        return
    yield "", f"{_rights(folder)}; {_room(folder)}"


def _organisation(folder: Path) -> Iterator[Line]:
    organisation = load_organisation(folder)
    if organisation.id:
        yield "Settings", f"of {organisation.name}"
    elif _is_there(folder / ORGANISATION_FILE):
        yield "Settings", f"{ORGANISATION_FILE} cannot be used: add it again, or remove it"


def _rights(folder: Path) -> str:
    """Say whether a folder can be written, and whether others could read in it."""
    writable = "can be written" if os.access(folder, os.W_OK | os.X_OK) else "cannot be written"
    open_to_others = [_shown(path) for path in _open_to_others(folder)]
    return f"{writable}; " + (
        f"others on this computer can read {', '.join(open_to_others)}"
        if open_to_others
        else "private to you"
    )


def _open_to_others(folder: Path) -> list[Path]:
    """Return what others on this computer could read, of folder and files; only POSIX says."""
    if sys.platform == "win32":
        return []
    places = (folder, folder / FILE_NAME, folder / KEY_FILE)
    return [path for path in places if _is_there(path) and path.stat().st_mode & 0o077]


def _room(folder: Path) -> str:
    return f"{_free(folder) / 1e9:.1f} GB free"


def _free(folder: Path) -> int:
    """Return the bytes free where a folder is, or would be."""
    there = next(
        path for path in (folder.absolute(), *folder.absolute().parents) if _is_there(path)
    )
    return shutil.disk_usage(there).free


def _courses(chosen: str | None, folder: Path) -> Iterator[Line]:
    try:
        found = find_courses(chosen, folder)
    except ContentError as error:
        yield "Course", error.message
        return
    for files in found:
        course = load_course(files)
        head = course.head
        name = f"{head.course}, version {head.version}" if head else files.name
        yield "Course", f"{name}: {_problems([one.severity for one in course.problems])}"


def _problems(severities: list[Severity]) -> str:
    if not severities:
        return "no problem"
    counts = ((severities.count(one), one.value) for one in Severity if one in severities)
    return ", ".join(f"{name} {count}" for count, name in counts)


def _progress(health: Health) -> Iterator[Line]:
    state = WORDS[health.file.condition][0]
    if health.file.condition is Condition.WHOLE:
        state += f", {health.file.steps} saved steps"
    if health.file.fault:
        state += f" ({health.file.fault})"
    if health.in_use:
        state += "; the course is open in another window"
    yield "Progress", state
    sound = "" if health.newest_is_sound else ", which is damaged"
    newest = f"{health.backups}, the newest of {health.newest_backup}{sound}"
    yield "Backups", newest if health.backups else "none yet"


def _advice(folder: Path, health: Health) -> list[str]:
    """Return what there is to do, if anything."""
    advice = [WORDS[health.file.condition][1]]
    if _is_there(folder) and not os.access(folder, os.W_OK | os.X_OK):
        advice.append("Nothing can be saved in that folder: name another with --data-dir.")
    if places := _open_to_others(folder):
        advice.append(f"To keep others out: chmod go= {' '.join(map(_shown, places))}")
    if _free(folder) < LITTLE_ROOM:
        advice.append("The disk is nearly full: free some space.")
    return [words for words in advice if words]


def _is_there(path: Path) -> bool:
    """Say whether something is there; not, where that must not be known."""
    return os.access(path, os.F_OK)


def _shown(path: Path) -> str:
    """Return a path in which neither the home folder nor the name of the account stands."""
    home = Path.home()
    path = path.absolute()
    if path.is_relative_to(home):
        return "/".join(("~", *path.relative_to(home).parts))
    hidden = {home.name} - {"", "root"}
    return str(Path(*("…" if part in hidden else part for part in path.parts)))
