"""Where the lines of a tall widget stand in the window that scrolls it."""

from textual.widget import Widget


def find_scroller(widget: Widget) -> Widget | None:
    """Return the nearest widget around this one that scrolls up and down."""
    for node in widget.ancestors:
        if isinstance(node, Widget) and node.allow_vertical_scroll:
            return node
    return None


def lines_hidden(widget: Widget, top: int, height: int) -> tuple[int, int]:
    """Return how many of some lines of a widget are hidden above and below the window."""
    scroller = find_scroller(widget)
    if scroller is None:
        return 0, 0
    first = _position(widget, scroller) + top
    window_top = scroller.scroll_offset.y
    window_bottom = window_top + scroller.scrollable_content_region.height
    above = max(0, min(height, window_top - first))
    return above, max(0, min(height, first + height - window_bottom))


def reveal_lines(widget: Widget, top: int, height: int) -> None:
    """Scroll as little as is needed to show some lines of a widget, the first before the last."""
    scroller = find_scroller(widget)
    if scroller is None:
        return
    window = scroller.scrollable_content_region.height
    first = _position(widget, scroller) + top - scroller.scroll_offset.y
    if first < 0 or height >= window:
        scroll_lines(widget, first)
    elif first + height > window:
        scroll_lines(widget, first + height - window)


def scroll_lines(widget: Widget, count: int) -> bool:
    """Scroll down, or up when negative; say whether anything moved."""
    scroller = find_scroller(widget)
    if scroller is None:
        return False
    before = scroller.scroll_offset.y
    goal = min(max(before + count, 0), scroller.max_scroll_y)
    scroller.scroll_to(y=goal, animate=False, immediate=True, force=True)
    return goal != before


def window_height(widget: Widget) -> int:
    """Return how many lines of a widget can be seen at once."""
    scroller = find_scroller(widget)
    return scroller.scrollable_content_region.height if scroller else widget.size.height


def _position(widget: Widget, scroller: Widget) -> int:
    """Return the line of the scrolled area where a widget's content begins."""
    line = widget.styles.gutter.top
    node: Widget = widget
    while node is not scroller:
        line += node.virtual_region.y
        parent = node.parent
        if not isinstance(parent, Widget):
            break
        node = parent
        if node is not scroller:
            line += node.styles.gutter.top
    return line
