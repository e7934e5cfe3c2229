"""The sets of colours as the library takes them."""

from textual.theme import Theme

from protectcourse.tui.palettes import PALETTES, Palette, colour_variables


def make_theme(palette: Palette) -> Theme:
    """Return a set of colours as a theme."""
    colours = palette.colours
    return Theme(
        name=palette.name,
        dark=palette.is_dark,
        ansi=palette.is_own,
        primary=colours.focus,
        secondary=colours.muted,
        accent=colours.partly,
        foreground=colours.foreground,
        background=colours.background,
        surface=colours.background,
        panel=colours.background,
        boost=colours.background,
        success=colours.right,
        warning=colours.partly,
        error=colours.wrong,
        variables=colour_variables(palette),
    )


THEMES = tuple((make_theme(one), one.words) for one in PALETTES)
"""The sets in the order offered, and how each is called."""
DARK, LIGHT, TERMINAL, BLACK_AND_WHITE = (theme for theme, _ in THEMES)
