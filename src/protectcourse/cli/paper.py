"""Where a document goes: to standard output, or into a file that is never replaced unasked."""

from pathlib import Path
from typing import Literal, NamedTuple

from protectcourse.authoring.paper.document import Document
from protectcourse.authoring.paper.html_document import as_html
from protectcourse.authoring.paper.markdown import as_markdown
from protectcourse.cli.output import say, say_aside, say_failure
from protectcourse.cli.written_file import refusal, write_file
from protectcourse.errors import ExchangeError

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
    if why_not := refusal(file, "--to", replace=target.replace):
        say_aside(f"protectcourse: {why_not}")
        return REFUSED
    try:
        write_file(file, _text(document, form).encode())
    except ExchangeError as error:
        say_failure(error)
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
