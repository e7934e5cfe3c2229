"""The command line: options of the course, and the commands."""

from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import cast

import click

from protectcourse import __version__
from protectcourse.cli.help_page import MOST, help_page
from protectcourse.cli.sections import ABOUT, OPTIONS, SECTIONS
from protectcourse.errors import INTERRUPTED


class Commands(click.Group):
    """The commands in sections; a module of them is imported for its own commands only."""

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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called and what follows; say which one a slip stands for."""
        from protectcourse.findings import did_you_mean
        from protectcourse.plain_text import one_line

        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            hint = did_you_mean(name, self.list_commands(ctx)) or "`--help` lists the commands."
            raise click.UsageError(f"There is no command `{one_line(name)}`. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """Return the page on the whole program."""
        return help_page()


def _command(module: str, name: str) -> click.Command:
    """Return the command of a module that is called so, in Python `import_` for `import`."""
    commands = import_module(f"protectcourse.cli.commands.{module}")
    attribute = name.replace("-", "_")
    return cast(click.Command, getattr(commands, attribute + "_" * iskeyword(attribute)))


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": MOST},
    help=ABOUT,
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=False, readable=False),
    help=OPTIONS["--data-dir DIRECTORY"],
)
@click.option(
    "--course",
    metavar="FOLDER|ID",
    help=OPTIONS["--course FOLDER|ID"],
)
@click.pass_context
def protectcourse(context: click.Context, data_dir: Path | None, course: str | None) -> None:
    """Open the course, unless a command is called."""
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
        _with_quotes_told(refused).show()
        return refused.exit_code
    return code if isinstance(code, int) else 0


def _with_quotes_told(refused: click.ClickException) -> click.ClickException:
    """Return what is said of a word too many, with the slip that most often lies behind it."""
    if not (isinstance(refused, click.UsageError) and "unexpected extra" in refused.message):
        return refused
    told = f'{refused.message}. A name or a path with a blank in it stands in "quotes".'
    return click.UsageError(told, refused.ctx)
