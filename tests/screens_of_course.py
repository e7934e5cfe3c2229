"""Ways through the shipped course's screens that several tests take."""

import re
import sys
from pathlib import Path

from terminal import Terminal

FIRST_LESSON = "The rule against return"
HINTS = (
    "Press the digits in order",
    "a digit chooses for it",
    "Write a number in digits",
    "Write a word or a few",
    "Names and details of real people",
)
TALL = (100, 45)
"""A size in which a page with its feedback, and what is said of saving, can be seen at once."""


def program(data: Path) -> list[str]:
    """Return the command that opens the course on a data folder."""
    return [sys.executable, "-m", "protectcourse", "--data-dir", str(data)]


def answered_first_questions(terminal: Terminal) -> None:
    """Take the usual answer to each question of the very first start, up to the dashboard."""
    for number in (1, 2, 3):
        terminal.wait(f"question {number} of 3")
        terminal.press("enter")
    terminal.wait("Begin")


def open_unit(terminal: Terminal, title: str) -> None:
    """Open the unit of this title from the dashboard, by searching for it."""
    terminal.press("/")
    terminal.wait("Write one word or several")
    terminal.type(title)
    terminal.wait(" found")
    terminal.press("enter", "enter")


def open_first_lesson(terminal: Terminal) -> None:
    """Open the first lesson of the course."""
    open_unit(terminal, FIRST_LESSON)
    terminal.wait("guess first")


def answer_guess(terminal: Terminal) -> None:
    """Answer the question before the first page, and wait for the feedback."""
    terminal.press("1", "enter")
    terminal.wait(" right")  # or "not right": each learner sees another order


def answer_question(terminal: Terminal) -> None:
    """Answer whatever quiz question stands on the screen by what comes first, and read on.

    How sure one is, where it is asked, is said to be 2.
    """
    terminal.wait("question ")
    shown = terminal.text()
    match next((hint for hint in HINTS if hint in shown), ""):
        case "Press the digits in order":
            steps = len(re.findall(r"^\s*▸?\s*\d\s+\[", shown, re.M))
            terminal.press(*map(str, range(1, steps + 1)), "enter")
        case "a digit chooses for it":
            terminal.press(*"1" * shown.count("(open)"), "enter")
        case "Write a number in digits":
            terminal.press("7", "enter")
        case "Write a word or a few":
            terminal.press("x", "enter")
        case "Names and details of real people":
            terminal.press("x", "tab", "enter")
        case _:
            terminal.press("1", "enter")
    terminal.wait_for("How sure are you?", "Enter next")
    if "How sure are you?" in terminal.text():
        terminal.press("2", "enter")
        terminal.wait("Enter next")
