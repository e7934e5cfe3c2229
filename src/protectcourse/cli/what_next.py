"""Says what `new` has written, and what there is to do with it."""

import os
import shlex
from collections.abc import Mapping
from pathlib import Path

from protectcourse.authoring.beginning.new_course import MadeCourse
from protectcourse.authoring.beginning.new_unit import MadeUnit, UnitKind
from protectcourse.authoring.beginning.schema_files import SCHEMA_FOLDER
from protectcourse.cli.output import say

GUIDES: Mapping[UnitKind, str] = {"lesson": "authoring", "quiz": "questions", "case": "cases"}


def say_course(made: MadeCourse, folder: Path) -> None:
    """Say which files a new course has. Paths are written as `folder` was."""
    files = [_as_given(file, folder) for file in made.files]
    lesson = next(file for file in files if file.name == "01-welcome.yaml")
    say("Written:")
    for file in files:
        say(f"  {file}")
    schemas = _as_given(made.top / "lessons" / SCHEMA_FOLDER, folder)
    say(f"  {schemas}  (by which an editor explains each key)")
    say("Next, put your words in place of the example. Begin in a text editor with:")
    say(f"  {lesson}")
    _say_command("See it as learners do:", "--course", lesson.parent)
    _say_command("Ask what is wrong:", "check", _as_given(made.top, folder))
    _say_command("Add a lesson:", "new lesson NAME --folder", lesson.parent)
    _say_command("Read how it is done:", "guide authoring")


def say_unit(kind: UnitKind, made: MadeUnit, folder: Path, module: str | None) -> None:
    """Say where a new unit stands, and what is still to do before learners meet it."""
    file = _as_given(made.file, folder)
    say("Written:")
    say(f"  {file}")
    if made.head is None:
        say("It stands alone. Learners meet it in a course: protectcourse new course NAME")
    elif made.to_add:
        say(f"Learners do not meet it yet. Add this line in {_as_given(made.head, folder)}, below")
        say(f"`units:` of the module `{module}`, as far in as those above it:")
        say(f"      - {made.to_add}")
    else:
        say(f"  {_as_given(made.head, folder)}  (the line that names it)")
    say("Next, put your words in place of the example, in a text editor.")
    _say_command("See it as learners do:", "preview", file)
    _say_command("Ask what is wrong:", "check", file)
    _say_command("Read how it is done:", f"guide {GUIDES[kind]}")


def _say_command(what_for: str, command: str, path: Path | None = None) -> None:
    """Say a command on a line of its own, ready to be copied."""
    say(what_for)
    say(f"  protectcourse {command}{f' {shlex.quote(str(path))}' if path else ''}")


def _as_given(path: Path, folder: Path) -> Path:
    """Return a path as the user writes paths: from here on, if the folder was given so."""
    return path if folder.is_absolute() else Path(os.path.relpath(path))
