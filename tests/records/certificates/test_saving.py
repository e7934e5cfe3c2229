"""Files of certificates are written whole, and never over another unasked."""

import stat
from pathlib import Path

import pytest
from certified import LEARNER, NAME, certificate, token

from protectcourse.errors import RecordError
from protectcourse.records.certificates.issuing import Issued
from protectcourse.records.certificates.saving import Printing, Saved, save_certificate


def issued(name: str = NAME) -> Issued:
    """Return a certificate that was issued."""
    return Issued(certificate(), token().decode().strip(), LEARNER, name, is_new=True)


def save(folder: Path, one: Issued, *, replace: bool = False, pdf: bool = False) -> Saved:
    """Write the files of a certificate."""
    return save_certificate(one, folder, Printing(pdf), replace=replace)


def test_the_signed_file_and_the_page_stand_side_by_side(tmp_path: Path) -> None:
    """For their owner alone, and named by course, day and the certificate's number."""
    saved = save(tmp_path, issued())

    assert saved.signed.read_bytes() == token()
    assert saved.signed.name in saved.page.read_text(encoding="utf-8")
    assert saved.signed.name.startswith("demo-2026-11-24-")
    assert LEARNER[:8] not in saved.signed.name
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    """Nobody is asked about a file that would stay as it is."""
    saved = save(tmp_path, issued(), pdf=True)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}

    assert save(tmp_path, issued(), pdf=True) == saved
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in before}


def test_another_file_is_not_replaced_unasked(tmp_path: Path) -> None:
    """Nothing is then written at all."""
    saved = save(tmp_path, issued())
    saved.page.write_text("a page with notes on it", encoding="utf-8")
    saved.signed.unlink()

    with pytest.raises(RecordError, match="is there already"):
        save(tmp_path, issued())
    assert not saved.signed.exists()
    save(tmp_path, issued(), replace=True)
    assert NAME in saved.page.read_text(encoding="utf-8")


def test_where_a_pdf_cannot_be_made_the_page_is_written_all_the_same(tmp_path: Path) -> None:
    """It prints every script that the browser has letters for."""
    saved = save(tmp_path, issued("한겨울"), pdf=True)

    assert saved.pdf is None
    assert "한" in saved.no_pdf
    assert saved.page.exists()
    assert saved.signed.exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """With what stays as it is."""
    with pytest.raises(RecordError, match="could not be written") as refused:
        save(tmp_path / "missing", issued())

    assert "stays issued" in refused.value.hint
