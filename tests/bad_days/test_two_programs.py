"""Two programs, one file: one of them writes, and the other is never in its way (F19, F20)."""

import time
from pathlib import Path

from learner_process import LearnerProcess
from logs import fill, names, raw_entries
from screens_of_course import (
    TALL,
    answer_guess,
    answered_first_questions,
    open_first_lesson,
    program,
)
from terminal import Terminal

from protectcourse.progress.chain import find_break
from protectcourse.progress.store import FILE_NAME

READS = 12


def test_of_two_windows_the_first_saves_and_the_second_says_that_it_does_not(
    tmp_path: Path,
) -> None:
    """Both stay usable; the first saves on, and the second may save once it is alone."""
    data = tmp_path / "data"
    with Terminal(program(data), size=TALL) as first:
        answered_first_questions(first)
        with Terminal(program(data), size=TALL) as second:
            second.wait("Nothing is being saved")
            second.wait("another window")
            open_first_lesson(first)
            answer_guess(first)
            second.press("q")
            assert second.exit_code() == 0
            assert b"locked" not in first.raw + second.raw
        first.press("q")
        assert first.exit_code() == 0

    with Terminal(program(data), size=TALL) as third:
        third.wait("Continue")
        assert "Nothing is being saved" not in third.text()
    assert [entry.kind for entry in raw_entries(data / FILE_NAME)].count("prompt-answered") == 1


def test_reading_while_another_writes_gives_a_part_and_never_an_error(tmp_path: Path) -> None:
    """A second window opens, or a report is made, at the very moment of an answer."""
    fill(tmp_path, 20)
    with LearnerProcess(tmp_path) as writing, LearnerProcess(tmp_path) as reading:
        writing.do("open")
        reading.do("be_impatient")
        writing.begin("answer_apart", 0.005, *range(20, 400))
        found = []
        for _ in range(READS):
            time.sleep(0.03)
            reading.do("open")
            found.append(reading.do("state"))
            reading.do("close")
        assert writing.result() == ""
        writing.do("close")

    assert all("another window" in state["notice"] for state in found)
    for state in found:
        assert state["questions"] == names(len(state["questions"]))
        assert len(state["questions"]) >= 20
    assert len({len(state["questions"]) for state in found}) > 2, "all reads came at one moment"
    entries = raw_entries(tmp_path / FILE_NAME)
    assert len(entries) == 401
    assert find_break(entries, {}) is None


def test_what_another_has_half_written_is_not_read(tmp_path: Path) -> None:
    """A large step is partly in the file before it counts, and may yet be taken back."""
    fill(tmp_path, 20)
    size = (tmp_path / FILE_NAME).stat().st_size
    with LearnerProcess(tmp_path) as writing, LearnerProcess(tmp_path) as reading:
        writing.do("open")
        reading.do("be_impatient")
        writing.begin("begin_and_take_back", 0.5)
        while (tmp_path / FILE_NAME).stat().st_size < 2 * size:
            time.sleep(0.01)

        reading.do("open")

        assert reading.do("state")["questions"] == names(20)
        writing.result()


def test_of_many_that_start_at_once_one_writes(tmp_path: Path) -> None:
    """A double click that becomes four must not end with two that write."""
    programs = [LearnerProcess(tmp_path) for _ in range(4)]
    for one in programs:
        one.begin("open")
    notices = [one.result() for one in programs]
    for number, one in enumerate(programs):
        one.do("answer", number)
    for one in programs:
        one.process.communicate(timeout=10)

    assert sorted("another window" in notice for notice in notices) == [False, True, True, True]
    assert [e.kind for e in raw_entries(tmp_path / FILE_NAME)] == ["device-begun", "answer-given"]
