"""Four sets of colours: dark, light, the terminal's own, black and white.

A test measures every pair of them, and another what every screen shows in each. What is chosen or
in focus has a sign or a weight besides, since two of the sets have no colours to tell it by.
"""

from typing import NamedTuple

from textual.theme import Theme


class Palette(NamedTuple):
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


def _theme(
    name: str,
    palette: Palette,
    *,
    dark: bool = True,
    ansi: bool = False,
    chosen_style: str = "bold",
    box_style: str = "none",
) -> Theme:
    """Return a set of colours under our own names, and the library's, so that none falls back."""
    back, front, muted = palette.background, palette.foreground, palette.muted
    chosen, behind = palette.chosen, palette.chosen_background
    bars = {
        f"scrollbar{part}{state}": colour
        for part, colour in (("", palette.rule), ("-background", back))
        for state in ("", "-hover", "-active")
    }
    variables = {
        "muted": muted,
        "rule": palette.rule,
        "focus": palette.focus,
        "right": palette.right,
        "partly": palette.partly,
        "wrong": palette.wrong,
        "link-text": palette.link,
        "chosen": chosen,
        "chosen-background": behind,
        "bar-background": back,
        "box-background": palette.box_background,
        "ansi-background": back,
        "ansi-foreground": front,
        "chosen-style": chosen_style,
        "cursor-style": "reverse" if ansi else "none",
        "box-style": box_style,
        "text": front,
        "text-muted": muted,
        "text-disabled": muted,
        "foreground-muted": muted,
        "foreground-disabled": muted,
        "block-cursor-foreground": chosen,
        "block-cursor-background": behind,
        "block-cursor-blurred-foreground": chosen,
        "block-cursor-blurred-background": behind,
        "border": palette.focus,
        "border-blurred": palette.rule,
        **bars,
        "scrollbar-corner-color": back,
        "input-cursor-background": front,
        "input-cursor-foreground": back,
        "input-selection-background": behind,
        "input-selection-foreground": chosen,
    }
    return Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        primary=palette.focus,
        secondary=muted,
        accent=palette.partly,
        foreground=front,
        background=back,
        surface=back,
        panel=back,
        boost=back,
        success=palette.right,
        warning=palette.partly,
        error=palette.wrong,
        variables=variables,
    )


DARK = _theme(
    "dark",
    Palette(
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
LIGHT = _theme(
    "light",
    Palette(
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
    dark=False,
)
TERMINAL = _theme(
    "terminal",
    Palette(*["ansi_default"] * len(Palette._fields)),
    ansi=True,
    chosen_style="bold reverse",
    box_style="underline",
)
BLACK_AND_WHITE = _theme(
    "mono",
    Palette(
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
THEMES = (
    (DARK, "Dark"),
    (LIGHT, "Light"),
    (TERMINAL, "The terminal's own colours"),
    (BLACK_AND_WHITE, "Black and white"),
)
"""The sets in the order offered, and how each is called."""
