"""Makes a pack of a course: the same course makes the same bytes, whenever and wherever."""

import io
import zipfile
from collections.abc import Mapping

from protectcourse import __version__
from protectcourse.course.file_reading import LARGEST
from protectcourse.course.folders import CourseFiles
from protectcourse.course.models import CourseFile
from protectcourse.course.packs.entries import MOST_ENTRIES, name_faults
from protectcourse.course.packs.manifest import (
    MANIFEST,
    SIGNATURE,
    Manifest,
    file_entry,
    sign_manifest,
    write_manifest,
)
from protectcourse.errors import ContentError
from protectcourse.organisation import ORGANISATION_FILE
from protectcourse.signing import Signer

ENDING = ".pcpack"
ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The time of every entry: the earliest that the format knows."""
PLAIN_FILE = 0o100644 << 16
UNIX = 3


def pack_name(head: CourseFile) -> str:
    """Return the name of a course's pack; that of a draft says so."""
    draft = "-draft" if head.status == "draft" else ""
    return f"{head.course}-{head.version}{draft}{ENDING}"


def make_pack(
    files: CourseFiles,
    head: CourseFile,
    *,
    signer: Signer | None = None,
    organisation: bytes | None = None,
) -> bytes:
    """Return the pack of a course that has been checked. Raises ContentError."""
    contents = _read_all(files, head.course)
    if organisation is not None:
        contents[ORGANISATION_FILE] = organisation
    _check_names(contents)
    manifest = write_manifest(
        Manifest(
            course=head.course,
            version=head.version,
            title=head.title,
            language=head.language,
            status=head.status,
            made_with=__version__,
            files={name: file_entry(data) for name, data in sorted(contents.items())},
        )
    )
    first = {MANIFEST: manifest}
    if signer is not None:
        first[SIGNATURE] = sign_manifest(manifest, signer)
    return _zip(first | dict(sorted(contents.items())))


def _read_all(files: CourseFiles, course: str) -> dict[str, bytes]:
    """Return every file of a course by its name in the pack. Raises ContentError."""
    sides = [("lessons", files.lessons), ("quizzes", files.quizzes)]
    contents: dict[str, bytes] = {}
    for path in files.files():
        side, top = next(one for one in sides if one[1] and path.is_relative_to(one[1]))
        assert top is not None
        name = "/".join((side, course, *path.relative_to(top).parts))
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ContentError(f"{path} cannot be read ({error.strerror})") from error
        if path.is_symlink() or len(data) > LARGEST:
            raise ContentError(f"{path} is a link, or larger than {LARGEST} bytes")
        contents[name] = data
    return contents


def _check_names(contents: Mapping[str, bytes]) -> None:
    fault = next(name_faults(contents), "")
    if not fault and len(contents) > MOST_ENTRIES - 2:
        fault = f"the course has {len(contents)} files; {MOST_ENTRIES - 2} are the most"
    if fault:
        hint = "A pack must open on every computer: rename the file, or put it elsewhere."
        raise ContentError(f"this course cannot be packed: {fault}", hint)


def _zip(contents: Mapping[str, bytes]) -> bytes:
    """Return a zip with the files in the order given, and nothing that depends on the computer."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in contents.items():
            entry = zipfile.ZipInfo(name, ALWAYS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr, entry.create_system = PLAIN_FILE, UNIX
            archive.writestr(entry, data, compresslevel=9)
    return made.getvalue()
