"""A whole sitting by keys in a real terminal, with a kill in the middle."""

import re
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import yaml
from screens_of_course import (
    FIRST_LESSON,
    answer_question,
    answered_first_questions,
    open_unit,
)
from terminal import Terminal

from protectcourse.locations import shipped_courses

CHECKLIST = "the checklist"
PROGRAM = [sys.executable, "-m", "protectcourse"]


def open_course(data: Path) -> Terminal:
    """Start the program on a data folder."""
    return Terminal([*PROGRAM, "--data-dir", str(data)])


def kinds(data: Path) -> list[str]:
    """Return the kinds of event in the log, in order."""
    with closing(sqlite3.connect(data / "progress.db")) as file:
        return [row[0] for row in file.execute("SELECT kind FROM entry ORDER BY position")]


def begin(data: Path) -> Terminal:
    """Start for the first time and take the usual answer to each of the three questions."""
    terminal = open_course(data)
    answered_first_questions(terminal)
    terminal.wait("Sent Back?")
    return terminal


def read_lesson(terminal: Terminal, pages: int) -> None:
    """Answer the guess, then turn every page by Enter."""
    terminal.wait("guess first")
    terminal.press("1", "enter")
    terminal.wait("✓")
    for page in range(1, pages + 1):
        terminal.press("right")
        terminal.wait(f"page {page} of {pages}")
    terminal.press("right")


def test_a_whole_sitting_survives_a_kill_in_the_middle(tmp_path: Path) -> None:
    """A power cut on an old laptop must cost nothing: no answer, no page, no question twice."""
    with begin(tmp_path) as terminal:
        open_unit(terminal, FIRST_LESSON)
        read_lesson(terminal, 5)
        terminal.wait("read to its end")
        terminal.press("esc")
        open_unit(terminal, "quiz the rule against return")
        terminal.wait("question 1 of 6")
        answer_question(terminal)
        terminal.press("enter")
        terminal.wait("question 2 of 6")
        answer_question(terminal)
        before = kinds(tmp_path)
        terminal.kill(signal.SIGKILL)
        assert terminal.exit_code() == -signal.SIGKILL

    assert kinds(tmp_path) == before
    assert before.count("answer-given") == 2
    with open_course(tmp_path) as terminal:
        terminal.wait("Continue")
        terminal.wait("question 3 of 6")
        terminal.press("enter")
        for number in range(3, 7):
            terminal.wait(f"question {number} of 6")
            answer_question(terminal)
            terminal.press("enter")
        terminal.wait("By objective")
        terminal.press("q")
        assert terminal.exit_code() == 0
    after = kinds(tmp_path)
    assert after.count("answer-given") == 6
    assert after.count("quiz-begun") == after.count("quiz-finished") == 1


def model_play() -> list[str]:
    """Return what is chosen, in words, in the case's first model play."""
    folders = shipped_courses()
    assert folders is not None
    file = folders.lessons / "sent-back" / "scenarios" / "going-south.yaml"
    case = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    words = {
        name: choice.get("text") or choice["ask"]
        for node in case["nodes"].values()
        for part in ("choices", "questions", "leave")
        for name, choice in node.get(part, {}).items()
    }
    return [words.get(name, CHECKLIST) for name in next(iter(case["tests"].values()))["play"]]


def choose(terminal: Terminal, words: str) -> None:
    """Press the digit of the choice that begins with some words, then Enter."""
    if words == CHECKLIST:
        terminal.wait("→ (open)")
        terminal.press(*"111112", "enter")
        return
    start = " ".join(words.split())[:30]
    terminal.wait(start)
    found = re.search(r"(\d)  " + re.escape(start), terminal.text())
    assert found, terminal.text()
    terminal.press(found[1], "enter")


def test_a_case_goes_on_at_the_very_scene(tmp_path: Path) -> None:
    """A learner called away in the middle of an interview comes back to the same woman."""
    play = model_play()
    with begin(tmp_path) as terminal:
        open_unit(terminal, "They will think I was going south")
        terminal.wait("All people in this case are invented")
        terminal.resize(99, 70)
        terminal.press("1", "enter")
        for words in play[:3]:
            choose(terminal, words)
        terminal.wait("decision 4 of about")
        scene = terminal.text()
        terminal.hang_up()
        assert terminal.exit_code() == 129

    with Terminal([*PROGRAM, "--data-dir", str(tmp_path)], size=(99, 70)) as terminal:
        terminal.wait("decision 4")
        terminal.press("enter")
        terminal.wait_for("Before you go on", "▸ 1")
        terminal.press("enter")
        terminal.wait("decision 4 of about")
        assert terminal.text() == scene
        for words in play[3:]:
            choose(terminal, words)
        terminal.wait("A good ending")
        terminal.press("1", "enter")
        terminal.wait("Debrief")
        terminal.wait("✓ passed")
        terminal.press("esc")
        terminal.wait("Sent Back?")
        terminal.press("ctrl+c")
        assert terminal.exit_code() == 0
    log = kinds(tmp_path)
    assert log.count("case-begun") == log.count("case-finished") == 1
    assert log.count("decision-made") == len(play)
