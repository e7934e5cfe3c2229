"""Erases what the program has kept in a data folder, and nothing else."""

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from protectcourse.errors import StoreError
from protectcourse.locations import COMPILED_FOLDER, CRASH_FILE, KEY_FILE, OUTBOX_FILE
from protectcourse.progress import backups
from protectcourse.progress.database import read_header
from protectcourse.progress.opening import LOCK_NAME, was_there
from protectcourse.progress.reserve import FILE_NAME as RESERVE
from protectcourse.progress.sole_use import sole_use
from protectcourse.progress.store import FILE_NAME

_RESTS = "(-journal|-wal|-shm)?"


class Sort(NamedTuple):
    """One sort of file that the program keeps."""

    words: str
    """What it is, to a learner; empty where that says nothing to them."""
    folder: str
    name: str
    """A regular expression."""


SORTS = (
    Sort("backups", backups.FOLDER, rf"progress-v\d+-[\d-]+\.(db|new){_RESTS}"),
    Sort("damaged files that were set aside", "", r"damaged-[\d-]+\.db"),
    Sort("report of a fault", "", rf"\.?{re.escape(CRASH_FILE)}(\.\d+\.new)?"),
    Sort("the key that signs your records", "", rf"\.?{re.escape(KEY_FILE)}(\.\d+\.new)?"),
    Sort("the note of what was sent to an LRS", "", rf"{re.escape(OUTBOX_FILE)}{_RESTS}"),
    Sort("courses in the form that opens at once", COMPILED_FOLDER, r"\.?.+\.course(\.\d+\.new)?"),
    Sort("", "", rf"{RESERVE}|\.?progress\.checked(\.\d+\.new)?"),
    Sort("your answers, notes and choices", "", rf"progress\.(db|new){_RESTS}"),
)
"""In the order in which they go: without its backups, an erased file is not brought back.

So an erasing that is cut short leaves the progress file, or nothing that would mend it.
"""


@dataclass(frozen=True, slots=True)
class Traces:
    """What stands in a data folder."""

    own: tuple[tuple[Sort, tuple[Path, ...]], ...]
    """The files of each sort, in the order in which they go; no sort without files."""
    others: tuple[str, ...]
    """Names of what the program did not make, which stays."""

    @property
    def files(self) -> list[Path]:
        """Return every file of the program's."""
        return [path for _, paths in self.own for path in paths]


def find_traces(folder: Path) -> Traces:
    """Return what would be erased from a folder, and what would stay."""
    own = tuple((sort, tuple(_files(folder, sort))) for sort in SORTS)
    mine = {path for _, paths in own for path in paths} | {folder / LOCK_NAME}
    inner = {path.parent for path in mine}
    others = {
        path for place in (folder, *sorted(inner)) for path in _children(place) if path not in mine
    }
    return Traces(
        tuple((sort, paths) for sort, paths in own if paths),
        tuple(sorted(path.relative_to(folder).as_posix() for path in others - inner)),
    )


def erase(folder: Path) -> Traces:
    """Erase it all, then the folder if nothing else stands in it; return what there was.

    Raises StoreError where a program has the file open, or where something cannot be removed.
    """
    if not folder.is_dir():
        return Traces((), ())
    with sole_use(folder):
        traces = find_traces(folder)
        for path in traces.files:
            with contextlib.suppress(OSError):
                path.unlink()
        left = find_traces(folder).files
    if left:
        names = ", ".join(path.name for path in left)
        hint = f"Remove {folder} by hand. The rest is erased."
        raise StoreError(f"these files could not be removed: {names}", hint)
    for path in (folder / backups.FOLDER, folder / COMPILED_FOLDER):
        _remove_if_empty(path)
    with contextlib.suppress(OSError):
        (folder / LOCK_NAME).unlink()
    _remove_if_empty(folder)
    return traces


def _files(folder: Path, sort: Sort) -> Iterator[Path]:
    """Give the files of one sort, by name."""
    for path in _children(folder / sort.folder):
        is_file = path.is_symlink() or path.is_file()
        if re.fullmatch(sort.name, path.name) and is_file and not _is_foreign(path):
            yield path


def _is_foreign(path: Path) -> bool:
    """Say whether another program's file stands in the place of the progress file."""
    if path.name != FILE_NAME:
        return False
    with contextlib.suppress(OSError):
        return read_header(path).state in {"foreign", "not-sqlite"} and not was_there(path)
    return False


def _children(folder: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(folder.iterdir())
    return []


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()
