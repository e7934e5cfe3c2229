"""The page that `--help` shows, made without the parser of options: scripts ask for it often."""

import os
from collections.abc import Iterator, Mapping
from textwrap import wrap

from protectcourse.cli.sections import ABOUT, EPILOG, OPTIONS, SECTIONS

USAGE = "Usage: protectcourse [OPTIONS] [COMMAND] [ARGS]..."
LEAST, USUAL, MOST = 38, 80, 100
"""Columns."""


def help_page() -> str:
    """Return the page, as wide as the terminal allows."""
    return "\n".join(_lines(_width()))


def _lines(width: int) -> Iterator[str]:
    yield from wrap(USAGE, width, subsequent_indent="       ")
    yield ""
    yield from _paragraph(ABOUT, width)
    yield from _listed("Options", OPTIONS, width)
    for heading, modules in SECTIONS.items():
        commands = {name: says for part in modules.values() for name, says in part.items()}
        yield from _listed(heading, commands, width)
    yield ""
    yield from _paragraph(EPILOG, width)


def _paragraph(text: str, width: int) -> list[str]:
    return wrap(text, width, initial_indent="  ", subsequent_indent="  ")


def _listed(heading: str, entries: Mapping[str, str], width: int) -> Iterator[str]:
    """Give a heading, then each entry beside what it says."""
    column = max(map(len, entries)) + 4
    yield from ("", f"{heading}:")
    for name, says in entries.items():
        first, *others = wrap(says, width - column)
        yield f"  {name}".ljust(column) + first
        yield from (" " * column + line for line in others)


def _width() -> int:
    """Return how many columns the page may have."""
    try:
        columns = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size().columns
    except (ValueError, OSError):
        columns = USUAL
    return max(LEAST, min(columns, MOST) - 2)
