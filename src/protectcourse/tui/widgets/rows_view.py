"""Rows drawn line by line, with a highlight that keys move: what every list here has in common."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from protectcourse.study.display.choosing import Row
from protectcourse.tui.widgets.rows_layout import Line, RowsLayout
from protectcourse.tui.widgets.scrolling import (
    find_scroller,
    lines_hidden,
    reveal_lines,
    scroll_lines,
    window_height,
)

MARKER, RESTING_MARKER, WAITING_MARKER = "▸", "▹", "›"
"""Before the highlighted row of the list in focus, of another list, and where none is yet."""
LAYOUTS_KEPT = 3
"""Widths whose layout is kept: Textual asks with and without a scroll bar in turn."""


class RowsView(Widget, can_focus=True):
    """Rows with a highlight, in a container that it scrolls to keep the highlight in sight."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--highlighted",
        "rows--heading",
        "rows--beside",
        "rows--disabled",
    }
    DEFAULT_CSS = """
    RowsView { width: 1fr; height: auto; color: $foreground; }
    RowsView > .rows--highlighted { text-style: bold; }
    RowsView:focus > .rows--highlighted {
        color: $chosen; background: $chosen-background; text-style: $chosen-style;
    }
    RowsView > .rows--heading { text-style: bold; }
    RowsView > .rows--beside, RowsView > .rows--disabled { color: $muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "jump(-1)", show=False),
        Binding("end", "jump(1)", show=False),
    ]

    def __init__(
        self,
        rows: Sequence[Row] = (),
        *,
        highlighted: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._rows = list(rows)
        self._highlighted: int | None = self.index_of(highlighted)
        self._layouts: dict[int, RowsLayout] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they stand on the screen."""
        return tuple(self._rows)

    @property
    def highlighted(self) -> str | None:
        """The id of the highlighted row; None while no row is."""
        return None if self._highlighted is None else self._rows[self._highlighted].id

    @highlighted.setter
    def highlighted(self, row_id: str | None) -> None:
        self.highlight_row(self.index_of(row_id))

    def index_of(self, row_id: str | None) -> int | None:
        """Return the place of a row, None if there is no such row."""
        return next((i for i, row in enumerate(self._rows) if row.id == row_id), None)

    def highlight_row(self, index: int | None) -> None:
        """Highlight another row, and scroll it into sight."""
        before, self._highlighted = self._highlighted, index
        if not self.is_attached:
            return
        for changed in {before, index} - {None}:
            self.refresh_row(changed)
        self._reveal_highlight()

    def on_focus(self) -> None:
        """Bring the highlight into sight, since the container may show another part."""
        self.call_after_refresh(self._reveal_highlight)

    def _reveal_highlight(self) -> None:
        """Scroll as little as is needed to show the highlighted row."""
        if self._highlighted is not None and self.is_attached and self.size:
            layout = self._rows_layout()
            top, height = layout.top(self._highlighted), layout.row_height(self._highlighted)
            reveal_lines(self, top, height)

    # what a kind of list adds to the drawing

    box_width = 0
    """Columns that a row's box takes, such as 3 for ``[x]``."""

    def box_of(self, row: Row) -> str:
        """Return the box drawn before a row's text."""
        del row
        return ""

    def marker_of(self, row: Row) -> str:
        """Return the sign before the highlighted row: another while the list is not in focus."""
        del row
        return MARKER if self.has_focus else RESTING_MARKER

    def note_of(self, row: Row) -> str:
        """Return the words below a row's text."""
        return row.note

    # drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the rows need at a width."""
        del container, viewport
        return self._rows_layout(width).height

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        layout, width = self._rows_layout(), self.size.width
        if not 0 <= y < layout.height:
            return Strip.blank(width, self.rich_style)
        line = layout.line(y)
        row = self._rows[line.index]
        style = self._style_of(line, row)
        prefix = self._prefix(layout, line, row)
        segments = [Segment(prefix, style.rich_style)]
        highlighted = line.index == self._highlighted
        for text, part in line.text.render(style, "", self.app.stylesheet.parse_style):
            # where a row is highlighted its own colours might not stand out
            own = part.without_color if highlighted else part
            segments.append(Segment(text, (style + own).rich_style))
        if line.right:
            gap = width - cell_len(prefix) - line.text.cell_length - cell_len(line.right)
            beside = style + self.get_visual_style("rows--beside", partial=True)
            beside = style if highlighted else beside
            segments.append(Segment(" " * gap + line.right, beside.rich_style))
        return Strip(segments).adjust_cell_length(width, style.rich_style)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines in sight, and put the terminal's cursor where the highlight is."""
        strips = super().render_lines(crop)
        row = self._waiting_row() if self._highlighted is None else self._highlighted
        if self.has_focus and row is not None:
            top = self._rows_layout().top(row)
            indent = 2 * self._rows[row].indent
            self.app.cursor_position = self.content_region.offset + Offset(indent, top)
        return strips

    def refresh_row(self, index: int | None) -> None:
        """Draw a row again."""
        if index is not None and index < len(self._rows) and self.size:
            layout = self._rows_layout()
            left, top = self.styles.gutter.left, self.styles.gutter.top + layout.top(index)
            self.refresh(Region(left, top, self.size.width, layout.row_height(index)))

    def refresh_rows(self) -> None:
        """Measure and draw every row again."""
        self._layouts.clear()
        self.refresh(layout=True)

    def _rows_layout(self, width: int | None = None) -> RowsLayout:
        """Return how the rows fall into lines, measured once for each width."""
        wanted = self.size.width if width is None else width
        if wanted not in self._layouts:
            if len(self._layouts) == LAYOUTS_KEPT:
                self._layouts.clear()
            self._layouts[wanted] = RowsLayout(self._rows, wanted, self.box_width, self.note_of)
        return self._layouts[wanted]

    def _prefix(self, layout: RowsLayout, line: Line, row: Row) -> str:
        """Return the marks before a line's text, or as many blanks."""
        if line.part:
            return " " * layout.prefix_width(row)
        marker = " "
        if line.index == self._highlighted:
            marker = self.marker_of(row)
        elif self.has_focus and line.index == self._waiting_row():
            marker = WAITING_MARKER
        return layout.marks(row, marker, self.box_of(row))

    def _waiting_row(self) -> int | None:
        """Return the row that the next key would highlight, while none is."""
        return self._next_index(-1, 1) if self._highlighted is None else None

    def _style_of(self, line: Line, row: Row) -> Style:
        """Return the style of a line's text."""
        if line.index == self._highlighted:
            style = self.get_visual_style("rows--highlighted")
            own = self.get_component_styles("rows--highlighted").text_style
            return style + Style(reverse=own.reverse)  # which the library leaves out
        if row.heading:
            return self.get_visual_style("rows--heading")
        if row.disabled or line.note:
            return self.get_visual_style("rows--disabled")
        return self.visual_style

    # moving

    def action_move(self, step: int) -> None:
        """Highlight the next row; read on first where a row is longer than the window."""
        index = self._highlighted
        if self._read_towards(step) if index is None else self._read_on(index, step):
            return
        following = self._next_index(-1 if index is None else index, step)
        if following is None:
            scroll_lines(self, step)
        else:
            self.highlight_row(following)

    def action_page(self, direction: int) -> None:
        """Go a window's height up or down, and beyond the rows by scrolling."""
        layout, index = self._rows_layout(), self._highlighted
        height = max(window_height(self) - 1, 1)
        if index is None and (direction < 0 or self._read_towards(height)):
            scroll_lines(self, min(direction * height, 0))  # back: nothing is chosen by reading
            return
        goal = (0 if index is None else layout.top(index)) + direction * height
        landing = layout.index_at(min(max(goal, 0), layout.height - 1))
        if landing >= 0 and self._rows[landing].heading:
            landing = self._next_index(landing, direction) or -1
        if landing < 0 or landing == index:
            scroll_lines(self, direction * height)
        else:
            self.highlight_row(landing)

    def action_jump(self, direction: int) -> None:
        """Go to the first row (-1) or the last (1), and to that end of what scrolls."""
        index = self._next_index(len(self._rows) if direction > 0 else -1, -direction)
        if index is not None:
            self.highlight_row(index)
        scroller = find_scroller(self)
        if scroller is not None and direction < 0:
            scroll_lines(self, -scroller.max_scroll_y)

    def _next_index(self, index: int, step: int) -> int | None:
        """Return the nearest row in a direction that is not a heading."""
        index += step
        while 0 <= index < len(self._rows):
            if not self._rows[index].heading:
                return index
            index += step
        return None

    def _read_towards(self, lines: int) -> bool:
        """Scroll on to the first row where it is below the window; say whether there was need to.

        Nobody should choose before having seen what stands above the rows.
        """
        _, below = lines_hidden(self, 0, 1)
        return lines > 0 and below > 0 and scroll_lines(self, lines)

    def _read_on(self, index: int, step: int) -> bool:
        """Scroll within a row that reaches beyond the window; say whether there was need to."""
        layout = self._rows_layout()
        above, below = lines_hidden(self, layout.top(index), layout.row_height(index))
        hidden = below if step > 0 else above
        if not hidden or layout.row_height(index) <= window_height(self):
            return False
        return scroll_lines(self, step * min(hidden, max(window_height(self) - 1, 1)))
