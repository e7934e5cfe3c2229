"""A case revised after a learner began, by keys in a real terminal."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from case_plays import edited
from case_stage import write_case, write_river
from screens_of_course import answered_first_questions, open_unit
from terminal import Terminal

NEW_ROUTE = ("nodes.consent.choices.explain.goto", "advise")


def open_course(folder: Path, size: tuple[int, int] = (80, 24)) -> Terminal:
    """Start the program on the course around the example case."""
    data, lessons = str(folder / "data"), str(folder / "lessons" / "demo")
    argv = [sys.executable, "-m", "protectcourse", "--data-dir", data, "--course", lessons]
    return Terminal(argv, size=size)


def choose(terminal: Terminal, words: str) -> None:
    """Press the digit of the row that begins with some words, then Enter."""
    terminal.wait(words)
    terminal.press(terminal.number_of(words), "enter")


def kinds(folder: Path) -> list[str]:
    """Return the kinds of event in the log, in order."""
    with closing(sqlite3.connect(folder / "data" / "progress.db")) as file:
        return [row[0] for row in file.execute("SELECT kind FROM entry ORDER BY position")]


@pytest.fixture
def revised(tmp_path: Path) -> Path:
    """Return the folder of a learner whose second decision leads elsewhere since."""
    write_river(tmp_path)
    with open_course(tmp_path, size=(99, 60)) as terminal:
        answered_first_questions(terminal)
        open_unit(terminal, "Three hours")
        terminal.wait_for("All people in this case are invented", "▸ 1")
        terminal.press("enter")
        choose(terminal, "Ask for a room with a door")
        choose(terminal, "Say who you are")
        terminal.wait("decision 3")
        terminal.press("ctrl+c")
        assert terminal.exit_code() == 0
    write_case(tmp_path, edited("river_post", NEW_ROUTE))
    return tmp_path


def test_a_learner_is_asked_and_goes_on_where_the_new_version_begins(revised: Path) -> None:
    """One plain question, three ways; Esc leaves everything as it is."""
    with open_course(revised) as terminal:
        terminal.wait("Continue")
        terminal.press("enter")
        terminal.wait("This case was revised after you began.")
        for words in ("Finish the version you started", "Start again with the new version"):
            assert words in terminal.text()
        terminal.press("esc")
        terminal.wait("Continue")
        assert "case-revised" not in kinds(revised)

        terminal.press("enter")
        choose(terminal, "Continue the new version from decision 2")
        terminal.wait("decision 2 of")
        choose(terminal, "Say who you are")
        terminal.wait("The UN refugee office could act today")
        terminal.press("ctrl+c")
        assert terminal.exit_code() == 0
    log = kinds(revised)
    assert (log.count("case-revised"), log.count("decision-made")) == (1, 3)


def test_the_question_can_be_read_and_answered_in_a_small_window(revised: Path) -> None:
    """At 40x12 the rows are reached by scrolling, and each by its digit."""
    with open_course(revised, size=(40, 12)) as terminal:
        terminal.wait("Continue")
        terminal.press("enter")
        terminal.wait("was revised after")
        terminal.press("1", "enter")
        terminal.wait("decision 3")
        terminal.press("ctrl+c")
        assert terminal.exit_code() == 0
    assert "case-revised" not in kinds(revised)
