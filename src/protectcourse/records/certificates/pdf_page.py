"""A certificate as a PDF of one page: A4 landscape, with the letters in it, over the fpdf2 library.

Latin, Greek, Cyrillic and Devanagari letters come with the extra `pdf`; for others a font is named.
A letter that no font has is never printed as an empty box: the page is refused, and the same
certificate can be printed from the HTML page.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from protectcourse.errors import RecordError
from protectcourse.records.certificates.credential import DRAFT_TAG, Certificate
from protectcourse.records.certificates.identity import spelled
from protectcourse.records.certificates.wording import (
    DRAFT_HEADING,
    HEADING,
    certificate_facts,
    certificate_statements,
)
from protectcourse.signing import fingerprint

if TYPE_CHECKING:
    from fpdf import FPDF

INSTALL = "Install it with: pip install 'protectcourse[pdf]'. The HTML page prints without it."
USE_PAGE = "Print the HTML page instead, or name a font that has it with --font FILE.ttf."
FONT_PACKAGE, FONT_FILE = "fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf"
FAMILY, OWN_FAMILY = "letters", "own"
MARGIN, WIDTH, HEIGHT = 26.0, 297.0, 210.0
"""Millimetres."""
_TEXT_WIDTH, _LINE = WIDTH - 2 * MARGIN, 0.45
"""And the height of a line, in millimetres for each point of the size."""
FONT_ENDINGS = (".ttf", ".otf")
NOT_DRAWN = " \t\u200c\u200d"
"""Blanks and joiners: a font need not have them."""


class Setting(NamedTuple):
    """How lines are set: sizes in points from large to small, the first that fits being taken."""

    sizes: tuple[float, ...]
    most_lines: int = 1


ISSUER, TOP = Setting((14.0, 10.0), most_lines=2), Setting((26.0, 20.0))
WHO = Setting((30.0, 24.0, 19.0, 15.0, 12.0), most_lines=2)
COURSE = Setting((20.0, 16.0, 12.0, 10.0, 8.0), most_lines=4)
DRAFT = Setting((16.0,))
PLAIN, SMALL = Setting((12.0,), most_lines=2), Setting((8.0,), most_lines=3)


def certificate_pdf(
    certificate: Certificate, name: str, learner: str, file: str, font: Path | None = None
) -> bytes:
    """Return the PDF of a certificate whose signed file is called `file`: the same each time.

    `font` is asked first for every letter. Raises RecordError where the library is missing, the
    font cannot be used, or no font has a letter.
    """
    shown = spelled(name)
    who = shown or f"The learner with the number {learner}"
    pdf = _empty()
    try:
        _add_fonts(pdf, font)
        pdf.add_page()
        _refuse_boxes(pdf, (who, certificate.title, certificate.issuer))
        _set_frame(pdf, certificate)
        _write_head(pdf, certificate, who)
        _write_foot(pdf, certificate, file)
        return bytes(pdf.output())
    finally:
        _close(pdf)


def _write_head(pdf: "FPDF", certificate: Certificate, who: str) -> None:
    pdf.set_y(26)
    _write(pdf, certificate.issuer, ISSUER)
    _write(pdf, DRAFT_HEADING if certificate.is_draft else HEADING, TOP, after=6)
    _write(pdf, who, WHO, after=1)
    pdf.line(MARGIN, pdf.get_y(), WIDTH - MARGIN, pdf.get_y())
    pdf.set_y(pdf.get_y() + 3)
    _write(pdf, "has completed the course", PLAIN, after=1)
    _write(pdf, f"{certificate.title}, version {certificate.version}", COURSE, after=3)
    if certificate.is_draft:
        _write(pdf, DRAFT_TAG, DRAFT, after=2)


def _write_foot(pdf: "FPDF", certificate: Certificate, file: str) -> None:
    facts = dict(certificate_facts(certificate, date.min))
    for label in ("Completed on", "Valid until"):
        _write(pdf, f"{label}: {facts[label]}", PLAIN)
    pdf.set_y(max(pdf.get_y() + 4, 146))
    for words in certificate_statements(certificate):
        _write(pdf, words, SMALL, after=0.6)
    _write(
        pdf,
        f"Anyone can change a page. What can be checked is the signed file {file}, with the key "
        "that the organisation itself tells you: protectcourse verify FILE --issuer KEY. Number "
        f"of the certificate: {certificate.number}. Key of the issuer, in short: "
        f"{fingerprint(certificate.issuer_key)}",
        SMALL,
    )


def _empty() -> "FPDF":
    """Return a document without pages. Raises RecordError where the library is missing."""
    try:
        from fpdf import FPDF
    except ImportError as error:
        raise RecordError("the library for PDF is not installed", INSTALL) from error
    pdf = FPDF(orientation="landscape", format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_margins(MARGIN, MARGIN)
    return pdf


def _add_fonts(pdf: "FPDF", own: Path | None) -> None:
    try:
        with as_file(files(FONT_PACKAGE) / FONT_FILE) as letters:
            pdf.add_font(FAMILY, fname=letters)
        pdf.set_text_shaping(True)
    except (ImportError, OSError) as error:
        raise RecordError("the letters for PDF are not installed", INSTALL) from error
    if own is not None:
        _refuse_no_font(own)
        pdf.add_font(OWN_FAMILY, fname=own)


def _refuse_no_font(path: Path) -> None:
    """Raise RecordError where a file is no font that can be set."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        letters = TTFont(BytesIO(path.read_bytes())).getBestCmap()
    except (TTLibError, OSError, ValueError, KeyError, AttributeError, AssertionError) as error:
        raise _no_font(path) from error
    if not letters or path.suffix.lower() not in FONT_ENDINGS:
        raise _no_font(path)


