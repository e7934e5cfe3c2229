"""Commands for whoever coordinates a course: the roster, reports, the register on the screen."""

from datetime import datetime
from pathlib import Path

import click

from protectcourse.cli.commands.report_options import on_report

ROSTER_HELP = """Say who is to take which course, in which team and place, and by when.

A roster is a CSV file whose first line names the columns: learner (the number that stands for a
learner) or name, and team, place, course, due; all but one of them may be missing. Who is who is
found by number first, then by the name that was handed in, whatever its capitals and accents.
"""


on_register = click.option(
    "--register",
    metavar="R",
    help="The register: a file that `collect` has made, or postgresql://…  It may stand before the"
    " command or behind it.",
)


@click.group(help=ROSTER_HELP)
@on_register
def roster(register: str | None) -> None:
    """Say who is to take which course."""
    del register  # the commands below look it up


@roster.command("import")
@on_register
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.csv")
@click.option(
    "--course", metavar="ID", help="The course of rows that name none, else every course."
)
@click.option("--replace", is_flag=True, help="Take out whoever FILE does not name.")
@click.pass_context
def import_roster(
    context: click.Context, register: str | None, file: Path, course: str | None, replace: bool
) -> None:
    """Bring the roster up to date from a CSV file.

    Rows of the same person and course take each other's place; the others stay, unless --replace is
    given. Once more changes nothing. Ends with 0 if every row was taken in; with 1 if some were
    left out, each of which is told; with 6 if FILE cannot be read.
    """
    from protectcourse.cli.roster import import_file

    context.exit(import_file(_register_of(context, register), file, course or "", replace=replace))


@roster.command("export")
@on_register
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="Where to put it.")
@click.option("--yes", is_flag=True, help="Replace a file that is there.")
@click.pass_context
def export_roster(context: click.Context, register: str | None, to: Path | None, yes: bool) -> None:
    """Write the roster as CSV, as `import` reads it."""
    from protectcourse.cli.roster import export_file

    context.exit(export_file(_register_of(context, register), to, replace=yes))


@roster.command("show")
@on_register
@click.pass_context
def show_roster(context: click.Context, register: str | None) -> None:
    """List the roster, and who was found in the register."""
    from protectcourse.cli.roster import show

    context.exit(show(_register_of(context, register)))


@click.command()
@click.argument("kind", type=click.Choice(["completion", "overdue", "expiring", "team", "changes"]))
@on_report
@click.option("--course", metavar="ID", help="Of this course only.")
@click.option("--team", help="Of this team only.")
@click.option("--place", help="Of this place only.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="For changes: since the end of this day, such as 2026-10-31; else the last 30 days.",
)
@click.option("--fail-if-overdue", is_flag=True, help="End with 1 if somebody is overdue.")
@click.pass_context
def report(
    context: click.Context,
    kind: str,
    register: str,
    form: str | None,
    to: Path | None,
    yes: bool,
    course: str | None,
    team: str | None,
    place: str | None,
    since: datetime | None,
    fail_if_overdue: bool,
) -> None:
    """Say who has completed, who is overdue or expires soon, and what has changed.

    Ends with 0; with 1 if somebody is overdue and --fail-if-overdue is given; with 2 if there is
    nobody of the course, team or place named; with 5 if the register cannot be read.
    """
    from protectcourse.cli.report import Wanted, write_report
    from protectcourse.cli.report_target import ReportTarget

    day = since.date() if since is not None else None
    wanted = Wanted(kind, course or "", team or "", place or "", day, fail_if_overdue)
    context.exit(write_report(register, wanted, ReportTarget(form, to, yes)))  # type: ignore[arg-type]


@click.command()
@click.argument("register", metavar="R")
@click.option("--erase", "learner", metavar="LEARNER", help="Erase a learner, after asking.")
@click.option(
    "--retain",
    "months",
    type=click.IntRange(1, 1200),
    metavar="MONTHS",
    help="Drop what is older than so many months, after asking.",
)
@click.option(
    "--keep-completions",
    is_flag=True,
    help="With --retain: keep who has completed what, and their names.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_context
def register(
    context: click.Context,
    register: str,
    learner: str | None,
    months: int | None,
    keep_completions: bool,
    yes: bool,
) -> None:
    """Look at everybody in the register, on the full screen.

    With --erase or --retain it drops what it is told to, and says what that was. LEARNER is a
    learner's number, its beginning, or a name that nobody else has. Ends with 0; with 2 if nobody
    is there to be asked or to be found; with 5 if the register R cannot be used.
    """
    from protectcourse.cli.register_view import erase, retain, view

    if learner is not None and months is not None:
        raise click.UsageError("--erase and --retain are two things: give one of them.")
    if keep_completions and months is None:
        raise click.UsageError("--keep-completions belongs to --retain.")
    if learner is not None:
        context.exit(erase(register, learner, sure=yes))
    if months is not None:
        context.exit(retain(register, months, keep_completions=keep_completions, sure=yes))
    context.exit(view(register))


def _register_of(context: click.Context, said: str | None) -> str:
    """Return the register that is named behind a command of `roster`, or else before it."""
    before = context.parent.params["register"] if context.parent is not None else None
    if (said or before) is None:
        raise click.UsageError("Missing option '--register'.", context)
    return str(said or before)
