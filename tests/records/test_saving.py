"""Both files are written, or neither, and never over another."""

import sys
from datetime import date
from pathlib import Path

import pytest
from completed import make_sample

from protectcourse.errors import RecordError
from protectcourse.locations import KEY_FILE
from protectcourse.records import saving
from protectcourse.records.saving import save_record
from protectcourse.records.signed_file import Verdict, verify
from protectcourse.signing import open_signer

TODAY = date(2026, 11, 25)
NAME = "demo-00112233-2026-11-24"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return a folder to write to."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_page_and_a_signed_file_are_written(data: Path, stick: Path) -> None:
    """Named after course, learner and day, so that an office can keep many."""
    saved = save_record(make_sample(), data, stick, TODAY)

    assert saved.signed == stick / f"{NAME}.pcdone"
    assert saved.page == stick / f"{NAME}.html"
    known = {open_signer(data).public_key}
    verified = verify(saved.signed.read_bytes(), known)
    assert (verified.verdict, verified.record) == (Verdict.KNOWN, make_sample())
    assert saved.page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    if sys.platform != "win32":
        assert {path.stat().st_mode & 0o777 for path in saved} == {0o600}


@pytest.mark.parametrize("there", [f"{NAME}.pcdone", f"{NAME}.html"])
def test_no_file_is_written_over(data: Path, stick: Path, there: str) -> None:
    """It may be the record of the first time, or something else; the pair keeps one number."""
    (stick / there).write_text("mine", encoding="utf-8")

    second = save_record(make_sample(), data, stick, TODAY)
    third = save_record(make_sample(), data, stick, TODAY)

    assert [path.name for path in second] == [f"{NAME}-2.pcdone", f"{NAME}-2.html"]
    assert [path.name for path in third] == [f"{NAME}-3.pcdone", f"{NAME}-3.html"]
    assert (stick / there).read_text(encoding="utf-8") == "mine"
    assert len(list(stick.iterdir())) == 5


def test_a_folder_that_is_not_there_is_not_made(data: Path, tmp_path: Path) -> None:
    """Mistyped, it would hide the record where nobody looks."""
    with pytest.raises(RecordError, match="there is no folder"):
        save_record(make_sample(), data, tmp_path / "stikc", TODAY)

    assert not (tmp_path / "stikc").exists()


def test_the_data_folder_is_no_place_for_it(data: Path) -> None:
    """Erasing would leave it behind."""
    (data / "backups").mkdir()
    for folder in (data, data / "backups"):
        with pytest.raises(RecordError, match="inside the data folder"):
            save_record(make_sample(), data, folder, TODAY)

    assert not (data / KEY_FILE).exists()


@pytest.mark.parametrize("fails_at", [1, 2])
def test_where_one_cannot_be_written_neither_is_left(
    data: Path, stick: Path, fails_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a record, or an empty file of its name, would be taken for one."""
    open_signer(data)
    written: list[Path] = []
    whole = saving.write_whole

    def full(path: Path, content: bytes) -> None:
        written.append(path)
        if len(written) == fails_at:
            raise OSError(28, "No space left on device")
        whole(path, content)

    monkeypatch.setattr(saving, "write_whole", full)

    with pytest.raises(RecordError, match="No space left"):
        save_record(make_sample(), data, stick, TODAY)

    assert list(stick.iterdir()) == []


def test_where_every_name_is_taken_it_is_told(
    data: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And does not count for ever."""
    monkeypatch.setattr(saving, "MOST_FILES", 3)
    for _ in range(2):
        save_record(make_sample(), data, stick, TODAY)

    with pytest.raises(RecordError, match="records of it already"):
        save_record(make_sample(), data, stick, TODAY)

    assert len(list(stick.iterdir())) == 4
