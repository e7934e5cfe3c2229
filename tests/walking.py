"""Walks along the tour: without a terminal, where colours and focus can be looked at, or in one.

In a terminal every byte is seen, and each key takes longer.
"""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from terminal import KEYS, Terminal
from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.pilot import Pilot
from tour import RESIZED, TYPED, Leg, Step

from protectcourse.progress.writer import Writer
from protectcourse.tui.learning import LearningApp

PILOT_KEYS = {"esc": "escape", "pgdn": "pagedown", "pgup": "pageup"}
USUAL = (80, 24)
SEED = 5
"""Every learner of the tour sees steps and right-hand sides in this one order."""
KEY_SECONDS, SEEN_SECONDS = 0.03, 15.0
"""How long a key is left alone, and how long what it does is waited for."""


@dataclass
class Visit:
    """The app at a stop of the tour."""

    app: LearningApp
    stop: str
    _pilot: Pilot[None]
    _writer: Writer

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until what they do is done."""
        for key in keys:
            if key.startswith(TYPED):
                await self.press(*key.removeprefix(TYPED))
            elif key.startswith(RESIZED):
                await self.resize(*_size_of(key, self._size))
            else:
                name = PILOT_KEYS.get(key) or (_character_to_key(key) if len(key) == 1 else key)
                self.app.post_message(events.Key(name, key if len(key) == 1 else None))
            await self.settle()

    async def resize(self, columns: int, lines: int) -> None:
        """Give the window another size, as the pilot does, which then waits for the clock."""
        size = Size(columns, lines)
        if isinstance(self.app._driver, HeadlessDriver):
            self.app._driver._size = size
        self.app.post_message(events.Resize(size, size))
        for _ in range(50):
            await self.settle()
            if [len(line) for line in self.lines()] == [columns] * lines:
                return

    async def settle(self) -> None:
        """Wait until all is saved and drawn; quicker than the pilot, which waits for the clock."""
        await self._pilot.pause(0)
        await asyncio.wrap_future(self._writer.submit(lambda: None))
        await self._pilot.pause(0)
        await self._pilot.pause(0)

    def __post_init__(self) -> None:
        self._size = tuple(self.app.size)

    def lines(self) -> list[str]:
        """Return the screen as text, line by line."""
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    def words(self) -> str:
        """Return all words on the screen, in one line."""
        return " ".join(" ".join(self.lines()).split())


Look = Callable[[Visit], Awaitable[None]]


def walk_app(leg: Leg, place: Path, look: Look, size: tuple[int, int] = USUAL) -> None:
    """Walk a leg in the app, without a terminal, and look at each stop."""

    async def walk() -> None:
        sitting, writer = leg.prepare(place), Writer()
        app = sitting.app(writer)
        try:
            async with app.run_test(size=size) as pilot:
                visit = Visit(app, leg.name, pilot, writer)
                for step in leg.steps:
                    await visit.press(*step.keys.split())
                    await _see(visit, step)
                    if step.stop:
                        visit.stop = step.stop
                        await look(visit)
        finally:
            writer.close()
            sitting.learner.store.close()

    with patch("secrets.randbits", return_value=SEED):
        asyncio.run(walk())


def texts_of(leg: Leg, place: Path, size: tuple[int, int] = USUAL) -> dict[str, str]:
    """Return the text of each stop of a leg, without colours."""
    texts: dict[str, str] = {}

    async def look(visit: Visit) -> None:
        texts[visit.stop] = "\n".join(line.rstrip() for line in visit.lines())

    walk_app(leg, place, look, size)
    return texts


async def _see(visit: Visit, step: Step) -> None:
    """Wait until the words of a step are seen."""
    for _ in range(50):
        await visit.settle()
        if step.sees in visit.words():
            return
        await asyncio.sleep(0.02)
    shown = "\n".join(visit.lines())
    raise AssertionError(f"{step} does not show {step.sees!r}; the screen:\n{shown}")


def walk_terminal(
    leg: Leg, terminal: Terminal, look: Callable[[str], None] = lambda _stop: None
) -> None:
    """Walk a leg in a terminal, and look at each stop."""
    size = terminal.screen.columns, terminal.screen.lines
    for step in leg.steps:
        for key in step.keys.split():
            if key.startswith(TYPED):
                terminal.send(key.removeprefix(TYPED).encode())
            elif key.startswith(RESIZED):
                terminal.resize(*_size_of(key, size))
            else:
                terminal.send(KEYS.get(key, key).encode())
            terminal.settle(KEY_SECONDS)
        wait_for_words(terminal, step.sees)
        if step.stop:
            look(step.stop)


def wait_for_words(terminal: Terminal, words: str) -> None:
    """Wait until words stand on the screen, wherever the lines break."""
    end = time.monotonic() + SEEN_SECONDS
    while time.monotonic() < end:
        if words in words_of(terminal):
            return
        terminal.settle(0.01)
    raise AssertionError(f"{words!r} did not appear; the screen:\n{terminal.text()}")


def words_of(terminal: Terminal) -> str:
    """Return all words on the screen of a terminal, in one line."""
    return " ".join(terminal.text().split())


def _size_of(key: str, usual: tuple[int, int]) -> tuple[int, int]:
    found = re.fullmatch(r"size:(\d+)x(\d+)", key)
    return (int(found[1]), int(found[2])) if found else usual
