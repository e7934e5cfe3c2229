"""A scroll bar made of signs: it can be seen where there are no colours to tell it by."""

from typing import ClassVar

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

TRACK, THUMB = "│", "█"
BLACK, WHITE = Color.parse("#000000"), Color.parse("#ffffff")


class SignScrollBar(ScrollBarRender):
    """Draws the part in sight as a block on a thin line."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    """No fractions of a line."""

    @classmethod
    def render_bar(
        cls,
        size: int = 25,
        virtual_size: float = 50,
        window_size: float = 20,
        position: float = 0,
        thickness: int = 1,
        vertical: bool = True,
        back_color: Color = BLACK,
        bar_color: Color = WHITE,
    ) -> Segments:
        """Return the bar; its parts take the mouse as the library's do."""
        del thickness, vertical
        start, end = _thumb(size, virtual_size, window_size, position)
        segments = []
        for line in range(size):
            name = "grab" if start <= line < end else "scroll_up" if line < start else "scroll_down"
            style = Style(color=bar_color, bgcolor=back_color, meta={"@mouse.down": name})
            segments.append(Segment(THUMB if name == "grab" else TRACK, style))
        return Segments(segments, new_lines=True)


def _thumb(size: int, total: float, window: float, position: float) -> tuple[int, int]:
    """Return the first line of the part in sight and the one after its last."""
    if not (size and total > window > 0):
        return 0, size
    height = max(1, round(size * window / total))
    room = size - height
    start = round(room * position / (total - window))
    if room > 1 and 0 < position < total - window:
        start = min(max(start, 1), room - 1)  # at an end only where there is no more to read
    return start, start + height
