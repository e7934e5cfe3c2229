"""One key a data folder, made when it is needed, which stays there."""

import sys
from pathlib import Path

import pytest
from completed import OTHER_SIGNER, SIGNER
from fake_clock import FakeClock
from logs import fill, open_log

from protectcourse.errors import RecordError
from protectcourse.locations import KEY_FILE
from protectcourse.progress.erasing import erase, find_traces
from protectcourse.progress.own_copy import write_own_copy
from protectcourse.progress.rescue import rescue
from protectcourse.signing import find_signer, fingerprint, is_signed, open_signer


def test_a_folder_keeps_its_key(tmp_path: Path) -> None:
    """Else each record of a learner would seem to come from another computer."""
    assert find_signer(tmp_path) is None

    first, second = open_signer(tmp_path), open_signer(tmp_path)

    found = find_signer(tmp_path)
    assert found is not None
    assert first.public_key == second.public_key == found.public_key


def test_two_folders_have_two_keys(tmp_path: Path) -> None:
    """A key that all share would show nothing."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    assert open_signer(tmp_path / "a").public_key != open_signer(tmp_path / "b").public_key


@pytest.mark.skipif(sys.platform == "win32", reason="rights are POSIX's")
def test_only_the_owner_can_read_the_key(tmp_path: Path) -> None:
    """Whoever has it signs in the learner's place."""
    open_signer(tmp_path)

    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [KEY_FILE]


@pytest.mark.parametrize("kept", [b"", b"0" * 63, b"0" * 65, b"G" * 64, b"\xff" * 64, b"0" * 5000])
def test_a_damaged_key_is_told_and_left(tmp_path: Path, kept: bytes) -> None:
    """A new one made in silence would have others think that another computer signed."""
    (tmp_path / KEY_FILE).write_bytes(kept)

    with pytest.raises(RecordError, match="damaged") as refused:
        open_signer(tmp_path)

    assert "a new key is then made" in refused.value.hint
    assert (tmp_path / KEY_FILE).read_bytes() == kept


def test_where_no_key_can_be_written_it_is_told(tmp_path: Path) -> None:
    """In words, with the place."""
    with pytest.raises(RecordError, match="could not be written"):
        open_signer(tmp_path / "missing")


def test_a_signature_is_that_of_one_text_by_one_key() -> None:
    """All that the rest is built on."""
    signature = SIGNER.sign("text")

    assert is_signed(SIGNER.public_key, signature, "text")
    assert not is_signed(SIGNER.public_key, signature, "text ")
    assert not is_signed(OTHER_SIGNER.public_key, signature, "text")


@pytest.mark.parametrize(
    ("key", "signature", "text"),
    [
        ("", "", ""),
        ("00" * 32, "00" * 64, "t"),
        ("01" + "00" * 31, "01" + "00" * 63, "t"),
        ("zz", "zz", "t"),
        (SIGNER.public_key, SIGNER.sign("t")[:-2], "t"),
        (SIGNER.public_key, SIGNER.sign("t") + "00", "t"),
        (SIGNER.public_key, SIGNER.sign("t"), "\ud800"),
    ],
)
def test_what_is_no_key_or_signature_never_holds(key: str, signature: str, text: str) -> None:
    """Nor raises: all of it comes from files of others."""
    assert not is_signed(key, signature, text)


def test_a_fingerprint_is_short_and_told_apart() -> None:
    """Two people read it to each other by telephone."""
    one, other = fingerprint(SIGNER.public_key), fingerprint(OTHER_SIGNER.public_key)

    assert one != other
    assert [len(group) for group in one.split()] == [4] * 6


def test_erasing_takes_the_key(tmp_path: Path) -> None:
    """It leads from every record back to this folder."""
    data = tmp_path / "data"
    fill(data, 1)
    open_signer(data)
    (data / f".{KEY_FILE}.77.new").write_text("", encoding="utf-8")
    assert find_traces(data).others == ()

    erase(data)

    assert not data.exists()


def test_no_copy_carries_the_key(tmp_path: Path) -> None:
    """Another computer begins with its own: a key in two places shows nothing of either."""
    data, stick = tmp_path / "data", tmp_path / "stick"
    fill(data, 3)
    open_signer(data)
    seed = (data / KEY_FILE).read_bytes().strip()
    store = open_log(data)
    store.back_up_if_due()

    rescue(store, stick, FakeClock())
    store.close()
    write_own_copy(data, tmp_path / "mine.copy")

    others = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != KEY_FILE]
    assert not (stick / KEY_FILE).exists()
    assert len(others) > 3
    raw = bytes.fromhex(seed.decode())
    assert not any(form in path.read_bytes() for path in others for form in (seed, raw))
    assert any(stick.iterdir())
