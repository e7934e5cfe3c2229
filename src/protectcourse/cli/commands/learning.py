"""Commands for people who learn: how all is, their own data, their record."""

from pathlib import Path

import click

from protectcourse.cli.commands.asked_for import course_of, data_folder_of
from protectcourse.cli.commands.target_path import TargetPath


@click.command()
@click.pass_context
def doctor(context: click.Context) -> None:
    """Say how the program, terminal and your progress are.

    It changes nothing and names nobody, so that it can be sent on. Ends with 4 if your progress
    cannot be used as it is.
    """
    from protectcourse.cli.doctor import say_health

    context.exit(say_health(data_folder_of(context), course_of(context)))


@click.command()
@click.option(
    "--to",
    type=TargetPath(),
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

    course = course_of(context)
    context.exit(write_records(data_folder_of(context), course, to))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--issuer",
    metavar="KEY|FILE",
    default="",
    help="Who is to have signed a certificate: the key, its did:key, or the organisation's "
    "settings. Else the organisation in use here.",
)
@click.option(
    "--revoked",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The issuer's list of certificates withdrawn.",
)
@click.option(
    "--learner",
    metavar="NAME|NUMBER",
    default="",
    help="Whose certificate it is to be.",
)
@click.pass_context
def verify(
    context: click.Context, file: Path, issuer: str, revoked: Path | None, learner: str
) -> None:
    """Say whether a completion record or a certificate stands as it was signed.

    FILE is a record, whose name ends in .pcdone, or a certificate, in .jwt. Nothing is fetched: a
    certificate is judged by the key and the list that you name. Ends with 0 if it is valid, else
    with 5.
    """
    from protectcourse.cli.certificate import Expected
    from protectcourse.cli.record import verify_file

    expected = Expected(issuer, revoked, learner)
    context.exit(verify_file(file, data_folder_of(context), expected))


@click.command()
@click.pass_context
def privacy(context: click.Context) -> None:
    """Say what is kept about you, and what leaves this computer."""
    from protectcourse.cli.privacy import say_privacy

    context.exit(say_privacy(data_folder_of(context)))


@click.command()
@click.option(
    "--to",
    type=TargetPath(),
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

    context.exit(write_copy(data_folder_of(context), to, replace=yes))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def restore(context: click.Context, file: Path) -> None:
    """Bring in a FILE that `export-mine` wrote.

    What this computer has is kept as well.
    """
    from protectcourse.cli.own_data import restore_copy

    context.exit(restore_copy(data_folder_of(context), file))


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_context
def erase(context: click.Context, yes: bool) -> None:
    """Erase all that is kept about you here, after asking."""
    from protectcourse.cli.own_data import erase_all

    context.exit(erase_all(data_folder_of(context), sure=yes))
