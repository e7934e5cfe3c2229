"""Commands for certificates: to issue them, and to withdraw one."""

from pathlib import Path

import click

from protectcourse.cli.commands.asked_for import data_folder_of

A_FILE = click.Path(path_type=Path)
REGISTER = click.option(
    "--register",
    required=True,
    metavar="R",
    help="The register: a file that `collect` has made, or postgresql://…",
)
KEY = click.option(
    "--key",
    type=A_FILE,
    required=True,
    metavar="KEYFILE",
    help="The file with your organisation's key, from `organisation key`.",
)
SETTINGS = click.option(
    "--organisation",
    type=A_FILE,
    metavar="FILE",
    help="Your organisation's settings, if they are not in use on this computer.",
)


@click.command()
@REGISTER
@KEY
@SETTINGS
@click.option("--course", metavar="ID", default="", help="For this course alone.")
@click.option(
    "--learner",
    "learners",
    multiple=True,
    metavar="NUMBER|NAME",
    help="For this learner; can be said again for more.",
)
@click.option("--all", "everybody", is_flag=True, help="For everybody in the register.")
@click.option(
    "--names",
    type=A_FILE,
    metavar="CSV",
    help="Names for the pages: a table with the columns learner and name. Else as handed in.",
)
@click.option("--to", type=A_FILE, metavar="FOLDER", help="Where to put them, instead of here.")
@click.option(
    "--language",
    default="en",
    metavar="CODE",
    show_default=True,
    help="The language of the course's title, such as ko.",
)
@click.option("--pdf", is_flag=True, help="A PDF too; needs the extra `pdf`.")
@click.option(
    "--font",
    type=A_FILE,
    metavar="FILE",
    help="For the PDF: a font (.ttf, .otf) with letters that the usual one lacks.",
)
@click.option("--again", is_flag=True, help="Another in place of one that was withdrawn.")
@click.option("--yes", is_flag=True, help="Replace files that are there.")
@click.pass_context
def issue(
    context: click.Context,
    register: str,
    key: Path,
    organisation: Path | None,
    course: str,
    learners: tuple[str, ...],
    everybody: bool,
    names: Path | None,
    to: Path | None,
    language: str,
    pdf: bool,
    font: Path | None,
    again: bool,
    yes: bool,
) -> None:
    """Issue certificates for what was completed, under your organisation's key.

    Each is a signed file (.jwt) and a page to print. Issuing twice gives the same certificate.
    Ends with 1 if some were not issued.
    """
    from protectcourse.cli.issue import Files, Output, issue_certificates
    from protectcourse.records.certificates.issuing import Wanted
    from protectcourse.records.certificates.saving import Printing

    if bool(learners) == everybody:
        raise click.UsageError("Say for whom: --learner NUMBER, or --all.", context)
    output = Output(to or Path(), Printing(pdf or font is not None, font), yes)
    wanted = Wanted(course, learners, again, language)
    files = Files(register, key, organisation)
    context.exit(issue_certificates(data_folder_of(context), files, wanted, names, output))


@click.command()
@REGISTER
@KEY
@SETTINGS
@click.argument("number", required=False)
@click.option("--reason", default="", metavar="WORDS", help="Why; it stands in the list.")
@click.option("--to", type=A_FILE, metavar="FILE", help="Write the list of all withdrawn here.")
@click.pass_context
def revoke(
    context: click.Context,
    register: str,
    key: Path,
    organisation: Path | None,
    number: str | None,
    reason: str,
    to: Path | None,
) -> None:
    """Withdraw the certificate with this NUMBER, and write the signed list of all withdrawn.

    A withdrawn certificate stays so. The list is passed on by hand, and `verify --revoked` reads
    it: name nobody in the reason. Without a NUMBER only the list is written.
    """
    from protectcourse.cli.issue import Files, revoke_certificate

    files = Files(register, key, organisation)
    context.exit(revoke_certificate(data_folder_of(context), files, number, reason, to))
