"""The schema files of a folder of courses, by which an editor knows the keys."""

import os
from pathlib import Path, PurePath

from protectcourse.atomic import write_new
from protectcourse.course.schema import SCHEMA_NAMES, SchemaName, schema_text

SCHEMA_FOLDER = ".schema"
"""In the folder `lessons`, beside the courses. Reading a course passes it over."""


def schema_file(lessons: Path, name: SchemaName) -> Path:
    """Return where the schema of a sort of file stands in a folder of courses."""
    return lessons / SCHEMA_FOLDER / f"{name}.json"


def first_line(file: Path, lessons: Path, name: SchemaName) -> str:
    """Return the comment by which an editor finds the schema of a file from where it stands."""
    way = PurePath(os.path.relpath(schema_file(lessons, name), file.parent)).as_posix()
    return f"# yaml-language-server: $schema={way}\n"


def write_missing_schemas(lessons: Path) -> list[Path]:
    """Write the schemas that a folder of courses does not have; return them. Raises OSError."""
    written = []
    for name in SCHEMA_NAMES:
        path = schema_file(lessons, name)
        if not os.path.lexists(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_new(path, schema_text(name).encode())
            written.append(path)
    return written
