"""Writes a completion record into a folder: as a page, and as the signed file."""

import contextlib
import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from protectcourse.atomic import write_whole
from protectcourse.errors import RecordError
from protectcourse.records.completion_page import completion_page
from protectcourse.records.completion_record import CompletionRecord
from protectcourse.records.signed_file import sign_record
from protectcourse.signing import open_signer

SIGNED, PAGE = ".pcdone", ".html"
MOST_FILES = 1000
"""Records of one completion in one folder: more are a mistake."""


class Saved(NamedTuple):
    """Where the two files are."""

    signed: Path
    page: Path


def save_record(record: CompletionRecord, data_folder: Path, to: Path, today: date) -> Saved:
    """Sign a record with the key of a data folder and write both files into `to`.

    Never over a file that is there: the names then end in a number. Raises RecordError.
    """
    _refuse(to, data_folder)
    signer = open_signer(data_folder)
    page = completion_page(record, signer.public_key, today).encode()
    try:
        saved = _claim(to, f"{record.course}-{record.learner[:8]}-{record.day}")
        try:
            write_whole(saved.signed, sign_record(record, signer))
            write_whole(saved.page, page)
        except BaseException:
            _let_go(*saved)
            raise
    except OSError as error:
        message = f"the record could not be written in {to} ({error.strerror})"
        raise RecordError(message, "Name another folder.") from error
    return saved


def _refuse(to: Path, data_folder: Path) -> None:
    """Raise RecordError where a record is of no use."""
    if not to.is_dir():
        raise RecordError(f"there is no folder {to}", "Make it first, or name another.")
    if to.resolve().is_relative_to(data_folder.resolve()):
        message = f"{to} is inside the data folder"
        raise RecordError(message, "A record is of use elsewhere: name another folder.")


def _claim(folder: Path, name: str) -> Saved:
    """Take the first pair of names that is free, so that nobody else does. Raises OSError."""
    for number in range(1, MOST_FILES):
        stem = folder / (name if number == 1 else f"{name}-{number}")
        saved = Saved(stem.with_name(stem.name + SIGNED), stem.with_name(stem.name + PAGE))
        taken: list[Path] = []
        try:
            for path in saved:
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
                taken.append(path)
        except FileExistsError:
            _let_go(*taken)
        except OSError:
            _let_go(*taken)
            raise
        else:
            return saved
    raise FileExistsError(17, f"there are {MOST_FILES} records of it already")


def _let_go(*paths: Path) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()
