"""`roster`: in from a file, out to one, and who was found."""

from pathlib import Path

import pytest
from coordinated import begun, fill_register, make_hand_in, number_of
from program import run, run_here

ADA = number_of("Ada Lee")
HEAD = "learner,name,team,place,course,due\n"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Return a register to which three learners have handed in, two of one name."""
    return fill_register(
        tmp_path / "register.db",
        make_hand_in("Ada Lee", [begun("2026-01-10")]),
        make_hand_in("Bob Ray", [begun("2026-01-10")], learner="b1" * 8),
        make_hand_in("Bob Ray", [begun("2026-01-10")], learner="b2" * 8),
    )


def write(folder: Path, rows: str) -> Path:
    """Return a roster of some rows."""
    file = folder / "people.csv"
    file.write_text(HEAD + rows, encoding="utf-8")
    return file


def test_a_roster_is_taken_in_and_who_was_found_is_told(register: Path, tmp_path: Path) -> None:
    """The coordinator learns at once whom the program cannot find."""
    file = write(
        tmp_path, ",ada lee,North,,demo,\n,Bob Ray,North,,demo,\n,Cy Fox,South,,demo,2026-12-31\n"
    )

    done = run("roster", "--register", register, "import", file)

    assert done.returncode == 0
    assert "The roster has 3 rows." in done.stdout
    assert "new 3, changed 0, as before 0" in done.stdout
    assert "by name: 1" in done.stdout
    assert "several learners of this name: 1" in done.stdout
    assert "nothing handed in: 1" in done.stdout
    assert f"Bob Ray: {'b1' * 8} or {'b2' * 8}" in done.stdout


def test_the_register_may_be_named_behind_the_command(register: Path, tmp_path: Path) -> None:
    """There every other command has it, and `--help` must not ask for one."""
    file = write(tmp_path, ",Ada Lee,North,,demo,\n")

    done = run_here("roster", "import", file, "--register", register)
    helped = run("roster", "import", "--help")
    without = run("roster", "show")

    assert "The roster has 1 row." in done.stdout
    assert (done.returncode, helped.returncode, without.returncode) == (0, 0, 2)
    assert "Missing option '--register'" in without.stderr


def test_rows_that_cannot_be_used_are_told_with_their_lines_and_end_with_1(
    register: Path, tmp_path: Path
) -> None:
    """A script that imports each night must notice."""
    file = write(tmp_path, ",Ada Lee,,,demo,soon\n,Cy Fox,,,demo,\n")

    done = run_here("roster", "--register", register, "import", file)

    assert done.returncode == 1
    assert f"{file}:2: left out: `soon` is not a day" in done.stderr
    assert "The roster has 1 row." in done.stdout


def test_importing_again_changes_nothing_and_replacing_takes_the_others_out(
    register: Path, tmp_path: Path
) -> None:
    """A list that is imported each month is either added to or taken for the whole."""
    run_here("roster", "--register", register, "import", write(tmp_path, ",Ada Lee,,,,\n,Cy,,,,\n"))
    file = write(tmp_path, ",Ada Lee,,,,\n")

    again = run_here("roster", "--register", register, "import", file)
    replaced = run_here("roster", "--register", register, "import", file, "--replace")

    assert "The roster has 2 rows.\n  new 0, changed 0, as before 1" in again.stdout
    assert "taken out 1" in replaced.stdout
    assert "The roster has 1 row." in replaced.stdout


def test_what_is_exported_is_what_import_reads(register: Path, tmp_path: Path) -> None:
    """A roster is mended in a spreadsheet."""
    file = write(tmp_path, f"{ADA},=Ada,North,Hill,demo,2026-12-31\n")
    run_here("roster", "--register", register, "import", file)
    out = tmp_path / "out.csv"

    done = run_here("roster", "--register", register, "export", "--to", out)
    again = run_here("roster", "--register", register, "import", out, "--replace")
    refused = run_here("roster", "--register", register, "export", "--to", out)

    assert done.returncode == 0
    assert "as before 1\n  taken out 0" in again.stdout
    assert refused.returncode == 2
    assert "'=Ada" in out.read_text(encoding="utf-8")
    assert run_here("roster", "--register", register, "export").stdout.startswith("learner,name,")


def test_the_roster_is_listed_with_the_numbers_of_those_who_may_be_meant(
    register: Path, tmp_path: Path
) -> None:
    """That is what is to be put into the roster."""
    run_here("roster", "--register", register, "import", write(tmp_path, ",Bob Ray,,,demo,\n"))

    listed = run_here("roster", "--register", register, "show").stdout

    assert "several learners" in listed
    assert "b1b1b1b1b1b1b1b1" in listed
    assert "b2b2b2b2b2b2b2b2" in listed


def test_a_roster_that_is_none_changes_nothing_and_ends_with_6(
    register: Path, tmp_path: Path
) -> None:
    """Nor is there ever a traceback."""
    file = tmp_path / "people.csv"
    file.write_bytes(b"\x00\x01team\n")

    done = run("roster", "--register", register, "import", file)
    missing = run("roster", "--register", register, "import", tmp_path / "none.csv")

    assert (done.returncode, missing.returncode) == (6, 6)
    assert "no column says who is meant" in done.stderr
    assert "Traceback" not in done.stderr + missing.stderr


def test_a_register_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    """A name mistyped must not look like an organisation without learners."""
    done = run("roster", "--register", tmp_path / "none.db", "show")

    assert done.returncode == 5
    assert not (tmp_path / "none.db").exists()
