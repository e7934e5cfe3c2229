"""Prints what is longer than the screen page by page: its beginning is what is read first."""

import shutil
import sys

import click

from protectcourse.cli.output import say
from protectcourse.plain_text import clean_text


def say_long(text: str) -> None:
    """Print a text; page by page where somebody sits before a terminal too small for it."""
    lines = shutil.get_terminal_size().lines
    if sys.stdout is not None and sys.stdout.isatty() and text.count("\n") >= lines:
        click.echo_via_pager(clean_text(text))
    else:
        say(text)
