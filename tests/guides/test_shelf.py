import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from protectcourse.cli.main import protectcourse
from protectcourse.cli.sections import SECTIONS
from protectcourse.course.loading import check_single
from protectcourse.findings import Severity
from protectcourse.guides.shelf import (
    GUIDES,
    UnknownGuideError,
    find_guide,
    read_guide,
    sections_of,
)

WHOLE_FILE = re.compile(r"(course|lesson|quiz|scenario|sources|glossary|claims):")
WRITTEN = [guide.name for guide in GUIDES if guide.name != "checks"]


def fenced(name: str) -> list[str]:
    """Return the examples of a guide."""
    return re.findall(r"^```\w*\n(.*?)^```$", read_guide(find_guide(name)), re.S | re.M)


def files_in_guides() -> Iterator[tuple[str, str]]:
    """Give every example that is a whole file, with its guide."""
    for name in WRITTEN:
        yield from ((name, text) for text in fenced(name) if WHOLE_FILE.match(text))


def commands_in_guides() -> Iterator[list[str]]:
    """Give every command line in the guides, in words."""
    for name in WRITTEN:
        for text in fenced(name):
            for line in text.splitlines():
                if line.startswith("protectcourse "):
                    yield shlex.split(line, comments=True)[1:]


@pytest.mark.parametrize(
    ("name", "text"),
    list(files_in_guides()),
    ids=[text.splitlines()[0] for _, text in files_in_guides()],
)
def test_every_example_of_a_file_is_sound(name: str, text: str, tmp_path: Path) -> None:
    """People copy examples; one that is refused would end their first day."""
    path = tmp_path / "example.yaml"
    path.write_text(text, encoding="utf-8")

    problems = check_single(path)

    assert [one for one in problems if one.severity is not Severity.INFO] == []


@pytest.mark.parametrize("words", list(commands_in_guides()), ids=" ".join)
def test_every_command_line_in_a_guide_is_one_of_the_program(words: list[str]) -> None:
    """A guide that names an option that is not there is worse than none."""
    commands: list[click.Command] = [protectcourse]
    for word in words:
        last = commands[-1]
        inner = last.get_command(context_of(last), word) if isinstance(last, click.Group) else None
        if inner is not None:
            commands.append(inner)
    params = [part for one in commands for part in one.params]
    known = {option for part in params for option in part.opts}
    needed = [part.opts for part in params if part.required and isinstance(part, click.Option)]
    last = commands[-1]
    given = words[words.index(str(last.name)) + 1 :] if commands[1:] else []
    _, left, _ = last.make_parser(context_of(last)).parse_args(given)

    assert not isinstance(commands[-1], click.Group) or commands == [protectcourse]
    assert [word for word in words if word.startswith("--") and word not in known] == []
    assert [options for options in needed if not set(options) & set(words)] == []
    assert left == []


def context_of(command: click.Command) -> click.Context:
    """Return a context as the program makes it: a command keeps the help option of its first."""
    return click.Context(command, help_option_names=["-h", "--help"])


def test_every_command_stands_in_a_guide() -> None:
    """What no guide names, nobody who learns from the guides will ever use."""
    named = {words[0] for words in commands_in_guides()}
    listed = {name for one in SECTIONS.values() for names in one.values() for name in names}

    assert listed - named == {"guide", "doctor", "restore"}


def test_a_heading_inside_an_example_begins_no_section() -> None:
    """An example may hold a remark."""
    text = "# Title\n\nBefore.\n\n## One\n\n```\n## not a heading\n```\n\n## Two\n\nLast.\n"

    titles = [section.title for section in sections_of(text)]

    assert titles == ["", "One", "Two"]


def test_an_unknown_guide_is_refused_with_the_nearest_name() -> None:
    """A slip of a finger is no reason to list everything."""
    with pytest.raises(UnknownGuideError, match="case") as raised:
        find_guide("case")

    assert "Did you mean `cases`?" in raised.value.hint
