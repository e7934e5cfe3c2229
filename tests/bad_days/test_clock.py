"""A clock that is wrong by twenty years changes no order and costs no copy (F23)."""

from pathlib import Path

from learner_process import LearnerProcess
from logs import raw_entries

from protectcourse.progress.chain import find_break
from protectcourse.progress.store import FILE_NAME

TWENTY_YEARS = 7305


def test_a_clock_put_back_twenty_years_and_right_again_changes_no_order(tmp_path: Path) -> None:
    """A dead battery makes every start a day of 2006; a network puts the clock right again."""
    with LearnerProcess(tmp_path) as learner:
        for number, days in enumerate((0, -TWENTY_YEARS, 1, TWENTY_YEARS)):
            learner.do("move_clock", days)
            assert learner.do("open") == ""
            learner.do("answer", number)
            learner.do("back_up")
            learner.do("close")
        learner.do("open")
        found = learner.do("state")["questions"]
        copies = learner.do("names", "backups")

    entries = raw_entries(tmp_path / FILE_NAME)
    assert found == ["q0", "q1", "q2", "q3"]
    assert [entry.day[:4] for entry in entries[1:]] == ["2026", "2006", "2006", "2026"]
    assert find_break(entries, {}) is None
    assert len(copies) == 4


def test_after_a_clock_put_back_the_file_is_mended_from_the_latest_copy(tmp_path: Path) -> None:
    """By its day, the copy of 2006 would be the oldest; it holds the most."""
    with LearnerProcess(tmp_path) as learner:
        for number in range(3):
            learner.do("open")
            learner.do("answer", number)
            learner.do("back_up")
            learner.do("close")
            learner.do("move_clock", -TWENTY_YEARS)
        learner.do("cut_file", 0)

        notice = learner.do("open")

        assert "4 saved steps were brought back" in notice
        assert learner.do("state")["questions"] == ["q0", "q1", "q2"]
