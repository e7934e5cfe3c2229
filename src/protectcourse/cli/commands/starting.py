"""The commands that begin a course or a part of it, and that write what editors need."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from protectcourse.cli.commands.target_path import TargetPath

if TYPE_CHECKING:
    from protectcourse.authoring.beginning.template_texts import NewKind


@click.command()
@click.argument("kind", type=click.Choice(["course", "lesson", "quiz", "case"]))
@click.argument("name")
@click.option(
    "--template",
    metavar="TEMPLATE",
    help="What to begin with. Lesson: plain, sensitive. Quiz: module, final, every-kind."
    " Case: smallest, interview, assessment, rsd-elements. The first is the usual one.",
)
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    help="Where to make it, or the course that it belongs to, instead of this folder.",
)
@click.option("--title", help="Its title, as learners see it.")
@click.option(
    "--objective",
    help="For a course: what learners can do at the end. Else the id of one of its objectives.",
)
@click.option("--minutes", type=click.IntRange(1, 240), help="How long a quiz or a case takes.")
@click.option("--module", metavar="ID", help="The module of the course that it belongs to.")
@click.option("--yes", is_flag=True, help="Do not ask: take what is usual.")
@click.pass_context
def new(
    context: click.Context,
    kind: str,
    name: str,
    template: str | None,
    folder: Path | None,
    title: str | None,
    objective: str | None,
    minutes: int | None,
    module: str | None,
    yes: bool,
) -> None:
    """Begin a course, a lesson, a quiz or a case from a template.

    It asks a few questions, which options answer beforehand, and writes files that explain
    themselves and pass `check`. A new lesson, quiz or case gets its line in course.yaml. NAME
    becomes its id: `Über uns` is `uber-uns`. Ends with 2 if an option does not fit, with 3 if it
    cannot be written; no file is ever written over.
    """
    from protectcourse.cli.new import Wishes, make_new

    wishes = Wishes(
        kind=cast("NewKind", kind),
        name=name,
        folder=folder or Path(),
        template=template,
        title=title,
        objective=objective,
        minutes=minutes,
        module=module,
        yes=yes,
    )
    context.exit(make_new(wishes))


@click.command()
@click.argument(
    "name",
    type=click.Choice(["course", "lesson", "quiz", "case", "sources", "glossary", "claims", "all"]),
)
@click.option(
    "--to",
    type=TargetPath(),
    metavar="FILE",
    help="Where to write it, instead of printing it; for all of them a folder.",
)
@click.option("--yes", is_flag=True, help="Replace files that are there.")
@click.pass_context
def schema(context: click.Context, name: str, to: Path | None, yes: bool) -> None:
    """Print the JSON Schema of a sort of file, by which an editor completes and explains its keys.

    `schema all --to lessons/.schema --yes` brings those of a folder of courses up to date. Ends
    with 2 if a file is there already, with 3 if one cannot be written.
    """
    from protectcourse.cli.schema import write_schemas

    context.exit(write_schemas(name, to, replace=yes))
