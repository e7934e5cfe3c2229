"""The command that shows the guides."""

import click


@click.command()
@click.argument("name", required=False)
@click.argument("section", nargs=-1)
@click.pass_context
def guide(context: click.Context, name: str | None, section: tuple[str, ...]) -> None:
    """Read a guide for trainers or coordinators.

    Without NAME the guides are listed. Words of a heading as SECTION show that section only.
    """
    from protectcourse.cli.guide import show_guide

    context.exit(show_guide(name, " ".join(section)))
