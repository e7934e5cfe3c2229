"""A PDF has every letter of a name, or there is no PDF."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from certified import ISSUER, LEARNER, NAME, certificate, completed, told

from protectcourse.errors import RecordError
from protectcourse.records.certificates.making import make_certificate
from protectcourse.records.certificates.pdf_page import certificate_pdf

FILE = "demo-2026-11-24-12345678.jwt"
TESTS = str(Path(__file__).parents[2])
LONG_TITLE = "What everybody at the desk of a small organisation should know of it. " * 7


def pages(data: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type /Page\b(?!s)", data))


@pytest.mark.parametrize(
    "name",
    [NAME, "Zoë Nguyễn-Łukasiewicz", "Олена Приклад", "Ελένη", "", "Konstantin " * 18, "W" * 60],
)
def test_a_name_is_set_on_one_sheet(name: str) -> None:
    """Latin, Greek and Cyrillic letters come with the extra."""
    made = make_certificate(completed(is_draft=True), told(name=name, title=LONG_TITLE), ISSUER)

    data = certificate_pdf(made, name, LEARNER, FILE)

    assert data.startswith(b"%PDF-")
    assert pages(data) == 1
    assert b"/MediaBox [0 0 841.89 595.28]" in data


def test_the_same_certificate_makes_the_same_file() -> None:
    """Issued twice, nothing is replaced."""
    first, second = (certificate_pdf(certificate(), NAME, LEARNER, FILE) for _ in range(2))

    assert first == second


@pytest.mark.parametrize(
    ("name", "letter"), [("한겨울", "한"), ("ليلى", "ل"), ("Ada 🜁", "🜁"), ("さくら", "さ")]
)
def test_a_letter_that_no_font_has_is_refused_by_name(name: str, letter: str) -> None:
    """An empty box where a name should be is an insult."""
    with pytest.raises(RecordError, match=letter) as refused:
        certificate_pdf(certificate(), name, LEARNER, FILE)

    assert "HTML page" in refused.value.hint
    assert "--font" in refused.value.hint


def test_a_title_is_looked_at_too() -> None:
    """It is printed as large as the name."""
    made = make_certificate(completed(), told(title="되돌려 보냄"), ISSUER)

    with pytest.raises(RecordError, match="되"):
        certificate_pdf(made, NAME, LEARNER, FILE)


@pytest.mark.parametrize(
    "content",
    [b"", b"no font", b"\0\1\0\0" + bytes(60), b"OTTO" + b"\xff" * 99],
    ids=["empty", "words", "noughts", "damaged"],
)
def test_a_font_that_is_none_is_told(tmp_path: Path, content: bytes) -> None:
    """In a sentence, with its name."""
    font = tmp_path / "letters.ttf"
    font.write_bytes(content)

    with pytest.raises(RecordError, match="cannot be used as a font"):
        certificate_pdf(certificate(), NAME, LEARNER, FILE, font)
    with pytest.raises(RecordError, match="cannot be used as a font"):
        certificate_pdf(certificate(), NAME, LEARNER, FILE, tmp_path / "missing.ttf")


@pytest.mark.parametrize(
    ("missing", "words"), [("fpdf", "library"), ("fontpkg_noto_sans", "letters")]
)
def test_without_the_extra_it_says_what_to_install(missing: str, words: str) -> None:
    """The program works without it, and never shows a traceback."""
    code = (
        f"import sys; sys.modules[{missing!r}] = None; sys.path.insert(0, {TESTS!r})\n"
        "from certified import certificate\n"
        "from protectcourse.errors import RecordError\n"
        "from protectcourse.records.certificates.pdf_page import certificate_pdf\n"
        "try:\n    certificate_pdf(certificate(), 'A', 'b', 'c')\n"
        "except RecordError as error:\n    print(error)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert words in done.stdout
    assert "protectcourse[pdf]" in done.stdout
