"""Takes many hand-in files into a register, file by file; a bad one is set aside."""

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from protectcourse.records.handing_in.form import LARGEST_FILE, SUFFIX, HandIn, HandInError
from protectcourse.records.handing_in.reading import read_hand_in
from protectcourse.records.register.register import Register
from protectcourse.records.register.taken import Taken
from protectcourse.signing import Signer

FILES_TOGETHER, EVENTS_TOGETHER = 50, 10_000
"""So many are read before they are taken in with one wait for the disk."""
PATTERN_SIGNS = "*?["


class Outcome(NamedTuple):
    """What came of one file: it was taken in, or set aside."""

    path: Path
    taken: Taken | None
    reason: str = ""
    """Why it was set aside; empty where it was not."""
    learner: str = ""
    name: str = ""
    public_key: str = ""


class _Read(NamedTuple):
    path: Path
    sha256: str
    """Empty where the file could not be read at all."""
    hand_in: HandIn | None
    reason: str
    seen: bool = False


class Found(NamedTuple):
    """The files that are meant, and names that mean none."""

    files: Sequence[Path]
    missing: Sequence[str]


def find_hand_ins(names: Iterable[str]) -> Found:
    """Return the files meant by names of files, folders and patterns, each once."""
    files: dict[Path, None] = {}
    missing: list[str] = []
    for name in names:
        found = list(_files_of(name))
        files |= dict.fromkeys(found)
        if not (found or Path(name).is_dir()):
            missing.append(name)
    return Found(tuple(files), missing)


def collect_hand_ins(
    files: Iterable[Path], register: Register, key: Signer | None
) -> Iterator[Outcome]:
    """Take files in and give what came of each, once that is kept.

    Raises RecordError where the register cannot be used.
    """
    group: list[_Read] = []
    events = 0
    for path in files:
        read = _read(path, register, key)
        group.append(read)
        events += len(read.hand_in.entries) if read.hand_in else 0
        if len(group) >= FILES_TOGETHER or events >= EVENTS_TOGETHER:
            yield from _take(group, register)
            group, events = [], 0
    yield from _take(group, register)


def _files_of(name: str) -> Iterator[Path]:
    path = Path(name)
    if path.is_dir():
        for folder, folders, names in os.walk(path):
            folders.sort()
            yield from (Path(folder, one) for one in sorted(names) if _is_hand_in(one))
    elif path.exists():
        yield path
    elif set(name) & set(PATTERN_SIGNS):
        found = map(Path, sorted(glob.glob(name, recursive=True)))  # noqa: PTH207  from anywhere
        yield from (one for one in found if one.is_file())


def _is_hand_in(name: str) -> bool:
    return name.lower().endswith(SUFFIX) and not name.startswith(".")


def _read(path: Path, register: Register, key: Signer | None) -> _Read:
    """Read and check a file, unless the very same one was taken in before."""
    try:
        if not path.is_file():
            return _Read(path, "", None, "this is not a file")
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        return _Read(path, "", None, f"it cannot be read ({error.strerror})")
    digest = sha256(data).hexdigest()
    if register.has(digest):
        return _Read(path, digest, None, "", seen=True)
    try:
        return _Read(path, digest, read_hand_in(data, key), "")
    except HandInError as error:
        return _Read(path, digest, None, f"{error.message}. {error.hint}")


def _take(group: Sequence[_Read], register: Register) -> Sequence[Outcome]:
    if not group:
        return ()
    with register.together():
        return [_take_one(read, register) for read in group]


def _take_one(read: _Read, register: Register) -> Outcome:
    if read.seen:
        return Outcome(read.path, Taken(seen=True))
    if (hand_in := read.hand_in) is None:
        if read.sha256:
            register.set_aside(read.path.name, read.sha256, read.reason)
        return Outcome(read.path, None, read.reason)
    taken = register.take(hand_in, read.path.name, read.sha256)
    return Outcome(read.path, taken, "", hand_in.learner, hand_in.name, hand_in.public_key)
