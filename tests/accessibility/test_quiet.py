"""How little is written: nothing while idle (A7), and little when the selection moves (A8)."""

import json
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from terminal import Terminal
from tour import HOME, Leg, Step, beginner, newcomer, opening
from walking import walk_terminal

IDLE_SECONDS, MOST_BYTES = 5.0, 64
FIRST_START = Leg("first start", newcomer, (Step("", "question 1 of 3"),))
DASHBOARD = Leg("dashboard", beginner, (Step("", HOME),))
SEARCH = Leg("search", beginner, (Step("/", "Write one word"), Step("type:visitor", " found")))
PAGE = Leg("page", beginner, (*opening("badges", "guess first"), Step("right", "page 1 of 3")))
NOTE = Leg("note", beginner, (*PAGE.steps, Step("n", "A note for yourself")))
QUESTION = Leg("question", beginner, tuple(opening("choosing", "question 1 of 1")))
SURENESS = Leg("how sure", beginner, (*QUESTION.steps, Step("1 enter", "how sure")))
RESULT = Leg(
    "result", beginner, (*SURENESS.steps, Step("enter", "Enter next"), Step("enter", "Result:"))
)
NUMBER = Leg("number", beginner, tuple(opening("counting", "question 1 of 1")))
SCENE = Leg("scene", beginner, (*opening("river", "Case:"), Step("1 enter", "decision 1 of")))
COMMANDS = Leg("commands", beginner, (Step("", HOME), Step("f1", "by name")))
WATCHED = (
    (FIRST_START, DASHBOARD, SEARCH, PAGE, NOTE),
    (QUESTION, SURENESS, RESULT, NUMBER, SCENE),
)
BARE = """\
import json, sys
from textual.app import App
from textual.content import Content
from textual.widgets import OptionList
class Bare(App):
    def compose(self):
        yield OptionList(*[Content(row) for row in json.loads(sys.argv[1])])
Bare().run()
"""
MOVES = ("down", "down", "up", "down", "up", "up")


@pytest.mark.parametrize("legs", WATCHED, ids=lambda legs: legs[0].name)
def test_nothing_is_written_while_nobody_presses_a_key(
    tmp_path: Path, legs: tuple[Leg, ...]
) -> None:
    """A clock, a blinking cursor or a spinner would make a screen reader speak without end."""
    with ExitStack() as opened:
        terminals = [  # all start at once
            opened.enter_context(Terminal(leg.prepare(tmp_path / leg.name).argv())) for leg in legs
        ]
        before = []
        for leg, terminal in zip(legs, terminals, strict=True):
            walk_terminal(leg, terminal)
            terminal.settle(0.3)
            before.append(len(terminal.raw))
        end = time.monotonic() + IDLE_SECONDS
        while time.monotonic() < end:
            for terminal in terminals:
                terminal.settle(0.1, timeout=0.1)
        written = {
            leg.name: len(terminal.raw) - count
            for leg, terminal, count in zip(legs, terminals, before, strict=True)
        }

    assert {name: count for name, count in written.items() if count > MOST_BYTES} == {}


def rows_of(terminal: Terminal) -> list[str]:
    """Return the rows of the list on the screen, each with its further lines."""
    rows: list[str] = []
    for line in terminal.text().splitlines()[2:-2]:
        text = line[4:].rstrip(" │█")
        if line[2:5].strip(" ▸") and not line.startswith("     "):
            rows.append(text)
        elif rows and text:
            rows[-1] += f"\n{text}"
    return rows


def bytes_of_moves(terminal: Terminal) -> int:
    """Return how many bytes moving the selection about writes."""
    terminal.press("down", "down")
    before = len(terminal.raw)
    terminal.press(*MOVES)
    return len(terminal.raw) - before


@pytest.mark.parametrize("leg", [QUESTION, COMMANDS], ids=lambda leg: leg.name)
def test_moving_writes_no_more_than_a_bare_list_does(tmp_path: Path, leg: Leg) -> None:
    """Each byte is a moment more on a slow line, and a word more for a screen reader."""
    with Terminal(leg.prepare(tmp_path).argv()) as terminal:
        walk_terminal(leg, terminal)
        rows = rows_of(terminal)
        ours = bytes_of_moves(terminal)
    with Terminal([sys.executable, "-c", BARE, json.dumps(rows)]) as terminal:
        terminal.wait(rows[-1].splitlines()[0])
        terminal.settle()
        bare = bytes_of_moves(terminal)

    assert len(rows) >= 3
    assert 0 < ours <= bare


@pytest.mark.parametrize("leg", [DASHBOARD, QUESTION, SCENE], ids=lambda leg: leg.name)
def test_the_cursor_goes_to_the_selected_row(tmp_path: Path, leg: Leg) -> None:
    """Braille displays and magnifiers follow the terminal's cursor, and nothing else."""
    with Terminal(leg.prepare(tmp_path).argv()) as terminal:
        walk_terminal(leg, terminal)
        for key in ("down", "down", "up"):
            terminal.press(key)
            column, line = terminal.cursor
            row = terminal.text().splitlines()[line]

            assert row[column : column + 1] == "▸", terminal.text()


def test_the_cursor_goes_to_what_is_typed(tmp_path: Path) -> None:
    """In a text box it stands after the last letter."""
    with Terminal(SEARCH.prepare(tmp_path).argv()) as terminal:
        walk_terminal(SEARCH, terminal)
        terminal.settle()
        column, line = terminal.cursor

        assert terminal.text().splitlines()[line][:column].endswith("visitor")
