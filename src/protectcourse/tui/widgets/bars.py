"""The lines at the top and the bottom of every screen: where one is, and what the keys do."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from protectcourse.tui.safe_text import as_line, join_content

GAP = "   "
LOW_SCREEN = 20
"""Lines of a screen below which the rules above and below the page are left out."""


class TitleBar(Widget):
    """The title at the left, where one stands at the right, and a rule below.

    Before the title stands what the app is called besides, such as that it is a preview.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--rule", "bar--beside"}
    DEFAULT_CSS = """
    TitleBar { dock: top; width: 1fr; height: auto; color: $foreground; text-style: bold; }
    TitleBar > .bar--rule { color: $rule; text-style: not bold; }
    TitleBar > .bar--beside { color: $muted; text-style: not bold; }
    """

    def __init__(self, title: str = "", right: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title, self._right = as_line(title), as_line(right)

    @property
    def right(self) -> str:
        """What stands at the right."""
        return self._right.plain

    def show(self, title: str | None = None, right: str | None = None) -> None:
        """Say something else; None leaves what stands there."""
        self._title = self._title if title is None else as_line(title)
        self._right = self._right if right is None else as_line(right)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines of the title, and one for the rule where there is room."""
        del container
        return len(self._lines(width)) + (viewport.height >= LOW_SCREEN)

    def render_line(self, y: int) -> Strip:
        """Draw the title or the rule."""
        width, style = self.size.width, self.visual_style
        lines = self._lines(width)
        if y >= len(lines):
            return _rule(width, self.get_visual_style("bar--rule"))
        content = lines[y]
        return Strip(content.render_segments(style), content.cell_length).adjust_cell_length(
            width, style.rich_style
        )

    def _lines(self, width: int) -> list[Content]:
        """Return title and place on one line if they fit, otherwise one below the other."""
        beside = self.get_visual_style("bar--beside", partial=True)
        title, right = self._full_title(), self._right.stylize(beside)
        gap = width - 2 - title.cell_length - right.cell_length
        if gap >= 2:
            return [join_content(" ", title, " " * gap, right)]
        room = max(width - 2, 1)
        words = [*title.wrap(room), *(right.wrap(room) if right else [])]
        return [join_content(" ", line) for line in words]

    def _full_title(self) -> Content:
        before = as_line(getattr(self.app, "mark", ""))
        return join_content(before, " · ", self._title) if before else self._title


class KeyHint(NamedTuple):
    """A key and what it does here, in a word or two."""

    key: str
    """Textual's name of the key, pressed when the hint is clicked; may be empty."""
    shown: str
    does: str


HELP_HINT = KeyHint("question_mark", "?", "help")
HELP_HINT_IN_TEXT = KeyHint("f1", "F1", "help")
IN_A_BOX = (
    KeyHint("tab", "Tab", "to the button"),
    KeyHint("enter", "Enter", "new line"),
    KeyHint("escape", "Esc", "out of the box"),
)
"""What the keys do in a box of several lines, on whatever screen it stands."""


class KeyBar(Widget):
    """What the keys do, the main one first; those that do not fit are left out, help never is."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--rule", "bar--key"}
    DEFAULT_CSS = """
    KeyBar { dock: bottom; width: 1fr; height: auto; color: $muted; }
    KeyBar > .bar--rule { color: $rule; }
    KeyBar > .bar--key { color: $foreground; text-style: bold; }
    """

    def __init__(self, *hints: KeyHint, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hints = hints

    def on_mount(self) -> None:
        """Look again at which keys count whenever the focus moves."""
        self.watch(self.screen, "focused", self._focus_moved)

    def show(self, hints: Sequence[KeyHint]) -> None:
        """Name other keys."""
        self._hints = tuple(hints)
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return one line, and one for the rule where there is room."""
        del container, width
        return 2 if viewport.height >= LOW_SCREEN else 1

    def render_line(self, y: int) -> Strip:
        """Draw the rule or the keys."""
        width, style = self.size.width, self.visual_style
        if y < self.size.height - 1:
            return _rule(width, self.get_visual_style("bar--rule"))
        key_style = self.get_visual_style("bar--key", partial=True)
        parts: list[Content] = []
        for hint in self._fitting(width):
            key = as_line(hint.shown).stylize(key_style)
            parts.append(join_content(GAP if parts else " ", key, " ", hint.does))
        line = join_content(*parts)
        return Strip(line.render_segments(style), line.cell_length).adjust_cell_length(
            width, style.rich_style
        )

    def on_click(self, event: events.Click) -> None:
        """Press the key whose hint was clicked."""
        at = event.get_content_offset(self)
        if at is None or at.y != self.size.height - 1:
            return
        left = 1
        for hint in self._fitting(self.size.width):
            right = left + _hint_width(hint)
            if left <= at.x < right and hint.key:
                self.app.simulate_key(hint.key)
            left = right + len(GAP)

    def _fitting(self, width: int) -> list[KeyHint]:
        """Return the hints that count now and fit, help last."""
        typing = self._text_box_focused()
        last = HELP_HINT_IN_TEXT if typing else HELP_HINT
        room = width - 1 - _hint_width(last)
        usual = IN_A_BOX if typing and self._lines_of_box() > 1 else self._hints
        hints = [one for one in usual if not (typing and _is_letter(one))]
        kept = []
        for hint in sorted(hints, key=lambda one: one.key != "enter"):  # what comes next is first
            room -= _hint_width(hint) + len(GAP)
            if room < 0:
                break
            kept.append(hint)
        return [*(one for one in hints if one in kept), last]

    def _text_box_focused(self) -> bool:
        """Return whether letters are text now rather than keys."""
        focused = self.screen.focused
        return focused is not None and focused.check_consume_key("a", "a")

    def _lines_of_box(self) -> int:
        """Return how many lines of a text box are seen: in a larger one Enter begins a line."""
        focused = self.screen.focused
        return 0 if focused is None else focused.size.height

    def _focus_moved(self) -> None:
        """Draw again."""
        self.refresh()


def _is_letter(hint: KeyHint) -> bool:
    """Return whether the key of a hint is text in a text box."""
    return len(hint.shown) == 1 and hint.shown.isalnum()


def _hint_width(hint: KeyHint) -> int:
    """Return the columns that a hint takes."""
    return cell_len(hint.shown) + 1 + cell_len(hint.does)


def _rule(width: int, style: Style) -> Strip:
    """Return a line across the screen."""
    line = join_content("─" * width)
    return Strip(line.render_segments(style), width)
