"""What stands below a preview: seen while the files cannot be read, and left with what is on it."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from protectcourse.blocks import text_block
from protectcourse.tui.screens.course_screen import CourseScreen
from protectcourse.tui.widgets.bars import KeyBar, KeyHint, TitleBar
from protectcourse.tui.widgets.reading import Reading

WAITING = "This cannot be shown yet. It opens by itself once it is mended and saved."


class PreviewStart(CourseScreen[None]):
    """Waits until there is something to show; says so when nothing stands on it any more."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    class Left(Message):
        """The author has left the preview."""

    @dataclass
    class Uncovered(Message):
        """Nothing stands above this screen."""

    def __init__(self, name: str, *, is_waiting: bool) -> None:
        """Take what is previewed, in words, and whether it has to be waited for."""
        super().__init__()
        self._previewed, self._is_waiting = name, is_waiting

    def compose(self) -> ComposeResult:
        """Say that nothing can be shown."""
        yield TitleBar(self._previewed)
        with VerticalScroll(id="page", can_focus=False):
            yield Reading([text_block(WAITING)] if self._is_waiting else [])
        yield KeyBar(KeyHint("escape", "Esc", "leave"), KeyHint("w", "w", "problems"))

    def stop_waiting(self) -> None:
        """Say nothing any more: something is shown."""
        self.query_one("#page").query_one(Reading).show([])

    def on_screen_resume(self) -> None:
        """Say that what stood above has gone; something else may have come in its place."""
        if self.app.screen is self:
            self.post_message(self.Uncovered())

    def action_leave(self) -> None:
        """Leave the preview."""
        self.post_message(self.Left())
