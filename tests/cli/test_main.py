import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from program import PROGRAM, run
from terminal import Terminal

from protectcourse import __version__
from protectcourse.cli.sections import SECTIONS


def test_the_version_is_printed_from_a_literal() -> None:
    """Support begins with it."""
    result = run("--version")

    assert (result.returncode, result.stdout) == (0, f"protectcourse {__version__}\n")


def test_help_names_every_option_and_command() -> None:
    """The first thing that anybody tries."""
    result = run("--help")

    assert result.returncode == 0
    for word in ("--data-dir", "PROTECTCOURSE_DATA_DIR", "--course", "--version", "check"):
        assert word in result.stdout


def test_without_a_terminal_a_sentence_says_so() -> None:
    """In a script or a pipe the full screen would only hang."""
    result = run()

    assert result.returncode == 2
    assert "not a terminal" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("size", "term", "says"),
    [
        ((80, 24), "dumb", "TERM is dumb"),
        ((39, 24), "xterm-256color", "40 columns and 12 lines"),
        ((80, 11), "xterm-256color", "40 columns and 12 lines"),
    ],
)
def test_a_terminal_that_cannot_show_it_is_refused_clearly(
    tmp_path: Path, size: tuple[int, int], term: str, says: str
) -> None:
    """Better a sentence than a broken picture."""
    argv = [*PROGRAM, "--data-dir", str(tmp_path / "data")]
    with Terminal(argv, size=size, env={"TERM": term}) as terminal:
        code = terminal.exit_code()

    assert code == 2
    assert says in " ".join(terminal.raw.decode().split())
    assert not (tmp_path / "data").exists()


def test_an_unknown_option_is_refused() -> None:
    """With the usual exit code of a wrong call."""
    result = run("--colour")

    assert result.returncode == 2
    assert "--colour" in result.stderr


def test_a_command_that_is_misspelt_comes_with_the_nearest() -> None:
    """A list of thirty commands is no help to somebody who has left out a letter."""
    result = run("chek", ".")

    assert result.returncode == 2
    assert "Did you mean `check`?" in result.stderr


def test_a_name_with_a_blank_is_told_to_stand_in_quotes() -> None:
    """Folders of people who write documents have blanks in their names."""
    result = run("new", "lesson", "receiving", "visitors")

    assert result.returncode == 2
    assert 'stands in "quotes"' in result.stderr


def test_a_folder_without_a_course_is_refused(tmp_path: Path) -> None:
    """A trainer who names the wrong folder is told what a right one holds."""
    argv = [*PROGRAM, "--data-dir", str(tmp_path / "data"), "--course", str(tmp_path)]
    with Terminal(argv) as terminal:
        code = terminal.exit_code()

    assert code == 3
    assert "there is no course in" in terminal.text()
    assert "course.yaml" in terminal.text()


def test_the_package_says_which_libraries_it_needs() -> None:
    """Few of them, each bounded (reliability.md §6)."""
    file = Path(__file__).parent.parent.parent / "pyproject.toml"
    needs = tomllib.loads(file.read_text(encoding="utf-8"))["project"]["dependencies"]

    names = {need.split(">")[0] for need in needs}

    assert names == {
        *("textual", "pyyaml", "pydantic", "click", "platformdirs", "pynacl"),
        "jinja2",  # makes pages to print; a start loads none of it
        "pygal",  # draws the charts of reports; the same
        "markdown-it-py",  # reads the texts of question banks from elsewhere; the same
        "syllapy",  # counts syllables for `check`; a start loads none of it
    }
    assert all(">=" in need and ",<" in need for need in needs)


def test_a_fault_of_the_program_is_told_without_a_traceback(tmp_path: Path) -> None:
    """A learner cannot read one, and it may hold what they typed."""
    broken = (
        "import sys; sys.argv = ['protectcourse', 'check', '.']\n"
        "import protectcourse.cli.check as check\n"
        "def fail(*_): secret = 'canary'; raise KeyError('fault')\n"
        "check.check_paths = fail\n"
        "from protectcourse.cli.entry import main; main()"
    )
    result = subprocess.run(
        [sys.executable, "-c", broken],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PROTECTCOURSE_DATA_DIR": str(tmp_path)},
    )

    report = (tmp_path / "crash.txt").read_text(encoding="utf-8")
    assert result.returncode == 70
    assert "Traceback" not in result.stderr
    assert str(tmp_path / "crash.txt") in result.stderr
    assert "KeyError" in report
    assert "canary" not in report.replace("secret = 'canary'", "")


def test_every_command_is_listed_and_says_what_it_does() -> None:
    """A command that help does not name is found by nobody."""
    listed = [name for section in SECTIONS.values() for names in section.values() for name in names]

    shown = run("--help").stdout

    for name in listed:
        assert f"\n  {name} " in shown
        assert run(name, "--help").returncode == 0


def test_a_folder_to_write_into_has_to_be_there(tmp_path: Path) -> None:
    """`--to out/` without the folder `out` would else make a file called `out`."""
    done = run("record", "--to", "out/", cwd=tmp_path)

    assert done.returncode == 2
    assert "there is no folder out/" in done.stderr
