"""`protectcourse schema`: what an editor needs to know of the keys of course files."""

import os
from pathlib import Path

from protectcourse.atomic import write_in_place, write_new
from protectcourse.cli.output import say, say_aside
from protectcourse.course.schema import SCHEMA_NAMES, SchemaName, schema_text
from protectcourse.errors import ContentError

REFUSED = 2


def write_schemas(name: str, to: Path | None, *, replace: bool) -> int:
    """Print the schema of a name, or write it, or all of them; return the exit code."""
    wanted = [one for one in SCHEMA_NAMES if name in {one, "all"}]
    if to is None:
        if len(wanted) > 1:
            say_aside("protectcourse: seven schemas are too many to print.")
            say_aside("Name a folder for them, such as: --to lessons/.schema")
            return REFUSED
        say(schema_text(wanted[0]).rstrip("\n"))
        return 0
    files = _files(wanted, to, in_folder=name == "all")
    there = [path for path in files if os.path.lexists(path)]
    if there and not replace:
        say_aside(f"protectcourse: {there[0]} is there already.")
        say_aside("Name another with --to, or replace it with --yes.")
        return REFUSED
    for path, one in files.items():
        _write(path, one)
    say(f"Written: {', '.join(map(str, files))}")
    return 0


def _files(wanted: list[SchemaName], to: Path, *, in_folder: bool) -> dict[Path, SchemaName]:
    if in_folder or to.is_dir():
        return {to / f"{one}.json": one for one in wanted}
    return {to: wanted[0]}


def _write(path: Path, name: SchemaName) -> None:
    """Write one schema. Raises ContentError."""
    data = schema_text(name).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            write_in_place(path, data)
        else:
            write_new(path, data)
    except OSError as error:
        message = f"{path} could not be written ({error.strerror})"
        raise ContentError(message, "Name another file with --to.") from error
