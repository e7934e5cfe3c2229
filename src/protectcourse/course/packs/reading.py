"""Reads a pack with suspicion: nothing is unpacked before everything about it holds."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from protectcourse.course.file_reading import LARGEST
from protectcourse.course.packs.entries import MOST_ENTRIES, name_faults
from protectcourse.course.packs.manifest import (
    MANIFEST,
    NO_PACK,
    SIGNATURE,
    Manifest,
    Signature,
    check_signature,
    file_entry,
    read_manifest,
)
from protectcourse.errors import ContentError
from protectcourse.organisation import LARGEST as LARGEST_ORGANISATION
from protectcourse.organisation import ORGANISATION_FILE

LARGEST_PACK = 64 * LARGEST
"""Bytes of the file itself, and of all that is in it."""
BEGINNING = b"PK\x03\x04"
ENCRYPTED = 0x1
COMPRESSIONS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What the library raises for a zip that is damaged or made to harm."""


class Pack(NamedTuple):
    """A pack that holds what it says it holds."""

    manifest: Manifest
    signature: Signature | None
    """None where nobody signed it."""
    contents: dict[str, bytes]
    """Every file of the manifest, by name."""


def read_pack(path: Path) -> Pack:
    """Return what is in a pack. Raises ContentError for anything that is not as it must be."""
    with _opened(path) as archive:
        entries = {entry.filename: entry for entry in _checked_entries(archive)}
        if MANIFEST not in entries:
            raise ContentError(f"{path.name} is not a course pack: it has no {MANIFEST}", NO_PACK)
        stated = _read(archive, entries.pop(MANIFEST), LARGEST)
        manifest = read_manifest(stated)
        signature = None
        if (entry := entries.pop(SIGNATURE, None)) is not None:
            signature = check_signature(_read(archive, entry, LARGEST), stated)
        _check_listed(manifest, set(entries))
        contents = {name: _read(archive, one, _most(name)) for name, one in entries.items()}
    for name, data in contents.items():
        if file_entry(data) != manifest.files[name]:
            raise ContentError(f"`{name}` in the pack is not what was packed", NO_PACK)
    return Pack(manifest, signature, contents)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a zip; whatever the library says of it becomes a ContentError."""
    try:
        if path.exists() and not path.is_file():
            raise ContentError(
                f"{path} is not a file", "`protectcourse pack FOLDER` makes a pack of a course."
            )
        if path.stat().st_size > LARGEST_PACK:
            raise ContentError(f"{path.name} is larger than any course pack", NO_PACK)
        with path.open("rb") as file:
            if file.read(len(BEGINNING)) != BEGINNING:
                raise ContentError(f"{path.name} is not a course pack", NO_PACK)
            with zipfile.ZipFile(file) as archive:
                yield archive
    except OSError as error:
        raise ContentError(f"{path} cannot be read ({error.strerror or error})") from error
    except _BROKEN as error:
        raise ContentError(f"{path.name} is damaged: {error}", NO_PACK) from error


def _checked_entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the entries, each of which may be read. Raises ContentError."""
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise ContentError(f"the pack has more than {MOST_ENTRIES} files", NO_PACK)
    fault = next(name_faults(entry.orig_filename for entry in entries), "")
    fault = fault or next(filter(None, map(_entry_fault, entries)), "")
    if not fault and sum(entry.file_size for entry in entries) > LARGEST_PACK:
        fault = f"it holds more than {LARGEST_PACK} bytes"
    if fault:
        raise ContentError(f"the pack is refused: {fault}", NO_PACK)
    return entries


def _entry_fault(entry: zipfile.ZipInfo) -> str:
    """Return what is wrong with an entry, or nothing."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if entry.flag_bits & ENCRYPTED:
        return f"`{entry.filename}` is encrypted"
    if entry.compress_type not in COMPRESSIONS:
        return f"`{entry.filename}` is compressed in an unusual way"
    if kind not in {0, stat.S_IFREG}:
        return f"`{entry.filename}` is a link or a device, not a file"
    if entry.filename != entry.orig_filename:
        return f"`{entry.filename}` hides its real name"
    return ""


def _check_listed(manifest: Manifest, names: set[str]) -> None:
    """Refuse what is listed and not there, or there and not listed, or not of this course."""
    listed = set(manifest.files)
    if names - listed:
        raise ContentError(f"the pack is refused: `{min(names - listed)}` is not listed", NO_PACK)
    if listed - names:
        raise ContentError(f"`{min(listed - names)}` is missing from the pack", NO_PACK)
    homes = tuple(f"{side}/{manifest.course}/" for side in ("lessons", "quizzes"))
    strange = [one for one in listed if not one.startswith(homes) and one != ORGANISATION_FILE]
    if strange:
        raise ContentError(f"the pack is refused: `{min(strange)}` is not of its course", NO_PACK)


def _most(name: str) -> int:
    return LARGEST_ORGANISATION if name == ORGANISATION_FILE else LARGEST


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """Return what an entry holds, never more than `most` bytes of it. Raises ContentError."""
    if entry.file_size > most:
        raise ContentError(f"the pack is refused: `{entry.filename}` is too large", NO_PACK)
    with archive.open(entry) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise ContentError(f"the pack is refused: `{entry.filename}` is too large", NO_PACK)
    return data
