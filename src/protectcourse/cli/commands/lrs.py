"""Commands for a learning record store, which an organisation may have."""

from pathlib import Path

import click

from protectcourse.cli.commands.asked_for import course_of, data_folder_of

REGISTER = click.option(
    "--register",
    metavar="R",
    help="The organisation's register, a file or postgresql://…; without it, your own steps.",
)
ENDPOINT = click.option(
    "--endpoint",
    required=True,
    metavar="URL",
    help="The address of the LRS, such as https://lrs.example.org/xapi/.",
)


@click.group()
def lrs() -> None:
    """Send what was learnt to a learning record store (LRS), as xAPI statements."""


@lrs.command()
@REGISTER
@ENDPOINT
@click.option(
    "--credentials",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A file that you alone can read, with user and password or a token; else the environment: "
    "PROTECTCOURSE_LRS_USER and PROTECTCOURSE_LRS_PASSWORD, or PROTECTCOURSE_LRS_TOKEN.",
)
@click.option(
    "--level",
    type=click.Choice(["results", "answers"]),
    help="How much of your own steps is sent: results (the usual), or the answers as well.",
)
@click.option("--retry", is_flag=True, help="Send again what the LRS refused before.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send nothing.")
@click.option("--yes", is_flag=True, help="Do not ask before your own steps are sent.")
@click.pass_context
def push(
    context: click.Context,
    register: str | None,
    endpoint: str,
    credentials: Path | None,
    level: str | None,
    retry: bool,
    dry_run: bool,
    yes: bool,
) -> None:
    """Send what the LRS does not have yet.

    It may be stopped and run again at any time: nothing is lost or counted twice. Ends with 5 if
    the LRS refused something, which is then set aside, and with 6 if it could not be reached or
    does not let us in.
    """
    from protectcourse.cli.lrs import Wanted, push_own, push_register

    if register is not None and level is not None:
        raise click.UsageError("--level is for your own steps; a register sends what it was given.")
    folder = data_folder_of(context)
    wanted = Wanted(endpoint, credentials, retry=retry, dry_run=dry_run)
    if register is not None:
        context.exit(push_register(folder, register, wanted))
    course = course_of(context)
    context.exit(push_own(folder, course, level or "results", wanted, sure=yes))


@lrs.command()
@REGISTER
@ENDPOINT
@click.pass_context
def status(context: click.Context, register: str | None, endpoint: str) -> None:
    """Say how much was sent, what waits, and what the LRS refused and why."""
    from protectcourse.cli.lrs import say_status

    context.exit(say_status(data_folder_of(context), register, endpoint))
