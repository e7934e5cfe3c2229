"""Adds a script to the file of a case or a quiz, and leaves every other character as it is.

The lines are put below `tests:` as text, and the file is read again before anything is written: it
must say what it said before, and the script besides. Where it does not, nothing is written.
"""

import re
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from protectcourse.atomic import write_whole
from protectcourse.course.texts import SCRIPTS
from protectcourse.course.yaml_reader import Block, Value, read_yaml
from protectcourse.errors import ContentError
from protectcourse.findings import Severity
from protectcourse.shapes import CASE_ID

WIDTH = 100
STEP = "  "
_PLAIN = re.compile(r"(?!null$)[A-Za-z0-9][A-Za-z0-9_.\-]*( = [A-Za-z0-9][A-Za-z0-9_.\-]*)?")
"""Words that may stand without quotation marks."""
_LINE_ENDS = re.compile(r"(?<=\n)")


class Script(NamedTuple):
    """What was played, to be written down."""

    name: str
    played: tuple[str, ...] | Mapping[str, tuple[str, ...]]
    """The decisions of a case; the answers of a quiz, by question."""
    expect: str


def check_name(path: Path, name: str) -> None:
    """Raise ContentError where a script of this name cannot be added to a file."""
    if not CASE_ID.fullmatch(name):
        hint = "Use small letters, digits and `_`, and begin with a letter: `all_goes_well`."
        raise ContentError(f"`{name}` cannot be the name of a script", hint)
    tree = _read(_bytes_of(path))
    scripts = tree.get(SCRIPTS) if tree is not None else None
    if isinstance(scripts, Block) and name in scripts:
        line = scripts.keys_at[name].line
        message = f"{path} has a script `{name}` already, in line {line}"
        raise ContentError(message, "Give another name, or take the old one out first.")


def script_lines(script: Script, indent: str = STEP) -> list[str]:
    """Return a script as it stands below `tests:`."""
    inner = indent + STEP
    lines = [f"{indent}{script.name}:"]
    if isinstance(script.played, Mapping):
        lines.append(f"{inner}answers:")
        for question, words in script.played.items():
            lines += _wrapped(f"{inner}{STEP}{question}: {_spelled(words)}", inner + STEP)
    else:
        lines += _wrapped(f"{inner}play: [{', '.join(script.played)}]", inner)
    return [*lines, f"{inner}expect: {script.expect}"]


def add_script(path: Path, script: Script) -> int:
    """Add a script to a file and return the line in which it begins.

    Raises ContentError, with the lines to be put in by hand, where it cannot be done safely; the
    file is then as it was.
    """
    data = _bytes_of(path)
    before = _read(data)
    placed = _placed(data, before, script) if before is not None else None
    if placed is None or not _says_the_same(before, placed[0], script):
        raise _by_hand(path, script)
    made, line = placed
    try:
        _write(path.resolve(), made)
    except OSError as error:
        raise _by_hand(path, script, error.strerror or "") from error
    return line


def _placed(data: bytes, tree: Block, script: Script) -> tuple[bytes, int] | None:
    """Return a file with a script in it, and the line where that begins; None for no place."""
    text = data.decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    lines = [line for line in _LINE_ENDS.split(text) if line]
    scripts = tree.get(SCRIPTS)
    if SCRIPTS not in tree:
        at, new = len(lines), [f"{SCRIPTS}:", *script_lines(script)]
    elif scripts is None:
        at, new = tree.keys_at[SCRIPTS].line, script_lines(script)
    elif isinstance(scripts, Block) and scripts and scripts.place.line > tree.keys_at[SCRIPTS].line:
        at, indent = _end_of(tree, lines), " " * (scripts.place.column - 1)
        new = script_lines(script, indent)
    else:
        return None
    if at and not lines[at - 1].endswith(("\n", "\r")):
        lines[at - 1] += end
    made = [*lines[:at], *(line + end for line in new), *lines[at:]]
    first = at + 1 + (SCRIPTS not in tree)
    return "".join(made).encode("utf-8"), first


def _end_of(tree: Block, lines: list[str]) -> int:
    """Return how many lines there are up to the last that belongs to `tests:`."""
    begins = tree.keys_at[SCRIPTS].line
    later = [place.line for place in tree.keys_at.values() if place.line > begins]
    at = min(later) - 1 if later else len(lines)
    while at > begins and _is_between(lines[at - 1]):
        at -= 1
    return at


def _is_between(line: str) -> bool:
    """Say whether a line is empty, or a comment at the margin, which belongs to what follows."""
    return not line.strip() or line.startswith("#")


def _says_the_same(before: Value, made: bytes, script: Script) -> bool:
    """Say whether a file says what it did, and one script more."""
    after = _read(made)
    if after is None or not isinstance(before, Block):
        return False
    scripts = before.get(SCRIPTS)
    earlier = scripts if isinstance(scripts, Block) else {}
    return after == before | {SCRIPTS: earlier | {script.name: _as_read(script)}}


def _as_read(script: Script) -> dict[str, object]:
    """Return a script as the reader gives it."""
    if not isinstance(script.played, Mapping):
        return {"play": list(script.played), "expect": script.expect}
    answers = {name: [*map(_tidy, words)] for name, words in script.played.items()}
    shortest = {name: given[0] if len(given) == 1 else given for name, given in answers.items()}
    return {"answers": shortest, "expect": script.expect}


def _read(data: bytes) -> Block | None:
    reading = read_yaml(data)
    sound = not any(fault.severity is Severity.ERROR for fault in reading.faults)
    return reading.root if sound and isinstance(reading.root, Block) else None


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ContentError(f"{path} could not be read: {error.strerror}") from error


def _write(path: Path, data: bytes) -> None:
    """Put the new file in place of the old one, with the rights that it had. Raises OSError."""
    mode = path.stat().st_mode
    write_whole(path, data)
    path.chmod(mode)


def _by_hand(path: Path, script: Script, reason: str = "") -> ContentError:
    lines = "\n".join([f"{SCRIPTS}:", *script_lines(script)])
    why = f" ({reason})" if reason else ""
    message = f"the script could not be put into {path} safely{why}; the file is as it was"
    return ContentError(message, f"Put these lines into it yourself:\n{lines}")


def _spelled(words: tuple[str, ...]) -> str:
    spelled = [_quoted(one) for one in words]
    return spelled[0] if len(spelled) == 1 else f"[{', '.join(spelled)}]"


def _quoted(words: str) -> str:
    if _PLAIN.fullmatch(words):
        return words
    return "'" + _tidy(words).replace("'", "''") + "'"


def _tidy(words: str) -> str:
    return " ".join(words.split())


def _wrapped(line: str, indent: str) -> list[str]:
    """Return a line in pieces short enough to read; only a list in brackets is broken."""
    if len(line) <= WIDTH or "'" in line:
        return [line]
    return textwrap.wrap(
        line,
        WIDTH,
        subsequent_indent=indent + STEP,
        break_long_words=False,
        break_on_hyphens=False,
    )
