"""The command that checks a course."""

from pathlib import Path
from typing import Literal

import click


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True), metavar="[PATH…]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to list the problems: for people, for programs, or as marks in a pull request.",
)
@click.option("--strict", is_flag=True, help="End with 1 for a warning too.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved.")
@click.option(
    "--explain",
    metavar="CODE",
    help="Say what a code such as Q101 means, with examples, and check nothing.",
)
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[Path, ...],
    form: Literal["text", "json", "github"],
    strict: bool,
    watch: bool,
    explain: str | None,
) -> None:
    """Say what is wrong in a course, a folder or a file, with line, column and how to mend it.

    PATH is the folder of a course, the one around it, or one file. Ends with 1 if there is an
    error in what was read, with 2 if a PATH does not exist or holds no course, else with 0. With
    --strict a warning, or a case too large to try every way through it, ends with 1 as well.
    """
    if explain is not None:
        from protectcourse.cli.explaining import explain_rule

        context.exit(explain_rule(explain))
    if not paths:
        raise click.UsageError("Name what to check: a folder or a file.", context)
    if watch:
        if form != "text":
            raise click.UsageError("--watch is for reading along: leave --format out.", context)
        from protectcourse.cli.watching import watch_and_report

        context.exit(watch_and_report(paths))
    from protectcourse.cli.check import check_and_report

    context.exit(check_and_report(paths, form, strict=strict))
