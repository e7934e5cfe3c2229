"""Writes the hand-in file of a learner, into a folder or in the place of a file."""

import contextlib
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from protectcourse.atomic import write_whole
from protectcourse.errors import RecordError
from protectcourse.locations import KEY_FILE
from protectcourse.organisation import load_organisation
from protectcourse.progress.reserve import give_up_reserve, with_reserve
from protectcourse.records.handing_in.bundle import pack_selection
from protectcourse.records.handing_in.form import SUFFIX
from protectcourse.records.handing_in.selection import Selection
from protectcourse.signing import Signer, open_signer

MOST_FILES = 1000
"""Files of one learner and day in one folder: more are a mistake."""
SEVERAL = "courses"
"""What stands in the name where it is not one course that is handed in."""


def hand_in_file(selection: Selection, data_folder: Path, today: date) -> bytes:
    """Return the file of what was selected, signed with the key of a data folder.

    Sealed to the organisation whose settings are there. Raises RecordError.
    """
    key = load_organisation(data_folder).public_key
    return pack_selection(selection, today, _open_signer(data_folder), key)


def usual_name(selection: Selection, today: date) -> str:
    """Return how a hand-in file is called."""
    course = selection.courses[0].id if len(selection.courses) == 1 else SEVERAL
    return f"{course}-{selection.learner[:8]}-{today.isoformat()}{SUFFIX}"


def save_in_folder(selection: Selection, data_folder: Path, to: Path, today: date) -> Path:
    """Write the file into a folder and return where it is; never over a file that is there.

    Raises RecordError.
    """
    if not to.is_dir():
        raise RecordError(f"there is no folder {to}", "Make it first, or name another.")
    refuse_inside(to, data_folder)
    data = hand_in_file(selection, data_folder, today)
    with _told(to):
        path = _claim(to, usual_name(selection, today))
    try:
        write_over(path, data, data_folder)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    return path


def write_over(path: Path, data: bytes, data_folder: Path) -> None:
    """Write the file at a path, in place of one that is there. Raises RecordError."""
    refuse_inside(path.parent, data_folder)
    with _told(path):
        with_reserve(data_folder, lambda: write_whole(path, data))


def refuse_inside(place: Path, data_folder: Path) -> None:
    """Raise RecordError for a place inside the data folder."""
    if place.resolve().is_relative_to(data_folder.resolve()):
        message = f"{place} is inside the data folder"
        raise RecordError(message, "The file is of use elsewhere: name another place.")


def _open_signer(data_folder: Path) -> Signer:
    """Return the signer of a data folder, whose key is made on a full disk too."""
    try:
        return open_signer(data_folder)
    except RecordError:
        if (data_folder / KEY_FILE).exists() or not give_up_reserve(data_folder):
            raise
    return open_signer(data_folder)


def _claim(folder: Path, name: str) -> Path:
    """Take the first name that is free, so that nobody else does. Raises OSError."""
    stem = name.removesuffix(SUFFIX)
    for number in range(1, MOST_FILES):
        path = folder / (name if number == 1 else f"{stem}-{number}{SUFFIX}")
        with contextlib.suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            return path
    raise FileExistsError(17, f"there are {MOST_FILES} files of that name already")


@contextlib.contextmanager
def _told(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"{place} cannot be written ({error.strerror})"
        raise RecordError(message, "Name another place.") from error
