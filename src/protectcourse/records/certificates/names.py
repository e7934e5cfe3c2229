"""Names for certificates, from a table in CSV: learner and name, one line each."""

import csv
import re

from protectcourse.errors import RecordError
from protectcourse.records.certificates.identity import LONGEST_NAME, spelled

LARGEST = 5_000_000
"""Bytes."""
COLUMNS = ("learner", "name")
HINT = (
    "The first line is `learner,name`; each other has a learner's number of 16 digits and a name."
)
_NUMBER = re.compile(r"[0-9a-f]{16,64}")


def read_names(data: bytes, file: str) -> dict[str, str]:
    """Return the names in a file called `file`, by the learner's number. Raises RecordError."""
    if len(data) > LARGEST:
        raise RecordError(f"{file} is larger than {LARGEST} bytes", HINT)
    try:
        text = data.decode("utf-8-sig")
        lines = list(csv.reader(text.splitlines(), strict=True))
    except UnicodeDecodeError as error:
        raise RecordError(f"{file} is not UTF-8 text", "Save it again as CSV UTF-8.") from error
    except csv.Error as error:
        raise RecordError(f"{file} is not a table in CSV ({error})", HINT) from error
    if not lines or [one.strip().lower() for one in lines[0]] != list(COLUMNS):
        raise RecordError(f"{file}:1: the columns are not `learner` and `name`", HINT)
    return dict(_name(line, f"{file}:{number}") for number, line in enumerate(lines[1:], 2) if line)


def _name(line: list[str], place: str) -> tuple[str, str]:
    if len(line) != len(COLUMNS) or not _NUMBER.fullmatch(line[0].strip()):
        raise RecordError(f"{place}: this is not a learner's number and a name", HINT)
    name = spelled(line[1])
    if not name or len(line[1].strip()) > LONGEST_NAME:
        raise RecordError(f"{place}: the name is empty or longer than {LONGEST_NAME} letters", HINT)
    return line[0].strip(), name
