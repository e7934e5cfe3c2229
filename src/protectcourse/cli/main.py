"""The command line: options of the course, and the commands."""

from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import cast

import click

from protectcourse import __version__
from protectcourse.errors import INTERRUPTED

SECTIONS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "To learn": {
        "learning": ("doctor", "record", "verify", "privacy", "export-mine", "restore", "erase"),
    },
    "To write a course": {
        "checking": ("check",),
    },
}
"""The commands as `--help` lists them: by kind of reader, then by the module that holds them."""


class Commands(click.Group):
    """The commands in sections; a module of them is imported for its own commands and for help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return [
            name for section in SECTIONS.values() for names in section.values() for name in names
        ]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, None where there is none of the name."""
        for section in SECTIONS.values():
            for module, names in section.items():
                if cmd_name in names:
                    return _command(module, cmd_name)
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands under the headings of their sections."""
        width = formatter.width - 6 - max(len(name) for name in self.list_commands(ctx))
        for heading, section in SECTIONS.items():
            with formatter.section(heading):
                formatter.write_dl(
                    [
                        (name, _command(module, name).get_short_help_str(width))
                        for module, names in section.items()
                        for name in names
                    ]
                )


def _command(module: str, name: str) -> click.Command:
    """Return the command of a module that is called so, in Python `import_` for `import`."""
    commands = import_module(f"protectcourse.cli.commands.{module}")
    attribute = name.replace("-", "_")
    return cast(click.Command, getattr(commands, attribute + "_" * iskeyword(attribute)))


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command the course opens. Data stays on this computer.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=False, readable=False),
    help="Folder for your progress (else PROTECTCOURSE_DATA_DIR, else your user data folder).",
)
@click.option(
    "--course",
    type=click.Path(path_type=Path, exists=True),
    help="Open the course in this folder instead of the one that comes with the program.",
)
@click.pass_context
def protectcourse(context: click.Context, data_dir: Path | None, course: Path | None) -> None:
    """Learn about protection from forced return, in your terminal, offline."""
    if context.invoked_subcommand is None:
        from protectcourse.cli.learn import open_app

        context.exit(open_app(data_dir, course))


def run_command() -> int:
    """Run what the command line asks for and return its exit code."""
    try:
        code = protectcourse.main(standalone_mode=False, prog_name="protectcourse")
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as refused:
        refused.show()
        return refused.exit_code
    return code if isinstance(code, int) else 0
