"""The courses that were added to a data folder: put there whole or not at all.

Each version of a course lies in a folder of its own, and a small file says which one holds. That
file is replaced in one step, so that a crash leaves the old course or the new one, never a half.
"""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from protectcourse.atomic import make_private_folder, write_whole
from protectcourse.clock import Clock
from protectcourse.course.folders import courses_in
from protectcourse.course.loading import load_course
from protectcourse.course.packs.installed import Installed, read_pointer
from protectcourse.course.packs.manifest import Manifest, write_manifest
from protectcourse.course.packs.reading import Pack
from protectcourse.course.problems import Problem, has_errors
from protectcourse.errors import ContentError
from protectcourse.locations import COURSES_FOLDER, CourseFolders
from protectcourse.organisation import ORGANISATION_FILE

BEGUN = ".new-"
"""How the name of a folder begins while it is being filled."""
LEFT_BEHIND = timedelta(days=1)
"""After which such a folder was left behind by a crash."""
CHECK_SPACE = "Check that the folder can be written, and that the disk is not full."


class RefusedCourseError(ContentError):
    """A course that cannot be installed, with what is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(
            "the course in this pack has errors, and is not installed",
            "Send the list to whoever made the pack.",
        )
        self.problems = problems


def install(pack: Pack, folder: Path, clock: Clock) -> tuple[Installed, list[Problem]]:
    """Install a pack into a data folder; return it, and what is wrong with the course all the same.

    Raises RefusedCourseError where the course has errors, ContentError where it cannot be written.
    """
    home = folder / COURSES_FOLDER
    name = _folder_name(pack.manifest)
    try:
        make_private_folder(home)
        _clear_left_behind(home, clock.now())
        begun = home / f"{BEGUN}{os.getpid()}-{name}"
        shutil.rmtree(begun, ignore_errors=True)
        try:
            problems = _fill(begun, pack)
            _put(begun, home / name)
        finally:
            shutil.rmtree(begun, ignore_errors=True)
        before = read_pointer(home / f"{pack.manifest.course}.json")
        write_whole(home / f"{pack.manifest.course}.json", _pointer(pack, name))
    except OSError as error:
        message = f"the course could not be written into {home} ({error.strerror})"
        raise ContentError(message, CHECK_SPACE) from error
    if before is not None and before.folders.lessons.parent != home / name:
        shutil.rmtree(before.folders.lessons.parent, ignore_errors=True)
    installed = read_pointer(home / f"{pack.manifest.course}.json")
    assert installed is not None
    return installed, problems


def _fill(begun: Path, pack: Pack) -> list[Problem]:
    """Write the files of a pack into a new folder, and read the course there.

    Raises RefusedCourseError.
    """
    for name, data in pack.contents.items():
        if name != ORGANISATION_FILE:
            path = begun / name
            make_private_folder(path.parent)
            write_whole(path, data)
    files = next(iter(courses_in(CourseFolders(begun / "lessons", begun / "quizzes"))), None)
    if files is None:
        raise ContentError("the pack holds no course", "Ask whoever sent it for another.")
    course = load_course(files)
    problems = [_named_within(problem, begun) for problem in course.problems]
    if has_errors(tuple(problems)):
        raise RefusedCourseError([one for one in problems if one.severity == "error"])
    head, manifest = course.head, pack.manifest
    if head is None or (head.course, head.version) != (manifest.course, manifest.version):
        message = "the course in the pack is not the one that the pack names"
        raise ContentError(message, "Ask whoever sent it for another.")
    return problems


def _named_within(problem: Problem, begun: Path) -> Problem:
    return replace(problem, file=str(Path(problem.file).relative_to(begun)))


def _put(begun: Path, place: Path) -> None:
    """Give a filled folder its name; the same pack may lie there already."""
    _sync_folders(begun)
    if place.exists():
        return
    begun.rename(place)
    _sync(place.parent)


def _sync_folders(top: Path) -> None:
    for folder in (top, *(one for one in top.rglob("*") if one.is_dir())):
        _sync(folder)


def _sync(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _pointer(pack: Pack, name: str) -> bytes:
    plain = {
        "folder": name,
        "version": pack.manifest.version,
        "title": pack.manifest.title,
        "status": pack.manifest.status,
        "signed_by": pack.signature.public_key if pack.signature else "",
    }
    return json.dumps(plain, sort_keys=True, indent=1).encode() + b"\n"


def _folder_name(manifest: Manifest) -> str:
    digest = sha256(write_manifest(manifest)).hexdigest()[:12]
    return f"{manifest.course}-{manifest.version}-{digest}"


def _clear_left_behind(home: Path, now: datetime) -> None:
    """Remove folders that a crash left half filled."""
    for path in _begun_in(home):
        if now.timestamp() - path.stat().st_mtime > LEFT_BEHIND.total_seconds():
            shutil.rmtree(path, ignore_errors=True)


def _begun_in(home: Path) -> Iterator[Path]:
    yield from (path for path in home.iterdir() if path.name.startswith(BEGUN))
