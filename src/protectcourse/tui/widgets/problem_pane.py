"""What is wrong with the file being previewed, below whatever screen stands."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from protectcourse.blocks import Block
from protectcourse.tui.widgets.bars import LOW_SCREEN
from protectcourse.tui.widgets.reading import Reading


class ProblemPane(VerticalScroll, can_focus=False):
    """A few lines at the foot of a screen; it takes no room where there is nothing to say."""

    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = """
    ProblemPane {
        height: auto;
        max-height: 50%;
        border-top: solid $rule;
        display: none;
    }
    ProblemPane.-low { border-top: none; max-height: 70%; padding: 0 1; }
    """

    def __init__(self, blocks: Sequence[Block] = ()) -> None:
        super().__init__()
        self._blocks = tuple(blocks)

    def compose(self) -> ComposeResult:
        """Lay the words out."""
        yield Reading(self._blocks)

    def on_mount(self) -> None:
        """Take room only if there is something to say."""
        self.display = bool(self._blocks)
        self._fit()

    def on_resize(self) -> None:
        """Leave the rule out where lines are few."""
        self._fit()

    def _fit(self) -> None:
        self.set_class(self.app.size.height < LOW_SCREEN, "-low")

    def show(self, blocks: Sequence[Block]) -> None:
        """Say something else, from its top."""
        if tuple(blocks) == self._blocks:
            return
        self._blocks = tuple(blocks)
        self._fit()
        self.query_one(Reading).show(blocks)
        self.display = bool(blocks)
        self.scroll_home(animate=False, immediate=True)
