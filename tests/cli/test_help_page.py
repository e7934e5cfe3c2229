"""The page of `--help`, which no command and no parser of options is loaded for."""

import subprocess
import sys

import click
import pytest
from program import run

from protectcourse.cli.main import protectcourse
from protectcourse.cli.sections import EPILOG, OPTIONS, SECTIONS

COMMANDS = {
    name: says
    for section in SECTIONS.values()
    for names in section.values()
    for name, says in names.items()
}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_says_of_a_command_what_the_command_says_of_itself(name: str) -> None:
    """The sentence stands in two places, and whoever edits one must hear of the other."""
    command = protectcourse.get_command(click.Context(protectcourse), name)

    assert command is not None
    assert COMMANDS[name] == command.get_short_help_str(1000)


def test_the_page_lists_the_options_that_there_are() -> None:
    """An option that help does not name is found by nobody."""
    context = click.Context(protectcourse, help_option_names=["-h", "--help"])

    records = [
        parameter.get_help_record(context) for parameter in protectcourse.get_params(context)
    ]

    assert dict(filter(None, records)) == dict(OPTIONS)


@pytest.mark.parametrize(("columns", "widest"), [("40", 38), ("60", 58), ("80", 78), ("500", 98)])
def test_the_page_fits_the_terminal(columns: str, widest: int) -> None:
    """In a narrow window half sentences would run into one another."""
    shown = run("--help", COLUMNS=columns).stdout

    assert max(map(len, shown.splitlines())) <= widest
    assert " ".join(EPILOG.split()) in " ".join(shown.split())


def test_each_way_to_ask_for_help_gives_the_same_page() -> None:
    """The short way goes past the parser of options, and must not say less."""
    short, after_option = run("-h"), run("--course", "x", "--help")

    assert short.stdout == run("--help").stdout == after_option.stdout
    assert short.returncode == after_option.returncode == 0


def test_the_page_is_shown_without_the_parser_of_options() -> None:
    """It takes as long as all else together that a short answer needs (performance.md)."""
    code = (
        "import sys; sys.argv = ['protectcourse', '--help']\n"
        "from protectcourse.cli.entry import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "avoided = ('click', 'protectcourse.cli.commands')\n"
        "print([name for name in sys.modules if name.startswith(avoided)])"
    )

    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert shown.stdout.splitlines()[-1] == "[]"
