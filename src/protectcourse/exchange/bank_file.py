"""A bank of ours as a file: read to be sent elsewhere, written from what came from there."""

from pathlib import Path

from protectcourse.course.file_reading import read_file
from protectcourse.course.loading import check_single
from protectcourse.course.yaml_reader import read_yaml
from protectcourse.errors import ExchangeError
from protectcourse.exchange.bank_yaml import bank_yaml
from protectcourse.exchange.carried import CarriedIn
from protectcourse.findings import Severity
from protectcourse.quiz.bank import Quiz


def read_bank(path: Path) -> Quiz:
    """Return the bank in a file. Raises ExchangeError where it is none, or has an error."""
    reading = read_file(path, str(path))
    errors = [one for one in check_single(path) if one.severity is Severity.ERROR]
    if errors:
        first = errors[0]
        message = f"{path}, line {first.line}: {first.message}"
        raise ExchangeError(message, f"Mend it first: protectcourse check {path}")
    if not isinstance(reading.value, Quiz):
        hint = "Name a file that begins with `quiz:`."
        raise ExchangeError(f"{path} is not a bank of questions", hint)
    return reading.value


def usable_text(carried: CarriedIn) -> str:
    """Return the YAML of a bank that was brought in. Raises ExchangeError if it is too large."""
    text = bank_yaml(carried)
    if faults := read_yaml(text.encode()).faults:
        message = f"the questions do not fit into one file: {faults[0].message}"
        raise ExchangeError(message, "Divide the file, and bring in one part after the other.")
    return text
