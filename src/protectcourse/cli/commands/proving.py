"""The commands that put a course on paper: for its reviewer, for learners, for whoever leads."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import click

from protectcourse.cli.commands.target_path import TargetPath

Form = Literal["md", "html"]


def _on_paper(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command what every document has: what it is of, its form, and where it goes."""
    marks: list[Callable[[Any], Any]] = [
        click.argument("path", type=click.Path(path_type=Path, exists=True), metavar="PATH"),
        click.option(
            "--format",
            "form",
            type=click.Choice(["md", "html"]),
            help="Markdown, or a page to print; else what the name of the file says, or Markdown.",
        ),
        click.option(
            "--to",
            type=TargetPath(),
            metavar="FILE",
            help="Where to put it; a folder will do. Without it Markdown is shown here.",
        ),
        click.option("--yes", is_flag=True, help="Replace a file that is there."),
    ]
    for mark in reversed(marks):
        command = mark(command)
    return command


@click.command()
@_on_paper
@click.pass_context
def proof(
    context: click.Context, path: Path, form: Form | None, to: Path | None, yes: bool
) -> None:
    """Write a lesson, a quiz, a case or a course out in full, for whoever reviews it.

    With every key, reason, source and condition, each numbered and with its line in the file, and
    with what `check` finds at the end. Ends with 3 if PATH cannot be read, with 2 if a file is
    there already, else with 0.
    """
    from protectcourse.cli.paper import Target
    from protectcourse.cli.proof import write_proof

    context.exit(write_proof(path, Target(form, to, yes)))


@click.command()
@_on_paper
@click.option("--short", is_flag=True, help="Print sensitive pages in their short form.")
@click.option("--with-final", is_flag=True, help="Print the questions of a final assessment too.")
@click.option(
    "--plan",
    type=click.Choice(["90", "half-day"]),
    help="Instead, a plan for whoever leads a session of 90 minutes or a half day, with the keys.",
)
@click.pass_context
def handout(
    context: click.Context,
    path: Path,
    form: Form | None,
    to: Path | None,
    yes: bool,
    short: bool,
    with_final: bool,
    plan: str | None,
) -> None:
    """Write a lesson, a quiz, a case or a course for learners in a room, without any answer.

    A case becomes cards that say where each choice leads. Ends with 3 if PATH cannot be read, or
    holds nothing for a plan, with 2 if a file is there already or the quiz is the final, else
    with 0.
    """
    from protectcourse.cli.paper import Target

    target = Target(form, to, yes)
    if plan is not None:
        from protectcourse.authoring.paper.facilitation import Length
        from protectcourse.cli.handout import write_plan

        context.exit(write_plan(path, Length(plan), target))
    from protectcourse.authoring.paper.handout import HandoutChoices
    from protectcourse.cli.handout import write_handout

    context.exit(write_handout(path, HandoutChoices(short, with_final), target))
