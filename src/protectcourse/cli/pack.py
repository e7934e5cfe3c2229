"""`protectcourse pack`: a whole course as one file."""

from pathlib import Path
from typing import NamedTuple

from protectcourse.cli.output import say, say_aside
from protectcourse.cli.written_file import refusal, write_file
from protectcourse.course.folders import CourseFiles, select
from protectcourse.course.loading import LoadedCourse, load_course
from protectcourse.course.models import CourseFile
from protectcourse.course.packs.writing import make_pack, pack_name
from protectcourse.errors import ContentError, SettingsError
from protectcourse.findings import Severity
from protectcourse.organisation import read_organisation
from protectcourse.signing import Signer, fingerprint, read_key

REFUSED = 2


class PackWanted(NamedTuple):
    """How a pack is to be made."""

    draft: bool
    key: Path | None
    """The file of the key to sign with."""
    organisation: Path | None
    """The file of the settings that are to ride along."""
    to: Path | None
    replace: bool


def write_pack(path: Path, wanted: PackWanted) -> int:
    """Check a course and write its pack; return the exit code."""
    files = _one_course(path)
    signer = _signer(wanted.key) if wanted.key else None
    settings = _settings(wanted.organisation) if wanted.organisation else None
    course = load_course(files, deeply=True)
    head = course.head
    if head is None or _tell_errors(course):
        say_aside(f"Nothing was packed. All that is wrong: protectcourse check {path}")
        return 1
    if head.status == "draft" and not wanted.draft:
        say_aside("protectcourse: this course is a draft: nobody is named who has reviewed it.")
        say_aside("To pack it as a draft, which its name then says, add --draft.")
        return 1
    target = _target(wanted.to, head)
    if why_not := refusal(target, "--to", replace=wanted.replace):
        say_aside(f"protectcourse: {why_not}")
        return REFUSED
    data = make_pack(files, head, signer=signer, organisation=settings)
    write_file(target, data)
    _tell(target, data, course, signer)
    return 0


def _tell_errors(course: LoadedCourse) -> bool:
    """List the errors of a course; say whether there are any."""
    errors = [one for one in course.problems if one.severity is Severity.ERROR]
    for problem in errors:
        place = f"{problem.file}:{problem.line}:{problem.column}"
        say(f"{place}: error {problem.code}: {problem.message}")
    return bool(errors)


def _tell(target: Path, data: bytes, course: LoadedCourse, signer: Signer | None) -> None:
    warnings = sum(one.severity is Severity.WARNING for one in course.problems)
    doubts = f", with {warnings} warning{'s' * (warnings != 1)}" if warnings else ""
    say(f"{target} holds {len(course.names)} files in {_size(len(data))}{doubts}.")
    if signer is not None:
        say(f"It is signed with the key {fingerprint(signer.public_key)}.")
    say(f"To add it on another computer: protectcourse courses add {target.name}")


def _size(count: int) -> str:
    return f"{count / 1024:.0f} KB" if count >= 1024 else f"{count} bytes"


def _one_course(path: Path) -> CourseFiles:
    """Return the one course at a path. Raises ContentError."""
    found = list(dict.fromkeys(one.course for one in select(path) if one.course is not None))
    if len(found) != 1:
        what = "no course" if not found else "more than one course"
        raise ContentError(f"there is {what} in {path}", "Name a folder with one course.yaml.")
    return found[0]


def _signer(key: Path) -> Signer:
    signer = read_key(key)
    if signer is None:
        hint = "Make one with `protectcourse organisation key FILE`."
        raise SettingsError(f"there is no key in {key}", hint)
    return signer


def _settings(file: Path) -> bytes:
    """Return an organisation's settings as they stand in a file. Raises SettingsError."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise SettingsError(f"{file} cannot be read ({error.strerror})") from error
    read_organisation(data, str(file))
    return data


def _target(to: Path | None, head: CourseFile) -> Path:
    if to is None:
        return Path(pack_name(head))
    return to / pack_name(head) if to.is_dir() else to
