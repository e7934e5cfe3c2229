"""A real pseudo-terminal for tests: runs a program, presses keys, reads what a person would see."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

import pyte

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "esc": "\x1b",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pgup": "\x1b[5~",
    "pgdn": "\x1b[6~",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "f1": "\x1bOP",
}
NOT_FOR_PYTE = re.compile(
    r"\x1b\[[<>=][\d;]*[a-zA-Z]"  # keyboard protocols
    r"|\x1b\[\?[\d;]*\$p"  # questions about modes
    r"|\x1b[P\]][^\x07\x1b]*(?:\x07|\x1b\\)"  # device and system strings
)
UNFINISHED = re.compile(r"\x1b(?:\[[\d;?<>=$]*|[P\]][^\x07\x1b]*\x1b?)?\Z")
SETTLED_SECONDS = 0.15
TAKEN_SECONDS = 20.0


class Terminal:
    """A program in a terminal of its own, with the picture of its screen."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
    ) -> None:
        columns, lines = size
        self.raw = b""
        """Everything that the program wrote."""
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.Stream(self.screen)
        self._rest = ""
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._exit_code: int | None = None
        self._closed = False
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.execvpe(argv[0], list(argv), _environment(env or {}))
        self.resize(columns, lines)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def press(self, *keys: str) -> None:
        """Press keys by name, ``ctrl+x``, or as one character; wait until the screen settles."""
        for key in keys:
            if key.startswith("ctrl+"):
                self.send(bytes([ord(key[5].lower()) & 0x1F]))
            else:
                self.send(KEYS.get(key, key).encode())
            self.settle()

    def type(self, text: str) -> None:
        """Type text in one go."""
        self.send(text.encode())
        self.settle()

    def send(self, data: bytes) -> None:
        """Send bytes as they are; fail when the program does not take them."""
        os.set_blocking(self._master, False)
        end = time.monotonic() + TAKEN_SECONDS
        while data:
            if time.monotonic() > end:
                shown = f"the program does not read; the screen:\n{self.text()}"
                raise AssertionError(shown)
            with contextlib.suppress(BlockingIOError):
                data = data[os.write(self._master, data) :]
            self._pump(0.001 if data else 0)

    def wait(self, text: str, timeout: float = 15.0) -> None:
        """Wait until a text stands on the screen; fail with the screen otherwise."""
        self.wait_for(text, timeout=timeout)

    def wait_for(self, *texts: str, timeout: float = 15.0) -> None:
        """Wait until one of some texts stands on the screen; fail with the screen otherwise."""
        end = time.monotonic() + timeout
        while not any(text in self.text() for text in texts):
            alive = self._pump(0.05)
            shown = self.text()
            if not any(text in shown for text in texts) and (not alive or time.monotonic() > end):
                words = f"{' or '.join(texts)!r} did not appear; the screen:\n{shown}"
                raise AssertionError(words)

    def settle(self, quiet: float = SETTLED_SECONDS, timeout: float = 5.0) -> None:
        """Wait until the program writes nothing for a while."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            before = len(self.raw)
            if not self._pump(quiet) or len(self.raw) == before:
                return

    def number_of(self, words: str) -> str:
        """Return the digit before some words, which chooses them."""
        found = re.search(r"(\d)\s+(?:\[.\]\s+)?" + re.escape(words), self.text())
        assert found, self.text()
        return found[1]

    def number_of_row(self, words: str) -> str:
        """Return the digits before some words at the beginning of a row."""
        found = re.search(r"^\s*▸?\s*(\d+)\s+" + re.escape(words), self.text(), re.M)
        assert found, self.text()
        return found[1]

    def text(self) -> str:
        """Return the screen as text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and line of the cursor, from 0."""
        return self.screen.cursor.x, self.screen.cursor.y

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(lines, columns)

    def kill(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Take the terminal away, as a dropped connection does."""
        if not self._closed:
            self._closed = True
            os.close(self._master)

    def is_raw(self) -> bool:
        """Return whether the terminal hands on keys without echo, as a full screen needs it."""
        return not termios.tcgetattr(self._master)[3] & (termios.ICANON | termios.ECHO)

    def exit_code(self, timeout: float = 10.0) -> int:
        """Wait for the program to end; return its exit code, or minus the signal that ended it."""
        end = time.monotonic() + timeout
        while self._exit_code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._exit_code = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > end:
                shown = f"the program did not end; the screen:\n{self.text()}"
                raise AssertionError(shown)
            else:
                self._pump(0.02)
        if not self._closed:
            self.settle(0.05)
        return self._exit_code

    def close(self) -> None:
        """End the program, if it still runs, and give the terminal back."""
        if self._exit_code is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self._exit_code = -signal.SIGKILL
        self.hang_up()

    def _pump(self, seconds: float) -> bool:
        """Read what was written, for at most some time; say whether there may be more."""
        if self._closed:
            time.sleep(seconds)
            return False
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.raw += data
        self._feed(data)
        return bool(data)

    def _feed(self, data: bytes) -> None:
        """Bring the picture up to date, leaving out what pyte would draw as letters."""
        text = self._rest + self._decode(data)
        unfinished = UNFINISHED.search(text)
        cut = unfinished.start() if unfinished else len(text)
        self._rest = text[cut:]
        self._stream.feed(NOT_FOR_PYTE.sub("", text[:cut]))


def _environment(changes: Mapping[str, str]) -> dict[str, str]:
    """Return what a terminal program finds in its environment: colours, UTF-8, no odd settings."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in {"COLUMNS", "LINES", "NO_COLOR"} and not key.startswith("TEXTUAL")
    }
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", **changes}
