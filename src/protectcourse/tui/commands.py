"""What can be done, by name: for the list that F1 opens."""

from typing import NamedTuple


class Command(NamedTuple):
    """Something that can be done here."""

    name: str
    key: str
    """The key that does the same; empty where there is none."""
    action: str
    """How Textual calls it, such as ``app.search``."""
