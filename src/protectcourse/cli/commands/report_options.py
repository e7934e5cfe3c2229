"""The options that every report has: from which register, in which form, and where it goes."""

from collections.abc import Callable
from typing import Any

import click

from protectcourse.cli.commands.target_path import TargetPath


def on_report(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of every report: register, form, to, yes."""
    marks: list[Callable[[Any], Any]] = [
        click.option(
            "--register",
            required=True,
            metavar="R",
            help="The register: a file that `collect` has made, or postgresql://…",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice(["table", "csv", "xlsx", "html"]),
            help="Else what the name of the file says, or a table.",
        ),
        click.option(
            "--to",
            type=TargetPath(),
            metavar="FILE",
            help="Where to put it; a folder will do. Without it a table or CSV is shown here.",
        ),
        click.option("--yes", is_flag=True, help="Replace a file that is there."),
    ]
    for mark in reversed(marks):
        command = mark(command)
    return command
