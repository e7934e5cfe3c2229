"""Writes certificates into a folder: the signed file, the page, and a PDF if that is wanted."""

from pathlib import Path
from typing import NamedTuple

from protectcourse.atomic import write_whole
from protectcourse.errors import RecordError
from protectcourse.records.certificates.credential import Certificate
from protectcourse.records.certificates.issuing import Issued
from protectcourse.records.certificates.page import certificate_page
from protectcourse.records.certificates.pdf_page import certificate_pdf

SIGNED, PAGE, PDF = ".jwt", ".html", ".pdf"
DIGITS_IN_NAME = 8
"""Of the certificate's number; of the learner's there are none in a file's name."""


class Printing(NamedTuple):
    """What is written beside the signed file and the page."""

    pdf: bool = False
    font: Path | None = None
    """Asked first for every letter of a PDF."""


class Saved(NamedTuple):
    """Where a certificate is."""

    signed: Path
    page: Path
    pdf: Path | None
    no_pdf: str
    """Why there is no PDF though one was wanted; else empty."""


def save_certificate(issued: Issued, folder: Path, printing: Printing, *, replace: bool) -> Saved:
    """Write the files of a certificate; what is there already in the same words stays as it is.

    Where a PDF cannot be made the others are written all the same. Raises RecordError, before
    anything is written, where a file would be replaced and may not be.
    """
    name = file_name(issued.certificate)
    page = certificate_page(issued.certificate, issued.name, issued.learner, name + SIGNED)
    contents = {SIGNED: issued.jwt.encode() + b"\n", PAGE: page.encode()}
    pdf, no_pdf = _pdf(issued, name, printing)
    if pdf:
        contents[PDF] = pdf
    paths = {end: folder / (name + end) for end in contents}
    if not replace:
        for end, data in contents.items():
            _refuse_other(paths[end], data)
    for end, data in contents.items():
        _write(paths[end], data)
    return Saved(paths[SIGNED], paths[PAGE], paths.get(PDF), no_pdf)


def file_name(certificate: Certificate) -> str:
    """Return how the files of a certificate are called, but for their endings."""
    return f"{certificate.course}-{certificate.day}-{certificate.number[:DIGITS_IN_NAME]}"


def _pdf(issued: Issued, name: str, printing: Printing) -> tuple[bytes, str]:
    """Return the PDF, or nothing and why."""
    if not printing.pdf:
        return b"", ""
    try:
        data = certificate_pdf(
            issued.certificate, issued.name, issued.learner, name + SIGNED, printing.font
        )
    except RecordError as error:
        return b"", str(error).replace("\n", ". ")
    return data, ""


def _refuse_other(path: Path, data: bytes) -> None:
    """Raise RecordError where something else stands at a path."""
    try:
        if not path.exists() or (path.is_file() and path.read_bytes() == data):
            return
    except OSError as error:
        raise RecordError(f"{path} cannot be read ({error.strerror})") from error
    message = f"{path} is there already, and is another"
    raise RecordError(message, "Name another folder with --to, or replace it with --yes.")


def _write(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        message = f"{path} could not be written ({error.strerror})"
        raise RecordError(message, "What is issued stays issued: name another folder.") from error
