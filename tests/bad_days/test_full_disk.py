"""A disk that is full, or fails: the learner is told, and nothing is lost or doubled (F5-F8)."""

import re
from contextlib import closing
from pathlib import Path

import pytest
from learner_process import LearnerProcess, fill_disk, free_disk, small_disk
from logs import open_log, questions
from screens_of_course import (
    TALL,
    answer_guess,
    answered_first_questions,
    open_first_lesson,
    program,
)
from terminal import Terminal

DISK = 1000
"""Kilobytes: room for the file, its journal, the reserve and what a test adds."""


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """Return the folder that becomes a disk of its own."""
    return tmp_path / "disk"


def test_answers_on_a_full_disk_are_told_and_saved_once_there_is_room(disk: Path) -> None:
    """The commonest bad day of an old laptop: photos of a whole mission, and no byte left."""
    with LearnerProcess(disk, small_disk(disk, DISK)) as learner:
        learner.do("open")
        assert learner.do("answer", 1) == ""
        learner.do("fill_disk")

        refused = [learner.do("answer", number) for number in (2, 3)]
        full = learner.do("state")
        learner.do("free_disk")
        said = learner.do("answer", 4)

        assert all("disk is full" in words and "kept in memory" in words for words in refused)
        assert full["questions"] == ["q1", "q2", "q3"]
        assert full["waiting"] == 2
        assert said == ""
        assert_saved_once(learner, ["q1", "q2", "q3", "q4"])


def test_a_start_on_a_full_disk_is_told_and_saves_later(disk: Path) -> None:
    """Making room meanwhile must be enough; nobody should have to know to start again."""
    with LearnerProcess(disk, small_disk(disk, DISK)) as learner:
        learner.do("open")
        learner.do("answer", 1)
        learner.do("close")
        learner.do("fill_disk")

        notice = learner.do("open")
        refused = learner.do("answer", 2)
        learner.do("free_disk")
        said = learner.do("answer", 3)

        assert "disk is full" in notice
        assert "disk is full" in refused
        assert said == ""
        assert learner.do("state")["notice"] == ""
        assert_saved_once(learner, ["q1", "q2", "q3"])


def test_what_waits_is_saved_on_leaving_if_there_is_room_again(disk: Path) -> None:
    """The learner makes room in another window and quits here: no answer comes after."""
    with LearnerProcess(disk, small_disk(disk, DISK)) as learner:
        learner.do("open")
        learner.do("fill_disk")
        learner.do("answer", 1)
        learner.do("free_disk")

        assert_saved_once(learner, ["q1"])


def test_a_first_start_without_any_room_still_opens(disk: Path) -> None:
    """The course can be read; the next start begins as if this had not been."""
    with LearnerProcess(disk, small_disk(disk, DISK)) as learner:
        learner.do("fill_disk")

        notice = learner.do("open")
        learner.do("answer", 1)

        assert notice.startswith("Nothing is being saved")
        assert "--data-dir" in notice
        assert learner.do("state")["questions"] == ["q1"]
        learner.do("close")
        learner.do("free_disk")
        assert learner.do("open") == ""
        assert_saved_once(learner, [])


@pytest.mark.parametrize("more", [0, 1, 511, 4096, 5000])
def test_a_quota_is_met_as_a_full_disk_is(tmp_path: Path, more: int) -> None:
    """A limit on the length of files refuses in the middle of a write, with another error."""
    asked = list(range(1, 40))
    with LearnerProcess(tmp_path) as learner:
        learner.do("open")
        learner.do("limit_files", more)

        refused = learner.do("answer", *asked)
        learner.do("limit_files", None)
        said = learner.do("answer", 40)

        assert "kept in memory" in refused
        assert said == ""
        assert_saved_once(learner, [f"q{number}" for number in [*asked, 40]])


