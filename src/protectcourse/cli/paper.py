"""Where a document goes: to standard output, or into a file that is never replaced unasked."""

from pathlib import Path
from typing import Literal, NamedTuple

from protectcourse.atomic import write_whole
from protectcourse.authoring.paper.document import Document
from protectcourse.authoring.paper.html_document import as_html
from protectcourse.authoring.paper.markdown import as_markdown
from protectcourse.cli.output import say, say_aside

Form = Literal["md", "html"]
REFUSED = 2
PAGES = (".html", ".htm")


class Target(NamedTuple):
    """In which form a document is wanted, and where."""

    form: Form | None
    """None for what the name of the file says, or Markdown."""
    to: Path | None
    """None for standard output, or for a page the current folder."""
    replace: bool


def put(document: Document, name: str, target: Target) -> int:
    """Print or write a document, in a folder under its usual name; return the exit code."""
    form = target.form or _form_of(target.to)
    if target.to is None and form == "md":
        say(as_markdown(document).removesuffix("\n"))
        return 0
    file = _file(target.to or Path(), f"{name}.{form}")
    if refusal := _why_not(file, replace=target.replace):
        say_aside(f"protectcourse: {refusal}")
        return REFUSED
    try:
        write_whole(file, _text(document, form).encode())
    except OSError as error:
        say_aside(f"protectcourse: {file} could not be written ({error.strerror}).")
        say_aside("Name another with --to.")
        return REFUSED
    say(f"Written: {file}")
    return 0


def _form_of(to: Path | None) -> Form:
    return "html" if to is not None and to.suffix.lower() in PAGES else "md"


def _file(to: Path, name: str) -> Path:
    return to / name if to.is_dir() else to


def _text(document: Document, form: Form) -> str:
    if form == "md":
        return as_markdown(document)
    return as_html(document)


def _why_not(file: Path, *, replace: bool) -> str:
    """Return why a file is not written; empty where it can be."""
    if file.exists() and not file.is_file():
        return f"{file} is not a file that can be replaced. Name another with --to."
    if file.exists() and not replace:
        return f"{file} is there already. Name another with --to, or replace it with --yes."
    return ""
