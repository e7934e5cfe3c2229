"""Each screen does its one job by keys, in a real terminal; the store says that it was done."""

import json
import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from course_files import write_course
from learners import opened_before
from screens_of_course import answer_question, open_first_lesson, open_unit
from terminal import Terminal

from protectcourse.clock import SystemClock
from protectcourse.progress.opening import open_store

CASE = "They will think I was going south"
PROGRAM = [sys.executable, "-m", "protectcourse"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder whose learner has answered the first questions."""
    folder = tmp_path / "data"
    store = open_store(folder, SystemClock())
    for key, value in {"name": "Ada", "plain": "no", "language": "en"}.items():
        store.set_profile(key, value)
    store.close()
    return opened_before(folder)


@pytest.fixture
def terminal(data: Path) -> Iterator[Terminal]:
    """Return the program, open on the dashboard."""
    with Terminal([*PROGRAM, "--data-dir", str(data)]) as opened:
        opened.wait("Begin")
        yield opened


def open_second_lesson(terminal: Terminal) -> None:
    """Open the lesson on refugees sur place."""
    open_unit(terminal, "Becoming a refugee after departure")


def log(data: Path) -> list[tuple[str, dict[str, Any]]]:
    """Return kind and body of each event."""
    with closing(sqlite3.connect(data / "progress.db")) as file:
        rows = file.execute("SELECT kind, body FROM entry ORDER BY position").fetchall()
    return [(kind, json.loads(body)) for kind, body in rows]


def test_a_module_unfolds_and_folds(terminal: Terminal) -> None:
    """With eight modules the list must stay short."""

    def lines() -> int:
        return len(re.findall(r"^ +[·▸✓–] (?:lesson|case|quiz)", terminal.text(), re.M))

    terminal.press("end")
    folded = lines()
    terminal.press("right")
    assert lines() > folded

    terminal.press("left")
    assert lines() == folded


def test_a_lesson_shows_a_page_its_sources_and_the_page_before(
    terminal: Terminal, data: Path
) -> None:
    """Reading is most of the course."""
    open_first_lesson(terminal)
    terminal.press("right")
    terminal.wait("page 1 of 5")
    terminal.press("s")
    terminal.wait("Sources")
    assert "treaty" in terminal.text()
    terminal.press("esc")
    terminal.wait("page 1 of 5")
    terminal.press("right")
    terminal.wait("page 2 of 5")
    terminal.press("left")
    terminal.wait("page 1 of 5")
    terminal.press("esc")
    terminal.wait("Continue")
    terminal.press("enter")
    terminal.wait("page 1 of 5")

    opened = [body["item"] for kind, body in log(data) if kind == "page-opened"]
    assert len(opened) == 5
    assert opened[0] == "guess-first"
    assert opened[1] == opened[3] == opened[4]


def test_an_answered_prompt_is_kept_and_not_asked_again(terminal: Terminal, data: Path) -> None:
    """What was answered once shows its feedback when the page is opened again."""
    open_first_lesson(terminal)
    terminal.press("1", "enter")
    terminal.wait("✓")
    terminal.press("esc")
    terminal.wait("Continue")

    terminal.press("enter")

    terminal.wait("guess first")
    terminal.wait("✓")
    kinds = [kind for kind, _ in log(data)]
    assert kinds.count("prompt-answered") == 1


def test_a_question_left_behind_takes_no_more_keys(terminal: Terminal, data: Path) -> None:
    """A digit pressed on a page without a question must not answer the one before it."""
    open_second_lesson(terminal)
    terminal.wait("guess first")
    for page in range(1, 6):
        terminal.press("right")
        terminal.wait(f"page {page} of 5")

    terminal.press(*"12345", "enter")

    terminal.wait("read to its end", timeout=3)
    assert "prompt-answered" not in [kind for kind, _ in log(data)]


def test_what_is_said_of_an_answer_names_the_choice_and_the_reason(terminal: Terminal) -> None:
    """Right or wrong alone teaches nothing; the reason does."""
    open_first_lesson(terminal)
    chosen = terminal.number_of("He can be put on it, since no office")

    terminal.press(chosen, "enter")

    terminal.wait("✗ not right")
    shown = " ".join(terminal.text().split())
    assert "✗ He can be put on it, since no office has recognised him (your choice)" in shown
    assert "Recognition comes at the end of a procedure" in shown


def test_after_steps_are_put_in_order_the_right_order_is_shown(terminal: Terminal) -> None:
    """Which steps were in place says little without the order itself."""
    open_second_lesson(terminal)
    terminal.press("right", "right", "right", "right")
    terminal.wait("page 4 of 5")
    terminal.press(*"12345", "enter")
    terminal.wait("The right order")
    terminal.press("end")

    lines = re.findall(r"[✓✗] (\d)\. (.+)", terminal.text())
    assert [number for number, _ in lines] == ["1", "2", "3", "4", "5"]
    assert lines[0][1].startswith("Divide the story")
    assert "Press the digits in order" not in terminal.text()


def take_quiz(terminal: Terminal) -> None:
    """Answer every question of the quiz, by its first choices."""
    for _ in range(12):
        if "By objective" in terminal.text():
            return
        answer_question(terminal)
        terminal.press("enter")


def test_a_quiz_ends_with_its_result_and_a_retry_of_what_was_missed(
    terminal: Terminal, data: Path
) -> None:
    """A result says what to read again, and a retry takes nothing away."""
    open_unit(terminal, "quiz the rule against return")
    terminal.wait("question 1 of 6")
    take_quiz(terminal)
    terminal.wait("The pass mark is 80 %")
    terminal.press("enter")
    missed = re.search(r"(\d)\s+Retry only what was missed \((\d)\)", terminal.text())
    if missed is None:  # drawn by lot, and all of it right by luck
        terminal.wait("✓ passed")
        return
    terminal.press(missed[1], "enter")
    terminal.wait(f"question 1 of {missed[2]}")
    terminal.wait("retry, for practice")
    take_quiz(terminal)
    terminal.wait("A retry is for practice")

    begun = [body for kind, body in log(data) if kind == "quiz-begun"]
    finished = [body for kind, body in log(data) if kind == "quiz-finished"]
    assert [one["rule"]["retry_of"] for one in begun] == [0, 1]
    assert len(begun[1]["questions"]) == int(missed[2])
    assert finished[1]["passed"] == 0
    assert {body["sureness"] for kind, body in log(data) if kind == "answer-given"} == {2}


def test_the_case_file_holds_what_was_learnt(terminal: Terminal, data: Path) -> None:
    """An interview cannot be kept in the head."""
    open_unit(terminal, CASE)
    terminal.wait("Before you begin")
    terminal.press("1", "enter")
    terminal.wait("decision 1 of")
    terminal.press("c")
    terminal.wait("Case file")
    terminal.wait("Trust")
    terminal.press("esc")
    terminal.wait("decision 1 of")
    terminal.press("1", "enter")
    terminal.wait("decision 2 of")

    made = [body for kind, body in log(data) if kind == "decision-made"]
    assert len(made) == 1
    assert "seconds" not in made[0]


def test_the_case_file_stands_beside_the_story_where_there_is_room(terminal: Terminal) -> None:
    """At 120 columns nobody should have to switch screens."""
    terminal.resize(120, 40)
    open_unit(terminal, CASE)
    terminal.press("1", "enter")
    terminal.wait("decision 1 of")

    assert "Case file" in terminal.text()


def test_a_file_that_cannot_be_read_is_left_out_and_named(data: Path, tmp_path: Path) -> None:
    """One bad lesson must not keep a class from the others."""
    course = write_course(tmp_path, lesson="lesson: [\n")
    argv = [*PROGRAM, "--data-dir", str(data), "--course", str(course.lessons)]
    with Terminal(argv) as terminal:
        terminal.wait("Left out, because it could not be read: 01-welcome.yaml")
        terminal.wait("Visitors")
        terminal.press("enter")
        terminal.wait("Someone you do not know waits")


def test_a_second_program_says_that_it_saves_nothing(terminal: Terminal, data: Path) -> None:
    """Two windows writing one file would lose the work of one of them."""
    with Terminal([*PROGRAM, "--data-dir", str(data)]) as second:
        second.wait("Nothing is being saved")
        second.wait("another window")
        open_first_lesson(second)
        before = log(data)
        second.press("1", "enter")
        second.wait("✓")
        second.press("q")
        second.wait("Type a folder")
        second.press("enter")
        assert second.exit_code() == 0

    assert log(data) == before


def test_a_damaged_progress_file_is_told_plainly(data: Path) -> None:
    """Silence about lost work is worse than the loss."""
    file = data / "progress.db"
    content = bytearray(file.read_bytes())
    at = content.index(b'"kind":"device-begun"')
    content[at + 8] ^= 1
    file.write_bytes(content)
    (data / "progress.checked").unlink()

    with Terminal([*PROGRAM, "--data-dir", str(data)]) as terminal:
        terminal.wait("Your progress file was damaged")
        terminal.wait("steps were brought back")

    assert list(data.glob("damaged-*.db"))


def test_a_newer_progress_file_stays_as_it_is(data: Path) -> None:
    """Whoever goes back to an older version must not lose what the newer one wrote."""
    file = data / "progress.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = file.read_bytes()

    with Terminal([*PROGRAM, "--data-dir", str(data)]) as terminal:
        terminal.wait("written by a newer version")
        terminal.press("q")
        assert terminal.exit_code() == 0

    assert file.read_bytes() == before


def test_a_file_of_another_program_is_refused_untouched(data: Path) -> None:
    """It may be somebody's only copy of something."""
    file = data / "progress.db"
    (data / "progress.checked").unlink()
    file.write_bytes(b"somebody's notes\n" * 20)

    with Terminal([*PROGRAM, "--data-dir", str(data)]) as terminal:
        assert terminal.exit_code() == 4
        assert "is not a progress file" in terminal.text()

    assert file.read_bytes() == b"somebody's notes\n" * 20


def test_an_answer_that_cannot_be_saved_is_told_with_its_feedback(
    terminal: Terminal, data: Path
) -> None:
    """A stick pulled out must not look like an answer saved; put back, nothing is lost."""
    open_first_lesson(terminal)
    elsewhere = data.with_name("pulled-out")
    data.rename(elsewhere)

    terminal.press("1", "enter")

    terminal.wait("✓")
    terminal.press("end")
    terminal.wait("Not saved")
    elsewhere.rename(data)
    terminal.press("right")
    terminal.wait("page 1 of 5")
    assert "Not saved" not in terminal.text()
    assert [kind for kind, _ in log(data)][-2:] == ["prompt-answered", "page-opened"]
