"""The reserve is room for what must work on a full disk, and never a fault of its own."""

import errno
import sqlite3
from pathlib import Path

import pytest
from learner_process import LearnerProcess, small_disk
from logs import fill, open_log

from protectcourse.progress.reserve import (
    FILE_NAME,
    SIZE,
    give_up_reserve,
    keep_reserve,
    with_reserve,
)


def test_a_start_keeps_room_back(tmp_path: Path) -> None:
    """It has to be there before the bad day; what was given up is made anew."""
    fill(tmp_path, 1)
    first = (tmp_path / FILE_NAME).stat().st_size
    give_up_reserve(tmp_path)
    fill(tmp_path, 1)

    assert first == (tmp_path / FILE_NAME).stat().st_size == SIZE


def test_a_file_that_is_not_ours_gets_no_reserve_beside_it(tmp_path: Path) -> None:
    """Nothing is left in a folder that was named by mistake."""
    (tmp_path / "progress.db").write_text("Dear diary")

    with pytest.raises(Exception, match="not a progress file"):
        open_log(tmp_path)

    assert not (tmp_path / FILE_NAME).exists()


@pytest.mark.parametrize("place", ["nowhere", "progress.db"])
def test_no_reserve_is_no_fault(tmp_path: Path, place: str) -> None:
    """The course runs without it."""
    (tmp_path / "progress.db").touch()

    keep_reserve(tmp_path / place)

    assert not give_up_reserve(tmp_path / place)


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "full"), sqlite3.OperationalError("disk is full")]
)
def test_the_work_is_done_again_once_the_reserve_is_given_up(
    tmp_path: Path, error: Exception
) -> None:
    """Once and not for ever: a second failure is the learner's to hear of."""
    keep_reserve(tmp_path)
    reserve = tmp_path / FILE_NAME

    def work() -> str:
        if reserve.exists():
            raise error
        return "done"

    def refused() -> None:
        raise error

    assert with_reserve(tmp_path, work) == "done"
    with pytest.raises(type(error)):
        with_reserve(tmp_path, refused)


def test_on_a_full_disk_a_hand_in_is_still_written(tmp_path: Path) -> None:
    """Handing in is often what the learner came for."""
    with LearnerProcess(tmp_path / "disk", small_disk(tmp_path / "disk", 1000)) as learner:
        learner.do("open")
        learner.do("fill_disk")

        first = learner.do("write_beside", 40)
        second = learner.do("write_beside", 40)

        assert first == ""
        assert "No space left" in second
        assert FILE_NAME not in learner.do("names")


def test_where_room_is_short_answers_come_first(tmp_path: Path) -> None:
    """The reserve must not be what fills the disk."""
    with LearnerProcess(tmp_path / "disk", small_disk(tmp_path / "disk", 200)) as learner:
        assert learner.do("open") == ""

        assert FILE_NAME not in learner.do("names")
        assert learner.do("answer", *range(30)) == ""
