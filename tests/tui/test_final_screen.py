"""A final in a real terminal: flag, change, hand in, and what the result then says."""

import sys
from pathlib import Path

from final_exam import write_final
from terminal import Terminal

from protectcourse.clock import SystemClock
from protectcourse.progress.opening import open_store

PROGRAM = [sys.executable, "-m", "protectcourse"]


def test_a_final_is_flagged_changed_handed_in_and_looked_back_on(tmp_path: Path) -> None:
    """All of it by keys, as a learner would."""
    write_final(tmp_path, "after")
    store = open_store(tmp_path / "data", SystemClock())
    store.set_profile("language", "en")
    store.close()
    options = ["--data-dir", str(tmp_path / "data"), "--course", str(tmp_path)]
    with Terminal([*PROGRAM, *options]) as terminal:
        terminal.wait("Begin")
        terminal.press("end", "enter")
        terminal.wait("Four questions on visitors.")
        terminal.press("enter")
        terminal.wait("question 1 of 4")
        terminal.press("f")
        terminal.wait("flagged · question 1 of 4")
        terminal.press("1", "enter")
        terminal.wait("question 2 of 4")
        terminal.press("h")
        terminal.wait("Without an answer: 3.")
        terminal.wait("Flagged for later: 1.")
        terminal.press("enter")  # the flagged question comes first
        terminal.wait("flagged · question 1 of 4")
        terminal.press("f", "2", "enter", "1", "enter", "1", "enter", "1", "enter")
        terminal.wait("Every question has an answer, and none is flagged.")
        terminal.press("enter")
        terminal.wait("The pass mark is 50 %.")
        terminal.wait("Take the quiz again (attempts left today: 1)")
        terminal.press("up")
        number = terminal.number_of("Look back at the questions")
        terminal.press(number, "enter")
        terminal.wait("Question 1 of 4")
        terminal.wait("(your choice)")
