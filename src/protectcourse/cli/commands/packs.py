"""The commands that give courses away and take them in, and keep an organisation's settings."""

from pathlib import Path

import click

from protectcourse.cli.commands.asked_for import data_folder_of
from protectcourse.cli.commands.target_path import TargetPath

A_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("course", type=click.Path(path_type=Path, exists=True))
@click.option("--draft", is_flag=True, help="Pack a draft; its name then says so.")
@click.option("--sign", type=A_FILE, metavar="KEYFILE", help="Sign it with this key.")
@click.option("--organisation", type=A_FILE, metavar="FILE", help="Let these settings ride along.")
@click.option("--to", type=TargetPath(), metavar="FILE", help="Where to put it; a folder will do.")
@click.option("--yes", is_flag=True, help="Replace a file that is there.")
@click.pass_context
def pack(
    context: click.Context,
    course: Path,
    draft: bool,
    sign: Path | None,
    organisation: Path | None,
    to: Path | None,
    yes: bool,
) -> None:
    """Make one file of a whole COURSE, for a USB stick or a mail.

    The same course makes the same file. A course with errors is not packed: ends with 1.
    """
    from protectcourse.cli.pack import PackWanted, write_pack

    wanted = PackWanted(draft=draft, key=sign, organisation=organisation, to=to, replace=yes)
    context.exit(write_pack(course, wanted))


@click.group(invoke_without_command=True)
@click.pass_context
def courses(context: click.Context) -> None:
    """List the courses that there are; add or remove one."""
    if context.invoked_subcommand is None:
        context.invoke(list_)


@courses.command("list")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to list them.",
)
@click.pass_context
def list_(context: click.Context, form: str = "text") -> None:
    """List the courses: those that came with the program and those added."""
    from protectcourse.cli.added_courses import list_courses

    context.exit(list_courses(data_folder_of(context), form))


@courses.command()
@click.argument("file", type=A_FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_context
def add(context: click.Context, file: Path, yes: bool) -> None:
    """Add the course in FILE, a pack that `pack` made.

    Nothing in it is run. Progress made in an older version is kept. Ends with 3 if the pack is
    refused.
    """
    from protectcourse.cli.added_courses import add_course

    context.exit(add_course(data_folder_of(context), file, sure=yes))


@courses.command()
@click.argument("course")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_context
def remove(context: click.Context, course: str, yes: bool) -> None:
    """Remove a course that was added. What was learnt in it is kept."""
    from protectcourse.cli.added_courses import remove_course

    context.exit(remove_course(data_folder_of(context), course, sure=yes))


@click.group(invoke_without_command=True)
@click.pass_context
def organisation(context: click.Context) -> None:
    """Show the settings of your organisation; add or remove them, or make its key."""
    if context.invoked_subcommand is None:
        context.invoke(show)


@organisation.command("show")
@click.pass_context
def show(context: click.Context) -> None:
    """Show the settings in use."""
    from protectcourse.cli.organisation import show_organisation

    context.exit(show_organisation(data_folder_of(context)))


@organisation.command("add")
@click.argument("file", type=A_FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_context
def add_organisation(context: click.Context, file: Path, yes: bool) -> None:
    """Use the settings in FILE, a small TOML file of your organisation's.

    Ends with 2 if there is a mistake in it.
    """
    from protectcourse.cli.organisation import add_settings

    context.exit(add_settings(data_folder_of(context), file, sure=yes))


@organisation.command("remove")
@click.pass_context
def remove_organisation(context: click.Context) -> None:
    """Use no organisation's settings any more."""
    from protectcourse.cli.organisation import remove_settings

    context.exit(remove_settings(data_folder_of(context)))


@organisation.command("key")
@click.argument("file", type=A_FILE)
@click.pass_context
def key(context: click.Context, file: Path) -> None:
    """Make your organisation's key in FILE, never over a file, and print its public half.

    Whoever has FILE can sign as your organisation: keep it off trainees' computers.
    """
    from protectcourse.cli.organisation import make_organisation_key

    context.exit(make_organisation_key(file))
