"""Verified copies of the progress file.

At most one a day, the newest and one for each of seven days.
"""

import contextlib
import os
import re
import sqlite3
from datetime import date
from pathlib import Path

from protectcourse.atomic import make_private_folder
from protectcourse.progress.chain import Head, find_break
from protectcourse.progress.database import VERSION, connect_to_read, read_entries, read_header

FOLDER = "backups"
NEWEST, DAYS = 3, 7
_NAME = re.compile(r"progress-v(\d+)-(\d{4}-\d{2}-\d{2})-(\d+)\.db")


class Backups:
    """The backup folder beside a progress file."""

    def __init__(self, data_folder: Path) -> None:
        self._folder = data_folder / FOLDER

    def newest_first(self) -> list[Path]:
        """Return the copies there are, the newest first."""
        with contextlib.suppress(OSError):
            found = [path for path in self._folder.iterdir() if _NAME.fullmatch(path.name)]
            return sorted(found, key=_order, reverse=True)
        return []

    def is_due(self, today: date) -> bool:
        """Say whether there is no copy of today yet."""
        return not any(day_of(path) == today.isoformat() for path in self.newest_first())

    def make(self, source: sqlite3.Connection, today: date, version: int = VERSION) -> bool:
        """Copy the file, check the copy, then let older ones go; say whether that was done.

        Raises OSError or sqlite3.Error where there is no room or no right to write.
        """
        make_private_folder(self._folder)
        number = 1 + max((_order(path) for path in self.newest_first()), default=0)
        path = self._folder / f"progress-v{version}-{today.isoformat()}-{number}.db"
        temporary = path.with_suffix(".new")
        os.close(os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600))
        try:
            with contextlib.closing(sqlite3.connect(temporary)) as copy:
                source.backup(copy)
            if not is_sound(temporary):
                return False
            temporary.replace(path)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        self._let_go()
        return True

    def newest_sound(self) -> Path | None:
        """Return the newest copy that can be relied on."""
        return next((path for path in self.newest_first() if is_sound(path)), None)

    def _let_go(self) -> None:
        """Keep the newest, one for each of the last days, and one for each form of the file."""
        copies = self.newest_first()
        kept = set(copies[:NEWEST])
        by_day: dict[str, Path] = {}
        by_version: dict[str, Path] = {}
        for path in copies:
            by_day.setdefault(day_of(path), path)
            by_version.setdefault(path.name.split("-")[1], path)
        kept |= set(list(by_day.values())[:DAYS]) | set(by_version.values())
        for path in set(copies) - kept:
            with contextlib.suppress(OSError):
                path.unlink()


def is_sound(path: Path) -> bool:
    """Say whether a file is whole: by SQLite's own check, and by the chain of its entries."""
    try:
        if read_header(path).state not in {"ours", "newer"}:
            return False
        with contextlib.closing(connect_to_read(path)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return False
            heads: dict[str, Head] = {}
            return find_break((entry for _, entry in read_entries(connection)), heads) is None
    except (OSError, sqlite3.Error, TypeError):
        return False


def _order(path: Path) -> int:
    """By number rather than by day: clocks go back, numbers do not."""
    found = _NAME.fullmatch(path.name)
    return int(found[3]) if found else 0


def day_of(path: Path) -> str:
    """Return the day on which a copy was made, such as 2026-11-24; empty for another file."""
    found = _NAME.fullmatch(path.name)
    return found[2] if found else ""
