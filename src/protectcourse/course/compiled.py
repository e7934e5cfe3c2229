"""The compiled form of a course, which the first reading leaves behind for later starts.

One file of lines, each a JSON value: a stamp (format, program, and path, size and modification
time of every file read), the outline, where each part stands, then the parts. It is made again
whenever the stamp differs and is never a truth of its own: deleting it costs one slower start.
"""

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from protectcourse.atomic import make_private_folder, write_whole
from protectcourse.course.outline import CourseOutline, plain_outline, read_outline

FORMAT = 3
"""Raised with every change of what the outline or the parts hold."""

T = TypeVar("T")


def stamp(paths: Iterable[Path], program: str) -> list[Any]:
    """Return what must be unchanged for a compiled course to hold. Raises OSError."""
    files = []
    for path in paths:
        status = os.stat(path)  # noqa: PTH116 - a third of the time of Path.stat, at every start
        files.append([str(path), status.st_size, status.st_mtime_ns])
    return [FORMAT, program, files]


class CompiledCourse:
    """A compiled course opened for reading: its outline at once, its parts when asked for."""

    def __init__(
        self, path: Path, outline: CourseOutline, places: dict[str, tuple[int, int]]
    ) -> None:
        self.outline = outline
        self._path = path
        self._places = places

    @classmethod
    def open(cls, path: Path, wanted_stamp: list[Any]) -> "CompiledCourse | None":
        """Open the compiled course at `path`, or return None where it is missing or out of date."""
        try:
            with path.open("rb") as file:
                if json.loads(file.readline()) != wanted_stamp:
                    return None
                outline = read_outline(json.loads(file.readline()))
                index = json.loads(file.readline())
                start = file.tell()
        except (OSError, ValueError, KeyError, TypeError):
            return None
        places = {name: (start + offset, size) for name, (offset, size) in index.items()}
        return cls(path, outline, places)

    def names(self, sort: str) -> list[str]:
        """Return the ids of the parts of one sort."""
        start = f"{sort} "
        return [name[len(start) :] for name in self._places if name.startswith(start)]

    def part(self, sort: str, name: str, kind: type[T]) -> T:
        """Return one part. Raises KeyError if there is none, OSError or ValueError if damaged."""
        from protectcourse.course.plain_form import decode

        return decode(kind, json.loads(self._read(*self._places[f"{sort} {name}"])))

    def _read(self, offset: int, size: int) -> bytes:
        with self._path.open("rb") as file:
            file.seek(offset)
            return file.read(size)


class HeldCourse(CompiledCourse):
    """A compiled course that stands in no file: one that is being edited."""

    def __init__(
        self, data: bytes, outline: CourseOutline, places: dict[str, tuple[int, int]]
    ) -> None:
        super().__init__(Path(), outline, places)
        self._data = data

    def _read(self, offset: int, size: int) -> bytes:
        return self._data[offset : offset + size]


class CourseCompiler:
    """Collects the parts of a course while it is read, and writes them as one file."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._index: dict[str, tuple[int, int]] = {}
        self._size = 0

    def __len__(self) -> int:
        """Return how many parts have been added."""
        return len(self._parts)

    def add(self, sort: str, name: str, value: object, spell: Callable[[str], str]) -> None:
        """Add one part, each text of it passed through `spell`."""
        from protectcourse.course.plain_form import encode

        line = _line(_spelled(encode(value), spell))
        self._index[f"{sort} {name}"] = (self._size, len(line))
        self._parts.append(line)
        self._size += len(line)

    def hold(self, outline: CourseOutline) -> CompiledCourse:
        """Return the compiled course without writing it."""
        return HeldCourse(b"".join(self._parts), outline, dict(self._index))

    def write(self, path: Path, made_from: list[Any], outline: CourseOutline) -> CompiledCourse:
        """Write the compiled course and open it. Raises OSError."""
        head = [_line(made_from), _line(plain_outline(outline)), _line(self._index)]
        make_private_folder(path.parent)
        write_whole(path, b"".join(head + self._parts), durable=False)
        start = sum(map(len, head))
        places = {name: (start + offset, size) for name, (offset, size) in self._index.items()}
        return CompiledCourse(path, outline, places)


def _spelled(value: Any, spell: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return spell(value)
    if isinstance(value, list):
        return [_spelled(inner, spell) for inner in value]
    if isinstance(value, dict):
        return {key: _spelled(inner, spell) for key, inner in value.items()}
    return value


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
