"""The way to the terminal: Textual's driver for Unix, with what it lacks.

Signals end the app tidily, one stray byte does not end it, a terminal that has gone away does, and
a terminal that cannot show a sign gets a plainer one.
"""

import os
import select
import signal
import sys
import termios
import threading
from codecs import getincrementaldecoder
from collections.abc import Callable
from types import FrameType
from typing import Any, Final, TextIO

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from protectcourse.tui.pasting import PasteFilter
from protectcourse.tui.terminal import mend_terminal

READ_SIZE: Final = 4096
POLL_SECONDS: Final = 0.1
PATIENCE_SECONDS: Final = 1.5
"""How long the app may take to end after a signal before the process ends without it."""

LEAVE_FULL_SCREEN: Final = (
    b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)
PLAINER_SIGNS: Final = str.maketrans(
    "▸▹›▶▾↻✓✗·–—…│┃─━█▌░•↕←→↑↓“”‘’┬┴┏┓┗┛╭╮╰╯¶",
    ">-)>v~+x.--.||-=#|.*^<>^v\"\"''--++++++++P",
)


class TerminalOutput:
    """Writes to the terminal; never fails, says once that the terminal is gone."""

    def __init__(self, stream: TextIO, when_gone: Callable[[], None]) -> None:
        self._descriptor = stream.fileno()
        self._encoding = stream.encoding or "utf-8"
        self._plain = "utf" not in self._encoding.lower()
        self._when_gone = when_gone
        self._waiting: list[str] = []
        self._gone = False

    def write(self, text: str) -> None:
        """Keep text until the next flush."""
        self._waiting.append(text)

    def flush(self) -> None:
        """Send what waits."""
        text = "".join(self._waiting)
        self._waiting.clear()
        if self._plain:
            text = text.translate(PLAINER_SIGNS)
        left = memoryview(text.encode(self._encoding, "replace"))
        while left and not self._gone:
            try:
                left = left[os.write(self._descriptor, left) :]
            except BlockingIOError:
                select.select([], [self._descriptor], [], POLL_SECONDS)
            except OSError:
                self._gone = True
                self._when_gone()

    def fileno(self) -> int:
        """Return the terminal's descriptor."""
        return self._descriptor


class CourseDriver(LinuxDriver):
    """Textual's driver, made to end well."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        assert sys.__stdin__ is not None  # was checked at the start
        mend_terminal(sys.__stdin__.fileno())
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        assert sys.__stdout__ is not None  # was checked at the start
        self._output = TerminalOutput(sys.__stdout__, self._terminal_gone)
        self._file = self._output  # type: ignore[assignment]  # all that the writing thread needs
        self._ending = 0
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            if signal.getsignal(number) is not signal.SIG_IGN:  # ``nohup`` means it
                signal.signal(number, self._end_by_signal)

    def start_application_mode(self) -> None:
        """Take the terminal over; read its size on the loop, and draw anew after every change.

        Textual reads the size within the signal's handler, which a second signal may interrupt, so
        that the older size is told last. And two changes may reach the program as one: small and
        large again looks like none, while the terminal has lost what stood there.
        """
        super().start_application_mode()  # type: ignore[no-untyped-call]
        take_size = signal.getsignal(signal.SIGWINCH)

        def draw_at_new_size() -> None:
            if callable(take_size):
                take_size(signal.SIGWINCH, None)
            self._app.call_later(self._draw)

        def resized(_number: int, _frame: FrameType | None) -> None:
            if not self._loop.is_closed():
                self._loop.call_soon_threadsafe(draw_at_new_size)

        signal.signal(signal.SIGWINCH, resized)

    def _draw(self) -> None:
        """Draw the whole screen."""
        self._app.refresh(layout=True)

    def run_input_thread(self) -> None:
        """Read keys until the app ends or the terminal is gone.

        Textual decodes strictly, so that one invalid byte ends the app; and takes no bytes at all,
        which is the end of the input, for nothing to do, so that it spins.
        """
        parser, pastes = XTermParser(self._debug), PasteFilter()
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            ready, _, _ = select.select([self.fileno], [], [], POLL_SECONDS)
            if ready:
                data = self._read()
                if not data:
                    self._terminal_gone()
                    return
                text = pastes.pass_on(decode(data))
                for message in parser.feed(text) if text else ():  # no text would end the parser
                    self.process_message(message)
            for message in parser.tick():
                self.process_message(message)

    def _run_input_thread(self) -> None:
        """Read keys; a fault in that ends the app as any other fault does."""
        try:
            self.run_input_thread()
        except Exception as error:  # the outer edge of a thread: nothing above would hear of it
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)

    def _read(self) -> bytes:
        """Return the bytes that were typed; none when the terminal is gone."""
        try:
            return os.read(self.fileno, READ_SIZE)
        except OSError:
            return b""

    def _terminal_gone(self) -> None:
        """End as a hang-up would; called from any thread."""
        self._end(signal.SIGHUP)

    def _end_by_signal(self, number: int, _frame: FrameType | None) -> None:
        """End with the exit code that a shell expects for this signal; a second one ends at once.

        That a terminal hung up may be told several times, and is no sign of impatience.
        """
        if self._ending and number == signal.SIGHUP:
            return
        if self._ending or self._loop.is_closed():
            self._give_up()
        self._end(number)

    def _end(self, number: int) -> None:
        """Ask the app to end, and see to it that the process does."""
        if self._ending:
            return
        self._ending = 128 + number
        watch = threading.Timer(PATIENCE_SECONDS, self._give_up)
        watch.daemon = True
        watch.start()
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._app.exit, None, self._ending)

    def _give_up(self) -> None:
        """End the process now, with the terminal as it was."""
        if self.attrs_before is not None:
            try:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
                os.set_blocking(self._output.fileno(), False)
                os.write(self._output.fileno(), LEAVE_FULL_SCREEN)
                os.set_blocking(self._output.fileno(), True)
            except (OSError, termios.error):
                pass  # there is no terminal left to tidy
        os._exit(self._ending or 128 + signal.SIGTERM)
