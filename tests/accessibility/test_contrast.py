"""How well everything stands out (A5), on every screen, in every theme, wherever the focus is."""

import re
from collections import Counter
from pathlib import Path

import pytest
from contrast import contrast
from course_of_everything import texts_under
from rich.style import Style
from textual.geometry import Region
from textual.theme import Theme
from tour import TOUR, Leg
from walking import Visit, walk_app

from protectcourse.tui.theme import TERMINAL, THEMES

ROOM = (120, 50)
"""A size in which nearly every page fits, and a case has its case file beside it."""
BODY, OTHER, LINES = 7.0, 4.5, 3.0
LINE = re.compile("[\u2500-\u259f]")
READ = ("text", "stem", "ask", "left", "right", "known", "argued", "changed", "about", "short")
MARKS = re.compile(r"\[@[^]]*\]|\[\[(?:[^]|]*\|)?|\]\]|\*+|<|>")


def normal(text: str) -> str:
    """Return the words of a text with one blank between."""
    return " ".join(text.split())


BODY_TEXT = "\n".join(normal(MARKS.sub("", text)) for text in texts_under(*READ))
"""All that is read or chosen in the course."""
EMPHASIS = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")
EMPHASISED = {word for text in texts_under(*READ) for word in EMPHASIS.findall(text)}


class Crawl:
    """Looks at every cell of every stop, in every theme, with the focus on each control."""

    def __init__(self) -> None:
        self.faults: Counter[str] = Counter()
        self._measured: dict[Style, tuple[float, str] | None] = {}

    async def look(self, visit: Visit) -> None:
        """Look at a stop; leave it as it was but for the theme, since each change takes time."""
        app = visit.app
        focused = app.focused
        for tried, _ in sorted(THEMES, key=lambda one: one[0].name != app.theme):
            app.theme = tried.name
            for control in app.screen.focus_chain or [None]:
                app.screen.set_focus(control)
                await visit.settle()
                where = f"{visit.stop}, {tried.name}, focus on {control}"
                self._look_at_cells(visit, tried, where)
                if control is not None and control.check_consume_key("a", "a"):
                    self._look_for_cursor(visit, control.region, where)
        app.screen.set_focus(focused)
        await visit.settle()

    def _look_at_cells(self, visit: Visit, theme: Theme, where: str) -> None:
        strips = visit.app.screen._compositor.render_strips()
        cells = [
            (text, style) for strip in strips for text, style, _ in strip if style and text.strip()
        ]
        for text, style in cells:
            if theme is TERMINAL:
                why = _not_of_the_terminal(text, style)
            else:
                why = self._too_faint(text, style, theme)
            if why:
                self.faults[f"{where}: {why}: {normal(text)[:50]!r}"] += 1
        if theme is not TERMINAL and not any(
            colours(style)[0] == theme.foreground for _, style in cells
        ):
            self.faults[f"{where}: nothing is in the colour of this theme"] += 1

    def _too_faint(self, text: str, style: Style, theme: Theme) -> str:
        """Return why a run of text cannot be read well; empty where it can."""
        if style not in self._measured:
            self._measured[style] = measure(style)
        measured = self._measured[style]
        if measured is None:
            return "has no colour of its own"
        ratio, front = measured
        words = LINE.sub("", text).strip()
        least = LINES
        if words:
            plain = front in {str(theme.foreground), theme.variables["chosen"]}
            is_body = len(words.split()) > 1 and normal(words) in BODY_TEXT
            least = BODY if plain or is_body else OTHER
        return "" if ratio >= least else f"{ratio:.2f} is less than {least}"

    def _look_for_cursor(self, visit: Visit, box: Region, where: str) -> None:
        """Look for a cell of a text box that stands out from the others: the cursor."""
        grounds: Counter[str] = Counter()
        strips = visit.app.screen._compositor.render_strips()
        for strip in strips[box.y : box.bottom]:
            for text, style, _ in strip.crop(box.x, box.right):
                if style is not None:
                    _, back = colours(style)
                    grounds[f"{back}{'' if back else bool(style.reverse)}"] += len(text)
        usual, *others = [back for back, _ in grounds.most_common()]
        is_seen = any(
            not one.startswith("#") or not usual.startswith("#") or contrast(one, usual) >= LINES
            for one in others
        )
        if not is_seen:
            self.faults[f"{where}: no cursor is seen in the box"] += 1


def colours(style: Style) -> tuple[str, str]:
    """Return the colours of a cell's text and ground as they are drawn; empty for the usual."""
    pair = [
        "" if one is None or one.is_default else one.get_truecolor().hex
        for one in (style.color, style.bgcolor)
    ]
    front, back = reversed(pair) if style.reverse else pair
    return front, back


def measure(style: Style) -> tuple[float, str] | None:
    """Return the contrast of a style and the colour of its text; None where it has no colours."""
    front, back = colours(style)
    if not front or not back:
        return None
    ratio = contrast(front, back)
    return (1 + (ratio - 1) / 2 if style.dim else ratio), front


def _not_of_the_terminal(text: str, style: Style) -> str:
    """Return what a style has beyond default colours, bold, underline and reverse."""
    if any(colours(style)):
        return f"the colours {colours(style)}"
    if style.dim or style.blink or style.strike or style.conceal:
        return f"the style {style}"
    return "italic" if style.italic and text.strip() not in EMPHASISED else ""


@pytest.mark.parametrize("leg", TOUR, ids=lambda leg: leg.name)
def test_everything_stands_out_in_every_theme(tmp_path: Path, leg: Leg) -> None:
    """7:1 for what is read or chosen, 4.5:1 for every other word, 3:1 for lines and the cursor.

    The terminal's own colours are used as they are, with bold, underline and reverse at most.
    """
    crawl = Crawl()

    walk_app(leg, tmp_path, crawl.look, ROOM)

    assert not crawl.faults, "\n".join(crawl.faults)


@pytest.mark.parametrize(
    ("style", "text", "found"),
    [
        ("#777777 on #000000", "three words here", "4.69 is less than 7.0"),
        ("#666666 on #000000", "word", "3.66 is less than 4.5"),
        ("#444444 on #000000", "──│", "2.16 is less than 3.0"),
        ("dim #aaaaaa on #000000", "word", ""),
        ("white", "word", "has no colour of its own"),
    ],
)
def test_the_crawler_finds_what_is_too_faint(style: str, text: str, found: str) -> None:
    """A search that finds nothing proves nothing."""
    crawl = Crawl()
    words = "Going along for a few steps" if text.startswith("three") else text

    assert crawl._too_faint(words, Style.parse(style), THEMES[0][0]) == found


@pytest.mark.parametrize(
    ("style", "text", "is_one"),
    [
        ("bold underline reverse", "word", False),
        ("default on default", "word", False),
        ("italic", "not", False),
        ("italic", "word", True),
        ("dim", "word", True),
        ("red", "word", True),
        ("on #112233", "word", True),
    ],
)
def test_the_crawler_finds_what_is_not_the_terminals_own(
    style: str, text: str, is_one: bool
) -> None:
    """Somebody who set colours that suit their eyes would lose them."""
    assert bool(_not_of_the_terminal(text, Style.parse(style))) is is_one
