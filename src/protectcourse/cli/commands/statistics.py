"""Commands that say how a course does: which questions mislead, which ways people take."""

from pathlib import Path
from typing import Literal

import click

from protectcourse.cli.commands.asked_for import course_of, data_folder_of
from protectcourse.cli.commands.report_options import on_report

Form = Literal["table", "csv", "xlsx", "html"]
COURSE = click.option(
    "--course",
    metavar="FOLDER|ID",
    help="Show questions, answers and cases of this course in words; without it, by their ids.",
)


@click.command()
@on_report
@COURSE
@click.option("--quiz", metavar="ID", help="Only this quiz.")
@click.pass_context
def items(
    context: click.Context,
    register: str,
    form: Form | None,
    to: Path | None,
    yes: bool,
    course: str | None,
    quiz: str | None,
) -> None:
    """Say which questions mislead people, and how each question and each quiz did.

    From first attempts that were handed in with their answers. No group of fewer than ten people
    shows a statistic. Several tables as CSV are written into a file each. Ends with 5 if the
    register cannot be read, with 3 if the course cannot, with 2 if a file is there already, else
    with 0.
    """
    from protectcourse.cli.items import report_items
    from protectcourse.cli.report_target import ReportTarget

    chosen = course or course_of(context)
    target = ReportTarget(form, to, yes)
    context.exit(report_items(register, data_folder_of(context), chosen, quiz, target))


@click.command()
@click.argument("case", metavar="CASE")
@on_report
@COURSE
@click.pass_context
def paths(
    context: click.Context,
    case: str,
    register: str,
    form: Form | None,
    to: Path | None,
    yes: bool,
    course: str | None,
) -> None:
    """Say which ways people take through CASE, and where they cross red lines.

    CASE is the id of a case, or of a course and a case as in course/case. From the first play of
    each person who handed in their decisions; of the gravest cases (S3) there are never any. Ends
    with 5 if the register cannot be read or has no such case, with 3 if the course cannot be read,
    with 2 if a file is there already, else with 0.
    """
    from protectcourse.cli.paths import report_paths
    from protectcourse.cli.report_target import ReportTarget

    chosen = course or course_of(context)
    target = ReportTarget(form, to, yes)
    context.exit(report_paths(case, register, data_folder_of(context), chosen, target))
