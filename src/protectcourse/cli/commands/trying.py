"""Commands for trying out what is being written: see it as a learner does, play scripts again."""

from pathlib import Path

import click


@click.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--from",
    "item",
    default="",
    metavar="ID",
    help="Begin at this page, question or node; in a course, at this unit. A note before it stays.",
)
@click.option(
    "--with",
    "settings",
    default="",
    metavar="VALUES",
    help="In a case, what holds at the beginning, such as agreed,trust=2,custody=shelter.",
)
@click.option(
    "--seed",
    type=click.IntRange(0),
    help="Shuffle and draw by this number, to see the same order again.",
)
@click.pass_context
def preview(context: click.Context, path: Path, item: str, settings: str, seed: int | None) -> None:
    """Show a lesson, a quiz, a case or a course as a learner sees it, while you edit it.

    Each time that you save the file the screen follows, at the same place; if there is an error in
    it, the screen stays as it was and says below what is wrong. Nothing is kept, and no learner's
    progress is touched. Ends with 2 if there is no such place to begin, or no full screen.
    """
    from protectcourse.cli.preview import preview_path

    context.exit(preview_path(path, item, settings, seed))


@click.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--record",
    "name",
    metavar="NAME",
    help="Play the case or the quiz now, and add what you did to its file under this name.",
)
@click.pass_context
def rehearse(context: click.Context, path: Path, name: str | None) -> None:
    """Play the scripts below `tests:` of cases and quizzes again, and say where they differ.

    A script of a case is a list of decisions and the ending expected; one of a quiz is answers and
    the result expected. Ends with 1 if a script does not come to what it expects, if a file cannot
    be played, or if nothing was recorded; with 2 if there is no full screen to record in.
    """
    from protectcourse.cli.rehearse import record_script, rehearse_path

    context.exit(rehearse_path(path) if name is None else record_script(path, name))