def _no_font(path: Path) -> RecordError:
    hint = f"Name a font of the kind {' or '.join(FONT_ENDINGS)}."
    return RecordError(f"{path} cannot be used as a font", hint)


def _refuse_boxes(pdf: "FPDF", texts: Iterable[str]) -> None:
    """Raise RecordError for a letter that no font has."""
    fonts: dict[str, Any] = dict(pdf.fonts)
    known = set().union(*(font.cmap for font in fonts.values()))
    for text in texts:
        for letter in text:
            if ord(letter) not in known and letter not in NOT_DRAWN:
                message = f"the letter {letter} (U+{ord(letter):04X}) cannot be set in a PDF here"
                raise RecordError(message, USE_PAGE)


def _set_frame(pdf: "FPDF", certificate: Certificate) -> None:
    pdf.set_title(f"{HEADING}: {certificate.title}")
    pdf.set_lang("en")
    pdf.set_creation_date(datetime.combine(date.fromisoformat(certificate.day), time(12), UTC))
    for inset, thickness in ((10.0, 1.0), (12.5, 0.25)):
        pdf.set_line_width(thickness)
        pdf.rect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)


def _write(pdf: "FPDF", text: str, setting: Setting, after: float = 0.0) -> None:
    """Write a text from the left edge, as large as it fits, and go on below it."""
    first = OWN_FAMILY if _has_all(pdf, OWN_FAMILY, text) else FAMILY
    pdf.set_fallback_fonts([one for one in (OWN_FAMILY,) if one in pdf.fonts and one != first])
    for size in setting.sizes:
        pdf.set_font(first, size=size)
        if len(_lines(pdf, text, size)) <= setting.most_lines:
            break
    pdf.multi_cell(_TEXT_WIDTH, size * _LINE, text, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.set_y(pdf.get_y() + after)


def _lines(pdf: "FPDF", text: str, size: float) -> list[str]:
    """Return a text in the lines in which it would be set."""
    lines = pdf.multi_cell(_TEXT_WIDTH, size * _LINE, text, dry_run=True, output="LINES")
    return lines if isinstance(lines, list) else []


def _close(pdf: "FPDF") -> None:
    """Let go of the files of the fonts, which the library keeps open."""
    fonts: dict[str, Any] = dict(pdf.fonts)
    for font in fonts.values():
        font.ttfont.close()


def _has_all(pdf: "FPDF", family: str, text: str) -> bool:
    """Say whether one family has every letter of a text."""
    font: Any = pdf.fonts.get(family)
    return font is not None and all(ord(letter) in font.cmap for letter in text)
