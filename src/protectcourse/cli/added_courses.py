"""`protectcourse courses`: which there are, adding one, removing one."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from protectcourse.cli.agreement import NOT_AGREED, is_sure
from protectcourse.cli.courses import all_courses
from protectcourse.cli.organisation import take_settings
from protectcourse.cli.output import say
from protectcourse.clock import SystemClock
from protectcourse.course.loading import load_course
from protectcourse.course.packs.installed import Installed, installed_courses, uninstall
from protectcourse.course.packs.installing import RefusedCourseError, install
from protectcourse.course.packs.reading import Pack, read_pack
from protectcourse.errors import ContentError
from protectcourse.organisation import (
    ORGANISATION_FILE,
    Organisation,
    load_organisation,
    read_organisation,
)
from protectcourse.plain_text import one_line
from protectcourse.signing import fingerprint


class Listed(NamedTuple):
    """A course in the list."""

    id: str
    title: str
    version: int
    status: str
    origin: str
    """Where it came from, and who signed it."""
    problems: int


def list_courses(folder: Path, form: str) -> int:
    """Print the courses that there are; return the exit code."""
    listed = list(_listed(folder))
    if form == "json":
        say(json.dumps({"courses": [one._asdict() for one in listed]}, indent=2))
        return 0
    for one in listed:
        say(f"{one.id}: {one_line(one.title)}")
        say(f"    version {one.version}, {one.status}; {one.origin}; {_problems(one.problems)}")
    if not listed:
        say("There is no course. Add one with: protectcourse courses add FILE")
    return 0


def add_course(folder: Path, file: Path, *, sure: bool) -> int:
    """Add the course in a pack, after asking; return the exit code."""
    pack = read_pack(file)
    settings = _settings(pack)
    _tell_pack(pack, settings, load_organisation(folder))
    if not is_sure(_question(pack, folder), sure=sure):
        return NOT_AGREED
    try:
        installed, problems = install(pack, folder, SystemClock())
    except RefusedCourseError as refused:
        for problem in refused.problems:
            place = f"{problem.file}:{problem.line}:{problem.column}"
            say(f"{place}: error {problem.code}: {problem.message}")
        raise
    say(f"Added: {one_line(installed.title)}. {_problems(len(problems)).capitalize()}.")
    say(f"To open it: protectcourse --course {installed.id}")
    if settings is not None:
        say("The pack brings the settings of an organisation:")
        return take_settings(folder, pack.contents[ORGANISATION_FILE], settings, sure=sure)
    return 0


def remove_course(folder: Path, course: str, *, sure: bool) -> int:
    """Remove a course that was added, after asking; return the exit code."""
    if course not in {one.id for one in installed_courses(folder)}:
        shipped = course in all_courses(folder)
        hint = (
            "A course that came with the program stays with it."
            if shipped
            else "`protectcourse courses list` names those there are."
        )
        raise ContentError(f"`{course}` is not a course that was added", hint)
    if not is_sure(f"Remove the course `{course}`? What was learnt in it is kept.", sure=sure):
        return NOT_AGREED
    uninstall(course, folder)
    say(f"Removed: {course}. What was learnt in it is kept.")
    return 0


def _listed(folder: Path) -> Iterator[Listed]:
    organisation = load_organisation(folder)
    added = {one.id: one for one in installed_courses(folder)}
    for name, files in all_courses(folder).items():
        course = load_course(files)
        one = added.get(name)
        is_added = one is not None and one.files == files
        yield Listed(
            id=name,
            title=course.head.title if course.head else files.name,
            version=course.head.version if course.head else 0,
            status=course.head.status if course.head else "cannot be read",
            origin=_origin(one, organisation) if one and is_added else "came with the program",
            problems=len(course.problems),
        )


def _origin(one: Installed, organisation: Organisation) -> str:
    return f"added, {_signed_words(one.signed_by, organisation)}"


def _signed_words(public_key: str, organisation: Organisation) -> str:
    """Say who signed a pack, as far as it is known here."""
    if not public_key:
        return "not signed"
    if public_key == organisation.public_key:
        return f"signed by {one_line(organisation.name)}"
    return f"signed with a key not known here, {fingerprint(public_key)}"


def _problems(count: int) -> str:
    if not count:
        return "no problem"
    return "1 remark for its author" if count == 1 else f"{count} remarks for its author"


def _settings(pack: Pack) -> Organisation | None:
    """Return the settings that ride along. Raises SettingsError."""
    data = pack.contents.get(ORGANISATION_FILE)
    return read_organisation(data, ORGANISATION_FILE) if data is not None else None


def _tell_pack(pack: Pack, settings: Organisation | None, known: Organisation) -> None:
    """Say what a pack is and who signed it."""
    manifest = pack.manifest
    say(f"{one_line(manifest.title)} ({manifest.course}), version {manifest.version}")
    if manifest.status == "draft":
        say("A draft: nobody is named who has reviewed it.")
    key = pack.signature.public_key if pack.signature else ""
    say(f"The pack is {_signed_words(key, known)}.")
    if key and settings is not None and settings.public_key == key and known.public_key != key:
        say(f"It says that the key is that of {one_line(settings.name)}. Compare it by telephone.")


def _question(pack: Pack, folder: Path) -> str:
    """Return what is asked before a course is added."""
    there = {one.id: one for one in installed_courses(folder)}.get(pack.manifest.course)
    if there is None:
        if pack.manifest.course in all_courses(folder):
            return "It takes the place of the one that came with the program. Add it?"
        return "Add it?"
    kept = "What was learnt is kept."
    if there.version < pack.manifest.version:
        return f"It replaces version {there.version}. {kept} Add it?"
    age = "the same version" if there.version == pack.manifest.version else "a NEWER version"
    return f"Version {there.version} is there, {age}. {kept} Replace it?"
