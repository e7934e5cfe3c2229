"""Keys that belong together, as help lists them."""

from typing import NamedTuple


class KeyGroup(NamedTuple):
    """Some keys that belong together: their name, and for each what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


EVERYWHERE = KeyGroup(
    "Everywhere",
    (
        ("F1, ?", "this help"),
        ("Esc", "back; nothing is lost"),
        ("q, Ctrl+C", "quit; everything is saved"),
        ("Ctrl+Z", "suspend, where the shell can"),
        ("↑ ↓", "move"),
        ("PgUp PgDn", "move by a page; Home and End go to the ends"),
        ("Tab", "to the next part of the screen"),
        ("1 2 3 …", "select; two digits make 10 and more"),
        ("Enter", "confirm"),
        ("Space", "tick, or take up and put down"),
    ),
)
IN_A_TEXT_BOX = KeyGroup(
    "In a text box",
    (
        ("any letter", "is text"),
        ("Enter", "hands in one line; in a larger box it begins a line"),
        ("Tab", "to the button"),
        ("Esc", "leaves the box and keeps the text"),
    ),
)
