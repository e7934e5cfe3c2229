"""A small course and its pack, and packs made by hand to be refused."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from protectcourse.course.folders import CourseFiles
from protectcourse.course.loading import load_course
from protectcourse.course.packs.manifest import MANIFEST, Manifest, file_entry, write_manifest
from protectcourse.course.packs.writing import make_pack
from protectcourse.signing import Signer

HEAD = """\
course: demo
version: {version}
title: A demonstration
language: en
modules:
  one:
    title: Visitors
    units:
      - lesson: welcome
"""
LESSON = """\
lesson: welcome
title: Welcome
minutes: 1
pages:
  hello:
    title: Hello
    text: {text}
"""
NAMES = ("lessons/demo/course.yaml", "lessons/demo/welcome.yaml")


def contents(version: int = 1, text: str = "Walk along to the desk.") -> dict[str, bytes]:
    """Return the files of the course by their names in a pack."""
    texts = HEAD.format(version=version), LESSON.format(text=text)
    return {name: one.encode() for name, one in zip(NAMES, texts, strict=True)}


def write_course(top: Path, version: int = 1, text: str = "Walk along to the desk.") -> CourseFiles:
    """Write the course into a folder."""
    for name, data in contents(version, text).items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return CourseFiles(top / "lessons" / "demo")


def pack_of(files: CourseFiles, signer: Signer | None = None, **more: bytes) -> bytes:
    """Return the pack of a course."""
    head = load_course(files).head
    assert head is not None
    return make_pack(files, head, signer=signer, **more)


def manifest_of(contents: Mapping[str, bytes], **changes: object) -> bytes:
    """Return the manifest of files, some of what it says changed."""
    listed = {name: file_entry(data) for name, data in contents.items()}
    manifest = Manifest("demo", 1, "A demonstration", "en", "draft", "1", listed)
    plain = json.loads(write_manifest(manifest)) | changes
    return json.dumps(plain).encode()


def zipped(
    files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED, attributes: int = 0
) -> bytes:
    """Return a zip of files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.external_attr = compression, attributes
            archive.writestr(entry, data)
    return made.getvalue()


def by_hand(contents: Mapping[str, bytes], **changes: object) -> bytes:
    """Return a pack whose manifest lists the files, some of what it says changed."""
    return zipped({MANIFEST: manifest_of(contents, **changes), **contents})
