"""Collecting: which files are meant, and what becomes of the good and the bad ones."""

import os
import sys
from pathlib import Path

import pytest
from completed import OTHER_SIGNER, SIGNER
from handed_in import answered, chain_of, file_of
from registers import dump, open_at

from protectcourse.records.handing_in.form import SEAL
from protectcourse.records.register import collecting
from protectcourse.records.register.collecting import Outcome, collect_hand_ins, find_hand_ins
from protectcourse.signing import seal


def write(folder: Path, name: str, number: int) -> Path:
    """Write a small file of a device of its own."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file_of(chain_of([answered(1), answered(2)], device=f"{number:016x}")))
    return path


def collect(folder: Path, *files: Path, key: object = None) -> list[Outcome]:
    """Take files into the register of a folder."""
    with open_at(folder) as register:
        return list(collect_hand_ins(files, register, key))  # type: ignore[arg-type]


def test_folders_are_searched_through_and_patterns_unfolded(tmp_path: Path) -> None:
    """Sticks call files in capitals; a file named twice is taken once."""
    files = [
        write(tmp_path, name, n) for n, name in enumerate(("a.pcrec", "in/b.PCREC", "in/c/d.pcrec"))
    ]
    (tmp_path / "in" / "letter.txt").write_text("Dear all", encoding="utf-8")
    (tmp_path / "in" / ".e.pcrec.77.new").write_text("half", encoding="utf-8")

    found = find_hand_ins([str(tmp_path), str(files[0]), str(tmp_path / "in" / "*.PCREC")])

    assert sorted(found.files) == sorted(files)
    assert found.missing == []


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    """A folder without a file in it is no mistake; a name that means nothing is."""
    found = find_hand_ins([str(tmp_path), "missing", str(tmp_path / "*.pcrec")])

    assert found.files == ()
    assert found.missing == ["missing", str(tmp_path / "*.pcrec")]


def test_a_bad_file_is_set_aside_and_the_others_are_taken_in(tmp_path: Path) -> None:
    """One damaged file among hundreds must not stop the evening's work."""
    good, other = write(tmp_path, "a.pcrec", 1), write(tmp_path, "c.pcrec", 2)
    bad = tmp_path / "b\x1b[2J.pcrec"
    bad.write_bytes(good.read_bytes()[:-30])

    outcomes = collect(tmp_path, good, bad, other)

    assert [one.taken is not None for one in outcomes] == [True, False, True]
    assert outcomes[1].reason.startswith("cut: line ")
    with open_at(tmp_path) as register:
        after = dump(register)
    ((_, name, reason),) = after["set_aside"]
    assert name == "b\ufffd[2J.pcrec"
    assert reason == outcomes[1].reason
    assert len(after["handin"]) == 2


def test_a_sealed_file_waits_for_its_key(tmp_path: Path) -> None:
    """It is set aside without, and taken in with it; then it is no longer set aside."""
    plain = file_of(chain_of([answered(1)]))
    path = tmp_path / "sealed.pcrec"
    key = OTHER_SIGNER.public_key
    path.write_bytes(SEAL + key.encode() + b"\n" + seal(plain, key))

    reasons = [collect(tmp_path, path, key=one)[0].reason for one in (None, SIGNER, OTHER_SIGNER)]

    assert reasons[0].startswith("sealed: it opens with")
    assert reasons[1].startswith("sealed to another key: it opens with")
    assert reasons[2] == ""
    with open_at(tmp_path) as register:
        assert dump(register)["set_aside"] == []


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    """So that one that was stopped can be begun again, with the same words."""
    files = [write(tmp_path, f"{number}.pcrec", number) for number in range(7)]
    (tmp_path / "bad.pcrec").write_bytes(b"bad")
    files.append(tmp_path / "bad.pcrec")
    collect(tmp_path, *files[:3])
    first = collect(tmp_path, *files)

    with open_at(tmp_path) as register:
        before = dump(register)
    again = collect(tmp_path, *files)

    with open_at(tmp_path) as register:
        assert dump(register) == before
    assert [bool(one.taken and one.taken.seen) for one in first] == [True] * 3 + [False] * 5
    assert [bool(one.taken and one.taken.seen) for one in again] == [True] * 7 + [False]


def test_what_is_given_back_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stops the program can rely on every line that it printed."""
    monkeypatch.setattr(collecting, "FILES_TOGETHER", 3)
    files = [write(tmp_path, f"{number}.pcrec", number) for number in range(8)]
    with open_at(tmp_path) as register:
        outcomes = collect_hand_ins(files, register, None)
        for _ in range(4):
            next(outcomes)
        outcomes.close()

    with open_at(tmp_path) as register:
        assert len(dump(register)["handin"]) == 6


def test_two_copies_of_one_file_are_taken_once(tmp_path: Path) -> None:
    """Also where they are read in one stretch."""
    files = [write(tmp_path, name, 1) for name in ("a.pcrec", "b.pcrec")]

    first, second = collect(tmp_path, *files)

    assert first.taken and second.taken
    assert (first.taken.new, second.taken.seen) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are POSIX's")
def test_a_pipe_does_not_hang_the_collector(tmp_path: Path) -> None:
    """A folder of a mail server may hold anything."""
    os.mkfifo(tmp_path / "pipe.pcrec")

    (outcome,) = collect(tmp_path, tmp_path / "pipe.pcrec")

    assert outcome.reason == "this is not a file"
