"""The file is deleted, replaced, or not ours, while the program runs (F15, F16, F21)."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from learner_process import LearnerProcess
from logs import names, open_log, questions
from screens_of_course import (
    TALL,
    answer_guess,
    answered_first_questions,
    open_first_lesson,
    program,
)
from terminal import Terminal

from protectcourse.progress.store import FILE_NAME


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_gone_while_open_is_told_and_all_of_it_can_be_kept_elsewhere(
    tmp_path: Path, replaced: bool
) -> None:
    """A folder tidied up in another window: the open file still has what was saved in it."""
    data, stick = tmp_path / "data", tmp_path / "stick"
    with LearnerProcess(data) as learner:
        learner.do("open")
        learner.do("answer", *range(5))
        shutil.copy(data / FILE_NAME, tmp_path / "other")
        (data / FILE_NAME).unlink()
        if replaced:
            shutil.copy(tmp_path / "other", data / FILE_NAME)
        there = sorted(path.name for path in data.iterdir())

        said = learner.do("answer", 5, 6)

        assert "no longer there" in said
        assert "kept in memory" in said
        assert learner.do("state")["waiting"] == 2
        assert learner.do("rescue", str(stick)) == ""
        learner.do("close")
    assert sorted(path.name for path in data.iterdir()) == there
    with closing(open_log(stick)) as copy:
        assert questions(copy) == names(7)


def test_in_the_program_a_file_gone_while_open_is_told_and_a_copy_offered(tmp_path: Path) -> None:
    """And the next start says that something is missing: it does not begin anew in silence."""
    data, stick = tmp_path / "data", tmp_path / "stick"
    with Terminal(program(data), size=TALL) as terminal:
        answered_first_questions(terminal)
        open_first_lesson(terminal)
        (data / FILE_NAME).unlink()
        answer_guess(terminal)
        terminal.wait("no longer there")
        terminal.press("q")
        terminal.wait("press Enter to leave without")
        terminal.type(f"{stick}\r")
        assert terminal.exit_code() == 0

    with Terminal(program(data), size=TALL) as terminal:
        answered_first_questions(terminal)  # they were answered after the copy of the day
        terminal.wait("Your progress file was damaged or missing")
    with Terminal(program(stick)) as terminal:
        terminal.wait("Continue")
