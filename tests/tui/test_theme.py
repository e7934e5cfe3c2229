"""The contrast of our colours, computed from the theme itself."""

import pytest
from contrast import contrast

from protectcourse.tui.theme import DARK

COLOURS = {
    "foreground": DARK.foreground,
    "background": DARK.background,
    **DARK.variables,
}
BACKGROUNDS = ("background", "bar-background", "box-background")
BODY = [("foreground", back) for back in BACKGROUNDS] + [
    ("chosen", "chosen-background"),
    ("foreground", "chosen-background"),
]
WORDS = [
    (front, back)
    for front in ("muted", "right", "partly", "wrong", "link-text", "focus")
    for back in (*BACKGROUNDS, "chosen-background")
]
LINES = [
    (front, back) for front in ("focus", "rule", "border", "scrollbar") for back in BACKGROUNDS
]


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
def test_every_pair_of_colours_stands_out(front: str, back: str, least: float) -> None:
    """7:1 for what is read, 4.5:1 for every other word, 3:1 for lines and the focus."""
    assert contrast(str(COLOURS[front]), str(COLOURS[back])) >= least


def test_contrast_is_measured_as_defined() -> None:
    """Black on white is 21 to 1, a colour on itself 1 to 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
