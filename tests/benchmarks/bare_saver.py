"""The bare equivalent of an answer: one label, updated after one bare commit."""

import sqlite3
import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Label

PRAGMAS = ("journal_mode=TRUNCATE", "synchronous=EXTRA", "secure_delete=ON")


def open_bare(path: str) -> sqlite3.Connection:
    """Open a bare database with the pragmas of the log."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE IF NOT EXISTS answer (id INTEGER PRIMARY KEY, text TEXT)")
    return connection


def insert_bare(connection: sqlite3.Connection, text: str) -> None:
    """Commit one row."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO answer (text) VALUES (?)", (text,))
    connection.execute("COMMIT")


class BareSaver(App[None]):
    """Commits a row at a key, then says so."""

    BINDINGS: ClassVar = [("x", "save", "Save"), ("q", "quit", "Quit")]

    def __init__(self, path: str) -> None:
        super().__init__()
        self._connection = open_bare(path)
        self._count = 0

    def compose(self) -> ComposeResult:
        """Lay out the label."""
        yield Label("Bare-Ready")

    def action_save(self) -> None:
        """Commit, then update the label."""
        self._count += 1
        insert_bare(self._connection, "x" * 400)
        self.query_one(Label).update(f"Saved-{self._count}")


if __name__ == "__main__":
    BareSaver(sys.argv[1]).run()
