"""`collect`, as a coordinator calls it."""

import signal
import subprocess
from pathlib import Path

import pytest
from completed import OTHER_SIGNER, SIGNER
from handed_in import DEVICE, LEARNER, answered, chain_of, file_of
from program import PROGRAM, run
from registers import dump, open_at
from terminal import Terminal

from protectcourse.records.handing_in.form import SEAL
from protectcourse.signing import make_key, seal

CHAIN = chain_of([answered(number) for number in range(1, 6)])


def write(folder: Path, count: int) -> list[Path]:
    """Write some files, each of a device of its own."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        chain = chain_of([answered(1), answered(2)], device=f"{number:016x}")
        (folder / f"{number:03}.pcrec").write_bytes(file_of(chain))
    return sorted(folder.iterdir())


def collect(tmp_path: Path, *arguments: str | Path) -> tuple[int, str]:
    """Collect into a register; return the exit code and the words."""
    done = run("collect", *arguments, "--register", tmp_path / "register.db", cwd=tmp_path)
    assert "Traceback" not in done.stderr
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def test_each_file_has_its_line_and_all_their_sum(tmp_path: Path) -> None:
    """What was new, what was known, and whose it is; and what valid means."""
    (tmp_path / "a.pcrec").write_bytes(file_of(CHAIN[:3], held=[2]))
    (tmp_path / "b.pcrec").write_bytes(file_of(CHAIN))

    code, words = collect(tmp_path, "a.pcrec", "b.pcrec")

    assert code == 0
    assert "a.pcrec: Ada (00112233): 3 new, 0 known. Valid, key new." in words
    assert "b.pcrec: Ada (00112233): 2 new, 1 filled in, 2 known. Valid, key known." in words
    assert "2 files: 2 taken in, 0 taken in before, 0 set aside." in words
    assert "It does not show who sat at the keyboard." in words


def test_what_is_to_be_looked_at_is_said(tmp_path: Path) -> None:
    """Forks, gaps, dates in the future and a second key, each in a sentence."""
    other = chain_of([*(one.body for one in CHAIN[:3]), answered(44, day="2066-01-01")])
    (tmp_path / "1.pcrec").write_bytes(file_of(CHAIN))
    (tmp_path / "2.pcrec").write_bytes(file_of(other, signer=OTHER_SIGNER))
    gap = chain_of([answered(n) for n in range(1, 6)], device="1" * 16)
    (tmp_path / "3.pcrec").write_bytes(file_of(gap[3:]))

    code, words = collect(tmp_path, ".")

    assert code == 0
    assert f"Fork at step 4 of device {DEVICE}: two different things have that number" in words
    assert "Missing: ask for steps 1 to 3 of device 1111111111111111." in words
    assert "Dates: 1 step is dated in the future." in words
    assert "Key: this learner handed in with another key before." in words


def test_a_bad_file_is_set_aside_and_told(tmp_path: Path) -> None:
    """The others are in; the exit code says that there is something to do."""
    files = write(tmp_path / "in", 3)
    files[1].write_bytes(b"\x1b[2Jnot a record")

    code, words = collect(tmp_path, "in")
    again, words_again = collect(tmp_path, "in", "missing.pcrec")

    assert (code, again) == (5, 5)
    assert "001.pcrec: set aside: not a record" in words
    assert "3 files: 2 taken in, 0 taken in before, 1 set aside." in words
    assert "000.pcrec: taken in before." in words_again
    assert "there is no file or folder missing.pcrec" in words_again
    with open_at(tmp_path) as register:
        assert len(dump(register)["handin"]) == 2


def test_sealed_files_open_with_the_organisations_key(tmp_path: Path) -> None:
    """The one that `organisation key` made."""
    key = make_key(tmp_path / "our.key").public_key
    data = SEAL + key.encode() + b"\n" + seal(file_of(CHAIN), key)
    (tmp_path / "a.pcrec").write_bytes(data)

    without = collect(tmp_path, "a.pcrec")
    missing = collect(tmp_path, "a.pcrec", "--key", "no.key")
    opened = collect(tmp_path, "a.pcrec", "--key", "our.key")

    assert (without[0], missing[0], opened[0]) == (5, 5, 0)
    assert "a.pcrec: set aside: sealed: it opens with the key" in without[1]
    assert "--key" in without[1]
    assert "there is no key no.key" in missing[1]
    assert "5 new" in opened[1]


def test_an_empty_folder_is_no_mistake(tmp_path: Path) -> None:
    """It may be collected every night."""
    (tmp_path / "in").mkdir()

    code, words = collect(tmp_path, "in")

    assert (code, words) == (0, "There is no hand-in file to take in.")


@pytest.mark.parametrize("where", ["no/register.db", "in"])
def test_a_register_that_will_not_do_is_told(tmp_path: Path, where: str) -> None:
    """In words, with what to do."""
    write(tmp_path / "in", 1)

    done = run("collect", "in", "--register", where, cwd=tmp_path)

    assert done.returncode == 5
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("protectcourse: ")


def test_on_a_terminal_many_files_are_counted_and_the_worst_listed(tmp_path: Path) -> None:
    """Hundreds of lines would hide the one that matters."""
    files = write(tmp_path / "in", 60)
    files[30].write_bytes(b"bad")
    argv = [*PROGRAM, "collect", str(tmp_path / "in"), "--register", str(tmp_path / "r.db")]

    with Terminal(argv, size=(100, 40)) as terminal:
        code = terminal.exit_code()
        text = terminal.text()
        words = " ".join(text.split())

    assert code == 5
    assert "100%" in text
    assert "030.pcrec: set aside" in text
    assert "this is not a hand-in file of this program. Name a file" in words  # no word is broken
    assert "029.pcrec" not in text
    assert "60 files: 59 taken in" in text


def test_stopped_in_the_middle_it_goes_on_the_next_time(tmp_path: Path) -> None:
    """What was printed is in; nothing is in half."""
    folder = "long-name-" * 20  # more lines than fit into a pipe: it cannot end before its time
    write(tmp_path / folder, 400)
    argv = [*PROGRAM, "collect", folder, "--register", "register.db"]
    process = subprocess.Popen(
        argv, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    printed = [process.stdout.readline()]
    process.send_signal(signal.SIGINT)
    rest, said = process.communicate(timeout=60)
    printed += [line for line in rest.splitlines() if ".pcrec: " in line]

    with open_at(tmp_path) as register:
        names = {name for (name,) in register.rows("SELECT name FROM handin")}
    code, words = collect(tmp_path, folder)

    assert process.returncode == 130
    assert "Traceback" not in said
    assert {Path(line.split(":")[0]).name for line in printed} <= names
    assert (code, "400 files" in words, "0 set aside" in words) == (0, True, True)
    with open_at(tmp_path) as register:
        after = dump(register)
    assert (len(after["handin"]), len(after["entry"])) == (400, 800)
    assert {learner for learner, *_ in after["learner"]} == {LEARNER}
    assert SIGNER.public_key in repr(after["handin"])
