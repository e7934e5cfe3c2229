"""`import` and `export`: banks of questions between a course and other systems."""

import gc
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from protectcourse.cli.carried_words import carried_lines
from protectcourse.cli.output import say, say_aside
from protectcourse.cli.written_file import refusal, write_file
from protectcourse.course.folders import ENDINGS
from protectcourse.errors import ExchangeError
from protectcourse.exchange.bank_file import read_bank, usable_text
from protectcourse.exchange.carried import CarriedIn, CarriedOut
from protectcourse.exchange.foreign.made_ids import slug
from protectcourse.exchange.foreign.text_decoding import LARGEST
from protectcourse.plain_text import one_line
from protectcourse.quiz.bank import Quiz
from protectcourse.shapes import UNIT_ID

REFUSED = 2
LONGEST_TITLE = 500
ENDINGS_OF = {
    ".gift": "gift",
    ".aiken": "aiken",
    ".xml": "moodle-xml",
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
}
WRITTEN_AS = {"gift": ".gift.txt", "moodle-xml": ".xml", "csv": ".csv", "xlsx": ".xlsx"}
"""The ends of the names of what is written; Moodle takes GIFT from text files only."""
_AIKEN = re.compile(rb"^\s*ANSWER\s*:", re.M | re.I)

Reader = Callable[[bytes, str, str], CarriedIn]
Writer = Callable[[Quiz], CarriedOut]


class Wanted(NamedTuple):
    """The bank that is to be written."""

    target: Path
    bank_id: str | None
    title: str | None
    replace: bool


def import_bank(file: Path, form: str | None, wanted: Wanted) -> int:
    """Bring a foreign file in as a bank, say what came over, and return the exit code."""
    gc.enable()
    bank_id, title = _named(wanted)
    if why := _why_not(wanted, bank_id, title):
        say_aside(f"protectcourse: {why}")
        return REFUSED
    data = _read(file)
    form = form or _guessed(file, data)
    if form is None:
        say_aside(f"protectcourse: {file.name} does not say what format it has. Add --from.")
        return REFUSED
    carried = _reader(form)(data, bank_id, title)
    for line in carried_lines(carried.left_out, file.name):
        say(line)
    if carried.quiz is None:
        raise ExchangeError(
            f"no question of {file} could be brought in",
            "Nothing was written. Is the format right? Name it with --from.",
        )
    write_file(wanted.target, usable_text(carried).encode())
    say(f"{_count(len(carried.quiz.questions))} came over into {wanted.target}.")
    say(f"Read them once, then: protectcourse check {wanted.target}")
    return 1 if any(one.lost for one in carried.left_out) else 0


def export_bank(file: Path, form: str, output: Path | None, *, replace: bool) -> int:
    """Write a bank for another system, say what has no place there, and return the exit code."""
    gc.enable()
    target = output or Path(file.stem + WRITTEN_AS[form])
    if why := refusal(target, "--output", replace=replace):
        say_aside(f"protectcourse: {why}")
        return REFUSED
    carried = _writer(form)(read_bank(file))
    for line in carried_lines(carried.left_out, ""):
        say(line)
    write_file(target, carried.data)
    say(f"The bank is written to {target}.")
    return 1 if any(one.lost for one in carried.left_out) else 0


def _named(wanted: Wanted) -> tuple[str, str]:
    """Return id and title of the bank: as wanted, or as its file is named."""
    stem = wanted.target.stem
    usual = stem if UNIT_ID.fullmatch(stem) else slug(stem) or "bank"
    words = " ".join(re.split(r"[\s_\-]+", one_line(stem))).strip()
    title = one_line(wanted.title) if wanted.title else words[:1].upper() + words[1:] or "Questions"
    return wanted.bank_id or usual, title


def _why_not(wanted: Wanted, bank_id: str, title: str) -> str:
    """Return why nothing can be written as it is wanted; empty where it can."""
    if wanted.target.suffix not in ENDINGS:
        return f"{wanted.target} is not named like a bank. End its name in .yaml."
    if not UNIT_ID.fullmatch(bank_id):
        return f"`{bank_id}` is not an id. It has letters, digits, `-` and `.`, at most 64."
    if len(title) > LONGEST_TITLE:
        return f"the title is longer than {LONGEST_TITLE} characters. Choose a shorter one."
    return refusal(wanted.target, "--to", replace=wanted.replace)


def _read(file: Path) -> bytes:
    if not file.is_file():
        raise ExchangeError(f"there is no file {file}", "Look at its name, and in which folder.")
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        raise ExchangeError(f"{file} could not be read: {error.strerror}") from error


def _guessed(file: Path, data: bytes) -> str | None:
    """Return the format that a file's name tells, and of a text file its lines."""
    if file.name.lower().endswith(".gift.txt"):
        return "gift"
    if file.suffix.lower() == ".txt":
        return "aiken" if _AIKEN.search(data.replace(b"\0", b"")) else "gift"
    return ENDINGS_OF.get(file.suffix.lower())


def _reader(form: str) -> Reader:
    match form:
        case "gift":
            from protectcourse.exchange.gift.gift_reader import read_gift

            return read_gift
        case "aiken":
            from protectcourse.exchange.aiken_reader import read_aiken

            return read_aiken
        case "moodle-xml":
            from protectcourse.exchange.moodle.moodle_reader import read_moodle_xml

            return read_moodle_xml
        case "csv":
            from protectcourse.exchange.sheets.csv_reader import read_csv

            return read_csv
        case _:
            from protectcourse.exchange.sheets.xlsx_reader import read_xlsx

            return read_xlsx


def _writer(form: str) -> Writer:
    match form:
        case "gift":
            from protectcourse.exchange.gift.gift_writer import write_gift

            return write_gift
        case "moodle-xml":
            from protectcourse.exchange.moodle.moodle_writer import write_moodle_xml

            return write_moodle_xml
        case "csv":
            from protectcourse.exchange.sheets.csv_writer import write_csv

            return write_csv
        case _:
            from protectcourse.exchange.sheets.xlsx_writer import write_xlsx

            return write_xlsx


def _count(questions: int) -> str:
    return "1 question" if questions == 1 else f"{questions} questions"
