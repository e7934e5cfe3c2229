"""The contrast of our colours, computed from the theme itself."""

import pytest
from contrast import contrast
from textual.theme import Theme

from protectcourse.tui.theme import TERMINAL, THEMES

BACKGROUNDS = ("background", "bar-background", "box-background")
BODY = [("foreground", back) for back in BACKGROUNDS] + [("chosen", "chosen-background")]
WORDS = [
    (front, back)
    for front in ("muted", "right", "partly", "wrong", "link-text", "focus")
    for back in BACKGROUNDS
]
LINES = [
    (front, back) for front in ("focus", "rule", "border", "scrollbar") for back in BACKGROUNDS
]


@pytest.mark.parametrize("theme", [one for one, _ in THEMES if one is not TERMINAL])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        *((front, back, 7.0) for front, back in BODY),
        *((front, back, 4.5) for front, back in WORDS),
        *((front, back, 3.0) for front, back in LINES),
        ("input-cursor-foreground", "input-cursor-background", 4.5),
        ("input-selection-foreground", "input-selection-background", 4.5),
    ],
)
def test_every_pair_of_colours_stands_out(
    theme: Theme, front: str, back: str, least: float
) -> None:
    """7:1 for what is read, 4.5:1 for every other word, 3:1 for lines and the focus."""
    colours = {"foreground": theme.foreground, "background": theme.background, **theme.variables}

    assert contrast(str(colours[front]), str(colours[back])) >= least


def test_the_terminals_own_colours_are_used_as_they_are() -> None:
    """Whoever has set colours that suit their eyes keeps them."""
    named = {value for name, value in TERMINAL.variables.items() if not name.endswith("-style")}

    assert named == {"ansi_default"}


def test_contrast_is_measured_as_defined() -> None:
    """Black on white is 21 to 1, a colour on itself 1 to 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