def test_a_full_disk_costs_neither_the_damaged_file_nor_a_backup(disk: Path) -> None:
    """Two bad days at once: what could be recovered later must not be spoilt by trying now."""
    with LearnerProcess(disk, small_disk(disk, DISK)) as learner:
        learner.do("open")
        learner.do("answer", *range(10))
        learner.do("back_up")
        learner.do("close")
        learner.do("cut_file", 9000)
        learner.do("fill_disk")
        before = learner.do("names"), learner.do("names", "backups")

        notice = learner.do("open")

        assert notice.startswith("Nothing is being saved")
        assert (learner.do("names"), learner.do("names", "backups")) == before
        learner.do("close")
        learner.do("free_disk")
        assert "11 saved steps were brought back" in learner.do("open")
        assert_saved_once(learner, [f"q{number}" for number in range(10)])


def test_a_full_backup_folder_does_not_stop_saving(tmp_path: Path) -> None:
    """A copy that fails leaves the older ones, and nothing half-written."""
    backups = tmp_path / "backups"
    with LearnerProcess(tmp_path, small_disk(backups, 100)) as learner:
        learner.do("open")
        learner.do("answer", 1)
        learner.do("back_up")
        kept = learner.do("names", "backups")
        learner.do("fill_disk", "backups")
        learner.do("move_clock", 1)

        learner.do("back_up")
        said = learner.do("answer", 2)

        assert len(kept) == 1
        assert learner.do("names", "backups") == sorted([*kept, "filler"])
        assert said == ""
        assert_saved_once(learner, ["q1", "q2"])


def test_a_copy_can_be_kept_elsewhere_and_gone_on_with(disk: Path, tmp_path: Path) -> None:
    """What could not be saved here is whole there, and both files may go on."""
    stick = tmp_path / "stick"
    with LearnerProcess(disk, small_disk(disk, DISK)) as learner:
        learner.do("open")
        learner.do("answer", 1)
        learner.do("fill_disk")
        learner.do("answer", 2, 3)

        said = learner.do("rescue", str(stick))
        again = learner.do("rescue", str(stick))
        here = learner.do("rescue", str(disk / "copy"))

        assert said == ""
        assert "has a progress file already" in again
        assert "Name another folder" in here
        assert learner.do("state")["waiting"] == 2
    with closing(open_log(stick)) as copy:
        assert copy.notice == ""
        assert questions(copy) == ["q1", "q2", "q3"]


def test_in_the_program_a_full_disk_is_told_and_a_copy_offered(disk: Path, tmp_path: Path) -> None:
    """The whole way: told beside the feedback, asked on leaving, gone on with from a stick."""
    stick = tmp_path / "my stick"
    before = small_disk(disk, DISK)
    with Terminal([*before, *program(disk)], size=TALL) as terminal:
        answered_first_questions(terminal)
        seen = Path(f"/proc/{terminal.pid}/root{disk}")
        open_first_lesson(terminal)
        fill_disk(seen)
        answer_guess(terminal)
        terminal.wait("Not saved")
        terminal.press("q")
        terminal.wait("press Enter to leave without")
        terminal.type(f"{disk}/full\r")
        terminal.wait("Name another folder")
        terminal.type(f"{stick}\r")
        code = terminal.exit_code()

        assert code == 0
        assert re.search(r"--data-dir '.*my stick'", terminal.text().replace("\n", ""))
    with Terminal(program(stick)) as terminal:
        terminal.wait("Continue")
        terminal.press("enter")
        terminal.wait(" right")


def test_in_the_program_room_made_meanwhile_is_enough(disk: Path) -> None:
    """No question on leaving where nothing is left to lose."""
    with Terminal([*small_disk(disk, DISK), *program(disk)], size=TALL) as terminal:
        answered_first_questions(terminal)
        seen = Path(f"/proc/{terminal.pid}/root{disk}")
        open_first_lesson(terminal)
        fill_disk(seen)
        answer_guess(terminal)
        terminal.wait("Not saved")
        free_disk(seen)
        terminal.press("q")

        assert terminal.exit_code() == 0
        assert "could not be saved" not in terminal.text()


def assert_saved_once(learner: LearnerProcess, expected: list[str]) -> None:
    """Check what a new start finds in the file."""
    learner.do("close")
    learner.do("open")
    state = learner.do("state")
    assert (state["questions"], state["waiting"]) == (expected, 0)
    learner.do("close")
