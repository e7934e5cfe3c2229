"""A page that scrolls, and that lets the screen have the key at its end."""

from textual.actions import SkipAction
from textual.containers import VerticalScroll


class Page(VerticalScroll):
    """Reads on by ↓; at the end of the page ↓ is the screen's, which may go on to a question."""

    def action_scroll_down(self) -> None:
        """Scroll down. Raises SkipAction at the end."""
        if self.scroll_offset.y >= self.max_scroll_y:
            raise SkipAction
        super().action_scroll_down()
