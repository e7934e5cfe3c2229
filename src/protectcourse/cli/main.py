"""The command line: options of the course, and the commands."""

from pathlib import Path

import click

from protectcourse import __version__
from protectcourse.errors import INTERRUPTED


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command the course opens. Data stays on this computer.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=False),
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


@protectcourse.command()
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True), metavar="PATH…"
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to list the problems.",
)
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], form: str) -> None:
    """Say what is wrong in a course, a folder or a file, with line, column and how to mend it.

    Ends with 1 if there is an error in what was read, with 2 if a PATH does not exist, else with 0.
    """
    from protectcourse.cli.check import check_paths

    context.exit(check_paths(paths, form))


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
