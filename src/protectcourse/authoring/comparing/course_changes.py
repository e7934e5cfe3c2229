"""What changed between two versions of a course, or of one file of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from protectcourse.authoring.comparing.changes import Change, UnitChanges
from protectcourse.authoring.comparing.unit_changes import compare_files
from protectcourse.course.file_reading import FileReading, read_file
from protectcourse.course.folders import CourseFiles, select
from protectcourse.course.yaml_reader import Block
from protectcourse.errors import ContentError
from protectcourse.scenario.model import Case

WORDS = {"scenario": "case"}
"""What a kind of file is called, where it is not called by its first key."""
Name = tuple[str, str]
"""Kind and id of a unit; of a list, such as the glossary, its file's place in the course."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseChanges:
    """How two versions differ: file by file, those that differ in nothing left out."""

    units: tuple[UnitChanges, ...] = ()
    files: tuple[Change, ...] = ()
    """Files that only one of the two has."""
    version: tuple[int, int] | None = None
    """Of the course, where two courses were compared."""
    cases: tuple[Case, ...] = ()
    """The cases of the new version."""

    @property
    def is_unraised(self) -> bool:
        """Whether something differs and the version of the course is not a later one."""
        if self.version is None or not (self.units or self.files):
            return False
        before, after = self.version
        return after <= before


def compare_versions(old: Path, new: Path, plays: int) -> CourseChanges:
    """Return how two files, or two folders, differ. Raises ContentError where they cannot be."""
    if old.is_dir() != new.is_dir():
        message = f"{old} and {new} are a folder and a file"
        raise ContentError(message, "Name two files, or two folders of a course.")
    if not old.is_dir():
        before, after = read_file(old, str(old)), read_file(new, str(new))
        compared = compare_files(before, after, plays)
        cases = (after.value,) if isinstance(after.value, Case) else ()
        return CourseChanges(units=_differing([compared]), cases=cases)
    return _compare_courses(_one_course(old), _one_course(new), plays)


def _compare_courses(old: CourseFiles, new: CourseFiles, plays: int) -> CourseChanges:
    before, after = dict(_read(old)), dict(_read(new))
    renamed = _renamed(before, after)
    compared = [
        compare_files(before[renamed.get(name, name)], after[name], plays)
        for name in after
        if renamed.get(name, name) in before
    ]
    kept = {*after, *renamed.values()}
    added = [name for name in after if name not in before and name not in renamed]
    version = next((one.version for one in compared if one.kind == "course"), None)
    return CourseChanges(
        units=_differing(compared),
        files=(
            *(Change("added", WORDS.get(kind, kind), name) for kind, name in added),
            *(
                Change("removed", WORDS.get(kind, kind), name)
                for kind, name in before
                if (kind, name) not in kept
            ),
        ),
        version=version,
        cases=tuple(one.value for one in after.values() if isinstance(one.value, Case)),
    )


def _read(files: CourseFiles) -> Iterator[tuple[Name, FileReading]]:
    for path in files.files():
        reading = read_file(path, str(path), follow_links=False)
        kind = reading.kind or "file"
        if reading.value is None:
            message = f"{path} could not be read"
            raise ContentError(message, f"Mend it first: protectcourse check {path}")
        if kind in {"lesson", "quiz", "scenario"} and isinstance(reading.tree, Block):
            yield (kind, str(reading.tree[kind])), reading
        elif kind == "course":
            yield (kind, ""), reading
        else:
            yield (kind, path.name), reading


def _renamed(old: dict[Name, FileReading], new: dict[Name, FileReading]) -> dict[Name, Name]:
    """Return the units that say which other they were, and that other."""
    found: dict[Name, Name] = {}
    for (kind, name), reading in new.items():
        before = (kind, str(getattr(reading.value, "was", None)))
        if (kind, name) not in old and before in old and before not in new:
            found[kind, name] = before
    return found


def _differing(compared: list[UnitChanges]) -> tuple[UnitChanges, ...]:
    return tuple(
        one
        for one in compared
        if one.changes or (one.version is not None and one.version[0] != one.version[1])
    )


def _one_course(path: Path) -> CourseFiles:
    found = [one.course for one in select(path) if one.course is not None]
    if len(found) != 1:
        which = "no course" if not found else "more than one course"
        raise ContentError(f"there is {which} in {path}", "Name the folder of one course.")
    return found[0]
