"""Where nothing may be written the course runs, and says that nothing is saved (F9)."""

import stat
from pathlib import Path

import pytest
from learner_process import LearnerProcess, small_disk, without_override
from logs import fill
from screens_of_course import (
    TALL,
    answer_guess,
    answered_first_questions,
    open_first_lesson,
    program,
)
from terminal import Terminal


def contents(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return mode and content of each file."""
    return {
        str(path): (stat.S_IMODE(path.stat().st_mode), path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("there", ["nothing", "a file", "no folder"])
def test_in_a_read_only_folder_the_course_runs_and_says_so(tmp_path: Path, there: str) -> None:
    """A locked-down machine: what to do stands on the first screen, and a copy is offered."""
    home, stick = tmp_path / "home", tmp_path / "stick"
    folder = home / "data"
    (home if there == "no folder" else folder).mkdir(parents=True)
    if there == "a file":
        fill(folder, 2)
        for path in folder.iterdir():
            path.chmod(0o444)
    for closed in (folder, home):
        if closed.exists():
            closed.chmod(0o555)
    before = contents(home)

    with Terminal([*without_override(), *program(folder)], size=TALL) as terminal:
        answered_first_questions(terminal)
        terminal.wait("Nothing is being saved")
        terminal.wait("Permission denied")
        terminal.wait("--data-dir")
        open_first_lesson(terminal)
        answer_guess(terminal)
        terminal.press("q")
        terminal.wait("could not be saved")
        terminal.type(f"{stick}\r")

        assert terminal.exit_code() == 0
    assert contents(home) == before
    for closed in (folder, home):
        if closed.exists():
            closed.chmod(0o755)
    with Terminal(program(stick)) as terminal:
        terminal.wait("Continue")


def test_a_start_on_a_read_only_disk_is_told_and_shows_what_is_there(tmp_path: Path) -> None:
    """A stick with its switch on lock."""
    disk = tmp_path / "disk"
    with LearnerProcess(disk, small_disk(disk, 1000)) as learner:
        learner.do("open")
        learner.do("answer", 1)
        learner.do("close")
        learner.do("remount", "ro")

        notice = learner.do("open")
        learner.do("answer", 2)

        assert notice.startswith("Nothing is being saved")
        assert "--data-dir" in notice
        assert learner.do("state")["questions"] == ["q1", "q2"]
