"""The commands that bring banks of questions in from other systems, and out to them."""

from pathlib import Path

import click

from protectcourse.cli.commands.target_path import TargetPath

READ = ("gift", "aiken", "moodle-xml", "csv", "xlsx")
WRITTEN = ("gift", "moodle-xml", "csv", "xlsx")


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "form",
    type=click.Choice(READ),
    help="The format of FILE; without it, its name and beginning tell.",
)
@click.option(
    "--to",
    "target",
    type=TargetPath(),
    required=True,
    metavar="FILE.yaml",
    help="The bank to write.",
)
@click.option("--id", "bank_id", metavar="ID", help="The id of the bank, else its file's name.")
@click.option("--title", help="The title of the bank, else its file's name.")
@click.option("--yes", is_flag=True, help="Replace a file that is there.")
@click.pass_context
def import_(
    context: click.Context,
    file: Path,
    form: str | None,
    target: Path,
    bank_id: str | None,
    title: str | None,
    yes: bool,
) -> None:
    """Bring in a bank of questions from another system.

    It says what came over and, with lines, what did not. Ends with 0 if all came over, or came in
    another form that is told; with 1 if something was lost; with 6 if FILE cannot be read.
    """
    from protectcourse.cli.banks import Wanted, import_bank

    wanted = Wanted(target=target, bank_id=bank_id, title=title, replace=yes)
    context.exit(import_bank(file, form, wanted))


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.yaml")
@click.option("--to", "form", type=click.Choice(WRITTEN), required=True, help="The format.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The file to write, else one of the bank's name in this folder.",
)
@click.option("--yes", is_flag=True, help="Replace a file that is there.")
@click.pass_context
def export(context: click.Context, file: Path, form: str, output: Path | None, yes: bool) -> None:
    """Write a bank of questions for another system.

    It says what has no place there. Ends with 0 if all of the bank is written; with 1 if something
    had to be left out; with 6 if the bank cannot be read.
    """
    from protectcourse.cli.banks import export_bank

    context.exit(export_bank(file, form, output, replace=yes))
