import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from course_files import LESSON, QUIZ, write_course
from fake_clock import FakeClock
from program import PROGRAM
from terminal import Terminal

from protectcourse.cli.watching import watch_and_report
from protectcourse.errors import INTERRUPTED


def watched(folder: Path, edit: Callable[[], object], capsys: pytest.CaptureFixture[str]) -> str:
    """Return what is printed after an edit."""
    pauses = iter([edit, *[lambda: None] * 4])

    def sleep(_seconds: float) -> None:
        act = next(pauses, None)
        if act is None:
            raise KeyboardInterrupt
        if act is edit:
            capsys.readouterr()
        act()

    assert watch_and_report((folder,), FakeClock(), sleep) == INTERRUPTED
    return capsys.readouterr().out


def test_after_a_save_what_is_new_stands_in_full_and_what_is_left_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The news is at the top, where it stands is at the end."""
    write_course(tmp_path, quiz=QUIZ.replace("        correct: true\n", ""))
    lesson = tmp_path / "lessons" / "demo" / "01-welcome.yaml"

    told = watched(
        tmp_path,
        lambda: lesson.write_text(LESSON.replace("minutes: 1", "minutes: x"), "utf-8"),
        capsys,
    )

    assert re.search(r"^\d\d:\d\d:\d\d 01-welcome.yaml: 1 new\.$", told, re.M)
    assert "    3 | minutes: x\n" in told
    assert re.search(r"^Still there:\n  \S+visitors.yaml:7:5: error Q003", told, re.M)
    assert "2 errors in 2 of 3 files." in told


def test_what_is_mended_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list that has become empty needs a word, or nobody knows that it was looked at."""
    write_course(tmp_path, quiz=QUIZ.replace("        correct: true\n", ""))
    bank = tmp_path / "quizzes" / "demo" / "visitors.yaml"

    told = watched(tmp_path, lambda: bank.write_text(QUIZ, "utf-8"), capsys)

    assert "visitors.yaml: 1 mended." in told
    assert told.rstrip().endswith("No problem found in 3 files.")


def test_beside_an_editor_it_says_what_a_save_has_done_and_ends_quietly(tmp_path: Path) -> None:
    """A trainer works so for hours: a real terminal, a real save, Ctrl+C, and no learner's file."""
    write_course(tmp_path)
    data = tmp_path / "data"
    lesson = tmp_path / "lessons" / "demo" / "01-welcome.yaml"
    argv = [*PROGRAM, "--data-dir", str(data), "check", "--watch", str(tmp_path / "lessons")]

    with Terminal(argv, env={"PYTHONPATH": os.environ.get("PYTHONPATH", "")}) as terminal:
        terminal.wait("Ctrl+C ends this")
        lesson.write_text(LESSON.replace("minutes", "minuts"), encoding="utf-8")
        terminal.wait("Did you mean `minutes`?")
        terminal.press("ctrl+c")

        assert terminal.exit_code() == INTERRUPTED
        assert "Traceback" not in terminal.text()
    assert not data.exists()
