"""What shows while the window is too small for anything else."""

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from protectcourse.tui.safe_text import as_content
from protectcourse.tui.terminal import LEAST_COLUMNS, LEAST_LINES, fits

WORDS = (
    f"Make the window larger ({LEAST_COLUMNS} columns, {LEAST_LINES} lines at least). "
    "Nothing is lost. Ctrl+C quits."
)


class TooSmall(Screen[None]):
    """Covers the screen below, which stays as it is, and goes once there is room again."""

    DEFAULT_CSS = "TooSmall, TooSmall Static { overflow: hidden hidden; }"
    """In a window of one cell a scroll bar that comes and goes would keep the app busy for ever."""

    def __init__(self) -> None:
        super().__init__()
        self._goes = False

    def compose(self) -> ComposeResult:
        """Say what to do."""
        yield Static(as_content(WORDS))

    def on_resize(self, event: events.Resize) -> None:
        """Go once there is room."""
        self._go_if_there_is_room(event.size.width, event.size.height)

    def on_screen_resume(self) -> None:
        """Go if there came to be room while another screen lay above."""
        self._go_if_there_is_room(self.app.size.width, self.app.size.height)

    def _go_if_there_is_room(self, columns: int, lines: int) -> None:
        """Go, once: a resize and coming to the top may both be told."""
        if fits(columns, lines) and self.is_active and not self._goes:
            self._goes = True
            self.dismiss()
