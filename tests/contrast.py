"""How well text stands out: the contrast of colours, and of what a screen shows."""

from textual.color import Color
from textual.screen import Screen


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2 defines it."""
    darker, lighter = sorted((_luminance(Color.parse(one)), _luminance(Color.parse(other))))
    return (lighter + 0.05) / (darker + 0.05)


def faintest_text(screen: Screen[object]) -> tuple[float, str]:
    """Return the lowest contrast on a screen, and the words that have it; rules are left out."""
    found = [(21.0, "")]
    for strip in screen._compositor.render_strips():
        for text, style, _ in strip:
            if not text.strip(" ─│▁▂▃▄▅▆▇█▔▎") or style is None:
                continue
            if style.color and style.bgcolor:
                front, back = (
                    style.color.get_truecolor(),
                    style.bgcolor.get_truecolor(foreground=False),
                )
                found.append((contrast(front.hex, back.hex), text))
    return min(found)


def _luminance(colour: Color) -> float:
    """Return relative luminance, from 0 to 1."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
