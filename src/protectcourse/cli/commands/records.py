"""The commands that keep track of who has learnt what: handing in, and collecting it."""

from pathlib import Path

import click

from protectcourse.cli.commands.asked_for import course_of, data_folder_of
from protectcourse.cli.commands.target_path import TargetPath


@click.command()
@click.option(
    "--level",
    type=click.Choice(["results", "answers"]),
    default="results",
    show_default=True,
    help="How much: completions, scores and days, or also options chosen and decisions taken.",
)
@click.option(
    "--to",
    type=TargetPath(),
    metavar="FILE",
    help="Where to write it, instead of this folder; a folder will do.",
)
@click.option("--yes", is_flag=True, help="Do not ask, and replace a file that is there.")
@click.pass_context
def handin(context: click.Context, level: str, to: Path | None, yes: bool) -> None:
    """Write the file that you hand in to your organisation.

    It first shows, in words, what leaves and what stays, and asks. Nothing is sent: you pass the
    file on yourself. With --course before the command, only that course is handed in. Ends with 2
    if you do not agree or the place will not do, with 4 if your progress cannot be read.
    """
    from protectcourse.cli.handin import Wanted, write_hand_in
    from protectcourse.records.handing_in.levels import Level

    wanted = Wanted(course_of(context), Level(level), to, sure=yes)
    context.exit(write_hand_in(data_folder_of(context), wanted))


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILES…")
@click.option(
    "--register",
    required=True,
    metavar="REGISTER",
    help="The file that the register is kept in, or postgresql://…; it is made if there is none.",
)
@click.option(
    "--key",
    type=click.Path(path_type=Path),
    metavar="KEYFILE",
    help="Your organisation's key, which opens files that are sealed to it.",
)
@click.pass_context
def collect(
    context: click.Context, files: tuple[str, ...], register: str, key: Path | None
) -> None:
    """Take hand-in files into your organisation's register.

    FILES are files, folders (with all that ends in .pcrec in them) or patterns. Each file is
    checked whole; one that does not stand as it was signed is set aside, and the others are taken
    in. A file that was taken in before changes nothing, so that a run can be stopped and begun
    again. Ends with 5 if any file was set aside.
    """
    from protectcourse.cli.collect import collect_files

    context.exit(collect_files(files, register, key))
