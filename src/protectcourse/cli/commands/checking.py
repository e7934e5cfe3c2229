"""The command that checks a course."""

from pathlib import Path

import click


@click.command()
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
