"""The courses that were added to a data folder, and the small file that says where each lies."""

import json
import re
import shutil
from pathlib import Path
from typing import Any, NamedTuple

from protectcourse.course.folders import CourseFiles, courses_in
from protectcourse.errors import ContentError
from protectcourse.locations import COURSES_FOLDER, CourseFolders

_VERSION = re.compile(r"^version: *([0-9]{1,9})", re.MULTILINE)


class Installed(NamedTuple):
    """A course that was added."""

    id: str
    version: int
    title: str
    status: str
    signed_by: str
    """The public key that signed its pack; empty where nobody did."""
    folders: CourseFolders

    @property
    def files(self) -> CourseFiles | None:
        """The files of the course; None where its folder is gone."""
        return next(iter(courses_in(self.folders)), None)


def installed_courses(folder: Path) -> list[Installed]:
    """Return the courses added to a data folder, by id; what cannot be read is passed over."""
    try:
        pointers = sorted((folder / COURSES_FOLDER).glob("*.json"))
    except OSError:
        return []
    return [one for one in map(read_pointer, pointers) if one is not None]


def stated_version(files: CourseFiles) -> int:
    """Return the version that a course states; 0 where none is found."""
    try:
        text = (files.lessons / "course.yaml").read_text("utf-8", "replace")
    except OSError:
        return 0
    found = _VERSION.search(text)
    return int(found[1]) if found else 0


def uninstall(course: str, folder: Path) -> bool:
    """Remove a course from a data folder; say whether it was there. Raises ContentError."""
    pointer = folder / COURSES_FOLDER / f"{course}.json"
    installed = read_pointer(pointer)
    try:
        pointer.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        message = f"the course could not be removed ({error.strerror})"
        raise ContentError(message, "Check that the folder can be written.") from error
    if installed is not None:
        shutil.rmtree(installed.folders.lessons.parent, ignore_errors=True)
    return True


def read_pointer(pointer: Path) -> Installed | None:
    """Return what a pointer says, None where it cannot be relied on."""
    try:
        plain: Any = json.loads(pointer.read_bytes())
        folder = pointer.parent / Path(plain["folder"]).name
        return Installed(
            id=pointer.stem,
            version=int(plain["version"]),
            title=str(plain["title"]),
            status=str(plain["status"]),
            signed_by=str(plain["signed_by"]),
            folders=CourseFolders(folder / "lessons", folder / "quizzes"),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
