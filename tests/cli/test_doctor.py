"""`protectcourse doctor`: good to paste into a mail, and it touches nothing."""

import subprocess
import sys
from pathlib import Path

import pytest
from learner_process import without_override
from logs import execute, fill, open_log
from program import PROGRAM, run
from terminal import Terminal

from protectcourse import __version__
from protectcourse.progress.database import VERSION
from protectcourse.progress.store import FILE_NAME, checked_path

LABELS = [
    *("Program", "Computer", "Terminal", "Colours", "Encoding", "Language"),
    *("Data", "Course", "Progress", "Backups", "Faults"),
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home folder with a data folder in it, whose learner has answered ten questions."""
    store = open_log(tmp_path / "nandar" / "data")
    store.set_profile("name", "Nandar Hlaing")
    store.close()
    fill(tmp_path / "nandar" / "data", 10)
    return tmp_path / "nandar"


def look(home: Path, **environ: str) -> tuple[int, str]:
    """Return the exit code of `doctor` and what it prints."""
    done = run("--data-dir", home / "data", "doctor", HOME=str(home), **environ)
    assert done.stderr == ""
    return done.returncode, done.stdout


def snapshot(folder: Path) -> dict[Path, tuple[bytes, int]]:
    """Return every file with its content and the time of its last change."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_a_healthy_laptop_is_told_in_a_few_aligned_lines(home: Path) -> None:
    """Support begins with these facts, and people paste them into a mail."""
    code, text = look(home, LANG="C.UTF-8", COLORTERM="truecolor", NO_COLOR="1")

    lines = text.splitlines()
    starts = [line.split()[0] for line in lines if line and not line.startswith(" ")]
    assert code == 0
    assert starts == [*LABELS, "All"]
    assert max(map(len, lines)) <= 76
    assert f"protectcourse {__version__}, Python 3." in text
    assert "SQLite 3." in text
    assert "Textual 8." in text
    assert "COLORTERM is truecolor, NO_COLOR is 1" in text
    assert "sent-back, version " in text
    assert "whole, 11 saved steps" in text
    assert "can be written; private to you" in text


def test_nobody_is_named(home: Path) -> None:
    """Neither the learner nor their account: the lines go to people who need not know."""
    _, text = look(home)

    assert "~/data" in text
    assert "andar" not in text
    assert str(home) not in text


def test_an_account_is_not_named_by_a_stick_either(tmp_path: Path) -> None:
    """Systems mount sticks in a folder with the name of the account."""
    stick = tmp_path / "media" / "nandar" / "stick"
    fill(stick, 1)

    done = run("--data-dir", stick, "doctor", HOME=str(tmp_path / "home" / "nandar"))

    assert "nandar" not in done.stdout
    assert "/…/stick" in done.stdout.replace("\n           ", "")


def test_a_look_changes_nothing(home: Path) -> None:
    """A damaged file may be all that is left: it is for recovery to touch."""
    before = snapshot(home)

    look(home)

    assert snapshot(home) == before


def test_before_the_first_start_there_is_no_folder_afterwards_either(tmp_path: Path) -> None:
    """A look leaves no trace."""
    code, text = look(tmp_path)

    assert code == 0
    assert "not there yet" in text
    assert "nothing is saved here yet" in text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("fault", "says", "advice"),
    [
        ("cut", "damaged", "Start the course"),
        ("foreign", "not a file of this program", "Move that file away"),
        ("newer", "newer version", "Install that version"),
    ],
)
def test_what_is_amiss_is_told_with_what_to_do(
    home: Path, fault: str, says: str, advice: str
) -> None:
    """A script sees it by the exit code, a person by the words."""
    file = home / "data" / FILE_NAME
    match fault:
        case "cut":
            file.write_bytes(file.read_bytes()[:9000])
        case "foreign":
            checked_path(file).unlink()
            file.write_text("a diary", encoding="utf-8")
        case "newer":
            execute(home / "data", f"PRAGMA user_version = {VERSION + 1}")
    before = snapshot(home)

    code, text = look(home)

    assert code == 4
    assert says in " ".join(text.split())
    assert advice in text.split("\n\n")[1]
    assert snapshot(home) == before


def test_a_course_open_in_another_window_is_said(home: Path) -> None:
    """It explains why a second window saves nothing, and is no fault."""
    store = open_log(home / "data")

    code, text = look(home)

    store.close()
    assert code == 0
    assert "open in another window" in " ".join(text.split())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_files_that_others_can_read_are_named(home: Path) -> None:
    """A folder made by hand may be open to everybody on a shared computer."""
    (home / "data").chmod(0o755)

    _, text = look(home)

    assert "others on this computer can read ~/data" in " ".join(text.split())
    assert "chmod go= ~/data" in text


def test_a_report_of_a_fault_is_pointed_to(home: Path) -> None:
    """It is what a helper asks for next."""
    (home / "data" / "crash.txt").write_text("Traceback", encoding="utf-8")

    _, text = look(home)

    assert "a report is in ~/data/crash.txt" in text


def test_a_broken_course_is_counted_not_opened(home: Path, tmp_path: Path) -> None:
    """A course that will not open is one of the reasons to ask."""
    course = tmp_path / "broken"
    course.mkdir()
    (course / "course.yaml").write_text("course: broken\n", encoding="utf-8")

    done = run("--data-dir", home / "data", "--course", course, "doctor", HOME=str(home))

    assert done.returncode == 0
    assert "Course     broken: error" in done.stdout


def test_a_terminal_is_told_with_its_size(tmp_path: Path) -> None:
    """Too small a window is the commonest reason why it does not start."""
    argv = [*PROGRAM, "--data-dir", str(tmp_path / "data"), "doctor"]
    with Terminal(argv, size=(90, 30)) as terminal:
        code = terminal.exit_code()
        text = terminal.text()

    assert code == 0
    assert "TERM is xterm-256color, 90 x 30" in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
@pytest.mark.parametrize(("mode", "code"), [(0o000, 4), (0o500, 0)])
def test_a_folder_without_rights_is_told_in_words(home: Path, mode: int, code: int) -> None:
    """A folder made once with `sudo` is a common trap."""
    (home / "data").chmod(mode)
    argv = [*without_override(), *PROGRAM, "--data-dir", str(home / "data"), "doctor"]

    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    (home / "data").chmod(0o700)

    assert (done.returncode, done.stderr) == (code, "")
    assert "cannot be written" in done.stdout
    assert "name another with --data-dir" in done.stdout
