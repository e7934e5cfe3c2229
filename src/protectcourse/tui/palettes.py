"""Four sets of colours: dark, light, the terminal's own, black and white.

A test measures every pair of them, and another what every screen shows in each. What is chosen or
in focus has a sign or a weight besides, since two of the sets have no colours to tell it by.
"""

from typing import NamedTuple


class Colours(NamedTuple):
    """The colours of a set, by what they are for."""

    background: str
    foreground: str
    muted: str
    """Words beside the text."""
    rule: str
    """Lines, and the bars that scroll."""
    focus: str
    right: str
    partly: str
    wrong: str
    link: str
    chosen: str
    chosen_background: str
    box_background: str


class Palette(NamedTuple):
    """A set of colours, and how it is called."""

    name: str
    words: str
    """For the learner."""
    colours: Colours
    is_dark: bool = True
    is_own: bool = False
    """Whether the colours are the terminal's own."""
    chosen_style: str = "bold"
    box_style: str = "none"


DARK = Palette(
    "dark",
    "Dark",
    Colours(
        background="#12161c",
        foreground="#e4e7eb",
        muted="#aab4c0",
        rule="#6f7d8e",
        focus="#8ab4e8",
        right="#93d3a2",
        partly="#e6c983",
        wrong="#f2a6a6",
        link="#a5c8f2",
        chosen="#ffffff",
        chosen_background="#243449",
        box_background="#1d232c",
    ),
)
LIGHT = Palette(
    "light",
    "Light",
    Colours(
        background="#fbfaf7",
        foreground="#1c2127",
        muted="#4a545f",
        rule="#77808a",
        focus="#1d5a9e",
        right="#1b6130",
        partly="#6d4c00",
        wrong="#9a2222",
        link="#164a86",
        chosen="#0b1118",
        chosen_background="#dbe6f3",
        box_background="#efede7",
    ),
    is_dark=False,
)
TERMINAL = Palette(
    "terminal",
    "The terminal's own colours",
    Colours(*["ansi_default"] * len(Colours._fields)),
    is_own=True,
    chosen_style="bold reverse",
    box_style="underline",
)
BLACK_AND_WHITE = Palette(
    "mono",
    "Black and white",
    Colours(
        background="#000000",
        foreground="#ffffff",
        muted="#ffffff",
        rule="#ffffff",
        focus="#ffffff",
        right="#ffffff",
        partly="#ffffff",
        wrong="#ffffff",
        link="#ffffff",
        chosen="#000000",
        chosen_background="#ffffff",
        box_background="#000000",
    ),
    box_style="underline",
)
PALETTES = (DARK, LIGHT, TERMINAL, BLACK_AND_WHITE)
"""In the order offered."""


def colour_variables(palette: Palette) -> dict[str, str]:
    """Return a set of colours under our own names, and the library's, so that none falls back."""
    colours = palette.colours
    back, front, muted = colours.background, colours.foreground, colours.muted
    chosen, behind = colours.chosen, colours.chosen_background
    bars = {
        f"scrollbar{part}{state}": colour
        for part, colour in (("", colours.rule), ("-background", back))
        for state in ("", "-hover", "-active")
    }
    return {
        "muted": muted,
        "rule": colours.rule,
        "focus": colours.focus,
        "right": colours.right,
        "partly": colours.partly,
        "wrong": colours.wrong,
        "link-text": colours.link,
        "chosen": chosen,
        "chosen-background": behind,
        "bar-background": back,
        "box-background": colours.box_background,
        "ansi-background": back,
        "ansi-foreground": front,
        "chosen-style": palette.chosen_style,
        "cursor-style": "reverse" if palette.is_own else "none",
        "box-style": palette.box_style,
        "text": front,
        "text-muted": muted,
        "text-disabled": muted,
        "foreground-muted": muted,
        "foreground-disabled": muted,
        "block-cursor-foreground": chosen,
        "block-cursor-background": behind,
        "block-cursor-blurred-foreground": chosen,
        "block-cursor-blurred-background": behind,
        "border": colours.focus,
        "border-blurred": colours.rule,
        **bars,
        "scrollbar-corner-color": back,
        "input-cursor-background": front,
        "input-cursor-foreground": back,
        "input-selection-background": behind,
        "input-selection-foreground": chosen,
    }
