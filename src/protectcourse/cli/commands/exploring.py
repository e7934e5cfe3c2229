"""The commands that try every way through a case, and that compare two versions of a course."""

from pathlib import Path

import click

TEXT_OR_JSON = click.Choice(["text", "json"])


@click.command()
@click.argument("case", metavar="CASE")
@click.option(
    "--course",
    type=click.Path(path_type=Path, exists=True),
    help="The course in which CASE, then an id, is looked for.",
)
@click.option("--why", metavar="ENDING", help="Show a way to an ending, and what turns on it.")
@click.option(
    "--map",
    "map_form",
    type=click.Choice(["text", "mermaid"]),
    help="Draw what leads where: as a tree, or as a flowchart for documents.",
)
@click.option(
    "--format", "form", type=TEXT_OR_JSON, default="text", show_default=True, help="How to print."
)
@click.option("--strict", is_flag=True, help="End with 1 for a warning, or if INCOMPLETE, too.")
@click.pass_context
def explore(
    context: click.Context,
    case: str,
    course: Path | None,
    why: str | None,
    map_form: str | None,
    form: str,
    strict: bool,
) -> None:
    """Try every way through a case, and say what it found: endings, points, dead ends, promises.

    CASE is the file of a case, or with --course the id of a case.

    Ends with 1 if there is an error to mend, with 2 if CASE is neither, with 3 if the file cannot
    be read as a case, else with 0.
    """
    from protectcourse.cli.explore import Asked, explore_case

    if course is None and not Path(case).is_file():
        hint = "To name a case by its id, add --course FOLDER."
        raise click.UsageError(f"There is no file {case}. {hint}")
    context.exit(explore_case(case, course, Asked(why, map_form, form, strict)))


@click.command()
@click.argument("old", type=click.Path(path_type=Path, exists=True))
@click.argument("new", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--progress",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A data folder: say of each play under way in it whether it could go on.",
)
@click.option(
    "--plays",
    type=click.IntRange(0, 100_000),
    default=200,
    show_default=True,
    help="Plays by chance, each broken off somewhere, that are tried in each case.",
)
@click.option(
    "--format", "form", type=TEXT_OR_JSON, default="text", show_default=True, help="How to print."
)
@click.pass_context
def diff(
    context: click.Context, old: Path, new: Path, progress: Path | None, plays: int, form: str
) -> None:
    """Say what changed between two versions of a course, and who could go on where they were.

    OLD and NEW are two files of one kind, or two folders of a course.

    Ends with 2 if a path does not exist, with 3 if a file cannot be read or the two cannot be
    compared, with 4 if the data folder cannot be read, else with 0.
    """
    from protectcourse.cli.diff import compare

    context.exit(compare(old, new, progress, plays, form))
