"""`collect`: hand-in files into the register of an organisation."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import fill, wrap

import click

from protectcourse.cli.output import say, say_aside
from protectcourse.clock import SystemClock
from protectcourse.errors import RecordError
from protectcourse.plain_text import one_line
from protectcourse.records.register.collecting import Outcome, collect_hand_ins, find_hand_ins
from protectcourse.records.register.opening import open_register
from protectcourse.records.register.wording import (
    WHAT_VALID_MEANS,
    Totals,
    is_remarkable,
    outcome_words,
    total_words,
)
from protectcourse.signing import Signer, read_key

SET_ASIDE = RecordError.exit_code
WIDTH, NARROWEST = 76, 40
FEW = 20
"""Files of which each has its lines on a terminal; of more, only those to be looked at."""
STOPPED = "Stopped. All files named above are in. Run it again to go on."


def collect_files(names: Sequence[str], where: str, key_file: Path | None) -> int:
    """Take files into a register, saying what came of each; return the exit code."""
    key = _open_key(key_file)
    found = find_hand_ins(names)
    for name in found.missing:
        say_aside(f"protectcourse: there is no file or folder {one_line(name)}.")
    if not found.files:
        say("There is no hand-in file to take in.")
        return SET_ASIDE if found.missing else 0
    totals = Totals()
    with open_register(where, SystemClock()) as register:
        outcomes = collect_hand_ins(found.files, register, key)
        try:
            for outcome in _with_progress(outcomes, len(found.files)):
                totals.add(outcome)
        except KeyboardInterrupt:
            _say_totals(totals)
            say_aside(STOPPED)
            raise
    _say_totals(totals)
    say(fill(WHAT_VALID_MEANS, WIDTH))
    return SET_ASIDE if totals.set_aside or found.missing else 0


def _open_key(file: Path | None) -> Signer | None:
    """Return the key in a file, None where none was named. Raises RecordError."""
    if file is None:
        return None
    key = read_key(file)
    if key is None:
        raise RecordError(f"there is no key {file}", "`protectcourse organisation key` makes one.")
    return key


def _with_progress(outcomes: Iterator[Outcome], count: int) -> Iterator[Outcome]:
    """Give outcomes and say what they are: each, or of many on a terminal a bar and the worst."""
    if count <= FEW or not (sys.stdout.isatty() and sys.stderr.isatty()):
        for outcome in outcomes:
            _say(outcome)
            yield outcome
        return
    notable: list[Outcome] = []
    try:
        with click.progressbar(
            outcomes, length=count, label="Collecting", file=sys.stderr, show_eta=False
        ) as bar:
            for outcome in bar:
                notable += [outcome] if is_remarkable(outcome) else []
                yield outcome
    finally:
        for outcome in notable:
            _say(outcome)


def _say(outcome: Outcome) -> None:
    for line in outcome_words(outcome):
        for part in _fitted(line):
            say(part)


def _fitted(line: str) -> list[str]:
    """Return a line as a terminal can show it, broken between words; elsewhere as it is."""
    if not sys.stdout.isatty():
        return [line]
    width = max(NARROWEST, shutil.get_terminal_size().columns)
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    return wrap(
        line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _say_totals(totals: Totals) -> None:
    for line in total_words(totals):
        say(line)
