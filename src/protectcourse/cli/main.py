"""The command line: options of the course, and the commands."""

import os
from pathlib import Path

import click

from protectcourse import __version__
from protectcourse.errors import INTERRUPTED
from protectcourse.locations import data_folder


@click.group(
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


@protectcourse.command()
@click.pass_context
def doctor(context: click.Context) -> None:
    """Say how the program, terminal and your progress are.

    It changes nothing and names nobody, so that it can be sent on. Ends with 4 if your progress
    cannot be used as it is.
    """
    from protectcourse.cli.doctor import say_health

    context.exit(say_health(_data_folder(context), context.find_root().params["course"]))


@protectcourse.command()
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where to put it, instead of this folder.",
)
@click.pass_context
def record(context: click.Context, to: Path | None) -> None:
    """Write your completion record: a page to print, and a signed file.

    No file is written over. Where the course is not complete, it says what is missing and ends
    with 1.
    """
    from protectcourse.cli.record import write_records

    course = context.find_root().params["course"]
    context.exit(write_records(_data_folder(context), course, to))


@protectcourse.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def verify(context: click.Context, file: Path) -> None:
    """Say whether a completion record stands as it was signed.

    FILE is the one whose name ends in .pcdone. Ends with 0 if it is valid, else with 5.
    """
    from protectcourse.cli.record import verify_file

    context.exit(verify_file(file, _data_folder(context)))


@protectcourse.command()
@click.pass_context
def privacy(context: click.Context) -> None:
    """Say what is kept about you, and what leaves this computer."""
    from protectcourse.cli.privacy import say_privacy

    context.exit(say_privacy(_data_folder(context)))


@protectcourse.command()
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to put it, instead of this folder; a folder will do.",
)
@click.option("--yes", is_flag=True, help="Replace a file that is there.")
@click.pass_context
def export_mine(context: click.Context, to: Path | None, yes: bool) -> None:
    """Write all that is kept about you to a file of your own.

    Another computer takes it with `restore`. It holds what never goes into a file to hand in:
    your notes and what you typed.
    """
    from protectcourse.cli.own_data import export_mine as write_copy

    context.exit(write_copy(_data_folder(context), to, replace=yes))


@protectcourse.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def restore(context: click.Context, file: Path) -> None:
    """Bring in a FILE that `export-mine` wrote.

    What this computer has is kept as well.
    """
    from protectcourse.cli.own_data import restore_copy

    context.exit(restore_copy(_data_folder(context), file))


@protectcourse.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_context
def erase(context: click.Context, yes: bool) -> None:
    """Erase all that is kept about you here, after asking."""
    from protectcourse.cli.own_data import erase_all

    context.exit(erase_all(_data_folder(context), sure=yes))


def _data_folder(context: click.Context) -> Path:
    return data_folder(context.find_root().params["data_dir"], os.environ)


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
